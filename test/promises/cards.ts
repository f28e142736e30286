// What a person can see and do on a card. Nothing of the program is used here.

export type Node = Readonly<Record<string, unknown>>;
export type Card = Node & { readonly speak?: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object in a card; what a button sends is not looked into. */
export const nodesOf = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [
    value,
    ...Object.entries(value).flatMap(([key, inner]) =>
      key === 'data' || key === 'fallback' ? [] : nodesOf(inner),
    ),
  ];
};

export type Button = {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly takesInputs: boolean;
};

export const buttonsOf = (card: Card | undefined): readonly Button[] =>
  nodesOf(card).flatMap(({ type, title, verb, data, associatedInputs }) =>
    type === 'Action.Execute'
      ? [
          {
            title: String(title ?? ''),
            verb: String(verb),
            data: data as Button['data'],
            takesInputs: associatedInputs !== 'none',
          },
        ]
      : [],
  );

export type Field = {
  readonly id: string;
  readonly type: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly maxLength: number;
  readonly isRequired: boolean;
};

export const fieldsOf = (card: Card): readonly Field[] =>
  nodesOf(card).flatMap(({ type, id, value, choices, maxLength, isRequired }) =>
    String(type).startsWith('Input.')
      ? [
          {
            id: String(id),
            type: String(type),
            value: value === undefined ? '' : String(value),
            choices: ((choices ?? []) as readonly { readonly value: unknown }[]).map((each) =>
              String(each.value),
            ),
            maxLength: Number(maxLength ?? 500),
            isRequired: isRequired === true,
          },
        ]
      : [],
  );

/** Every word that is shown, a line each. */
export const wordsOf = (card: Card | undefined): string =>
  nodesOf(card)
    .flatMap(({ type, text, title, label, value, errorMessage }) =>
      [
        text,
        type === 'Fact' || title !== undefined ? title : undefined,
        label,
        String(type).startsWith('Input.') || title !== undefined ? value : undefined,
        errorMessage,
      ].filter((each) => typeof each === 'string'),
    )
    .join('\n');
