import { agendaCard } from '../agenda/agenda-card';
import type { Card } from '../cards/card';
import { typedWords } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import { meetingCard } from '../meetings/meeting-card';
import { atTime } from '../meetings/model/agenda';
import type { Group } from '../meetings/model/group';
import { factsOf, type GroupFacts } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import { type PostedCard, phaseOf } from '../meetings/model/posted';
import { type ReminderKind, reminderKinds } from '../meetings/model/reminder-plan';
import type { RetentionPolicy } from '../meetings/model/retention';
import { heardIn, isCoordinatorAsk } from '../meetings/model/row-kinds';
import type { News } from '../meetings/model/told';
import { button, formCard, instantInWords, meetingData, whenInWords } from '../meetings/view';
import type { Municipality } from '../municipality/schema';
import type { Instant, OutboxRow } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';
import { askCard } from './asks';

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
  readonly retention: RetentionPolicy;
};

/** What a row in private reminds of. */
const privateReminderOf = (kind: string): ReminderKind | undefined =>
  reminderKinds.find((each) => each === heardIn(kind));

/**
 * The words of a row that isn't a card in the channel, made of the meeting as it is now; `undefined` when there is nothing
 * left to say: a published agenda that isn't published, nothing to file, or an unknown group.
 */
export const renderRow = (row: Pick<OutboxRow, 'kind'>, context: Context): Rendered | undefined => {
  const { municipality, meeting } = context;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  if (isCoordinatorAsk(row.kind)) return askCard(row.kind, meeting, context);
  const reminder = privateReminderOf(row.kind);
  if (reminder === undefined || meeting.status.kind !== 'planned') return undefined;
  if (reminder === 'agenda-published' && meeting.agenda.state !== 'published') return undefined;
  return reminderCard(reminder, facts, context);
};

/**
 * What a new message says until its card is put into it: true for ever, for after a crash nobody knows the message, and
 * without a word of anybody's.
 */
export const placeholder = (card: PostedCard, context: Context): Rendered | undefined => {
  const { municipality, meeting } = context;
  const facts = factsOf(municipality, meeting.groupId);
  const { posted } = meetingTexts[municipality.language];
  return facts && { kind: 'text', text: posted.placeholder[card](facts.name[municipality.language]) };
};

/** What the message says in which the card stood before it was sent anew. */
export const outlivedCard = (card: PostedCard, context: Context): Rendered | undefined => {
  const { municipality, meeting } = context;
  const { language } = municipality;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  const { posted, summary } = meetingTexts[language];
  const text = { above: facts.name[language], heading: posted.outlivedHeading, lead: posted.outlived[card] };
  return { kind: 'card', card: formCard({ language }, text), summary };
};

/** A card in the channel as everybody sees it now. */
export const postedCard = (card: PostedCard, context: Context): Rendered | undefined => {
  const { municipality, meeting, now } = context;
  const { language } = municipality;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  if (meeting.agenda.state === 'erased') return erasedCard(card, facts, context);
  const view = { language, facts, meeting, now };
  return card === 'agenda'
    ? { kind: 'card', card: agendaCard(view), summary: agendaTexts[language].summary }
    : {
        kind: 'card',
        card: meetingCard({ ...view, notice: noticeOf(context) }),
        summary: meetingTexts[language].summary,
      };
};

/** What either card says to the end: no button that would fail once the meeting is gone, and nothing that somebody typed. */
const erasedCard = (
  card: PostedCard,
  facts: GroupFacts,
  { municipality, meeting, now }: Context,
): Rendered => {
  const { language } = municipality;
  const { posted, summary, meeting: words } = meetingTexts[language];
  const lead = `${words.states[phaseOf(meeting, now)]}. ${posted.erased}`;
  const name = facts.name[language];
  const above = card === 'agenda' ? agendaTexts[language].agenda.above(name) : name;
  const text = { above, heading: whenInWords(meeting, language), lead };
  return { kind: 'card', card: formCard({ language }, text), summary };
};

