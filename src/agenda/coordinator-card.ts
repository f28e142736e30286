import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { box, buttonRow, type Element, heading, words } from '../cards/elements';
import { button, meetingData, sheet, wayOut } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import {
  type AgendaView,
  aboveOf,
  agendaAt,
  comingItems,
  deadlineInWords,
  isToCome,
  itemData,
  pageButtons,
} from './agenda-view';
import { type Item, minutesOf, takenItems } from './item';
import { itemRows } from './item-rows';
import { pageOf, type Rows } from './pages';

const openButton = ({ meeting, language }: AgendaView, item: Item): Element =>
  buttonRow([
    button(language, {
      title: agendaTexts[language].buttons.open,
      verb: 'agenda.item',
      data: itemData(meeting, item.id),
    }),
  ]);

const sumRow = (view: AgendaView): readonly Element[] => {
  const { agenda: text } = agendaTexts[view.language];
  const { lengthMinutes } = view.meeting;
  const { sum, over } = minutesOf(comingItems(view), lengthMinutes);
  const said = text.sum(sum, lengthMinutes);
  return over > 0
    ? [box('warning', [words(`${said} ${text.over(over)}`, { isBold: true })])]
    : [words(said, { isBold: true })];
};

const actionsOf = (view: AgendaView): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const { state } = agendaAt(view);
  const data = meetingData(meeting);
  return [
    ...(state === 'closed'
      ? [button(language, { title: buttons.publish, verb: 'agenda.publish', data, style: 'positive' })]
      : []),
    ...(isToCome(view)
      ? [button(language, { title: buttons.standing, verb: 'agenda.standing-form', data })]
      : []),
    ...(state === 'published' || state === 'held'
      ? [button(language, { title: buttons.document, verb: 'agenda.document', data })]
      : []),
    wayOut(language, buttons.showAgenda, 'agenda.show', data),
  ];
};

/** Everything that the coordinator can do with the agenda: late items first, then the order, a card for each item. */
export const coordinatorCard = (
  view: AgendaView,
  { page: wanted = 0 }: { readonly page?: number } = {},
): Card => {
  const { language, notice } = view;
  const { coordinator: text, agenda: said } = agendaTexts[language];
  const items = comingItems(view);
  const waiting = items.filter(({ late }) => late === 'waiting');
  const taken = takenItems(items);
  const later = items.filter(({ late }) => late === 'next');
  const rows: readonly Rows[] = [
    ...waiting.map((item, at) => [
      ...(at === 0 ? [heading(text.waiting)] : []),
      ...itemRows(item, view),
      openButton(view, item),
    ]),
    ...taken.map((item, at) => [
      ...(at === 0 ? [heading(text.order)] : []),
      ...itemRows(item, view, at + 1),
      openButton(view, item),
    ]),
    ...later.map((item) => [...itemRows(item, view), openButton(view, item)]),
  ];
  const page = pageOf(rows, wanted);
  const deadline = deadlineInWords(view);
  return sheet(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.heading,
      lead: deadline === undefined ? '' : text.whenOpen(deadline),
      rows: [
        ...(items.length === 0 ? [words(said.none)] : page.rows),
        ...sumRow(view),
        ...pageButtons(view, page, 'agenda.coordinate'),
      ],
      actions: actionsOf(view),
    },
  );
};
