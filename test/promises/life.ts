import { hourMs, minuteMs } from './almanac';
import * as clock from './clock';
import type { StoryDatabase } from './databases';
import { type Settings, startProgram } from './program';
import type { FakeTeams } from './teams';
import { settle } from './wire';

/** The program does the same for ever, so the story ends here. */
export class Stuck extends Error {}

/** Something is due more often than that only when the same comes again and again. */
const mostRounds = 400;
const leastMs = 4 * hourMs;

/** What has happened to the program and to its calls, which excuses some of what it does. */
export type State = {
  readonly deaths: number[];
  readonly ambiguous: number[];
  readonly locks: number[];
  ticks: number;
  troubles: number;
  holidaysSince: number | undefined;
};

type Ports = {
  readonly database: StoryDatabase;
  readonly teams: Pick<FakeTeams, 'quiet'>;
  readonly state: State;
  readonly note: (line: string) => void;
  readonly breach: (promise: string, sort: string, what: string) => void;
};

/** The program's life in a story: it works as time goes on, dies, is stopped and is started again. */
export const startLife = async (first: Settings, { database, teams, state, note, breach }: Ports) => {
  let settings = first;
  let program = await startProgram(database.url, settings);
  let readLogs = 0;

  const readLog = (): void => {
    const entries = program.logged();
    for (const entry of entries.slice(readLogs)) {
      if (
        entry.event === 'turn-failed' ||
        entry.event === 'maintenance-failed' ||
        entry.event === 'request-failed'
      ) {
        const isExcused = state.locks.some((until) => clock.now() <= until + minuteMs);
        if (!isExcused) breach('Alive', `${entry.event} ${String(entry.error)}`, `${JSON.stringify(entry)}`);
      }
    }
    readLogs = entries.length;
  };

  const ticking = new Set<Promise<void>>();
  let restarting: Promise<void> = Promise.resolve();
  const start = async (changed: Partial<Settings> = {}): Promise<void> => {
    settings = { ...settings, ...changed };
    state.holidaysSince =
      settings.schoolHolidays.length === 0 ? undefined : (state.holidaysSince ?? clock.now());
    readLogs = 0;
    program = await startProgram(database.url, settings);
  };
  /** It is stopped when what it has begun is at its end, and starts with other settings. */
  const restart = (changed: Partial<Settings>): Promise<void> => {
    const turn = restarting.then(async () => {
      await Promise.all(ticking);
      if (program.isDead()) program.kill();
      else await program.stop();
      await start(changed);
    });
    restarting = turn.catch(() => undefined);
    return turn;
  };
  const reviveIfDead = async (): Promise<void> => {
    await restarting;
    if (!program.isDead()) return;
    if (program.isLooping()) {
      breach('Alive', 'a tick never ends', 'the same work is due again and again');
      throw new Stuck();
    }
    note('the process dies, and is started again');
    state.deaths.push(clock.now());
    program.kill();
    await start();
  };

  const tick = async (): Promise<void> => {
    state.ticks += 1;
    await restarting;
    const done = program.tick().finally(() => ticking.delete(done));
    ticking.add(done);
    await done;
    await reviveIfDead();
    readLog();
  };

  /**
   * Lets the time go on to then, and everything on its way be done when it is due; with a pace, after the first hour, at
   * the least so long after what was done before.
   */
  const goOn = async (to: number, pace = 0): Promise<void> => {
    await tick();
    const since = clock.now();
    let lookedAt = since;
    for (let rounds = 1; ; rounds += 1) {
      await teams.quiet();
      // Nobody waits an hour for an answer, unless it needs the time that is to pass.
      await Promise.race([program.answered(), settle(1_000)]);
      const due = (await database.nextDue()) ?? to;
      const timer = clock.nextTimerAt() ?? to;
      const isStuck = rounds % mostRounds === 0 && clock.now() - lookedAt < leastMs;
      if (rounds % mostRounds === 0) lookedAt = clock.now();
      if (isStuck) {
        breach('Alive', 'never rests', 'again and again something was due');
        throw new Stuck();
      }
      const least = clock.now() - since < hourMs ? 0 : pace;
      const soonest = clock.now() + Math.max(least, due <= clock.now() ? 1_000 : 0);
      clock.goTo(Math.max(Math.min(due, timer, to), Math.min(soonest, Math.max(to, clock.now()))));
      // A timer's work is its own: where nothing is due by the database a tick finds nothing.
      if (clock.now() < Math.min(due, to)) await reviveIfDead();
      else await tick();
      if (clock.now() >= to) return;
    }
  };

  return {
    program: () => program,
    settings: () => settings,
    /** Over once nobody is stopping or starting it. */
    whenStarted: () => restarting,
    restart,
    reviveIfDead,
    tick,
    goOn,
  };
};
