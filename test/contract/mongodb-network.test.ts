import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { BSON } from 'mongodb';
import type { Store } from '../../src/storage/contract';
import { indexes } from '../../src/storage/mongodb/schema';
import { openStore } from '../../src/storage/open';
import { startApp } from '../support/app-process';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { until } from '../support/patience';
import { describeWith } from '../support/requires';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy';
import { waitFor } from './outbox-rows';

const source = findMongodb();
const behindProxy = source?.kind === 'running' ? describe.skip : describeWith('MongoDB server', source);
/** Longer than a server that is there takes on a busy machine. */
const impatient = 'serverSelectionTimeoutMS=3000&connectTimeoutMS=3000&timeoutMS=3000';

behindProxy('mongodb, over a network', () => {
  let server: RunningMongodb;
  let proxy: TcpProxy;
  let database: ReturnType<typeof newDatabase>;
  let sent: Buffer[];
  let store: Store | undefined;
  beforeAll(async () => {
    server = await startMongodb(source!);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    sent = [];
    proxy = await startTcpProxy({
      port: Number(new URL(server.uri).port),
      onSent: (bytes, connection) => {
        sent[connection] = Buffer.concat([sent[connection] ?? Buffer.alloc(0), bytes]);
      },
    });
    database = newDatabase(server.uri);
  });
  afterEach(async () => {
    await store?.close();
    await proxy.close();
    await database.remove();
  });
  const openThroughProxy = async (): Promise<Store> => {
    store = await openStore(`${database.uri.replace(/:\d+\//, `:${proxy.port}/`)}?${impatient}`);
    return store;
  };
  const untilReachable = (): Promise<true> =>
    until(
      async () => (await store?.isReachable()) === true,
      () => 'The database did not come back',
    );

  test.each(['silent', 'broken'] as const)(
    'network %s > every operation rejects, nothing is half done, and it works again afterwards',
    async (state) => {
      const store = await openThroughProxy();
      const meetings = store.documents<{ readonly turn: number }>('meetings');
      const row = { kind: 'k', groupId: 'g', subject: 's', to: 'c', usefulUntil: 9 };
      await meetings.insert('kept', { turn: 1 }, { groupId: 'g', at: 1 });
      await store.outbox.plan([{ ...row, id: 'a', dueAt: 1 }]);
      const [claimed] = await store.outbox.claim(1, 60_000);
      const kept = (await meetings.find('kept'))!;
      proxy.set(state);
      expect(await store.isReachable()).toBe(false);
      const operations: readonly Promise<unknown>[] = [
        store.clock(),
        meetings.replace(kept, { turn: 2 }, { groupId: 'g', at: 1 }),
        meetings.insert('lost', { turn: 3 }, { groupId: 'g', at: 1 }),
        store.outbox.plan([{ ...row, id: 'b', dueAt: 1 }]),
        store.outbox.claim(5, 60_000),
        store.outbox.attempt(claimed!),
        store.outbox.mark(claimed!, { state: 'sent' }),
        store.rates.take('key', [{ max: 1, ms: 60_000 }], 1),
      ];
      await Promise.all(operations.map((each) => expect(each).rejects.toThrow()));
      proxy.set('passing');
      await untilReachable();
      expect(await meetings.list('g', 0, 9)).toEqual([kept]);
      expect(await store.outbox.list('g', 0, 9)).toEqual([claimed]);
      expect(await store.outbox.mark(claimed!, { state: 'sent' })).toBe(true);
      expect(await waitFor(store, 'key', [{ max: 1, ms: 60_000 }])).toBe(0);
    },
  );

  test('connection that its server has ended, taken just before it is closed > keeps no operation for ever', async () => {
    const sockets: Socket[] = [];
    const keep = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket);
    subscribe('net.client.socket', keep);
    const store = await openThroughProxy();
    const meetings = store.documents('meetings');
    await meetings.insert('kept', {}, { groupId: 'g', at: 1 });
    unsubscribe('net.client.socket', keep);
    const begun: Promise<unknown>[] = [];
    for (const socket of sockets.filter(({ remotePort }) => remotePort === proxy.port))
      socket.once('finish', () => process.nextTick(() => begun.push(meetings.remove('kept'))));
    proxy.set('ended');
    await until(
      () => begun.length > 0,
      () => 'No connection was ended',
    );
    proxy.set('passing');
    const ends = await Promise.race([Promise.allSettled(begun), wait(10_000, 'never', { ref: false })]);
    expect(ends).not.toBe('never');
  });

  test('server that ends its connections, as one that is restarted > is found again, every time', async () => {
    const store = await openThroughProxy();
    const meetings = store.documents('meetings');
    let isOver = false;
    const reading = Array.from({ length: 4 }, async () => {
      while (!isOver) await meetings.find('kept').catch(() => wait(1));
    });
    for (let round = 0; round < 4; round += 1) {
      await wait(700);
      proxy.set('ended');
      await wait(100);
      proxy.set('passing');
      await untilReachable();
    }
    isOver = true;
    await Promise.all(reading);
  });

  test('network silent > the program goes on, and ends within ten seconds of being told to', async () => {
    const app = await startApp({
      VEJVISER_ENV: 'local',
      DATABASE_URL: database.uri.replace(/:\d+\//, `:${proxy.port}/`),
    });
    proxy.set('silent');
    await app.logged('outbox-unavailable');
    const since = performance.now();
    await app.stop('SIGTERM');
    expect(performance.now() - since).toBeLessThan(12_000);
  });

  test('network gone while many write > every confirmed write is there, and no number is torn', async () => {
    const store = await openThroughProxy();
    let confirmed = 0;
    const both = [
      { week: '2026-W30', route: 'left', count: 1 },
      { week: '2026-W30', route: 'right', count: 1 },
    ];
    const writing = Array.from({ length: 200 }, () =>
      store.counts.add(both).then(
        () => {
          confirmed += 1;
          if (confirmed === 20) proxy.set('broken');
        },
        () => undefined,
      ),
    );
    await Promise.all(writing);
    proxy.set('passing');
    await untilReachable();
    const [left, right] = await store.counts.list();
    expect(confirmed).toBeLessThan(200);
    expect(left?.count).toBeGreaterThanOrEqual(confirmed);
    expect(right?.count).toBe(left?.count);
  });

  test('queries > each has an index that begins with what it asks for and ends with its order', async () => {
    const store = await openThroughProxy();
    sent = sent.map(() => Buffer.alloc(0));
    await store.installations.removeTeam('team');
    for (const name of ['groups', 'channels', 'meetings', 'feeds', 'links'] as const) {
      await store.documents(name).due(5);
      await store.documents(name).list('east', 0, 5);
      await store.documents(name).between(0, 9, 5);
    }
    await store.outbox.plan([
      { id: 'a', kind: 'k', groupId: 'g', subject: 's', to: 'c', usefulUntil: 9, dueAt: 1 },
    ]);
    await store.outbox.backlog();
    await store.outbox.claim(5, 1_000);
    await store.outbox.list('east', 0, 5);
    await store.outbox.prune(7);
    await store.rates.take('key', [{ max: 1, ms: 1 }], 1);
    await store.close();
    const asked = queriesIn(sent.flatMap(commandsIn));
    expect(asked.length).toBeGreaterThanOrEqual(15);
    for (const { collection, fields } of asked) {
      const known = [{ _id: 1 }, ...(indexes[collection] ?? [])].map((index) => Object.keys(index).join());
      expect(known.filter((index) => `${index},`.startsWith(`${fields.join()},`))).not.toEqual([]);
    }
  });
});

