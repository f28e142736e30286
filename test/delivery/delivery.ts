import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guarantee, Outcome, Rendered } from '../../src/delivery/transport';
import { createDelivery, type DeliveryPorts } from '../../src/delivery/worker';
import type { LogEvent } from '../../src/log';
import type { OutboxEntry, OutboxRow, Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';

export const noon = 1_800_000_000_000;
export const dayMs = 86_400_000;
export const leaseMs = 60_000;

export const rowOf = (id: string, rest: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  kind: 'day-before',
  groupId: 'east',
  subject: 'east/2027-01-12',
  to: '19:east@thread.tacv2',
  dueAt: noon,
  usefulUntil: noon + dayMs,
  ...rest,
});

type Ports = DeliveryPorts<string>;

/** A real outbox of which the test owns the time, a transport that answers as it is told, and what was seen. */
export const startDelivery = async (change: (store: Store) => Partial<Ports> = () => ({})) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vejviser-delivery-'));
  let at = noon;
  let fraction = 0;
  const store = await openStore(`file:${folder}/vejviser.db`, { clock: () => at });
  const outcomes: (Outcome | Promise<Outcome>)[] = [];
  const sends: { readonly content: string; readonly at: number; readonly attempts: number }[] = [];
  const gone: string[] = [];
  const logged: LogEvent[] = [];
  const delivered: string[] = [];
  const backlogs: { readonly due: number; readonly lagMs: number }[] = [];
  const isLate: boolean[] = [];
  const world = {
    guarantee: 'at-least-once' as Guarantee,
    render: async (row: OutboxEntry): Promise<Rendered<string>> => ({
      kind: 'content',
      content: row.id,
      guarantee: world.guarantee,
    }),
  };
  const ports: Ports = {
    outbox: store.outbox,
    rates: store.rates,
    // A process counts in fractions, which no database takes.
    clock: () => {
      fraction += 0.001;
      return at + fraction;
    },
    wait: async (ms) => {
      at += ms;
    },
    random: () => 1,
    render: (row, late) => {
      isLate.push(late);
      return world.render(row);
    },
    transport: {
      send: async (content, { attempts }) => {
        sends.push({ content, at, attempts });
        return (await outcomes.shift()) ?? { kind: 'sent', messageId: 'm-1' };
      },
    },
    onGone: async ({ id }) => {
      gone.push(id);
      return undefined;
    },
    metrics: {
      delivered: (what) => void delivered.push(what),
      backlog: (backlog) => void backlogs.push(backlog),
    },
    log: (event) => void logged.push(event),
    concurrency: 8,
    leaseMs,
    ...change(store),
  };
  const delivery = createDelivery(ports);
  return {
    delivery,
    world,
    sends,
    gone,
    logged,
    delivered,
    backlogs,
    isLate,
    store: () => store,
    answer: (...next: readonly (Outcome | Promise<Outcome>)[]) => void outcomes.push(...next),
    now: () => at,
    pass: (ms: number): void => {
      at += ms;
    },
    row: async (id: string): Promise<OutboxEntry> =>
      (await store.outbox.list('east', 0, 999)).find((each) => each.id === id)!,
    remove: async (): Promise<void> => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

export type World = Awaited<ReturnType<typeof startDelivery>>;

/** Worlds of one test file; each is removed after its test. */
export const removedAfterEach = (): typeof startDelivery => {
  const worlds: World[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.remove();
  });
  return async (...args) => {
    const world = await startDelivery(...args);
    worlds.push(world);
    return world;
  };
};
