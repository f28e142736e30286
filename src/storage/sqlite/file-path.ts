import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of a `file:` address. Throws when it names no file. */
export const filePathOf = (databaseUrl: string): string => {
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length);
  if (path === '' || path === ':memory:') throw new Error('The database address must name a file');
  return resolve(path);
};
