import { setTimeout as timer } from 'node:timers/promises';
import { faultOf } from '../log';
import type { Backlog, Outbox, Rates } from '../storage/contract';
import { traced } from '../trace';
import { createRowDelivery, type RowPorts } from './deliver-row';
import { createRateLimiter } from './rate-limiter';
import { type RateLimits, teamsRateLimits } from './rate-limits';
import { backoffMs } from './retry-policy';

export type DeliveryPorts<Content> = Pick<
  RowPorts<Content>,
  'clock' | 'render' | 'transport' | 'onGone' | 'log'
> & {
  readonly outbox: Pick<Outbox, 'claim' | 'attempt' | 'mark' | 'backlog'>;
  readonly rates: Rates;
  readonly metrics: RowPorts<Content>['metrics'] & {
    backlog(backlog: Backlog): void;
  };
  /** So many rows at once. */
  readonly concurrency: number;
  /**
   * A row whose process died is sent by another after that. A send begins in its first half, so half of it must be
   * longer than a send can take and a database can be away: or else another sends what has been sent already.
   */
  readonly leaseMs: number;
  readonly limits?: RateLimits;
  readonly random?: () => number;
  /** Only a simulation waits otherwise. */
  readonly wait?: (ms: number) => Promise<void>;
  /** How long to wait when nothing is due. */
  readonly idleMs?: number;
};

export type Delivery = {
  start(): void;
  /** Takes no more rows, and resolves when those under way are at their end. */
  stop(): Promise<void>;
  /** Claims what there is room for, takes it to its end, and says how many rows it was. Never rejects. */
  tickOnce(): Promise<number>;
};

const backlogEveryMs = 5_000;
const longestPauseMs = 10_000;

/** Sends what is due until it is stopped, whatever the database or Teams does. Several processes may do it at once. */
export const createDelivery = <Content>(ports: DeliveryPorts<Content>): Delivery => {
  const { outbox, clock, metrics, log, concurrency, leaseMs, idleMs = 1_000 } = ports;
  const { limits = teamsRateLimits, random = Math.random } = ports;
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = ports.wait ?? ((ms: number) => timer(ms, undefined, { signal }).catch(() => undefined));
  const isStopping = (): boolean => signal.aborted;
  const permitLastsMs = limits.slackMs / 2;
  const deliver = createRowDelivery({
    ...ports,
    limiter: createRateLimiter({ ...ports, wait, limits, isStopping }),
    permitLastsMs,
    wait,
    random,
    isStopping,
  });
  const underWay = new Set<Promise<void>>();
  let backlogAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let running: Promise<void> = Promise.resolve();

  const claim = async (limit: number): Promise<number> => {
    const since = clock();
    const rows = await outbox.claim(limit, leaseMs);
    for (const row of rows) {
      const delivered = traced(() => deliver({ row, since })).finally(() => underWay.delete(delivered));
      underWay.add(delivered);
    }
    if (since - backlogAt >= backlogEveryMs) {
      backlogAt = since;
      metrics.backlog(await outbox.backlog());
    }
    return rows.length;
  };

  /** 0 also when the database is away; `failures` then counts. */
  const claimOrLog = async (limit: number): Promise<number> => {
    try {
      const count = await claim(limit);
      failures = 0;
      return count;
    } catch (error) {
      failures += 1;
      log({ event: 'outbox-unavailable', ...faultOf(error) });
      return 0;
    }
  };

  const run = async (): Promise<void> => {
    while (!isStopping()) {
      const limit = concurrency - underWay.size;
      const count = await claimOrLog(limit);
      if (failures > 0) await wait(Math.min(longestPauseMs, backoffMs(failures, random())));
      else if (count < limit) await wait(idleMs);
      // A claim for every single row would be most of the database's work.
      while (underWay.size > concurrency / 2) await Promise.race(underWay);
    }
  };

  return {
    start: () => {
      running = run();
    },
    stop: async () => {
      stopping.abort();
      await running;
      await Promise.all(underWay);
    },
    tickOnce: async () => {
      const count = await claimOrLog(concurrency - underWay.size);
      await Promise.all(underWay);
      return count;
    },
  };
};
