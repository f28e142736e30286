import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { buttonRow } from '../cards/elements';
import { button, meetingData, sheet, wayOut } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, aboveOf, comingItems, itemData } from './agenda-view';
import { type Line, minutesInput } from './coordinator-forms';
import { type Item, takenItems } from './item';
import { itemRows } from './item-rows';

const orderButtons = (view: AgendaView, item: Item): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const taken = takenItems(comingItems(view));
  const at = taken.findIndex(({ id }) => id === item.id);
  const to = (title: string, place: number) =>
    wayOut(language, title, 'agenda.move', { ...itemData(meeting, item.id), place });
  return [
    ...(at > 0 ? [to(buttons.up, at - 1)] : []),
    ...(at >= 0 && at < taken.length - 1 ? [to(buttons.down, at + 1)] : []),
  ];
};

const itemActions = (view: AgendaView, item: Item): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const data = itemData(meeting, item.id);
  const to = (title: string, verb: string, more: object = {}) =>
    wayOut(language, title, verb, { ...data, ...more });
  const hasText = item.kind !== 'single-case' && item.title !== '';
  return [
    ...(item.late === 'waiting'
      ? [
          to(buttons.thisMeeting, 'agenda.late', { meeting: 'this' }),
          to(buttons.nextMeeting, 'agenda.late', { meeting: 'next' }),
        ]
      : orderButtons(view, item)),
    ...(item.kind === 'standing'
      ? [to(buttons.dropStanding, 'agenda.drop-standing')]
      : [to(buttons.refuse, 'agenda.ask-refuse')]),
    ...(hasText ? [to(buttons.removeText, 'agenda.ask-remove')] : []),
  ];
};

/** One item: its place and minutes, which meeting takes it when it is late, and the ways to take it off. */
export const itemCard = (
  view: AgendaView,
  { item, minutes }: { readonly item: Item; readonly minutes?: Line },
): Card => {
  const { language, meeting, notice } = view;
  const { coordinator: text, buttons } = agendaTexts[language];
  const taken = takenItems(comingItems(view));
  const at = taken.findIndex(({ id }) => id === item.id);
  return sheet(
    { language, notice },
    {
      above: aboveOf(view),
      heading: at < 0 ? text.waiting : text.place(at + 1, taken.length),
      lead: item.late === 'waiting' ? text.late : '',
      rows: [
        ...itemRows(item, view),
        ...itemActions(view, item).map((one) => buttonRow([one])),
        ...minutesInput(language, minutes ?? { typed: String(item.minutes) }),
      ],
      actions: [
        button(language, {
          title: buttons.saveMinutes,
          verb: 'agenda.minutes',
          data: itemData(meeting, item.id),
        }),
        wayOut(language, buttons.back, 'agenda.coordinate', meetingData(meeting)),
      ],
    },
  );
};
