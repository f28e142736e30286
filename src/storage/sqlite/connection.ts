import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import type { Instant } from '../contract';

export type Connection = Database.Database;

/** A connection with the clock by which its rows are due. */
export type Session = { readonly connection: Connection; readonly now: () => Instant };

/** A wait inside SQLite freezes the event loop, once for every change that waits, so most of the patience is here. */
const busyTimeoutMs = 10;
const patienceMs = 4_000;

export const connect = (path: string): Promise<Connection> =>
  patiently(() => {
    const connection = new Database(path, { timeout: busyTimeoutMs });
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    connection.exec('PRAGMA secure_delete = ON');
    return connection;
  });

const selectNow = `SELECT CAST(round(unixepoch('subsec') * 1000) AS INTEGER) AS now`;

/** The clock of the machine that the file is on, as SQLite tells it. */
export const databaseNow = (connection: Connection): Instant => {
  const [row] = connection.prepare(selectNow).all() as { readonly now: Instant }[];
  if (row === undefined) throw new Error('The database told no time');
  return row.now;
};

/**
 * Runs `work` in a write transaction: whole or not at all, and again when another process is writing.
 * Every write must go through here: libsql 0.5 never resets a prepared statement that failed with SQLITE_BUSY, and
 * no later COMMIT of that connection succeeds. BEGIN IMMEDIATE takes the lock before any prepared statement runs.
 */
export const write = <Result>(connection: Connection, work: () => Result): Promise<Result> => {
  const transaction = connection.transaction(work);
  const since = performance.now();
  const before = lines.get(connection) ?? Promise.resolve();
  const turn = before.then(() => patiently(() => transaction.immediate() as Result, since));
  lines.set(
    connection,
    turn.catch(() => undefined),
  );
  return turn;
};

/** A connection's changes stand in line: against other processes one of them waits, and not each of them. */
const lines = new WeakMap<Connection, Promise<unknown>>();

/** Moves the log into the database and empties it, so that deleted bytes are in neither; a busy reader delays it. */
export const emptyLog = (connection: Connection): void => {
  const [row] = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all() as { readonly busy: number }[];
  if (row?.busy !== 0) emptyLogSoon(connection);
};

const toBeEmptied = new WeakSet<Connection>();

/** As `emptyLog`, within a second and once for all changes of that second: it costs more than a small write. */
export const emptyLogSoon = (connection: Connection): void => {
  if (toBeEmptied.has(connection)) return;
  toBeEmptied.add(connection);
  setTimeout(() => {
    toBeEmptied.delete(connection);
    if (connection.open) emptyLogOrLater(connection);
  }, 1000).unref();
};

const emptyLogOrLater = (connection: Connection): void => {
  try {
    emptyLog(connection);
  } catch {
    emptyLogSoon(connection);
  }
};

const patiently = async <T>(work: () => T, startedAt = performance.now()): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work();
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      if (performance.now() - startedAt > patienceMs)
        throw new Error('The database was busy for too long', { cause });
      await wait(Math.random() * Math.min(10 * attempt, 100));
    }
  }
};

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
