import { dayMs } from '../../duration';
import type { Instant } from '../../storage/contract';
import type { Meeting } from './meeting';

/** `keepDays` after the meeting's end everything is erased; so long before that the coordinator is asked to file it. */
export type RetentionPolicy = { readonly keepDays: number; readonly askDaysBefore: number };

export const defaultRetention: RetentionPolicy = { keepDays: 30, askDaysBefore: 7 };

export type Retention = {
  /** When the coordinator is asked, once, to file the document; absent when there is nothing to file. */
  readonly askAt?: Instant;
  /** From this instant on nothing may be left of the agenda and the apologies. */
  readonly eraseAt: Instant;
};

/**
 * When a meeting's agenda and apologies go; `undefined` when nothing is left of them. Days are of 24 hours from the
 * meeting's end. What was carried has its own copy on the next agenda and goes with that one.
 */
export const retentionOf = (
  meeting: Pick<Meeting, 'startsAt' | 'lengthMinutes' | 'agenda' | 'apologies'>,
  { keepDays, askDaysBefore }: RetentionPolicy,
): Retention | undefined => {
  const { agenda, apologies } = meeting;
  if (agenda.state === 'erased' && apologies.length === 0) return undefined;
  const endsAt = meeting.startsAt + meeting.lengthMinutes * 60_000;
  const eraseAt = endsAt + keepDays * dayMs;
  const canBeFiled = (agenda.state === 'published' || agenda.state === 'held') && agenda.items.length > 0;
  return { eraseAt, ...(canBeFiled ? { askAt: Math.max(endsAt, eraseAt - askDaysBefore * dayMs) } : {}) };
};

/** The meeting with nothing left but that it was: from `eraseAt` on; before it, and once erased, it comes back as it is. */
export const eraseWhenDue = (meeting: Meeting, policy: RetentionPolicy, now: Instant): Meeting => {
  const retention = retentionOf(meeting, policy);
  if (!retention || now < retention.eraseAt) return meeting;
  const { people: _, ...told } = meeting.told;
  return { ...meeting, agenda: { state: 'erased', erasedAt: now }, apologies: [], told };
};

/** As long as a calendar shows what has been. */
const removedAfterDays = 90;

/** When the meeting itself goes, with its place and who called it off; `undefined` while anything of it is to be erased. */
export const removeAtOf = (meeting: Pick<Meeting, 'agenda' | 'apologies'>): Instant | undefined =>
  meeting.agenda.state === 'erased' && meeting.apologies.length === 0
    ? meeting.agenda.erasedAt + removedAfterDays * dayMs
    : undefined;
