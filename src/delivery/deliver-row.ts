import { faultOf, type Log } from '../log';
import type { Instant, Mark, Outbox, OutboxEntry } from '../storage/contract';
import type { RateLimiter } from './rate-limiter';
import { backoffMs, isGone, markAfter, markOfUnsent, maySend, retryAfterOf } from './retry-policy';
import type { Guarantee, Outcome, Rendered, Transport } from './transport';

export type Delivered = 'sent' | 'retried' | 'failed' | 'unknown' | 'obsolete';

export type RowPorts<Content> = {
  readonly outbox: Pick<Outbox, 'attempt' | 'mark'>;
  readonly limiter: RateLimiter;
  /** Milliseconds of the process's own, never set back. The database's time comes with each claimed row. */
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Makes the row's words of the latest document; `isLate` says that its time passed long ago. */
  readonly render: (row: OutboxEntry, isLate: boolean) => Promise<Rendered<Content>>;
  readonly transport: Transport<Content>;
  /** Tells the coordinator, who may be told twice of the same row. Says when it is tried again; `undefined` gives it up. */
  readonly onGone: (row: OutboxEntry) => Promise<Instant | undefined>;
  readonly metrics: { delivered(what: Delivered): void };
  readonly log: Log;
  readonly leaseMs: number;
  /** A permit that is older than this isn't used. */
  readonly permitLastsMs: number;
  readonly isStopping: () => boolean;
};

/** A claimed row; `since` is the process's clock just before the claim. */
export type Claimed = { readonly row: OutboxEntry; readonly since: number };

const lateAfterMs = 15 * 60_000;
/** When a row is tried again that a fault of ours or of the database kept from being sent. */
const givenBackMs = 10_000;
/** What is done after a send is worth some minutes' patience: without it the row is sent again. */
const maxTries = 60;
const longestPauseMs = 5_000;

type Ready<Content> = { readonly content: Content; readonly guarantee: Guarantee };

/** Takes one claimed row to its end, or back into the line. Never rejects. */
export const createRowDelivery = <Content>(
  ports: RowPorts<Content>,
): ((claimed: Claimed) => Promise<void>) => {
  const { outbox, limiter, clock, render, transport, log, leaseMs, random } = ports;
  const settle = createSettling(ports);
  // Whole milliseconds, and never too early.
  const nowOf = ({ row, since }: Claimed): Instant => row.changedAt + Math.ceil(clock() - since);
  const later = (claimed: Claimed, ms: number) => ({
    state: 'again' as const,
    at: nowOf(claimed) + Math.ceil(ms),
    wasAmbiguous: false,
  });

  /** A permit; `waitMs` is over 0 where there is none while the rest of the lease is longer than a send can take. */
  const placeFor = async ({ row, since }: Claimed): Promise<{ takenAt: number; waitMs: number }> => {
    const patientUntil = since + leaseMs / 2;
    const waitMs = await limiter.take(row.to, patientUntil);
    const takenAt = clock();
    return { takenAt, waitMs: waitMs > 0 || takenAt <= patientUntil ? waitMs : 1 };
  };

  /** Everything up to the attempt; `undefined` when the row is settled without a send. */
  const prepare = async (claimed: Claimed): Promise<Ready<Content> | undefined> => {
    const { row } = claimed;
    const unsent = (mark: Mark): Promise<undefined> => settle.unsent(row, mark);
    const now = nowOf(claimed);
    if (now >= row.usefulUntil) return unsent(markOfUnsent(row, 'too-late'));
    const rendered = await render(row, now - row.dueAt > lateAfterMs);
    if (rendered.kind === 'obsolete') return unsent(markOfUnsent(row, 'changed'));
    if (rendered.kind === 'later')
      return unsent({ state: 'again', at: Math.ceil(rendered.at), wasAmbiguous: false });
    if (!maySend(row, rendered.guarantee)) return unsent({ state: 'unknown' });
    const first = await placeFor(claimed);
    if (first.waitMs > 0) return unsent(later(claimed, first.waitMs));
    // What is in line again must not be sent as it was.
    if (!(await outbox.attempt(row))) return unsent(later(claimed, 0));
    // To a database that is far away the attempt takes longer than a permit lasts.
    const isOld = clock() - first.takenAt > ports.permitLastsMs;
    const { waitMs } = isOld ? await placeFor(claimed) : first;
    return waitMs > 0 ? unsent({ ...later(claimed, waitMs), wasNoAttempt: true }) : rendered;
  };

  const deliver = async (claimed: Claimed): Promise<void> => {
    const { row } = claimed;
    const ready = await prepare(claimed).catch((error) => {
      log({ event: 'row-interrupted', ...faultOf(error) });
      return settle.unsent(row, later(claimed, givenBackMs));
    });
    if (ready === undefined) return;
    const { content, guarantee } = ready;
    const outcome = await sendOnce(transport, { content, row, log });
    await settle.sent(row, outcome, {
      remember: async () => transport.remember?.(content, row, outcome),
      markNow: () => markAfter(outcome, { row, guarantee, now: nowOf(claimed), jitter: random() }),
    });
  };

  // What can't be settled comes back with the end of its lease.
  return (claimed) => deliver(claimed).catch((error) => log({ event: 'row-interrupted', ...faultOf(error) }));
};

const sendOnce = async <Content>(
  transport: Transport<Content>,
  { content, row, log }: { readonly content: Content; readonly row: OutboxEntry; readonly log: Log },
): Promise<Outcome> => {
  try {
    return await transport.send(content, row);
  } catch (error) {
    log({ event: 'row-interrupted', ...faultOf(error) });
    return { kind: 'ambiguous' };
  }
};

type AfterSend = { readonly remember: () => Promise<void>; readonly markNow: () => Mark };

const createSettling = <Content>(ports: RowPorts<Content>) => {
  const { outbox, limiter, wait, random, metrics, log, isStopping, onGone } = ports;

  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries === maxTries || isStopping()) throw error;
        if (tries === 1) log({ event: 'row-interrupted', ...faultOf(error) });
        await wait(Math.min(longestPauseMs, backoffMs(tries, random())));
      }
    }
  };

  const tell = ({ kind }: OutboxEntry, mark: Mark, status: number | undefined): void => {
    if (mark.state === 'again') log({ event: 'row-again', kind, status });
    else if (mark.state !== 'sent') log({ event: 'row-not-sent', kind, state: mark.state, status });
    metrics.delivered(mark.state === 'again' ? 'retried' : mark.state);
  };

  return {
    /** Marks a row that wasn't sent this time. */
    unsent: async (row: OutboxEntry, mark: Mark): Promise<undefined> => {
      const isMarked = await patiently(() => outbox.mark(row, mark));
      if (isMarked && mark.state !== 'again') tell(row, mark, undefined);
      return undefined;
    },
    /** Marks a row after a send, and before that everything that must not be forgotten of it. */
    sent: async (row: OutboxEntry, outcome: Outcome, { remember, markNow }: AfterSend): Promise<void> => {
      await patiently(remember);
      const retryAfterMs = retryAfterOf(outcome);
      if (retryAfterMs !== undefined) await patiently(() => limiter.close(row.to, retryAfterMs));
      const backAt = isGone(outcome) ? await patiently(() => onGone(row)) : undefined;
      const mark: Mark =
        backAt === undefined ? markNow() : { state: 'again', at: backAt, wasAmbiguous: false };
      const isMarked = await patiently(() => outbox.mark(row, mark));
      if (isMarked) tell(row, mark, outcome.kind === 'refused' ? outcome.status : undefined);
    },
  };
};
