import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant, Store } from './contract';
import { openSqliteStore } from './sqlite/store';

/** Only a simulation replaces the database's clock. */
export type StoreOptions = { readonly clock?: () => Instant };

/**
 * Opens the database that the address names: `file:./data/vejviser.db` or `file:///var/lib/vejviser.db`.
 * Throws on another scheme, and when the database can't be opened or is newer than this program.
 */
export const openStore = async (databaseUrl: string, { clock }: StoreOptions = {}): Promise<Store> => {
  if (databaseUrl.startsWith('file:')) return openSqliteStore(pathOf(databaseUrl), clock);
  throw new Error('The database address must begin with "file:"');
};

const pathOf = (databaseUrl: string): string => {
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length);
  if (path === '' || path === ':memory:') throw new Error('The database address must name a file');
  return resolve(path);
};
