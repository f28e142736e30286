import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { App, SimulatedTime, startApp } from '../../src/app';
import type { loadConfig } from '../../src/config';
import type { Log } from '../../src/log';
import type { openStore } from '../../src/storage/open';
import * as clock from './clock';
import './spared';

// The built program: the clock stands before it, and its way to the database is watched.
const built = path.join(__dirname, '../../dist');
const storage = require(path.join(built, 'storage/open.js')) as { openStore: typeof openStore };
const realOpenStore = storage.openStore;
const app = require(path.join(built, 'app.js')) as { startApp: typeof startApp };
const config = require(path.join(built, 'config.js')) as { loadConfig: typeof loadConfig };

/** More calls of the database than that at one instant is a loop. */
const mostCallsAtOnce = 3_000;
const busyMs = 4_000;
const never = new Promise<never>(() => undefined);

/** One process's way to its database: it can be cut as a death cuts it, and locked by somebody else for a while. */
const createGate = () => {
  const gate = {
    isDead: false,
    lockedUntil: 0,
    calls: 0,
    diesAt: Number.POSITIVE_INFINITY,
    isLooping: false,
  };
  const died: (() => void)[] = [];
  const die = (): void => {
    gate.isDead = true;
    clock.forget();
    for (const tell of died.splice(0)) tell();
  };
  let sameInstant = { at: 0, calls: 0 };
  const enter = async (): Promise<void> => {
    if (gate.isDead) return never;
    gate.calls += 1;
    sameInstant =
      sameInstant.at === clock.now()
        ? { ...sameInstant, calls: sameInstant.calls + 1 }
        : { at: clock.now(), calls: 1 };
    if (sameInstant.calls > mostCallsAtOnce) {
      gate.isLooping = true;
      die();
      return never;
    }
    if (gate.calls >= gate.diesAt) {
      die();
      return never;
    }
    // The lock may outlast the program's patience.
    if (clock.now() < gate.lockedUntil) {
      const over = gate.lockedUntil - clock.now();
      clock.goTo(clock.now() + Math.min(over + 2, busyMs));
      if (over + 2 > busyMs) throw new Error('The database was busy for too long');
      // Of those who wait for a lock now this one comes first, now another.
      if (gate.calls % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  return { gate, die, enter, whenDead: (tell: () => void): void => void died.push(tell) };
};
type Gate = ReturnType<typeof createGate>;

const free = new Set(['close', 'isReachable']);

/** The store behind its gate. */
const watched = <T extends object>(store: T, { gate, enter }: Gate): T =>
  new Proxy(store, {
    get: (target, name, receiver) => {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof found === 'object' && found !== null) return watched(found, { gate, enter } as Gate);
      if (typeof found !== 'function' || free.has(String(name))) return found;
      if (name === 'documents')
        return (of: string) => watched(found.call(target, of) as object, { gate, enter } as Gate);
      return async (...values: readonly unknown[]) => {
        await enter();
        const result: unknown = await found.apply(target, values);
        return gate.isDead ? never : result;
      };
    },
  });

const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-promises-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export type SchoolHoliday = readonly [from: string, to: string];
/** The municipality's file, with these school holidays filled in. */
const municipalityWith = (holidays: readonly SchoolHoliday[]): string => {
  const plain = path.join(__dirname, '../../src/municipality/ishoj.json');
  if (holidays.length === 0) return plain;
  const file = path.join(folder, `municipality-${holidays.flat().join('-')}.json`);
  const name = { da: 'skoleferie', en: 'school holidays' };
  const schoolHolidays = holidays.map(([from, to]) => ({ from, to, name }));
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(plain, 'utf8')), schoolHolidays }));
  return file;
};

export type Settings = {
  readonly retentionDays: number;
  readonly schoolHolidays: readonly SchoolHoliday[];
  readonly administrators: readonly string[];
};

type Logged = Readonly<Record<string, unknown>> & { readonly event: string };

const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

/** What the program answers; no answer when it died over it. */
export type Answer = { readonly status: number; readonly body: string };

const ask = (port: number, method: string, address: string, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const again = (): void => void ask(port, method, address, body).then(resolve, reject);
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const request = http.request(
      { host: '127.0.0.1', port, method, path: address, headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('latin1') }),
        );
        response.on('error', reject);
      },
    );
    // A socket that was kept may have been closed in the very moment in which it is used again.
    request.on('error', (error) => (request.reusedSocket ? again() : reject(error)));
    request.end(body);
  });

/** Starts the program, in this process, over its real port. */
export const startProgram = async (databaseUrl: string, settings: Settings) => {
  const gate = createGate();
  const time: SimulatedTime = {
    now: clock.now,
    pass: (ms) => {
      if (!gate.gate.isDead) clock.goTo(clock.now() + Math.ceil(ms));
    },
  };
  const logged: Logged[] = [];
  const log = ((entry: Logged) => {
    if (!gate.gate.isDead) logged.push(entry);
  }) as unknown as Log;
  storage.openStore = async (url, options) => {
    const store = await realOpenStore(url, options);
    gate.whenDead(() => void store.close());
    return watched(store, gate);
  };
  const loaded = config.loadConfig({
    VEJVISER_ENV: 'local',
    DATABASE_URL: databaseUrl,
    MUNICIPALITY_FILE: municipalityWith(settings.schoolHolidays),
    ADMINISTRATORS: settings.administrators.join(),
    RETENTION_DAYS: String(settings.retentionDays),
    PUBLIC_URL: 'http://127.0.0.1:9',
  });
  const running: App = await app.startApp({ ...loaded, port: 0 }, log, time);
  const dead = new Promise<undefined>((resolve) => gate.whenDead(() => resolve(undefined)));
  const unanswered = new Set<Promise<unknown>>();

  return {
    logged: (): readonly Logged[] => logged,
    /** `undefined` when it died over it. */
    post: async (activity: object): Promise<Answer | undefined> => {
      const answer = Promise.race([
        ask(running.port, 'POST', '/api/messages', JSON.stringify(activity)),
        dead,
      ]);
      const known = answer.finally(() => unanswered.delete(known)).catch(() => undefined);
      unanswered.add(known);
      return answer;
    },
    /** Resolves once everybody who wrote or pressed has an answer. */
    answered: async (): Promise<void> => {
      await Promise.all(unanswered);
    },
    get: (address: string): Promise<Answer | undefined> =>
      Promise.race([ask(running.port, 'GET', address), dead]),
    form: (address: string, body: string): Promise<Answer | undefined> =>
      Promise.race([ask(running.port, 'POST', address, body), dead]),
    tick: async (): Promise<void> => {
      await Promise.race([running.tick(), dead]);
    },
    isDead: (): boolean => gate.gate.isDead,
    isLooping: (): boolean => gate.gate.isLooping,
    /** It dies at so many calls of the database from now on. */
    dieIn: (calls: number): void => {
      gate.gate.diesAt = gate.gate.calls + calls;
    },
    dieNotYet: (): void => {
      gate.gate.diesAt = Number.POSITIVE_INFINITY;
    },
    lock: (ms: number): void => {
      gate.gate.lockedUntil = clock.now() + ms;
    },
    kill: (): void => {
      if (!gate.gate.isDead) gate.die();
      // Its port is given back; nothing that it still does reaches a database.
      void running.stop().catch(() => undefined);
    },
    stop: (): Promise<void> => running.stop(),
  };
};

export type Program = Awaited<ReturnType<typeof startProgram>>;
