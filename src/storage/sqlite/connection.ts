import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';

export type Connection = Database.Database;

/** A longer wait inside SQLite freezes the event loop, so the patience is here: about four seconds at most. */
const busyTimeoutMs = 50;
const attempts = 40;

export const connect = (path: string): Promise<Connection> =>
  patiently(() => {
    const connection = new Database(path, { timeout: busyTimeoutMs });
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    connection.exec('PRAGMA secure_delete = ON');
    return connection;
  });

/**
 * Runs `work` in a write transaction: whole or not at all, and again when another process is writing.
 * Every write must go through here: libsql 0.5 never resets a prepared statement that failed with SQLITE_BUSY, and
 * no later COMMIT of that connection succeeds. BEGIN IMMEDIATE takes the lock before any prepared statement runs.
 */
export const write = (connection: Connection, work: () => void): Promise<void> => {
  const transaction = connection.transaction(work);
  return patiently(() => transaction.immediate());
};

/** Moves the log into the database and empties it, so that deleted bytes are in neither; a busy reader delays it. */
export const emptyLog = (connection: Connection): void => {
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
};

const patiently = async <T>(work: () => T): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work();
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      if (attempt === attempts) throw new Error('The database was busy for too long', { cause });
      await wait(25 + Math.random() * 50);
    }
  }
};

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
