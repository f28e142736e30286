import { filePathOf } from './sqlite/file-path';
import { lookAtFile } from './sqlite/look';

/** What stands in the way of a database; each has a sentence in the doctor's words. */
export type DatabaseFault =
  | 'not-writable'
  | 'network-share'
  | 'no-database'
  | 'newer'
  | 'bad-address'
  | 'unreachable'
  | 'credentials';

/** `new`: it will be made when the program starts. */
export type DatabaseLook =
  | { readonly kind: 'ready' | 'new' }
  | { readonly kind: 'fault'; readonly fault: DatabaseFault };

/** Looks whether the program could open its database, and changes nothing in it. Never rejects. */
export const lookAtDatabase = async (databaseUrl: string): Promise<DatabaseLook> => {
  if (databaseUrl.startsWith('file:')) return lookAtFile(filePathOf(databaseUrl));
  const { lookAtServer } = await import('./mongodb/look.js');
  return lookAtServer(databaseUrl);
};
