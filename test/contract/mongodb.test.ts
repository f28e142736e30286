import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openStore } from '../../src/storage/open';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { until } from '../support/patience';
import { describeWith } from '../support/requires';
import { describeStore } from './store-suite';

const source = findMongodb();

describeWith('MongoDB server', source)('mongodb', () => {
  let server: RunningMongodb;
  beforeAll(async () => {
    server = await startMongodb(source!);
  });
  afterAll(() => server.stop());

  describeStore('mongodb', async () => {
    const database = newDatabase(server.uri);
    return { open: (options) => openStore(database.uri, options), remove: database.remove };
  });

  test('schema newer than the program > is refused in words', async () => {
    const database = newDatabase(server.uri);
    await (await openStore(database.uri)).close();
    const client = new MongoClient(database.uri);
    const schema = client.db().collection<{ readonly _id: string; readonly version: number }>('schema');
    await schema.updateOne({ _id: 'schema' }, { $set: { version: 99 } });
    await client.close();
    await expect(openStore(database.uri)).rejects.toThrow('The database has schema version 99');
    await database.remove();
  });

  test('counts, of a route with dots and dollars > are kept under its name', async () => {
    const database = newDatabase(server.uri);
    const store = await openStore(database.uri);
    const odd = { week: '2026-W40', route: '$a.b%2E', count: 3 };
    await store.counts.add([odd, { ...odd, route: '1', count: 2 }, odd]);
    expect(await store.counts.list()).toEqual([
      { ...odd, count: 6 },
      { ...odd, route: '1', count: 2 },
    ]);
    await store.close();
    await database.remove();
  });
});

// A server that runs already isn't ours to stop.
const ownSource = source?.kind === 'running' ? undefined : source;
const describeOwn = source?.kind === 'running' ? describe.skip : describeWith('MongoDB server', ownSource);

describeOwn('mongodb, kept on disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-mongodb-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe('running', () => {
    let server: RunningMongodb;
    beforeAll(async () => {
      server = await startMongodb(ownSource!, { folder });
    });
    afterAll(() => server.stop());
    describeStore('mongodb on disk', async () => {
      const database = newDatabase(server.uri);
      return { open: (options) => openStore(database.uri, options), remove: database.remove };
    });
  });

  test('server, stopped and started again > the same handle rejects meanwhile and then finds everything', async () => {
    const first = await startMongodb(ownSource!, { folder });
    const port = Number(new URL(first.uri).port);
    const store = await openStore(`${first.uri}/restarted?serverSelectionTimeoutMS=300`);
    const meetings = store.documents<{ readonly place: string }>('meetings');
    const row = { kind: 'k', groupId: 'east', subject: 's', to: 'c', usefulUntil: 9, dueAt: 1 };
    await meetings.insert('east/1', { place: 'library' }, { groupId: 'east', at: 7, nextCheckAt: 7 });
    await store.outbox.plan([{ ...row, id: 'a' }]);
    const [claimed] = await store.outbox.claim(1, 60_000);
    await store.outbox.attempt(claimed!);
    await first.stop();
    expect(await store.isReachable()).toBe(false);
    await expect(meetings.find('east/1')).rejects.toThrow();
    await expect(store.outbox.claim(1, 60_000)).rejects.toThrow();
    await expect(store.rates.take('key', [{ max: 1, ms: 1 }], 1)).rejects.toThrow();
    const second = await startMongodb(ownSource!, { folder, port });
    await until(store.isReachable, () => 'the server is not found again');
    expect((await meetings.find('east/1'))?.body).toEqual({ place: 'library' });
    expect((await meetings.due(9)).map(({ id }) => id)).toEqual(['east/1']);
    expect(await store.outbox.claim(1, 60_000)).toEqual([]);
    expect(await store.outbox.list('east', 0, 9)).toMatchObject([{ id: 'a', attempts: 1, state: 'leased' }]);
    expect(await store.outbox.mark(claimed!, { state: 'sent' })).toBe(true);
    await store.close();
    await second.stop();
  });
});
