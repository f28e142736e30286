import type { Rates } from '../storage/contract';
import { type Limits, withSlack } from './windows';

export type Places = {
  /**
   * 0 when a place in all windows is taken, else the milliseconds after which to ask again. It waits for the tenant's
   * place itself, but not beyond `patientUntil` on the process's clock.
   */
  take(conversation: string, patientUntil: number): Promise<number>;
  /** Gives no place of the conversation to any process for so long. */
  close(conversation: string, ms: number): Promise<void>;
};

type PlacePorts = {
  readonly rates: Rates;
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly limits: Limits;
  readonly isStopping: () => boolean;
};

const tenantKey = 'tenant';
const keyOf = (conversation: string): string => `to:${conversation}`;

/** One row of the process asks at a time, so that a full window isn't stormed. */
export const createPlaces = ({ rates, clock, wait, limits, isStopping }: PlacePorts): Places => {
  const tenant = withSlack(limits.tenant, limits.slackMs);
  const ofConversation = withSlack(limits.conversation, limits.slackMs);
  const fullUntil = new Map<string, number>();

  const takeOfTenant = async (patientUntil: number): Promise<number> => {
    for (;;) {
      const ms = await rates.take(tenantKey, tenant);
      if (ms === 0 || isStopping() || clock() + ms > patientUntil) return ms;
      await wait(ms);
    }
  };

  const take = async (conversation: string, patientUntil: number): Promise<number> => {
    // A place of the tenant would be lost on a conversation that is known to be full.
    const rest = (fullUntil.get(conversation) ?? 0) - clock();
    if (rest > 0) return rest;
    const ms = await takeOfTenant(patientUntil);
    if (ms > 0) return ms;
    const restMs = await rates.take(keyOf(conversation), ofConversation);
    if (restMs > 0) fullUntil.set(conversation, clock() + restMs);
    else fullUntil.delete(conversation);
    return restMs;
  };

  let line: Promise<unknown> = Promise.resolve();
  return {
    take: (conversation, patientUntil) => {
      const turn = line.then(() => take(conversation, patientUntil));
      line = turn.catch(() => undefined);
      return turn;
    },
    close: (conversation, ms) => rates.close(keyOf(conversation), ms),
  };
};
