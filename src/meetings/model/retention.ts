import { dayMs } from '../../duration';
import type { Instant } from '../../storage/contract';
import type { HeldItem } from './agenda';
import { endOf, type Meeting } from './meeting';
import { waitingOf } from './unfinished';

/** `keepDays` after the meeting's end everything is erased; so long before that the coordinator is asked to file it. */
export type RetentionPolicy = { readonly keepDays: number; readonly askDaysBefore: number };

export const defaultRetention: RetentionPolicy = { keepDays: 30, askDaysBefore: 7 };

/** Items wait so much longer for a meeting that isn't planned yet, as far ahead as meetings are planned: a summer is shorter. */
export const waitingDays = 120;

export type Retention = {
  /** When the coordinator is asked, once, to file the document; absent when there is nothing to file. */
  readonly askAt?: Instant;
  /** From this instant on nothing may be left of the agenda and the apologies but items that wait for a meeting. */
  readonly eraseAt: Instant;
  /** From this instant on those may not be left either; absent when there are none. */
  readonly eraseWaitingAt?: Instant;
};

/**
 * When a meeting's agenda and apologies go; `undefined` when nothing is left of them. Days are of 24 hours from the
 * meeting's end. What was carried has its own copy on the next agenda and goes with that one.
 */
export const retentionOf = (
  meeting: Meeting,
  { keepDays, askDaysBefore }: RetentionPolicy,
): Retention | undefined => {
  const { agenda, apologies } = meeting;
  if (agenda.state === 'erased' && apologies.length === 0) return undefined;
  const endsAt = endOf(meeting);
  const eraseAt = endsAt + keepDays * dayMs;
  const canBeFiled = (agenda.state === 'published' || agenda.state === 'held') && agenda.items.length > 0;
  return {
    eraseAt,
    ...(canBeFiled ? { askAt: Math.max(endsAt, eraseAt - askDaysBefore * dayMs) } : {}),
    ...(waitingOf(meeting).length > 0 ? { eraseWaitingAt: eraseAt + waitingDays * dayMs } : {}),
  };
};

/** When something of the meeting must be erased next; `undefined` when nothing is left. */
export const nextEraseAt = (meeting: Meeting, policy: RetentionPolicy): Instant | undefined => {
  const retention = retentionOf(meeting, policy);
  if (retention?.eraseWaitingAt === undefined) return retention?.eraseAt;
  return onlyWaiting(meeting) === meeting ? retention.eraseWaitingAt : retention.eraseAt;
};

/** The meeting with nothing but the items that wait; itself when there is nothing else. */
const onlyWaiting = (meeting: Meeting): Meeting => {
  const { agenda, apologies, told } = meeting;
  if (agenda.state === 'erased') return meeting;
  const waiting = new Set(waitingOf(meeting).map(({ id }) => id));
  const left = agenda.items.filter(({ id }) => waiting.has(id));
  const items = left.map(withoutDecision);
  const isLess =
    left.length < agenda.items.length ||
    items.some((each, at) => each !== left[at]) ||
    agenda.refused.length > 0 ||
    apologies.length > 0;
  if (!isLess && told.people === undefined) return meeting;
  return { ...meeting, agenda: { ...agenda, items, refused: [] }, apologies: [], told: withoutPeople(told) };
};

/** A standing item comes again, and what was decided about it last time doesn't. */
const withoutDecision = (item: HeldItem): HeldItem => {
  if (item.outcome?.kind !== 'decided') return item;
  const { outcome: _, ...plain } = item;
  return plain;
};

const withoutPeople = ({ people: _, ...told }: Meeting['told']): Meeting['told'] => told;

/**
 * The meeting with nothing left but that it was, and items that still wait for a meeting to take them: from `eraseAt` on;
 * before it, and once erased, it comes back as it is.
 */
export const eraseWhenDue = (meeting: Meeting, policy: RetentionPolicy, now: Instant): Meeting => {
  const retention = retentionOf(meeting, policy);
  if (!retention || now < retention.eraseAt) return meeting;
  if (retention.eraseWaitingAt !== undefined && now < retention.eraseWaitingAt) return onlyWaiting(meeting);
  const agenda = { state: 'erased', erasedAt: now } as const;
  return { ...meeting, agenda, apologies: [], told: withoutPeople(meeting.told) };
};

/** As long as a calendar shows what has been. */
const removedAfterDays = 90;

/** When the meeting itself goes, with its place and who called it off; `undefined` while anything of it is to be erased. */
export const removeAtOf = (meeting: Pick<Meeting, 'agenda' | 'apologies'>): Instant | undefined =>
  meeting.agenda.state === 'erased' && meeting.apologies.length === 0
    ? meeting.agenda.erasedAt + removedAfterDays * dayMs
    : undefined;
