import type { Instant, Mark, OutboxEntry } from '../storage/contract';
import type { Guarantee, Outcome } from './transport';

/** A message of which nobody knows whether it arrived is repeated so often: it arrives three times at the most. */
const maxRepeats = 2;
const firstWaitMs = 1_000;
const longestWaitMs = 300_000;
const retryAfterSpreadMs = 1_000;

// Microsoft's table: 412, 429, 502, 503 and 504, and nothing else. No answer in time says as little as a gateway's 504.
const retried = [412, 429, 502, 503];
const statusOf = (outcome: Exclude<Outcome, { kind: 'sent' }>): number =>
  outcome.kind === 'ambiguous' ? 504 : outcome.status;
const isAmbiguous = (status: number, guarantee: Guarantee): boolean =>
  status === 504 || (status === 502 && guarantee === 'at-most-once');

const gone: Readonly<Record<string, number>> = { ConversationNotFound: 404, BotNotInConversationRoster: 403 };

/** Whether Teams says that the conversation is no longer there, or that the bot is no longer in it. */
export const isGone = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.code !== undefined && gone[outcome.code] === outcome.status;

/** Whether Teams said no, and asking again is no use. */
export const isFinal = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.status !== 504 && !retried.includes(outcome.status);

/** How long Teams wants to be left alone by this conversation, where it says so. */
export const retryAfterOf = (outcome: Outcome): number | undefined =>
  outcome.kind === 'refused' && retried.includes(outcome.status) ? outcome.retryAfterMs : undefined;

/** `jitter` is from 0 to 1. Doubles with every attempt up to five minutes; at least half of it is waited. */
export const backoffMs = (attempt: number, jitter: number): number =>
  Math.round(Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1)) * (0.5 + jitter / 2));

type Tries = Pick<OutboxEntry, 'attempts' | 'ambiguous'>;

/** What becomes of a claimed row that isn't sent, because its time is over or because it isn't true any more. */
export const markOfUnsent = ({ attempts, ambiguous }: Tries, reason: 'too-late' | 'changed'): Mark => {
  if (ambiguous > 0) return { state: 'unknown' };
  return { state: reason === 'too-late' && attempts > 0 ? 'failed' : 'obsolete' };
};

/** Whether a row may be sent after what nobody knows about it, a crash between a send and its mark among them. */
export const maySend = ({ ambiguous }: Pick<OutboxEntry, 'ambiguous'>, guarantee: Guarantee): boolean =>
  guarantee === 'latest' || ambiguous <= (guarantee === 'at-most-once' ? 0 : maxRepeats);

type Sent = {
  /** As it was claimed: this attempt isn't in its numbers. */
  readonly row: Tries;
  readonly guarantee: Guarantee;
  readonly now: Instant;
  /** From 0 to 1. */
  readonly jitter: number;
};

/** What an outcome makes of its row. Pure. */
export const markAfter = (outcome: Outcome, { row, guarantee, now, jitter }: Sent): Mark => {
  if (outcome.kind === 'sent') return { state: 'sent' };
  const status = statusOf(outcome);
  const backoff = now + backoffMs(row.attempts + 1, jitter);
  if (isAmbiguous(status, guarantee))
    return maySend({ ambiguous: row.ambiguous + 1 }, guarantee)
      ? { state: 'again', at: backoff, wasAmbiguous: true }
      : { state: 'unknown' };
  if (!retried.includes(status)) return { state: row.ambiguous > 0 ? 'unknown' : 'failed' };
  const retryAfterMs = retryAfterOf(outcome);
  const at =
    retryAfterMs === undefined ? backoff : now + retryAfterMs + Math.round(jitter * retryAfterSpreadMs);
  return { state: 'again', at, wasAmbiguous: false };
};
