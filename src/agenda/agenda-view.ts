import type { Button } from '../cards/action';
import { buttonRow, type Element } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import type { MeetingView } from '../meetings/meeting-card';
import { type Agenda, atTime, type HeldItem } from '../meetings/model/agenda';
import { takenItems } from '../meetings/model/item';
import { endOf, type Meeting } from '../meetings/model/meeting';
import { instantInWords, meetingData, secondaryButton, whenInWords } from '../meetings/view';
import type { Instant } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import type { Page } from './pages';

/** What a card about an agenda is made of: the meeting with its agenda, as it is at `now`. */
export type AgendaView = MeetingView;

/** Whether anything can still be handed in or ordered. */
export const isToCome = ({ meeting, now }: Pick<AgendaView, 'meeting' | 'now'>): boolean =>
  meeting.status.kind === 'planned' &&
  now < endOf(meeting) &&
  meeting.agenda.state !== 'held' &&
  meeting.agenda.state !== 'erased';

export const agendaAt = ({ meeting, now }: Pick<AgendaView, 'meeting' | 'now'>): Agenda =>
  atTime(meeting.agenda, now);

/** Every item of the agenda, also those that wait; none once it is erased. */
export const itemsIn = (agenda: Agenda): readonly HeldItem[] =>
  agenda.state === 'erased' ? [] : agenda.items;

export const comingItems = (view: Pick<AgendaView, 'meeting' | 'now'>): readonly HeldItem[] =>
  itemsIn(agendaAt(view));

/** The deadline in words while it is still to come. */
export const deadlineInWords = (view: AgendaView): string | undefined => {
  const agenda = agendaAt(view);
  return agenda.state === 'open' ? instantInWords(agenda.closesAt, view.language) : undefined;
};

/** What a button about one item carries. */
export const itemData = (meeting: Meeting, itemId: string): object => ({ ...meetingData(meeting), itemId });

/** The group and the meeting, above a card's heading. */
export const aboveOf = ({ facts, meeting, language }: AgendaView): string =>
  `${facts.name[language]}, ${whenInWords(meeting, language)}`;

/** Whether there is an order to change. */
export const canOrder = (view: Pick<AgendaView, 'meeting' | 'now'>): boolean =>
  isToCome(view) && takenItems(comingItems(view)).length > 1;

export const orderButton = ({ meeting, language }: AgendaView): Button =>
  secondaryButton(language, agendaTexts[language].buttons.order, 'agenda.order', meetingData(meeting));

/** Buttons to the other pages of a long agenda; nothing when everything stands on one. */
export const pageButtons = (
  { meeting, language }: AgendaView,
  { page, pages }: Page,
  verb: Verb,
): readonly Element[] => {
  const { buttons } = agendaTexts[language];
  const to = (title: string, at: number): Button =>
    secondaryButton(language, title, verb, { ...meetingData(meeting), page: at });
  return [
    ...(page > 0 ? [buttonRow([to(buttons.earlier, page - 1)])] : []),
    ...(page < pages - 1 ? [buttonRow([to(buttons.later, page + 1)])] : []),
  ];
};

/** Whether the coordinator can note what came of the items. */
export const canNote = ({ meeting, now }: { readonly meeting: Meeting; readonly now: Instant }): boolean =>
  meeting.status.kind === 'planned' && now >= meeting.startsAt && meeting.agenda.state !== 'erased';
