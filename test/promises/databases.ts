import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { MongoClient } from 'mongodb';
import { findMongodb, newDatabase, startMongodb } from '../support/mongodb-server';

/** A story's database: what is next due by it, and everything that it holds. */
export type StoryDatabase = {
  readonly url: string;
  nextDue(): Promise<number | undefined>;
  /** Its files, or every document of it, as text. */
  bytes(): Promise<string>;
  /** Looks at it without changing it. */
  remove(): Promise<void>;
};
export type Databases = { open(): Promise<StoryDatabase>; stop(): Promise<void> };
export type DatabaseName = 'embedded' | 'mongodb';

const nextDue = `
  SELECT MIN(at) AS at FROM (
    SELECT MIN(claimable_at) AS at FROM outbox
    UNION ALL SELECT MIN(wake_at) FROM meetings
    UNION ALL SELECT MIN(wake_at) FROM "groups"
    UNION ALL SELECT MIN(wake_at) FROM feeds
    UNION ALL SELECT MIN(wake_at) FROM links
    UNION ALL SELECT MIN(wake_at) FROM requests)`;

const scratch = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

const embedded = async (): Promise<StoryDatabase> => {
  const folder = mkdtempSync(path.join(scratch, 'vejviser-story-'));
  const file = path.join(folder, 'vejviser.db');
  let connection: Database.Database | undefined;
  let due: Database.Statement | undefined;
  return {
    url: `file:${file}`,
    nextDue: async () => {
      connection ??= new Database(file, { readonly: true });
      due ??= connection.prepare(nextDue);
      return (due.get() as { readonly at: number | null }).at ?? undefined;
    },
    bytes: async () =>
      [file, `${file}-wal`]
        .filter((each) => existsSync(each))
        .map((each) => readFileSync(each, 'utf8'))
        .join('\n'),
    remove: async () => {
      connection?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const dueIn = {
  outbox: 'claimableAt',
  meetings: 'nextCheckAt',
  groups: 'nextCheckAt',
  feeds: 'nextCheckAt',
  links: 'nextCheckAt',
  requests: 'nextCheckAt',
};

const mongodb = async (uri: string): Promise<StoryDatabase> => {
  const database = newDatabase(uri);
  const client = new MongoClient(database.uri);
  const first = async (collection: string, field: string): Promise<readonly number[]> => {
    const found = await client
      .db()
      .collection(collection)
      .find({ [field]: { $type: 'number' } })
      .sort({ [field]: 1 })
      .limit(1)
      .toArray();
    return found.map((each) => Number(each[field]));
  };
  return {
    url: database.uri,
    nextDue: async () => {
      const all = await Promise.all(Object.entries(dueIn).map(([name, field]) => first(name, field)));
      return all.flat().toSorted((one, other) => one - other)[0];
    },
    bytes: async () => {
      const collections = await client.db().collections();
      const all = await Promise.all(collections.map((each) => each.find().toArray()));
      return JSON.stringify(all);
    },
    remove: async () => {
      await client.close();
      await database.remove();
    },
  };
};

/** `undefined` when the machine has no such database. */
export const startDatabases = async (name: DatabaseName): Promise<Databases | undefined> => {
  if (name === 'embedded') return { open: embedded, stop: async () => undefined };
  const source = findMongodb();
  if (source === undefined) return undefined;
  const server = await startMongodb(source, { isForLong: true });
  return { open: () => mongodb(server.uri), stop: server.stop };
};
