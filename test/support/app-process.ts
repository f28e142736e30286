import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { until } from './patience';

const entry = path.join(__dirname, '../../dist/main.js');

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** The built program as a process of its own, with nothing of this process's environment but the PATH. */
export const launch = (env: Environment) => {
  if (!existsSync(entry)) throw new Error('npm run build comes first: there is no dist/main.js');
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH ?? '', ...env } });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.err += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output, ended };
};

/** Starts the program in a scratch folder and waits until it is ready. Throws with its output when it ends first. */
export const startApp = async (env: Environment) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-app-'));
  const port = await freePort();
  const databaseFile = path.join(folder, 'vejviser.db');
  const { child, output, ended } = launch({
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${databaseFile}`,
    ...env,
  });
  const url = `http://127.0.0.1:${port}`;
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const unready = (): string => `the program did not start:\n${output.out}${output.err}`;
  try {
    await until(async () => {
      if (child.exitCode !== null) throw new Error(unready());
      return isReady();
    }, unready);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }

  return {
    url,
    port,
    pid: child.pid ?? 0,
    databaseFile,
    /** Its log as the one who started it reads it. */
    logReader: child.stdout,
    /** Everything of its log that has come so far. */
    log: () => output.out + output.err,
    /** Waits until the log holds the text, which comes by a pipe a moment later. */
    logged: (text: string): Promise<true> =>
      until(
        () => output.out.includes(text),
        () => `the log never said ${text}`,
      ),
    /** Sends a body to /api/messages as it is, with the token where one is given. */
    post: (body: unknown, token?: string): Promise<Response> =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    /** Ends it as a hosting service does and gives its exit code; `look` may see the database before it is removed. */
    stop: async (
      signal: NodeJS.Signals = 'SIGTERM',
      look: (databaseFile: string) => void = () => undefined,
    ): Promise<number | null> => {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.kill(signal);
        await exit;
      }
      child.stdout.resume();
      const code = await ended;
      look(databaseFile);
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
};

export type App = Awaited<ReturnType<typeof startApp>>;
