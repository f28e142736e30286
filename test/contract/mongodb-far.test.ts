import { createDelivery } from '../../src/delivery/worker';
import { openStore } from '../../src/storage/open';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';
import { startTcpProxy } from '../support/tcp-proxy';

const source = findMongodb();
const behindProxy = source?.kind === 'running' ? describe.skip : describeWith('MongoDB server', source);

behindProxy('mongodb, far away', () => {
  let server: RunningMongodb;
  beforeAll(async () => {
    server = await startMongodb(source!);
  }, 60_000);
  afterAll(() => server.stop());

  test.each([10, 70, 200])(
    'each way %d ms, twice that there and back > every row is sent once, with one attempt counted for each',
    async (delayMs) => {
      const database = newDatabase(server.uri);
      const proxy = await startTcpProxy({ port: Number(new URL(server.uri).port), delayMs });
      const near = await openStore(database.uri);
      const store = await openStore(database.uri.replace(/:\d+\//, `:${proxy.port}/`));
      const sends: string[] = [];
      const now = await near.clock();
      const rows = Array.from({ length: 8 }, (_, n) => ({
        id: `row-${n}`,
        kind: 'day-before',
        groupId: 'east',
        subject: `east/${n}`,
        to: `19:channel-${n}`,
        dueAt: now - 10,
        usefulUntil: now + 3_600_000,
      }));
      const delivery = createDelivery<string>({
        outbox: store.outbox,
        rates: store.rates,
        clock: () => performance.now(),
        render: async ({ id }) => ({ kind: 'content', content: id, guarantee: 'at-least-once' }),
        transport: {
          send: async (content) => {
            sends.push(content);
            return { kind: 'sent', messageId: content };
          },
        },
        onGone: async () => undefined,
        metrics: { delivered: () => undefined, backlog: () => undefined },
        log: () => undefined,
        concurrency: 8,
        leaseMs: 150_000,
      });
      try {
        await near.outbox.plan(rows);
        for (let tick = 0; tick < 10 && sends.length < rows.length; tick += 1) await delivery.tickOnce();
        expect(sends.toSorted()).toEqual(rows.map(({ id }) => id));
        const entries = await near.outbox.list('east', 0, 99);
        expect(entries.map(({ state, attempts }) => [state, attempts])).toEqual(rows.map(() => ['sent', 1]));
      } finally {
        await delivery.stop();
        await store.close();
        await near.close();
        await proxy.close();
        await database.remove();
      }
    },
    120_000,
  );
});
