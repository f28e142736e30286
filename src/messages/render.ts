import { agendaCard } from '../agenda/agenda-card';
import type { Card } from '../cards/card';
import { typedWords } from '../cards/elements';
import { meetingCard } from '../meetings/meeting-card';
import type { Group } from '../meetings/model/group';
import { factsOf, type GroupFacts } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import { type ReminderKind, reminderKinds } from '../meetings/model/reminder-plan';
import { type RetentionPolicy, retentionOf } from '../meetings/model/retention';
import { button, formCard, instantInWords, meetingData, whenInWords } from '../meetings/view';
import type { Municipality } from '../municipality/schema';
import type { Instant, OutboxRow } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';

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

/** What a row reminds of, in the channel or in private. */
const reminderKindOf = (kind: string): ReminderKind | undefined =>
  reminderKinds.find((each) => each === kind || `private-${each}` === kind);

/**
 * The words of a row, made of the meeting as it is now; `undefined` when there is nothing left to say: a reminder of a
 * meeting that isn't held, a published agenda that isn't published, nothing to file, or an unknown group. The first
 * reminder in the channel is the meeting's card; others are short, for nobody keeps them up to date.
 */
export const renderRow = (row: Pick<OutboxRow, 'kind'>, context: Context): Rendered | undefined => {
  const { municipality, meeting } = context;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  if (row.kind === 'change-notice' || row.kind === 'private-change-notice')
    return { kind: 'text', text: changeText(facts, context) };
  if (row.kind === 'meeting-card') return cardWith(facts, context, undefined);
  if (row.kind === 'agenda-card') return agendaWith(facts, context);
  if (row.kind === 'ask-coordinator') return fileCard(facts, context);
  const reminder = reminderKindOf(row.kind);
  if (reminder === undefined || meeting.status.kind !== 'planned') return undefined;
  if (reminder === 'agenda-published' && meeting.agenda.state !== 'published') return undefined;
  return isFirstPost(row, meeting)
    ? cardWith(facts, context, reminderText(reminder, context))
    : reminderCard(reminder, facts, context);
};

/** Whether the row's message is the one that the meeting's card stands in from now on. */
export const isFirstPost = ({ kind }: Pick<OutboxRow, 'kind'>, { posts }: Meeting): boolean =>
  posts.meeting === undefined && reminderKinds.some((each) => each === kind);

const reminderCard = (kind: ReminderKind, facts: GroupFacts, context: Context): Rendered => {
  const { municipality, meeting } = context;
  const { language } = municipality;
  const { buttons, summary, place } = meetingTexts[language];
  const to = (title: string, verb: string) => button(language, { title, verb, data: meetingData(meeting) });
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

/** What the coordinator is asked before a meeting's words are erased; `undefined` when there is nothing to file. */
export const fileWords = (meeting: Meeting, { municipality, retention }: FilePorts): string | undefined => {
  const { askAt, eraseAt = 0 } = retentionOf(meeting, retention) ?? {};
  const facts = factsOf(municipality, meeting.groupId);
  if (askAt === undefined || facts === undefined) return undefined;
  const { language } = municipality;
  const { file } = meetingTexts[language].reminders;
  return file(facts.name[language], whenInWords(meeting, language), instantInWords(eraseAt, language));
};
type FilePorts = Pick<Context, 'municipality' | 'retention'>;

const fileCard = (facts: GroupFacts, context: Context): Rendered | undefined => {
  const { municipality, meeting } = context;
  const { language } = municipality;
  const { buttons, summary, reminders } = meetingTexts[language];
  const lead = fileWords(meeting, context);
  if (lead === undefined) return undefined;
  const title = buttons.agenda;
  const actions = [button(language, { title, verb: 'agenda.show', data: meetingData(meeting) })];
  const text = { above: facts.name[language], heading: reminders.fileHeading, lead, actions };
  return { kind: 'card', card: formCard({ language }, text), summary };
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

/** One short new message, for an edited card notifies nobody. */
const changeText = (facts: GroupFacts, { municipality, meeting }: Context): string => {
  const { language } = municipality;
  const { notice } = meetingTexts[language].reminders;
  const { status, revision, sameTimeRevision } = meeting;
  const moved = sameTimeRevision === revision ? 'changed' : 'moved';
  return notice[status.kind === 'planned' ? moved : status.kind](
    facts.name[language],
    whenInWords(meeting, language),
  );
};
