import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { buttonRow, words } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import { type Item, isTaken, takenItems } from '../meetings/model/item';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, aboveOf, canOrder, comingItems, itemData, orderButton } from './agenda-view';
import { type Line, minutesInput } from './coordinator-forms';
import { itemRows } from './item-rows';
import { hasText } from './removal-card';

/** Where the item belongs: a late one to this meeting or the next, another one in its place of the order. */
const placeButtons = (view: AgendaView, item: Item): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const data = itemData(meeting, item.id);
  if (item.late === 'waiting')
    return [
      secondaryButton(language, buttons.thisMeeting, 'agenda.late', { ...data, meeting: 'this' }),
      secondaryButton(language, buttons.nextMeeting, 'agenda.late', { ...data, meeting: 'next' }),
    ];
  return isTaken(item) && canOrder(view) ? [orderButton(view)] : [];
};

const offButtons = ({ meeting, language }: AgendaView, item: Item): readonly Button[] => {
  const { buttons } = agendaTexts[language];
  const data = itemData(meeting, item.id);
  const to = (title: string, verb: Verb) => secondaryButton(language, title, verb, data);
  return [
    item.kind === 'standing'
      ? to(buttons.dropStanding, 'agenda.drop-standing')
      : to(buttons.refuse, 'agenda.ask-refuse'),
    ...(hasText(item) ? [to(buttons.removeText, 'agenda.ask-remove')] : []),
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
        {
          type: 'Container',
          separator: true,
          spacing: 'medium',
          items: [
            ...(item.kind === 'topic' && hasText(item) ? [words(text.offWays, { isSmall: true })] : []),
            ...offButtons(view, item).map(rowOf),
          ],
        },
      ],
      actions: [secondaryButton(language, buttons.back, 'agenda.coordinate', meetingData(meeting))],
    },
  );
};
