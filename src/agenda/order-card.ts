import type { Card } from '../cards/card';
import { box, type Element, words } from '../cards/elements';
import type { HeldItem } from '../meetings/model/agenda';
import { takenItems } from '../meetings/model/item';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, aboveOf, comingItems, pageButtons } from './agenda-view';
import { aboutOf, titleRow } from './item-rows';
import { pageOf, type Rows } from './pages';

/** The name of an item's field. */
export const numberField = (itemId: string): string => `number-${itemId}`;

/** A number that was typed, and what is wrong with it in words. */
export type TypedNumber = { readonly typed: string; readonly fault?: string };

type Numbered = { readonly place: number; readonly count: number; readonly number: TypedNumber | undefined };

/** An item with its number beside it, which takes little room on a telephone. */
const rowsFor = (item: HeldItem, { place, count, number }: Numbered, view: AgendaView): Rows => {
  const { language } = view;
  const { coordinator: text } = agendaTexts[language];
  const typed = number?.typed ?? String(place);
  const field: Element = {
    type: 'Input.Number',
    id: numberField(item.id),
    label: text.number(place),
    errorMessage: text.numberError(count),
    isRequired: false,
    min: 1,
    max: count,
    ...(/^\d+$/.test(typed) ? { value: Number(typed) } : {}),
  };
  const column = (width: number, items: Rows): object => ({ type: 'Column', width, items });
  const about = words(aboutOf(item, view), { isSmall: true });
  return [
    {
      type: 'ColumnSet',
      separator: true,
      spacing: 'medium',
      columns: [column(3, [titleRow(item, language, place), about]), column(2, [field])],
    },
    ...(number?.fault === undefined ? [] : [box('attention', [words(number.fault, { isBold: true })])]),
  ];
};

type Form = {
  /** By the item's id; an item that is left out has the number of its place. */
  readonly numbers?: ReadonlyMap<string, TypedNumber>;
  readonly page?: number;
};

/** A number for each item that the meeting takes: several can be moved at a time, and the others make room. */
export const orderCard = (view: AgendaView, { numbers, page: wanted = 0 }: Form = {}): Card => {
  const { language, meeting, notice } = view;
  const { coordinator: text, buttons, agenda: said } = agendaTexts[language];
  const items = takenItems<HeldItem>(comingItems(view));
  const rows = items.map((item, at) =>
    rowsFor(item, { place: at + 1, count: items.length, number: numbers?.get(item.id) }, view),
  );
  const page = pageOf(rows, wanted);
  const shown = items.map(({ id }) => id);
  const data = { ...meetingData(meeting), page: page.page, shown };
  const save = { title: buttons.saveOrder, verb: 'agenda.save-order', data, style: 'positive' } as const;
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.orderHeading,
      lead: text.orderLead,
      rows: [
        ...(items.length === 0 ? [words(said.none)] : page.rows),
        ...pageButtons(view, page, 'agenda.order'),
      ],
      actions: [
        ...(items.length === 0 ? [] : [button(language, save)]),
        secondaryButton(language, buttons.back, 'agenda.coordinate', meetingData(meeting)),
      ],
    },
  );
};
