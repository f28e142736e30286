import type { Button } from './action';
import type { LinkButton } from './models';

/** A part of a card's body, ready to be put into a template's `rows`. */
export type Element = { readonly type: string; readonly [property: string]: unknown };

type Look = { readonly isSmall?: boolean; readonly isBold?: boolean };

const look = ({ isSmall, isBold }: Look) => ({
  ...(isSmall ? { size: 'small', isSubtle: true } : {}),
  ...(isBold ? { weight: 'bolder' } : {}),
});

/** Our own words or a municipality's; Markdown is drawn. */
export const words = (text: string, how: Look = {}): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  spacing: 'small',
  ...look(how),
});

export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'medium',
  weight: 'bolder',
  wrap: true,
  spacing: 'large',
});

/** What somebody typed or is called, after a label of ours: drawn as it stands and never as Markdown. */
export const typedWords = (label: string, text: string): Element => ({
  type: 'RichTextBlock',
  spacing: 'small',
  inlines: [
    ...(label === '' ? [] : [{ type: 'TextRun', text: label, weight: 'bolder' }]),
    { type: 'TextRun', text },
  ],
});

export const box = (
  style: 'default' | 'emphasis' | 'good' | 'warning' | 'attention',
  items: readonly Element[],
): Element => ({ type: 'Container', style, spacing: 'small', items });

export const buttonRow = (actions: readonly Button[]): Element => ({
  type: 'ActionSet',
  actions,
  spacing: 'small',
});

/** Short buttons beside each other, as wide as their titles; together they must fit a narrow telephone. */
export const buttonsAbreast = (actions: readonly Button[]): Element => ({
  type: 'ColumnSet',
  spacing: 'small',
  columns: actions.map((one) => ({ type: 'Column', width: 'auto', items: [buttonRow([one])] })),
});

/** Labels with what belongs to each, the second column as wide as it must be; the first row is the heads. */
export const table = (
  heads: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): Element => ({
  type: 'Table',
  spacing: 'small',
  firstRowAsHeaders: true,
  showGridLines: false,
  columns: [{ width: 3 }, { width: 2 }],
  rows: [heads, ...rows].map((cells, at) => ({
    type: 'TableRow',
    cells: cells.map((text) => ({
      type: 'TableCell',
      items: [
        { type: 'TextBlock', text, wrap: true, ...(at === 0 ? { isSubtle: true, size: 'small' } : {}) },
      ],
    })),
  })),
});

/** What is hidden until somebody asks for it by its title. */
export const fold = (
  { id, title, toggle }: { readonly id: string; readonly title: string; readonly toggle: string },
  items: readonly Element[],
): Element => {
  const line = (mark: string, state: 'closed' | 'open'): Element => ({
    type: 'TextBlock',
    text: `${mark} ${title}`,
    id: `${id}-${state}`,
    color: 'accent',
    wrap: true,
    ...(state === 'open' ? { isVisible: false } : {}),
  });
  return {
    type: 'Container',
    spacing: 'medium',
    items: [
      {
        type: 'Container',
        selectAction: {
          type: 'Action.ToggleVisibility',
          title: toggle,
          targetElements: [id, `${id}-closed`, `${id}-open`],
        },
        items: [line('▸', 'closed'), line('▾', 'open')],
      },
      { type: 'Container', id, isVisible: false, spacing: 'small', items },
    ],
  };
};

/** A button that opens an address in the browser, or in the mail program; one of several isn't the card's main one. */
export const linkRow = (title: string, url: string, isMain = true): Element => ({
  type: 'ActionSet',
  actions: [
    { type: 'Action.OpenUrl', title, url, ...(isMain ? { style: 'positive' } : {}) } satisfies LinkButton,
  ],
  spacing: 'small',
});

type Field = {
  readonly id: string;
  readonly label: string;
  /** What was typed before; '' for nothing. */
  readonly value: string;
  /** How to mend it, said by the client when a field that must be filled in is empty. */
  readonly errorMessage: string;
  readonly isRequired?: boolean;
  /** What is wrong with what was typed, said under the field. */
  readonly fault?: string | undefined;
};

const field = (
  type: string,
  { fault, isRequired = true, ...rest }: Omit<Field, 'value'> & { readonly value?: string },
  more: object,
): readonly Element[] => [
  { type, isRequired, spacing: 'medium', ...rest, ...more },
  ...(fault === undefined ? [] : [box('attention', [words(fault, { isBold: true })])]),
];

export const textInput = (
  one: Field,
  { maxLength, isMultiline = false }: { readonly maxLength: number; readonly isMultiline?: boolean },
): readonly Element[] => field('Input.Text', one, { maxLength, isMultiline });

export const numberInput = (
  { value, ...one }: Field,
  { min, max }: { readonly min: number; readonly max: number },
): readonly Element[] =>
  field('Input.Number', one, { min, max, ...(/^-?\d+$/.test(value.trim()) ? { value: Number(value) } : {}) });

export const dateInput = (one: Field): readonly Element[] => field('Input.Date', one, {});
export const timeInput = (one: Field): readonly Element[] => field('Input.Time', one, {});

export type Choice = { readonly title: string; readonly value: string };

export const choiceInput = (one: Field, choices: readonly Choice[]): readonly Element[] =>
  field('Input.ChoiceSet', one, { style: 'compact', wrap: true, choices });
