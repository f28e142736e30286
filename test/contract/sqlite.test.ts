import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { openStore } from '../../src/storage/open';
import { connect, write } from '../../src/storage/sqlite/connection';
import { migrate, migrations } from '../../src/storage/sqlite/migrations';
import { aTurn } from '../support/patience';
import { describeStore } from './store-suite';

describeStore('sqlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-store-'));
  return {
    open: (options) => openStore(`file:${join(folder, 'new', 'vejviser.db')}`, options),
    remove: async () => rmSync(folder, { recursive: true }),
  };
});

describe('sqlite file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-sqlite-'));
    file = join(folder, 'vejviser.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const traces = (): readonly string[] =>
    readdirSync(folder).flatMap(
      (name) =>
        readFileSync(join(folder, name), 'latin1').match(/trace-of-(conversation|team|tenant)/g) ?? [],
    );

  test('installations, removed > their bytes are in no file', async () => {
    const store = await openStore(`file:${file}`);
    for (let channel = 1; channel <= 80; channel += 1)
      await store.installations.save({
        conversationId: `19:trace-of-conversation-${channel}`,
        teamId: channel <= 40 ? 'trace-of-team' : 'kept-team',
        tenantId: channel <= 40 ? 'trace-of-tenant' : 'kept-tenant',
        serviceUrl: `https://smba.example/${'x'.repeat(200)}`,
      });
    expect(new Set(traces())).toEqual(new Set(['trace-of-conversation', 'trace-of-team', 'trace-of-tenant']));
    await store.installations.removeTeam('trace-of-team');
    expect(new Set(traces())).toEqual(new Set(['trace-of-conversation']));
    for (let channel = 41; channel <= 80; channel += 1)
      await store.installations.removeConversation(`19:trace-of-conversation-${channel}`);
    expect(traces()).toEqual([]);
    await store.close();
    expect(traces()).toEqual([]);
  });

  test('process that crashed right after a removal > the next start clears what the log still holds', async () => {
    const crashed = join(folder, 'crashed.db');
    await (await openStore(`file:${crashed}`)).close();
    const connection = await connect(crashed);
    await write(connection, () => {
      connection.exec(`INSERT INTO installations VALUES ('trace-of-conversation', 'a', 'b', 'c')`);
    });
    await write(connection, () => {
      connection.exec('DELETE FROM installations');
    });
    for (const suffix of ['', '-wal']) copyFileSync(crashed + suffix, file + suffix);
    connection.close();
    for (const name of readdirSync(folder).filter((each) => each.startsWith('crashed')))
      rmSync(join(folder, name));
    expect(traces()).toContain('trace-of-conversation');
    const store = await openStore(`file:${file}`);
    expect(traces()).toEqual([]);
    await store.close();
  });

  test('another process writing > waits without stopping the event loop, and goes on as before', async () => {
    const store = await openStore(`file:${file}`);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    let isDone = false;
    const added = store.counts.add([{ week: '2026-W31', route: 'general', count: 4 }]).then(() => {
      isDone = true;
    });
    await aTurn();
    expect(isDone).toBe(false);
    other.exec('COMMIT');
    await added;
    await store.counts.add([{ week: '2026-W31', route: 'general', count: 6 }]);
    expect(await store.counts.list()).toEqual([{ week: '2026-W31', route: 'general', count: 10 }]);
    other.close();
    await store.close();
  });

  test('process killed while writing > whole rows only, and nothing lost that had been confirmed', async () => {
    let confirmed = 0;
    for (const rounds of [7, 23, 41]) confirmed += await writeUntilKilled(file, rounds);
    const store = await openStore(`file:${file}`);
    const [left, right, ...more] = await store.counts.list();
    expect(more).toEqual([]);
    expect(left?.count).toBe(right?.count);
    expect(left?.count).toBeGreaterThanOrEqual(confirmed);
    for (let round = 1; round <= 41; round += 1)
      expect(await store.installations.find(`19:kept-${round}`)).toEqual({
        conversationId: `19:kept-${round}`,
        teamId: `team-${round}`,
        tenantId: `tenant-${round}`,
        serviceUrl: `https://smba.example/${round}/`,
      });
    await store.close();
    const raw = new Database(file);
    expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    raw.close();
  });

  test('schema newer than the program > is refused in words, and left as it was', async () => {
    await (await openStore(`file:${file}`)).close();
    const raw = new Database(file);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    await expect(openStore(`file:${file}`)).rejects.toThrow(
      `The database has schema version 99, this program knows ${migrations.length}`,
    );
    expect(new Database(file).prepare('PRAGMA user_version').all()).toEqual([{ user_version: 99 }]);
  });

  test('migration, one that fails > the whole upgrade is undone', async () => {
    const connection = await connect(file);
    await write(connection, () => migrate(connection));
    const faulty = [
      ...migrations,
      { name: 'a', sql: 'CREATE TABLE a (b)' },
      { name: 'b', sql: 'no such words' },
    ];
    await expect(write(connection, () => migrate(connection, faulty))).rejects.toThrow();
    expect(connection.prepare('PRAGMA user_version').all()).toEqual([{ user_version: migrations.length }]);
    expect(connection.prepare(`SELECT name FROM sqlite_schema WHERE name = 'a'`).all()).toEqual([]);
    await write(connection, () => migrate(connection, faulty.slice(0, -1)));
    expect(connection.prepare('PRAGMA user_version').all()).toEqual([
      { user_version: migrations.length + 1 },
    ]);
    connection.close();
  });

  test('connection > writes through to the disk and overwrites what it deletes', async () => {
    const connection = await connect(file);
    const settings = ['journal_mode', 'synchronous', 'secure_delete', 'busy_timeout'].map((name) =>
      connection.prepare(`PRAGMA ${name}`).all(),
    );
    expect(settings).toEqual([
      [{ journal_mode: 'wal' }],
      [{ synchronous: 2 }],
      [{ secure_delete: 1 }],
      [{ timeout: 10 }],
    ]);
    connection.close();
  });

  test('file that is no database > is refused with its path', async () => {
    writeFileSync(file, 'Kære alle, her er referatet. '.repeat(200));
    await expect(openStore(`file:${file}`)).rejects.toThrow(`The database at ${file} can't be opened`);
  });

  test('address, absolute as a URL > opens the same file', async () => {
    const first = await openStore(`file:${file}`);
    await first.counts.add([{ week: '2026-W32', route: 'adult', count: 9 }]);
    await first.close();
    const second = await openStore(`file://${file}`);
    expect(await second.counts.list()).toEqual([{ week: '2026-W32', route: 'adult', count: 9 }]);
    await second.close();
  });

  test.each(['', 'vejviser.db', 'postgres://db', 'file:', 'file::memory:'])(
    'address %p > is refused',
    async (address) => {
      await expect(openStore(address)).rejects.toThrow('The database address must');
    },
  );
});

/** Starts a real process that writes, kills it without warning in the middle, and returns its last confirmed round. */
const writeUntilKilled = async (file: string, rounds: number): Promise<number> => {
  const hook = join(__dirname, '..', 'support', 'typescript-hook.js');
  const child = spawn(
    process.execPath,
    ['--require', hook, join(__dirname, 'sqlite-writer.ts'), `file:${file}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let confirmed = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed = Number(line);
    if (confirmed === rounds) child.kill('SIGKILL');
  }
  await exited;
  return confirmed;
};