/** The reminder that the card was posted for, as long as it is of use. */
const noticeOf = (context: Context): string | undefined => {
  const { meeting, now } = context;
  const { reminder } = meeting.posts.meeting ?? {};
  if (reminder === undefined) return undefined;
  const phase = phaseOf(meeting, now);
  const { state } = atTime(meeting.agenda, now);
  const isOfUse: Readonly<Record<ReminderKind, boolean>> = {
    'call-for-items': state === 'open',
    'deadline-near': state === 'open',
    'deadline-passed': state === 'closed',
    'agenda-published': state === 'published',
    'day-before': phase === 'planned',
    'same-morning': phase === 'today',
  };
  const isToCome = phase === 'planned' || phase === 'today';
  return isToCome && isOfUse[reminder.kind]
    ? reminderText(reminder.kind, { ...context, isLate: reminder.isLate === true })
    : undefined;
};

const reminderCard = (kind: ReminderKind, facts: GroupFacts, context: Context): Rendered => {
  const { municipality, meeting } = context;
  const { language } = municipality;
  const { buttons, summary, place } = meetingTexts[language];
  const to = (title: string, verb: Verb) => button(language, { title, verb, data: meetingData(meeting) });
  const card = formCard(
    { language },
    {
      above: facts.name[language],
      heading: meetingTexts[language].reminders.heading[kind],
      lead: `${whenInWords(meeting, language)}. ${askedText(kind, context)}`.trim(),
      rows: [typedWords(place, meeting.place)],
      actions: [
        to(buttons.apology, 'meeting.apology'),
        to(buttons.handIn, 'agenda.item-form'),
        to(buttons.showMeeting, 'meeting.show'),
      ],
    },
  );
  return { kind: 'card', card, summary };
};

/** What a reminder asks of its reader, and that it is late. */
const askedText = (kind: ReminderKind, { municipality, meeting, isLate }: Context): string => {
  const { language } = municipality;
  const { asked, late } = meetingTexts[language].reminders;
  const { agenda } = meeting;
  const count = 'items' in agenda ? agenda.items.length : 0;
  const deadline = agenda.state === 'open' ? asked.deadline(instantInWords(agenda.closesAt, language)) : '';
  const more: Readonly<Record<ReminderKind, string>> = {
    'call-for-items': deadline,
    'deadline-near': deadline,
    'deadline-passed': asked.count(count),
    'agenda-published': '',
    'day-before': asked.apology,
    'same-morning': asked.apology,
  };
  return [more[kind], isLate ? late : ''].filter((each) => each !== '').join(' ');
};

const reminderText = (kind: ReminderKind, context: Context): string => {
  const heading = meetingTexts[context.municipality.language].reminders.heading[kind];
  return `${heading}${heading.endsWith('?') ? '' : '.'} ${askedText(kind, context)}`.trim();
};

/** One short new message, for an edited card notifies nobody. Names no place: it is typed by somebody, and this is Markdown. */
export const newsWords = (news: News, { municipality, meeting }: Context): Rendered | undefined => {
  const { language } = municipality;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  const { notice } = meetingTexts[language].reminders;
  const group = facts.name[language];
  const when = whenInWords(meeting, language);
  const rest = meeting.posts.meeting === undefined ? notice.write : notice.seeCard;
  const words = (): string => {
    switch (news.kind) {
      case 'extra':
      case 'on-again':
        return `${notice[news.kind](group, when)} ${rest}`;
      case 'cancelled':
      case 'skipped':
        return notice[news.kind](group, when);
      case 'moved':
        return [
          notice.moved(group, whenInWords(news.from, language), when),
          ...(news.hasNewPlace ? [notice.newPlace] : []),
          rest,
          notice.apologise,
        ].join(' ');
      case 'changed':
        return [notice.changed(group, when, news), rest].join(' ');
      default:
        return news satisfies never;
    }
  };
  return { kind: 'text', text: words() };
};
