import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant, Store } from './contract';
import { openSqliteStore } from './sqlite/store';

/** Only a simulation replaces the database's clock. */
export type StoreOptions = { readonly clock?: () => Instant };

/**
 * Opens the database that the address names: `file:./data/vejviser.db`, `file:///var/lib/vejviser.db`,
 * `mongodb://host/name` or `mongodb+srv://host/name`. Throws on another scheme, and when the database can't be
 * opened or is newer than this program.
 */
export const openStore = async (databaseUrl: string, { clock }: StoreOptions = {}): Promise<Store> => {
  if (databaseUrl.startsWith('file:')) return openSqliteStore(pathOf(databaseUrl), clock);
  if (/^mongodb(\+srv)?:\/\//.test(databaseUrl)) {
    // The driver takes memory and start-up time that an embedded database doesn't need.
    const { openMongodbStore } = await import('./mongodb/store.js');
    return openMongodbStore(databaseUrl, clock);
  }
  throw new Error('The database address must begin with "file:", "mongodb://" or "mongodb+srv://"');
};

const pathOf = (databaseUrl: string): string => {
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length);
  if (path === '' || path === ':memory:') throw new Error('The database address must name a file');
  return resolve(path);
};
