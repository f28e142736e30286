import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import { startApp } from '../support/app-process';

export type Size = { readonly meetings: number; readonly rows: number };

/** What a rehearsal found. Times are of the wall clock, of this machine with whatever else it did. */
export type Rehearsal = {
  readonly databaseBytes: number;
  readonly backupBytes: number;
  readonly backupMs: number;
  /** From the command to start until `/readyz` says yes, with the restored database. */
  readonly readyMs: number;
  readonly doctorBefore: string;
  readonly doctorAfter: string;
  readonly restored: Kept;
  readonly saved: Kept;
};

/** What of the database is compared. */
type Kept = { readonly meetings: number; readonly rows: number; readonly newest: string | undefined };

const dist = (name: string): string => path.join(__dirname, '../../dist', name);
/** A year that is not over in any of these runs, so that nothing is due. */
const farAway = 4_000_000_000_000;
const words = 'et punkt på dagsordenen, som nogen har skrevet; '.repeat(20);

const fill = async (store: Store, { meetings, rows }: Size): Promise<void> => {
  const documents = store.documents<{ readonly words: string }>('meetings');
  for (let n = 0; n < meetings; n += 1)
    await documents.insert(`east/${n}`, { words: `${n} ${words}` }, { groupId: 'east', at: n });
  const planned = Array.from({ length: rows }, (_, n) => ({
    id: `east/${n}/day-before`,
    kind: 'day-before',
    groupId: 'east',
    subject: `east/${n}`,
    to: '19:east@thread.tacv2',
    dueAt: farAway + n,
    usefulUntil: farAway * 2,
  }));
  await store.outbox.plan(planned);
};

const keptIn = async (databaseUrl: string): Promise<Kept> => {
  const store = await openStore(databaseUrl);
  try {
    const meetings = await store.documents<{ readonly words: string }>('meetings').list('east', 0, 1e6);
    const rows = await store.outbox.list('east', 0, 1e6);
    return { meetings: meetings.length, rows: rows.length, newest: meetings.at(-1)?.id };
  } finally {
    await store.close();
  }
};

const doctorSays = (env: Readonly<Record<string, string>>): string => {
  const { stdout } = spawnSync(process.execPath, [dist('doctor.js')], {
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
  });
  return stdout.split('\n').find((line) => /^\w+ +database /.test(line)) ?? '';
};

/**
 * The whole story of docs/drift.md: a backup while the bot runs, something that comes after it, the bot killed and its
 * database destroyed, and the restore by the steps that are written there.
 */
export const rehearse = async (size: Size): Promise<Rehearsal> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-rehearsal-'));
  const database = path.join(folder, 'vejviser.db');
  const backup = path.join(folder, 'monday.db');
  const env = { VEJVISER_ENV: 'local', DATABASE_URL: `file:${database}` };
  try {
    const store = await openStore(env.DATABASE_URL);
    await fill(store, size);
    const app = await startApp(env);
    const since = performance.now();
    execFileSync(process.execPath, [dist('backup.js'), backup], { env: { ...process.env, ...env } });
    const backupMs = performance.now() - since;
    const saved = await keptIn(`file:${copyOf(backup)}`);
    await store
      .documents('meetings')
      .insert('east/after', { words: 'after the backup' }, { groupId: 'east', at: 1e9 });
    await store.close();
    await app.stop('SIGKILL');
    const databaseBytes = statSync(database).size;

    writeFileSync(database, 'the disk has gone bad '.repeat(100));
    const doctorBefore = doctorSays(env);
    for (const ending of ['', '-wal', '-shm'])
      if (existsSync(database + ending)) renameSync(database + ending, `${database}.broken${ending}`);
    copyFileSync(backup, database);
    const doctorAfter = doctorSays(env);
    const restart = performance.now();
    const again = await startApp(env);
    const readyMs = performance.now() - restart;
    await again.stop();
    const restored = await keptIn(env.DATABASE_URL);
    return {
      ...{ databaseBytes, backupBytes: statSync(backup).size, backupMs, readyMs },
      ...{ doctorBefore, doctorAfter, restored, saved },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A look into the backup itself would leave files beside it. */
const copyOf = (file: string): string => {
  copyFileSync(file, `${file}.copy`);
  return `${file}.copy`;
};
