import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { buttonRow } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import { type Item, takenItems } from '../meetings/model/item';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, aboveOf, comingItems, itemData } from './agenda-view';
import { type Line, minutesInput } from './coordinator-forms';
import { itemRows } from './item-rows';

/** Where the item belongs: a late one to this meeting or the next, another one up or down. */
const placeButtons = (view: AgendaView, item: Item): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const data = itemData(meeting, item.id);
  if (item.late === 'waiting')
    return [
      secondaryButton(language, buttons.thisMeeting, 'agenda.late', { ...data, meeting: 'this' }),
      secondaryButton(language, buttons.nextMeeting, 'agenda.late', { ...data, meeting: 'next' }),
    ];
  const taken = takenItems(comingItems(view));
  const at = taken.findIndex(({ id }) => id === item.id);
  const to = (title: string, place: number) =>
    secondaryButton(language, title, 'agenda.move', { ...data, place });
  return [
    ...(at > 0 ? [to(buttons.up, at - 1)] : []),
    ...(at >= 0 && at < taken.length - 1 ? [to(buttons.down, at + 1)] : []),
  ];
};

const offButtons = ({ meeting, language }: AgendaView, item: Item): readonly Button[] => {
  const { buttons } = agendaTexts[language];
  const data = itemData(meeting, item.id);
  const to = (title: string, verb: Verb) => secondaryButton(language, title, verb, data);
  return [
    item.kind === 'standing'
      ? to(buttons.dropStanding, 'agenda.drop-standing')
      : to(buttons.refuse, 'agenda.ask-refuse'),
    ...(item.kind !== 'single-case' && item.title !== ''
      ? [to(buttons.removeText, 'agenda.ask-remove')]
      : []),
  ];
};

const headingOf = (view: AgendaView, item: Item): string => {
  const { coordinator: text } = agendaTexts[view.language];
  if (item.late === 'waiting') return text.waiting;
  const taken = takenItems(comingItems(view));
  const at = taken.findIndex(({ id }) => id === item.id);
  return at < 0 ? text.later : text.place(at + 1, taken.length);
};

/** One item: its place and minutes, which meeting takes it when it is late, and the ways to take it off. */
export const itemCard = (
  view: AgendaView,
  { item, minutes }: { readonly item: Item; readonly minutes?: Line },
): Card => {
  const { language, meeting, notice } = view;
  const { coordinator: text, buttons } = agendaTexts[language];
  const rowOf = (one: Button) => buttonRow([one]);
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: headingOf(view, item),
      lead: item.late === 'waiting' ? text.late : '',
      rows: [
        ...itemRows(item, view),
        ...placeButtons(view, item).map(rowOf),
        ...minutesInput(language, minutes ?? { typed: String(item.minutes) }),
        rowOf(
          button(language, {
            title: buttons.saveMinutes,
            verb: 'agenda.minutes',
            data: itemData(meeting, item.id),
          }),
        ),
        { type: 'Container', separator: true, spacing: 'medium', items: offButtons(view, item).map(rowOf) },
      ],
      actions: [secondaryButton(language, buttons.back, 'agenda.coordinate', meetingData(meeting))],
    },
  );
};
