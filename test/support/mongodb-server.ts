import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { until } from './patience';

/** What can be asked to keep a database: a server that runs already, the real one, or a compatible one for tests. */
export type MongodbSource =
  | { readonly kind: 'running'; readonly uri: string }
  | { readonly kind: 'mongod'; readonly program: string }
  | { readonly kind: 'compatible' };

export type RunningMongodb = { readonly uri: string; readonly stop: () => Promise<void> };

const compatibleServer = path.join(__dirname, 'mongo-server');
const isCi = (): boolean => process.env.CI === 'true';

/** The program's file, when the PATH has it. */
export const onPath = (program: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));

/** The first of: `TEST_MONGODB_URI`, `mongod` on the PATH, the compatible server's jars, a download outside of CI. */
export const findMongodb = (): MongodbSource | undefined => {
  const { TEST_MONGODB_URI } = process.env;
  if (TEST_MONGODB_URI !== undefined) return { kind: 'running', uri: TEST_MONGODB_URI };
  const program = onPath('mongod');
  if (program !== undefined) return { kind: 'mongod', program };
  if (existsSync(path.join(compatibleServer, 'jars')) && onPath('java') !== undefined)
    return { kind: 'compatible' };
  return isCi() ? undefined : downloaded();
};

/** A child does it, because `describe` can't wait; it answers at once when the program has been downloaded before. */
const downloaded = (): MongodbSource | undefined => {
  const script = `require('mongodb-memory-server').MongoBinary.getPath().then((file) => console.log(file))`;
  try {
    const program = execFileSync(process.execPath, ['-e', script], {
      cwd: __dirname,
      encoding: 'utf8',
      timeout: 180_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return { kind: 'mongod', program };
  } catch {
    return undefined;
  }
};

type Place = {
  /** Keeps the database there, over a restart too; without it everything ends with the server. */
  readonly folder?: string;
  readonly port?: number;
  /** For long runs: slower to start, faster afterwards. */
  readonly isForLong?: boolean;
};

/** Starts a server of its own process on the loopback, or hands out the one that runs already. */
export const startMongodb = async (source: MongodbSource, place: Place = {}): Promise<RunningMongodb> => {
  if (source.kind === 'running') return { uri: source.uri, stop: async () => undefined };
  const port = place.port ?? (await freePort());
  const folder = place.folder ?? mkdtempSync(path.join(tmpdir(), 'vejviser-mongodb-'));
  const server =
    source.kind === 'mongod'
      ? spawn(source.program, ['--dbpath', folder, '--port', `${port}`, '--bind_ip', '127.0.0.1'], {
          stdio: 'ignore',
        })
      : spawnCompatible(port, place);
  const uri = `mongodb://127.0.0.1:${port}`;
  await untilItAnswers(uri, server);
  return {
    uri,
    stop: async () => {
      await ended(server);
      if (place.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};

// One thread: with more, this server can answer a query with a document that another thread is just changing.
const javaFlags = ['-XX:+UseSerialGC', '-Xmx512m', '-Dio.netty.eventLoopThreads=1'];

const spawnCompatible = (port: number, { folder, isForLong = false }: Place): ChildProcess =>
  spawn(
    'java',
    [
      ...(isForLong ? [] : ['-XX:TieredStopAtLevel=1']),
      ...[...javaFlags, '-cp', path.join(compatibleServer, 'jars', '*')],
      ...[path.join(compatibleServer, 'Server.java'), `${port}`],
      ...(folder === undefined ? [] : [path.join(folder, 'database.mv')]),
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const untilItAnswers = async (uri: string, server: ChildProcess): Promise<void> => {
  const answers = async (): Promise<boolean> => {
    if (server.exitCode !== null) throw new Error(`The MongoDB server ended with code ${server.exitCode}`);
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 250 });
    try {
      await client.db('admin').command({ ping: 1 });
      return true;
    } catch {
      return false;
    } finally {
      await client.close();
    }
  };
  try {
    await until(answers, () => 'The MongoDB server did not answer');
  } catch (error) {
    await ended(server);
    throw error;
  }
};

const ended = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  if (server.stdin === null) server.kill('SIGTERM');
  else server.stdin.end();
  await exit;
};

/** The server's address with a database of its own, and how to remove that. */
export const newDatabase = (
  serverUri: string,
): { readonly uri: string; readonly remove: () => Promise<void> } => {
  const uri = addressOf(serverUri, `vejviser_test_${randomUUID().replaceAll('-', '')}`);
  return {
    uri,
    remove: async () => {
      const client = new MongoClient(uri);
      await client.db().dropDatabase();
      await client.close();
    },
  };
};

/** Names another database in an address; whoever signs in goes on doing so where the address said. */
const addressOf = (serverUri: string, name: string): string => {
  const [, server = '', own = '', query = ''] = /^([^/]+\/\/[^/?]+)\/?([^?]*)(\?.*)?$/.exec(serverUri) ?? [];
  if (!server.includes('@') || /[?&]authSource=/.test(query)) return `${server}/${name}${query}`;
  return `${server}/${name}${query === '' ? '?' : `${query}&`}authSource=${own === '' ? 'admin' : own}`;
};
