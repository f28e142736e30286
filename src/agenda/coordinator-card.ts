import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { buttonRow, heading, words } from '../cards/elements';
import { takesText } from '../meetings/model/group-facts';
import { type Item, takenItems } from '../meetings/model/item';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import {
  type AgendaView,
  aboveOf,
  agendaAt,
  canOrder,
  comingItems,
  deadlineInWords,
  isToCome,
  itemData,
  orderButton,
  pageButtons,
} from './agenda-view';
import { itemRows, sumRow } from './item-rows';
import { pageOf, type Rows } from './pages';
import { hasTexts } from './removal-card';

/** An item with the way to its own card; each way has its own name, so that it can be told from the others by ear. */
const withButton = (
  view: AgendaView,
  item: Item,
  { title, place }: { readonly title: string; readonly place?: number },
): Rows => {
  const data = itemData(view.meeting, item.id);
  return [
    ...itemRows(item, view, place),
    buttonRow([button(view.language, { title, verb: 'agenda.item', data })]),
  ];
};

/** Late items first, for they wait for an answer; then the order, and last what the next meeting takes. */
const itemRowsOf = (view: AgendaView): readonly Rows[] => {
  const { coordinator: text, buttons } = agendaTexts[view.language];
  const items = comingItems(view);
  const under = (title: string, rows: readonly Rows[], first: Rows = []): readonly Rows[] =>
    rows.map((row, at) => (at === 0 ? [heading(title), ...first, ...row] : row));
  const waiting = items.filter(({ late }) => late === 'waiting');
  const later = items.filter(({ late }) => late === 'next');
  return [
    ...under(
      text.waiting,
      waiting.map((item, at) => withButton(view, item, { title: buttons.answerLate(at + 1) })),
    ),
    ...under(
      text.order,
      takenItems(items).map((item, at) =>
        withButton(view, item, { title: buttons.open(at + 1), place: at + 1 }),
      ),
      canOrder(view) ? [buttonRow([orderButton(view)])] : [],
    ),
    ...under(
      text.later,
      later.map((item, at) => withButton(view, item, { title: buttons.openKept(at + 1) })),
    ),
  ];
};

const leadOf = (view: AgendaView): string => {
  const { coordinator: text } = agendaTexts[view.language];
  if (!isToCome(view)) return '';
  const deadline = deadlineInWords(view);
  if (deadline !== undefined) return text.whenOpen(deadline);
  return agendaAt(view).state === 'published' ? text.whenPublished : text.whenClosed;
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
    ...(isToCome(view) && takesText(view.facts)
      ? [button(language, { title: buttons.standing, verb: 'agenda.standing-form', data })]
      : []),
    ...(state === 'published' || state === 'held'
      ? [button(language, { title: buttons.document, verb: 'agenda.document', data })]
      : []),
    secondaryButton(language, buttons.showAgenda, 'agenda.show', data),
  ];
};

const textsButton = ({ meeting, language }: AgendaView): Button =>
  secondaryButton(language, agendaTexts[language].buttons.texts, 'agenda.texts', meetingData(meeting));

/** Asks once before an agenda is published on which late items wait for an answer. */
export const publishCard = (view: AgendaView): Card => {
  const { language, meeting } = view;
  const { coordinator: text, buttons } = agendaTexts[language];
  const waiting = comingItems(view).filter(({ late }) => late === 'waiting');
  const data = { ...meetingData(meeting), isSure: true };
  return formCard(
    { language },
    {
      above: aboveOf(view),
      heading: text.publishHeading,
      lead: text.publishLead(waiting.length),
      actions: [
        button(language, { title: buttons.publishAnyway, verb: 'agenda.publish', data, style: 'positive' }),
        secondaryButton(language, buttons.back, 'agenda.coordinate', meetingData(meeting)),
      ],
    },
  );
};

/** Everything that the coordinator can do with the agenda: late items first, then the order, a card for each item. */
export const coordinatorCard = (
  view: AgendaView,
  { page: wanted = 0 }: { readonly page?: number } = {},
): Card => {
  const { language, notice } = view;
  const { coordinator: text, agenda: said } = agendaTexts[language];
  const page = pageOf(itemRowsOf(view), wanted);
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.heading,
      lead: leadOf(view),
      rows: [
        ...(comingItems(view).length === 0 ? [words(said.none)] : page.rows),
        sumRow(view),
        ...(takesText(view.facts) ? [] : [words(said.unchecked, { isSmall: true })]),
        ...pageButtons(view, page, 'agenda.coordinate'),
        ...(hasTexts(agendaAt(view)) ? [buttonRow([textsButton(view)])] : []),
      ],
      actions: actionsOf(view),
    },
  );
};
