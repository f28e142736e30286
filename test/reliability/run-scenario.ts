import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { teamsRateLimits } from '../../src/delivery/rate-limits';
import type { LogEvent } from '../../src/log';
import type { OutboxEntry, OutboxRow, Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import type { RunDatabase } from './databases';
import { judge, type Request, type Verdict } from './judge';

export type Step = 'claim' | 'attempt' | 'send' | 'mark';

export type Scenario = {
  readonly name: string;
  readonly rows: number;
  readonly processes: number;
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly seed: number;
  /** Of two of the processes, while there is work; each is started again at once. */
  readonly kills?: number;
  readonly faults?: Readonly<Record<'tooMany' | 'badGateway' | 'timeout' | 'reset', number>>;
  /** Every process ends itself after this step, until it has happened so often. */
  readonly crash?: { readonly step: Step; readonly times: number };
  /** The database goes away for so long when this share of the rows has arrived. */
  readonly away?: { readonly ms: number; readonly from: number };
};

export type Figures = Verdict & {
  readonly rows: number;
  readonly kills: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** How long after the database was back everything was done; 0 without an outage. */
  readonly recoverySeconds: number;
  /** Processes that ended though nobody killed them. */
  readonly crashes: number;
  readonly outageLines: number;
};

/** Many more a second than Teams' 30, to keep runs short; the conversations' limits are the real ones. */
const tenant = [{ max: 400, ms: 1_000 }];
const limits = { ...teamsRateLimits, tenant };
const rowsPerConversation = 10;
/** Without any progress. */
const stuckAfterMs = 75_000;
const noFaults = { tooMany: 0, badGateway: 0, timeout: 0, reset: 0 };

const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const rowsOf = (count: number, now: number): readonly OutboxRow[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `row-${String(n).padStart(6, '0')}`,
    kind: 'day-before',
    groupId: 'east',
    subject: `east/${n}`,
    to: `19:${n % Math.ceil(count / rowsPerConversation)}@thread.tacv2`,
    dueAt: now - 1,
    usefulUntil: now + 3_600_000,
  }));

const startTeams = async ({ seed, faults = noFaults }: Scenario) => {
  const child = fork(
    path.join(__dirname, 'connector.js'),
    [JSON.stringify({ seed, faults, retryAfterS: 3 })],
    {
      execArgv: [],
    },
  );
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  const read = async (address: string): Promise<unknown> => (await fetch(`${url}${address}`)).json();
  return {
    url,
    accepted: async () => (await read('/accepted')) as number,
    ledger: async () => (await read('/ledger')) as readonly Request[],
    stop: () => child.disconnect(),
  };
};

type Fleet = {
  kill(index: number): void;
  readonly seen: { crashes: number; planned: number; outageLines: number };
  stop(): Promise<void>;
};

/** Starts the processes, and each again that ends before the fleet is stopped. */
const startFleet = (scenario: Scenario, worker: object): Fleet => {
  const random = randomOf(scenario.seed + 1);
  const seen = { crashes: 0, planned: 0, outageLines: 0 };
  const killed = new Set<ChildProcess>();
  const running: ChildProcess[] = [];
  let crashesLeft = scenario.crash?.times ?? 0;
  let isStopping = false;
  const start = (index: number): void => {
    const { crash } = scenario;
    const isToCrash = crash !== undefined && crashesLeft > 0;
    if (isToCrash) crashesLeft -= 1;
    const own = isToCrash ? { crash: { step: crash.step, after: 1 + Math.floor(random() * 4) } } : {};
    const child = fork(path.join(__dirname, 'worker.js'), [JSON.stringify({ ...worker, ...own })], {
      execArgv: [],
    });
    running[index] = child;
    child.on('message', ({ event }: LogEvent) => {
      if (event === 'outbox-unavailable' || event === 'row-interrupted') seen.outageLines += 1;
    });
    child.once('exit', (code, signal) => {
      const isStopped = isStopping && (code === 0 || signal === 'SIGTERM');
      if (isToCrash && signal === 'SIGKILL') seen.planned += 1;
      else if (!killed.has(child) && !isStopped) seen.crashes += 1;
      if (!isStopping) start(index);
    });
  };
  for (let index = 0; index < scenario.processes; index += 1) start(index);
  return {
    kill: (index) => {
      const child = running[index];
      if (child === undefined) return;
      killed.add(child);
      child.kill('SIGKILL');
    },
    seen,
    stop: async () => {
      isStopping = true;
      await Promise.all(
        running.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill('SIGTERM');
          // One that doesn't end by itself counts as a crash.
          const late = setTimeout(() => child.kill('SIGKILL'), stuckAfterMs);
          await once(child, 'exit');
          clearTimeout(late);
        }),
      );
    },
  };
};