type Command = Readonly<Record<string, unknown>>;
type Query = { readonly collection: string; readonly fields: readonly string[] };

/** The commands in a connection's bytes: OP_MSG, its document right after the header and the flags. */
const commandsIn = (bytes: Buffer): readonly Command[] => {
  if (bytes.length < 21) return [];
  const length = bytes.readInt32LE(0);
  const isMessage = bytes.readInt32LE(12) === 2013;
  const documentLength = bytes.readInt32LE(21);
  const rest = commandsIn(bytes.subarray(length));
  return isMessage ? [BSON.deserialize(bytes.subarray(21, 21 + documentLength)), ...rest] : rest;
};

/** Every filter by something else than `_id` alone, with the fields of its order after its own. */
const queriesIn = (commands: readonly Command[]): readonly Query[] =>
  commands.flatMap((command) => {
    const collection = String(Object.values(command)[0]);
    const parts = [
      command,
      ...listOf(command.updates),
      ...listOf(command.deletes),
      ...listOf(command.pipeline),
    ];
    return parts.flatMap((part) => {
      const filter = part.filter ?? part.query ?? part.q ?? part.$match;
      if (typeof filter !== 'object' || filter === null || '_id' in filter) return [];
      return [
        { collection, fields: [...new Set([...Object.keys(filter), ...Object.keys(part.sort ?? {})])] },
      ];
    });
  });

const listOf = (value: unknown): readonly Command[] => (Array.isArray(value) ? value : []);
