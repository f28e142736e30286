import type { Rates } from '../storage/contract';
import { type RateLimits, withSlack } from './rate-limits';

export type RateLimiter = {
  /**
   * 0 when a permit in all limits is taken, else the milliseconds after which to ask again. It waits for the tenant's
   * permit itself, but not beyond `patientUntil` on the process's clock.
   */
  take(conversation: string, patientUntil: number): Promise<number>;
  /** Gives no permit of the conversation to any process for so long. */
  close(conversation: string, ms: number): Promise<void>;
};

type LimiterPorts = {
  readonly rates: Rates;
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly limits: RateLimits;
  readonly isStopping: () => boolean;
};

const tenantKey = 'tenant';
const keyOf = (conversation: string): string => `to:${conversation}`;

/** One row of a conversation asks at a time, so that a full window isn't stormed. */
export const createRateLimiter = (ports: LimiterPorts): RateLimiter => {
  const { rates, clock, limits } = ports;
  const takeOfTenant = createTenantLimiter(ports);
  const ofConversation = withSlack(limits.conversation, limits.slackMs);
  const fullUntil = new Map<string, number>();

  const take = async (conversation: string, patientUntil: number): Promise<number> => {
    // A permit of the tenant would be lost on a conversation that is known to be full.
    const rest = (fullUntil.get(conversation) ?? 0) - clock();
    if (rest > 0) return rest;
    const ms = await takeOfTenant(patientUntil);
    if (ms > 0) return ms;
    const { waitMs } = await rates.take(keyOf(conversation), ofConversation, 1);
    if (waitMs > 0) fullUntil.set(conversation, clock() + waitMs);
    else fullUntil.delete(conversation);
    return waitMs;
  };

  const lines = new Map<string, Promise<unknown>>();
  return {
    take: (conversation, patientUntil) => {
      const turn = (lines.get(conversation) ?? Promise.resolve()).then(() =>
        take(conversation, patientUntil),
      );
      const end = turn
        .catch(() => undefined)
        .then(() => {
          if (lines.get(conversation) === end) lines.delete(conversation);
        });
      lines.set(conversation, end);
      return turn;
    },
    close: (conversation, ms) => rates.close(keyOf(conversation), ms),
  };
};

type Waiting = {
  readonly patientUntil: number;
  readonly answer: (waitMs: number) => void;
  readonly fail: (reason: unknown) => void;
};

/** The tenant's permits, which every process wants from the same key: asked for all rows at once that wait for one. */
const createTenantLimiter = ({ rates, clock, wait, limits, isStopping }: LimiterPorts) => {
  const ofTenant = withSlack(limits.tenant, limits.slackMs);
  let line: readonly Waiting[] = [];
  let isAsking = false;

  const askOnce = async (): Promise<void> => {
    const { taken, waitMs } = await rates.take(tenantKey, ofTenant, line.length);
    for (const { answer } of line.slice(0, taken)) answer(0);
    line = line.slice(taken);
    if (taken > 0) return;
    const isImpatient = ({ patientUntil }: Waiting) => isStopping() || clock() + waitMs > patientUntil;
    for (const { answer } of line.filter(isImpatient)) answer(waitMs);
    line = line.filter((each) => !isImpatient(each));
    if (line.length > 0) await wait(waitMs);
  };

  const ask = async (): Promise<void> => {
    isAsking = true;
    // Whoever comes in the same turn of the event loop is asked for as well.
    await Promise.resolve();
    while (line.length > 0)
      await askOnce().catch((reason) => {
        for (const { fail } of line) fail(reason);
        line = [];
      });
    isAsking = false;
  };

  return (patientUntil: number): Promise<number> =>
    new Promise((answer, fail) => {
      line = [...line, { patientUntil, answer, fail }];
      if (!isAsking) void ask();
    });
};