/** Waits until Teams has got so many. Throws when for long none has come. */
const untilArrived = async (accepted: () => Promise<number>, wanted: number): Promise<void> => {
  let progress = { count: 0, at: performance.now() };
  for (let count = await accepted(); count < wanted; count = await accepted()) {
    if (count > progress.count) progress = { count, at: performance.now() };
    if (performance.now() - progress.at > stuckAfterMs)
      throw new Error(`No progress, ${count} of ${wanted} have arrived`);
    await wait(10);
  }
};

/** Kills by how much has arrived, so that every kill hits work under way. */
const killAtRandom = async (
  { seed, kills = 0, rows }: Scenario,
  accepted: () => Promise<number>,
  kill: (index: number) => void,
): Promise<void> => {
  const random = randomOf(seed);
  const moments = Array.from({ length: kills }, () => ({
    at: random() * rows * 0.9,
    index: random() < 0.5 ? 0 : 1,
  }));
  for (const { at, index } of moments.toSorted((a, b) => a.at - b.at)) {
    await untilArrived(accepted, at);
    await wait(random() * 50);
    kill(index);
  }
};

/** What Teams has got says cheaply how far it is; the outbox is only read when it can be all. */
const settled = async (
  { outbox }: Store,
  rows: number,
  { accepted, onProgress }: { accepted: () => Promise<number>; onProgress: (done: number) => void },
): Promise<readonly OutboxEntry[]> => {
  let progress = { open: rows, at: performance.now() };
  for (let arrived = 0; ; ) {
    const now = await accepted();
    if (now < rows && now > arrived) {
      arrived = now;
      progress = { open: rows, at: performance.now() };
      await wait(rows > 2_000 ? 2_000 : 250);
      continue;
    }
    const entries: readonly OutboxEntry[] = await outbox.list('east', 0, rows);
    const open = entries.filter(({ state }) => state === 'planned' || state === 'leased');
    onProgress(rows - open.length);
    if (open.length === 0) return entries;
    if (open.length < progress.open) progress = { open: open.length, at: performance.now() };
    if (performance.now() - progress.at > stuckAfterMs)
      throw new Error(
        `No progress, ${open.length} of ${rows} rows are open: ${JSON.stringify(open.slice(0, 3))}`,
      );
    await wait(rows > 2_000 ? 2_000 : 250);
  }
};

/** Runs a scenario to its end on a database of its own and says what came of it. */
export const runScenario = async (
  scenario: Scenario,
  database: RunDatabase,
  onProgress: (done: number) => void = () => undefined,
): Promise<Figures> => {
  const { rows, concurrency, leaseMs, away, kills = 0 } = scenario;
  const store = await openStore(database.ownUrl);
  const teams = await startTeams(scenario);
  const accepted = async (): Promise<number> => {
    const count = await teams.accepted();
    onProgress(Math.min(count, rows));
    return count;
  };
  await store.outbox.plan(rowsOf(rows, await store.clock()));
  const startedAt = performance.now();
  const worker = { databaseUrl: database.workersUrl, serviceUrl: teams.url, concurrency, leaseMs, limits };
  const fleet = startFleet(scenario, worker);
  let backAt = startedAt;
  try {
    await killAtRandom(scenario, accepted, fleet.kill);
    if (away !== undefined) {
      await untilArrived(accepted, rows * away.from);
      await database.away(away.ms);
      backAt = performance.now();
    }
    const entries = await settled(store, rows, { accepted, onProgress });
    const endedAt = performance.now();
    await fleet.stop();
    const seconds = (endedAt - startedAt) / 1_000;
    return {
      ...judge(await teams.ledger(), entries, limits),
      rows,
      kills: kills + fleet.seen.planned,
      seconds,
      perSecond: rows / seconds,
      recoverySeconds: away !== undefined ? (endedAt - backAt) / 1_000 : 0,
      crashes: fleet.seen.crashes,
      outageLines: fleet.seen.outageLines,
    };
  } finally {
    await fleet.stop();
    teams.stop();
    await store.close();
  }
};
