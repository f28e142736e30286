import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Happened, Ordered, Said } from './worker';

/** What came of an order; a worker that says nothing for too long, or ends, is killed and has told nothing. */
export type Outcome = Happened | { readonly kind: 'lost'; readonly order: Ordered; readonly why: string };

type Crew = {
  readonly database: string;
  /** So long a worker may say nothing, in ms. */
  readonly patienceMs: number;
};

/** What a story leaves in a process adds up: after so many another one goes on. */
const mostStories = 500;

const startWorker = async (database: string): Promise<ChildProcess> => {
  const child = fork(path.join(__dirname, 'worker.ts'), [database], {
    execArgv: [
      ...['--require', path.join(__dirname, '../support/typescript-hook.js')],
      ...['--require', path.join(__dirname, 'clock.js')],
    ],
  });
  const [first] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (first !== 'ready') throw new Error(`a worker ended with ${first}`);
  return child;
};

/** Gives the worker one order, and waits for what comes of it as long as it shows that it is alive. */
const give = (child: ChildProcess, order: Ordered, patienceMs: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', ended);
      resolve(outcome);
    };
    const lost = (why: string) => (): void => end({ kind: 'lost', order, why });
    const timer = setTimeout(lost('the story never ends'), patienceMs);
    const hear = (said: Said): void => {
      if (said === 'alive') timer.refresh();
      else if (said !== 'ready') end(said);
    };
    const ended = lost('the process ended');
    child.on('message', hear);
    child.on('exit', ended);
    child.send(order);
  });

const stop = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
};

/** Carries out orders as long as there are any; one that comes to no end takes no other one with it. */
export const work = async (
  { database, patienceMs }: Crew,
  next: () => Ordered | undefined,
  take: (outcome: Outcome) => void,
): Promise<void> => {
  let child = await startWorker(database);
  let stories = 0;
  for (let order = next(); order !== undefined; order = next()) {
    const outcome = await give(child, order, patienceMs);
    take(outcome);
    stories += 1;
    if (outcome.kind !== 'lost' && stories < mostStories) continue;
    if (outcome.kind === 'lost') child.kill('SIGKILL');
    else await stop(child);
    child = await startWorker(database);
    stories = 0;
  }
  await stop(child);
};
