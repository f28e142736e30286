import { type Db, MongoClient, MongoServerError } from 'mongodb';
import type { Instant } from '../contract';
import { managedIdentityTokens, usesManagedIdentity } from './managed-identity';

/** A database with the clock by which its documents are due. */
export type Session = { readonly db: Db; readonly now: () => Promise<Instant> };

/**
 * A server that is stopped ends its connections, and driver 7.5 keeps for ever what it sends over one in the moment before it
 * is closed: an operation, so none takes longer than `timeoutMS`; and the check of the server, without which it is never found
 * again, so a check begins by the clock alone, at a time at which no connection is half closed, and none at once when it is
 * wanted. What resolves has reached a majority. The address may say otherwise.
 */
const defaults = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  timeoutMS: 8_000,
  heartbeatFrequencyMS: 2_000,
  minHeartbeatFrequencyMS: 4_000,
  w: 'majority',
} as const;

/** Makes the client of an address, not yet connected. */
export const clientOf = (databaseUrl: string): MongoClient => {
  const options = new Set([...databaseUrl.matchAll(/[?&](\w+)=/g)].map(([, name]) => name?.toLowerCase()));
  const own = Object.entries(defaults).filter(([name]) => !options.has(name.toLowerCase()));
  const signIn = usesManagedIdentity(databaseUrl)
    ? { authMechanismProperties: { OIDC_CALLBACK: managedIdentityTokens() } }
    : {};
  try {
    return new MongoClient(databaseUrl, { appName: 'vejviser', ...signIn, ...Object.fromEntries(own) });
  } catch {
    // The driver's words may hold the whole address with its password.
    throw new Error('The database address must be one that the MongoDB driver can read');
  }
};

/** The database that the address names after its hosts, `vejviser` when it names none. */
export const databaseNameOf = (databaseUrl: string): string =>
  decodeURIComponent(/^[^/]+\/\/[^/]+\/([^?]+)/.exec(databaseUrl)?.[1] ?? 'vejviser');

/** The server's clock; servers that don't know `hello` tell it in the older `isMaster`. */
export const serverClock = (db: Db): (() => Promise<Instant>) => {
  let greeting: 'hello' | 'isMaster' = 'hello';
  const ask = async (): Promise<Instant> => {
    const { localTime }: { localTime?: unknown } = await db.admin().command({ [greeting]: 1 });
    if (!(localTime instanceof Date)) throw new Error('The database told no time');
    return localTime.getTime();
  };
  return async () => {
    try {
      return await ask();
    } catch (error) {
      if (greeting === 'isMaster' || !hasCode(error, commandNotFound)) throw error;
      greeting = 'isMaster';
      return ask();
    }
  };
};

const commandNotFound = 59;
export const duplicateKey = 11_000;

const hasCode = (error: unknown, code: number): boolean =>
  error instanceof MongoServerError && error.code === code;

/** Whether the write was refused because its `_id` is taken. */
export const isTaken = (error: unknown): boolean => hasCode(error, duplicateKey);

/** Runs an insert; `false` when its `_id` is taken. */
export const unlessTaken = async (insert: () => Promise<unknown>): Promise<boolean> => {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
};

/** Runs an upsert, once more when another client's insert of the same `_id` came between. */
export const upsert = async (work: () => Promise<unknown>): Promise<void> => {
  if (!(await unlessTaken(work))) await work();
};
