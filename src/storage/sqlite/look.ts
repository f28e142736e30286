import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { DatabaseFault, DatabaseLook } from '../look';
import { migrations } from './migrations';

/** NFS, SMB 1, SMB 2 and CIFS by the numbers of Linux' statfs(2): their locks and shared memory aren't SQLite's. */
const networkShares: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42]);

const fault = (found: DatabaseFault): DatabaseLook => ({ kind: 'fault', fault: found });

/** The nearest folder above that exists. */
const folderOf = (path: string): string => (existsSync(path) ? path : folderOf(dirname(path)));

const canWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const versionIn = (path: string): number | undefined => {
  try {
    const connection = new Database(path, { readonly: true, timeout: 5_000 });
    try {
      const [row] = connection.prepare('PRAGMA user_version').all() as { readonly user_version: number }[];
      connection.prepare('SELECT count(*) FROM sqlite_master').all();
      return row?.user_version;
    } finally {
      connection.close();
    }
  } catch {
    return undefined;
  }
};

export const lookAtFile = (path: string): DatabaseLook => {
  const folder = folderOf(dirname(path));
  if (networkShares.has(statfsSync(folder).type)) return fault('network-share');
  if (!statSync(folder).isDirectory() || !canWrite(folder)) return fault('not-writable');
  if (!existsSync(path)) return { kind: 'new' };
  if (!canWrite(path)) return fault('not-writable');
  const version = versionIn(path);
  if (version === undefined) return fault('no-database');
  return version > migrations.length ? fault('newer') : { kind: 'ready' };
};
