import { agendaCard } from '../agenda/agenda-card';
import type { Card } from '../cards/card';
import type { Municipality } from '../municipality/schema';
import type { Instant, OutboxRow } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { dateInWords } from '../text/dates';
import { meetingTexts } from '../text/meetings';
import type { Group } from './group';
import type { Meeting } from './meeting';
import { meetingCard } from './meeting-card';
import { type ReminderKind, reminderKinds } from './reminder-plan';
import { factsOf, type GroupFacts, instantInWords, whenInWords } from './view';
import type { Days } from './working-days';

/** What is sent for a row: a card with its notification's text, or a message in words. */
export type Rendered =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

type Context = {
  readonly group: Group;
  readonly meeting: Meeting;
  readonly municipality: Municipality;
  readonly isLate: boolean;
  readonly now: Instant;
};

const reminderKindOf = (kind: string): ReminderKind | undefined =>
  reminderKinds.find((each) => each === kind);

/**
 * The words of a row, made of the meeting as it is now; `undefined` when there is nothing left to say: a reminder of a
 * meeting that isn't held, a published agenda that isn't published, or an unknown group.
 */
export const renderRow = (row: Pick<OutboxRow, 'kind'>, context: Context): Rendered | undefined => {
  const { municipality, meeting } = context;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  if (row.kind === 'change-notice') return { kind: 'text', text: changeText(facts, context) };
  if (row.kind === 'meeting-card') return cardWith(facts, context, undefined);
  if (row.kind === 'agenda-card') return agendaWith(facts, context);
  const reminder = reminderKindOf(row.kind);
  if (reminder === undefined || meeting.status.kind !== 'planned') return undefined;
  if (reminder === 'agenda-published' && meeting.agenda.state !== 'published') return undefined;
  return cardWith(facts, context, reminderText(reminder, context));
};

const cardWith = (facts: GroupFacts, context: Context, notice: string | undefined): Rendered => {
  const { municipality, meeting, now } = context;
  const { language } = municipality;
  const card = meetingCard({ language, facts, meeting, now, notice });
  return { kind: 'card', card, summary: meetingTexts[language].summary };
};

/** The agenda's card as everybody in the channel sees it; before its publication there is none. */
const agendaWith = (facts: GroupFacts, { municipality, meeting, now }: Context): Rendered | undefined => {
  const { language } = municipality;
  if (meeting.posts.agenda === undefined && meeting.agenda.state !== 'published') return undefined;
  const card = agendaCard({ language, facts, meeting, now });
  return { kind: 'card', card, summary: agendaTexts[language].summary };
};

const reminderText = (kind: ReminderKind, { municipality, meeting, isLate }: Context): string => {
  const { language } = municipality;
  const { heading, asked, late } = meetingTexts[language].reminders;
  const { agenda } = meeting;
  const count = 'items' in agenda ? agenda.items.length : 0;
  const more: Readonly<Record<ReminderKind, string>> = {
    'call-for-items':
      agenda.state === 'open' ? asked.deadline(instantInWords(agenda.closesAt, language)) : '',
    'deadline-near': agenda.state === 'open' ? asked.deadline(instantInWords(agenda.closesAt, language)) : '',
    'deadline-passed': asked.count(count),
    'agenda-published': '',
    'day-before': asked.apology,
    'same-morning': asked.apology,
  };
  return [heading[kind], more[kind], isLate ? late : ''].filter((each) => each !== '').join(' ');
};

/** One short new message, for an edited card notifies nobody. */
const changeText = (facts: GroupFacts, { municipality, meeting }: Context): string => {
  const { language } = municipality;
  const { notice } = meetingTexts[language].reminders;
  const { kind } = meeting.status;
  return notice[kind === 'planned' ? 'moved' : kind](facts.name[language], whenInWords(meeting, language));
};

/** The question of a row about a group's series, in words; `undefined` for a row that is about no series. */
export const renderSeriesAsk = (
  { id, groupId }: Pick<OutboxRow, 'id' | 'groupId'>,
  { municipality, days }: { readonly municipality: Municipality; readonly days: Days },
): Rendered | undefined => {
  const facts = factsOf(municipality, groupId);
  const [, about, date] = /\/series\/(ask|ends)\/(\d{4}-\d{2}-\d{2})$/.exec(id) ?? [];
  if (facts === undefined || date === undefined) return undefined;
  const { language } = municipality;
  const { seriesEnds, holidayAsk } = meetingTexts[language].reminders;
  const [group, day] = [facts.name[language], dateInWords(date, language)];
  const name = days.holidayName(date)?.[language] ?? '';
  return { kind: 'text', text: about === 'ends' ? seriesEnds(group, day) : holidayAsk(group, day, name) };
};
