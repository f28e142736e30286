import type { Card } from '../cards/card';
import { words } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import type { Language } from '../municipality/schema';
import type { Instant, OutboxEntry, OutboxState } from '../storage/contract';
import { dayInWords } from '../text/dates';
import { meetingTexts } from '../text/meetings';
import type { GroupFacts } from './model/group-facts';
import type { Meeting } from './model/meeting';
import { heardIn, isCoordinatorAsk, isPrivate } from './model/row-kinds';
import { type CardView, formCard, instantInWords, meetingData, secondaryButton, whenInWords } from './view';

/** So many lines a page that the card stays small on a telephone. */
export const sentRows = 15;

type Line = Pick<OutboxEntry, 'kind' | 'subject' | 'dueAt' | 'state'> & { readonly people: number };

/** What somebody may have to do something about comes first, then what is to come, then what is done. */
const rankOf: Readonly<Record<OutboxState, number>> = {
  failed: 0,
  unknown: 0,
  leased: 1,
  planned: 1,
  sent: 2,
  obsolete: 2,
};

/** Whether it was or will be sent for certain: the coordinator is asked only if there is something to ask then. */
const isCertain = ({ kind, state }: Pick<OutboxEntry, 'kind' | 'state'>): boolean =>
  kind === 'ask-coordinator' || !isCoordinatorAsk(kind) || (state !== 'planned' && state !== 'obsolete');

/** One line a row, what wasn't sent first; the same reminder to several people in private is one, and names none of them. */
const linesOf = (rows: readonly OutboxEntry[]): readonly Line[] => {
  const lines = new Map<string, Line>();
  for (const { id, kind, subject, dueAt, state } of rows.filter(isCertain)) {
    const key = isPrivate(kind) ? `${kind} ${subject} ${dueAt} ${state}` : id;
    lines.set(key, { kind, subject, dueAt, state, people: (lines.get(key)?.people ?? 0) + 1 });
  }
  return [...lines.values()].toSorted((a, b) => rankOf[a.state] - rankOf[b.state] || a.dueAt - b.dueAt);
};

const nameOf = ({ kind, people }: Line, language: Language): string => {
  const { sent: text, kinds } = meetingTexts[language];
  const names: Readonly<Record<string, string>> = { ...kinds, ...text.kinds };
  const plain = heardIn(kind) ?? kind;
  const name = (Object.hasOwn(names, plain) ? names[plain] : undefined) ?? text.kinds.other;
  return plain === kind ? name : text.privately(name, people);
};

type SentView = CardView & {
  readonly facts: GroupFacts;
  /** When the meetings begin that rows are about, by their id. */
  readonly startsAt: ReadonlyMap<string, Instant>;
  /** The meeting that was asked from; absent for all of the group's. */
  readonly meeting?: Meeting | undefined;
};

const whenOf = ({ subject, dueAt }: Line, { language, startsAt }: SentView): string => {
  const when = instantInWords(dueAt, language);
  const begins = startsAt.get(subject);
  if (begins === undefined) return when;
  return meetingTexts[language].sent.ofMeeting(dayInWords(new Date(begins), language), when);
};

/** What will be sent and what was, with every row's state, page by page for the coordinator. Pages are counted from 0. */
export const sentCard = (view: SentView, rows: readonly OutboxEntry[], page = 0): Card => {
  const { facts, language, meeting } = view;
  const { sent: text, buttons } = meetingTexts[language];
  const lines = linesOf(rows);
  const shown = lines.slice(page * sentRows, (page + 1) * sentRows);
  const rest = Math.max(0, lines.length - (page + 1) * sentRows);
  const about = meeting === undefined ? '' : text.ofOne(whenInWords(meeting, language));
  const howMany = lines.length === 0 ? text.none : rest > 0 ? text.rest(rest) : '';
  const lead = `${about} ${howMany}`.trim();
  const one = meeting === undefined ? {} : meetingData(meeting);
  const to = (title: string, verb: Verb, more: object = {}) =>
    secondaryButton(language, title, verb, { groupId: facts.id, ...more });
  return formCard(view, {
    above: facts.name[language],
    heading: text.heading,
    lead,
    rows: shown.map((line) =>
      words(text.line(nameOf(line, language), whenOf(line, view), text.states[line.state])),
    ),
    actions: [
      ...(rest > 0 ? [to(text.later, 'group.sent', { page: page + 1, ...one })] : []),
      ...(meeting === undefined
        ? [to(buttons.next, 'meeting.next')]
        : [to(buttons.back, 'meeting.more', one), to(text.all, 'group.sent')]),
    ],
  });
};
