import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import Database from 'libsql';

/**
 * Copies the database, as it is at one moment, into a new file that only its owner can read; programs may go on
 * writing. Throws when there is no database or something is there already; a copy is whole or not there.
 */
export const backUpFile = async (path: string, target: string): Promise<void> => {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}`);
  if (existsSync(target)) throw new Error(`There is something at ${target} already: name another file`);
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      copyInto(path, unfinished);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, target);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new Error(`The database at ${path} can't be copied to ${target}`, { cause });
  }
};

/** SQLite copies into an empty file, which so keeps its rights. */
const copyInto = (path: string, target: string): void => {
  const connection = new Database(path, { timeout: 5_000 });
  try {
    connection.prepare('VACUUM INTO ?').run(target);
  } finally {
    connection.close();
  }
};
