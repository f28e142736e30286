import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findMongodb, newDatabase, startMongodb } from '../support/mongodb-server';
import { startTcpProxy } from '../support/tcp-proxy';

/** A database for one run: the workers' address, one that no outage touches, and how to take it away for a while. */
export type RunDatabase = {
  readonly workersUrl: string;
  readonly ownUrl: string;
  away(ms: number): Promise<void>;
  remove(): Promise<void>;
};
export type Databases = { open(): Promise<RunDatabase>; stop(): Promise<void> };

/** A file each; away is an exclusive lock of another process, so that nothing can be written. */
export const sqliteDatabases = (): Databases => ({
  open: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vejviser-reliability-'));
    const file = path.join(folder, 'vejviser.db');
    return {
      workersUrl: `file:${file}`,
      ownUrl: `file:${file}`,
      away: async (ms) => {
        const locking = spawn(process.execPath, [path.join(__dirname, '../support/sqlite-lock.js'), file]);
        await once(locking.stdout, 'data');
        await wait(ms);
        locking.stdin.end();
        await once(locking, 'exit');
      },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  stop: async () => undefined,
});

/** One server, a database each, reached through a proxy; away is a proxy that drops every connection. */
export const mongodbDatabases = async (): Promise<Databases | undefined> => {
  const source = findMongodb();
  if (source === undefined) return undefined;
  const server = await startMongodb(source, { isForLong: true });
  return {
    open: async () => {
      const { uri, remove } = newDatabase(server.uri);
      const { hostname, port } = new URL(uri);
      const proxy = await startTcpProxy({ host: hostname, port: Number(port || 27_017) });
      return {
        workersUrl: uri.replace(
          /@?[^/@]+(?=\/vejviser_test)/,
          (host) => `${host.startsWith('@') ? '@' : ''}127.0.0.1:${proxy.port}`,
        ),
        ownUrl: uri,
        away: async (ms) => {
          proxy.set('broken');
          await wait(ms);
          proxy.set('passing');
        },
        remove: async () => {
          await proxy.close();
          await remove();
        },
      };
    },
    stop: server.stop,
  };
};
