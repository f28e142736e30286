import { resolve } from 'node:path';
import { backUpFile } from './sqlite/back-up';
import { filePathOf } from './sqlite/file-path';

/** Copies an embedded database to a new file while the bot runs. Throws for a server, which has its own tools for that. */
export const backUp = async (databaseUrl: string, target: string): Promise<void> => {
  if (!databaseUrl.startsWith('file:'))
    throw new Error('Only an embedded database is copied so: use mongodump or the backups of the service');
  await backUpFile(filePathOf(databaseUrl), resolve(target));
};
