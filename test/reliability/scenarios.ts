import type { Figures, Scenario, Step } from './run-scenario';

export type Size = {
  readonly rows: number;
  readonly kills: number;
  readonly crashes: number;
  readonly awayMs: number;
  readonly leaseMs: number;
};

/** A few hundred rows, for every run of the tests. */
export const short: Size = { rows: 150, kills: 3, crashes: 2, awayMs: 3_000, leaseMs: 2_000 };
export const full: Size = { rows: 10_000, kills: 20, crashes: 100, awayMs: 20_000, leaseMs: 5_000 };

export type DatabaseName = 'embedded' | 'MongoDB';
/** How much of a backlog can be empty a minute after an outage is a matter of the database's speed. */
const awayFrom: Readonly<Record<DatabaseName, number>> = { embedded: 0.5, MongoDB: 0.95 };

const steps: readonly Step[] = ['claim', 'attempt', 'send', 'mark'];
const faults = { tooMany: 0.05, badGateway: 0.03, timeout: 0.01, reset: 0.01 };

export const scenariosOf = (
  { rows, kills, crashes, awayMs, leaseMs }: Size,
  database: DatabaseName,
): readonly Scenario[] => {
  const away = { ms: awayMs, from: awayFrom[database] };
  // Nobody dies, so no lease may run out however slow the machine is.
  const calm = { rows, concurrency: 8, leaseMs: 60_000 };
  return [
    { ...calm, name: '3 processes', processes: 3, seed: 11 },
    { ...calm, name: '20 processes', processes: 20, seed: 12 },
    { ...calm, name: `${kills} kills`, processes: 3, seed: 13, leaseMs, kills },
    { ...calm, name: `${kills} kills and faults`, processes: 3, seed: 14, leaseMs, kills, faults },
    {
      ...calm,
      name: `database away for ${awayMs / 1_000} s at ${away.from * 100} %`,
      processes: 3,
      seed: 15,
      away,
    },
    ...steps.map((step, n) => ({
      name: `${crashes} crashes after ${step}`,
      rows: Math.min(rows, crashes * 20),
      processes: 3,
      concurrency: 1,
      leaseMs: Math.min(leaseMs, 2_000),
      seed: 16 + n,
      crash: { step, times: crashes },
    })),
  ];
};

/** The most duplicates that a scenario may make: what was under way when a process died, and what had no answer. */
export const allowedDuplicates = (
  { concurrency, crash }: Scenario,
  { kills, ambiguous }: Pick<Figures, 'kills' | 'ambiguous'>,
): number => {
  // Only a crash between a send and its mark leaves a message that is sent again.
  const perKill = crash !== undefined && crash.step !== 'send' ? 0 : concurrency;
  return kills * perKill + ambiguous;
};

/** Kills alone may double one in a hundred; a few hundred rows are too few to say. */
const isOverOneInHundred = ({ kills, faults }: Scenario, { rows, duplicates }: Figures): boolean =>
  kills !== undefined && faults === undefined && rows >= 10_000 && duplicates > rows / 100;

/** What a run did wrong, in words; nothing when it kept every promise. */
export const faultsOf = (scenario: Scenario, figures: Figures): readonly string[] => {
  const { lost, duplicates, most, falseReceipts, early, overWindow, kills, recoverySeconds, crashes } =
    figures;
  const allowed = allowedDuplicates(scenario, figures);
  const expectedKills = scenario.kills ?? scenario.crash?.times ?? 0;
  const broken: readonly (readonly [boolean, string])[] = [
    [lost > 0, `${lost} lost`],
    [duplicates > allowed, `${duplicates} duplicates, ${allowed} allowed`],
    [isOverOneInHundred(scenario, figures), `${duplicates} duplicates are more than 1 %`],
    [most > 3, `one message came ${most} times`],
    [falseReceipts > 0, `${falseReceipts} rows say sent and nothing came`],
    [early > 0, `${early} requests before Retry-After`],
    [overWindow > 0, `${overWindow} requests beyond a window`],
    [kills !== expectedKills, `${kills} kills instead of ${expectedKills}`],
    [crashes > 0, `${crashes} processes ended by themselves`],
    [recoverySeconds > 60, `${recoverySeconds} s until the backlog was empty`],
  ];
  return broken.flatMap(([isBroken, words]) => (isBroken ? [words] : []));
};
