import type { Instant, Store } from './contract';
import { filePathOf } from './sqlite/file-path';
import { openSqliteStore } from './sqlite/store';

/** Only a simulation replaces the database's clock. */
export type StoreOptions = { readonly clock?: () => Instant };

/**
 * Opens the database that the address names: `file:./data/vejviser.db`, `file:///var/lib/vejviser.db`,
 * `mongodb://host/name` or `mongodb+srv://host/name`. Throws on another scheme, and when the database can't be
 * opened or is newer than this program.
 */
export const openStore = async (databaseUrl: string, { clock }: StoreOptions = {}): Promise<Store> => {
  if (databaseUrl.startsWith('file:')) return openSqliteStore(filePathOf(databaseUrl), clock);
  if (/^mongodb(\+srv)?:\/\//.test(databaseUrl)) {
    // The driver takes memory and start-up time that an embedded database doesn't need.
    const { openMongodbStore } = await import('./mongodb/store.js');
    return openMongodbStore(databaseUrl, clock);
  }
  throw new Error('The database address must begin with "file:", "mongodb://" or "mongodb+srv://"');
};
