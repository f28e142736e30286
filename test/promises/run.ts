// `npm run promises -- --stories 20000 [--database mongodb] [--seed N] [--workers N] [--quick] [--write]`: random stories, then the
// regressions; `--only name` tells one regression, `--again file,file` shortens stories that were found. Every breach that isn't a known
// hole fails the run, and so does a known hole that isn't there any more. `--write` adds what was judged to `judged-seeds.json` and the
// figures to docs/reliability.md, now and then and at the end, and goes on after the seeds that are there.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { storyOf } from './any-story';
import { type Outcome, work } from './crew';
import { writeFigures } from './figures';
import { inRanges, keepJudged, nextSeed, versionNow } from './judged';
import { fits, keepFound, type Regression, readRegressions } from './kept';
import type { Ordered } from './worker';

const showEveryMs = 5_000;
const mostShrunk = 40;
const keepEvery = 100;

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const has = (name: string): boolean => process.argv.includes(`--${name}`);
const database = option('database', 'embedded');
const isWriting = has('write');
const stories = Number(option('stories', has('only') ? '0' : '200'));
const firstSeed = Number(option('seed', String(isWriting ? nextSeed(database) : 1)));
const workers = Number(option('workers', String(Math.min(4, os.cpus().length))));
/** A story takes less than a second of a processor, and a machine that does much else makes that a hundred. */
const patienceMs = Number(option('patience', '300000'));
const regressions: ReadonlyMap<string, Regression> = has('no-regressions')
  ? new Map()
  : readRegressions(option('only', ''));

/** Whether a breach is known until it is mended. */
const isKnown = (sort: string): boolean =>
  [...regressions.values()].some(
    ({ breaks, knownHole }) => knownHole !== undefined && breaks.some((each) => fits(each, sort)),
  );

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const nameOf = (order: Ordered): string => (order.kind === 'story' ? order.name : `seed ${order.seed}`);

const firstOrders = (): Ordered[] => {
  const again = option('again', '');
  if (again !== '')
    return again
      .split(',')
      .map((file) => JSON.parse(readFileSync(file, 'utf8')))
      .map(({ seed, breaks: [sort], story }): Ordered => ({ kind: 'shrink', seed, sort, story }));
  return [
    ...[...regressions].map(([name, { story }]): Ordered => ({ kind: 'story', name, story })),
    ...Array.from({ length: stories }, (_, at): Ordered => ({ kind: 'seed', seed: firstSeed + at })),
  ].toReversed();
};

/** What of a regression isn't as its file says. */
const wrongIn = (name: string, broken: readonly string[]): readonly string[] => {
  const { breaks, knownHole } = regressions.get(name) as Regression;
  const own = broken.filter((sort) => breaks.some((each) => fits(each, sort)));
  if (knownHole !== undefined && own.length === 0)
    return [`${name}: hole (${knownHole}) is mended, so take "knownHole" out of the file`];
  return knownHole === undefined && own.length > 0 ? [`${name}: is broken again: ${own.join(', ')}`] : [];
};

const main = async (): Promise<void> => {
  const startedAt = Date.now();
  const orders = firstOrders();
  const total = orders.length;
  const sorts = new Map<string, number>();
  const wrong: string[] = [];
  const shrunk = new Set<string>();
  /** What hasn't been written down yet. */
  let judged = { seeds: [] as number[], broken: [] as number[], cpuMs: 0 };
  const version = isWriting ? versionNow() : '';
  let count = 0;
  let shownAt = startedAt;

  const keep = (): void => {
    if (!isWriting || judged.seeds.length === 0) return;
    const { seeds, broken, cpuMs } = judged;
    judged = { seeds: [], broken: [], cpuMs: 0 };
    const on = new Date().toISOString().slice(0, 10);
    const cpuSeconds = Math.round(cpuMs / 1_000);
    writeFigures(
      keepJudged({ database, version, seeds: inRanges(seeds), broken: inRanges(broken), cpuSeconds, on }),
    );
  };

  const show = (): void => {
    if (Date.now() - shownAt < showEveryMs) return;
    shownAt = Date.now();
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    say(`${count} of ${total} stories after ${seconds} s, ${sorts.size} sorts of breach`);
  };

  const judgeSeed = (seed: number, outcome: Outcome): void => {
    const broken = outcome.kind === 'lost' ? [`Alive: ${outcome.why}`] : outcome.broken;
    const fault = outcome.kind === 'lost' ? undefined : outcome.fault;
    if (fault !== undefined) wrong.push(`seed ${seed}: ${fault}`);
    judged.seeds.push(seed);
    judged.cpuMs += outcome.kind === 'lost' ? 0 : outcome.cpuMs;
    if (fault !== undefined || broken.some((sort) => !isKnown(sort))) judged.broken.push(seed);
    if (judged.seeds.length >= keepEvery) keep();
    for (const sort of broken) {
      sorts.set(sort, (sorts.get(sort) ?? 0) + 1);
      say(`BROKEN  seed ${seed}: ${sort}`);
      if (isKnown(sort) || shrunk.has(sort) || shrunk.size > mostShrunk) continue;
      shrunk.add(sort);
      const story = storyOf(seed);
      if (outcome.kind === 'happened' && !has('quick')) orders.push({ kind: 'shrink', seed, sort, story });
      else keepFound({ sort, seed, story, trace: outcome.kind === 'happened' ? outcome.trace : [] });
    }
  };

  const take = (outcome: Outcome): void => {
    const { order } = outcome;
    if (outcome.kind === 'lost') wrong.push(`${nameOf(order)}: ${outcome.why}`);
    if (order.kind === 'shrink') {
      if (outcome.kind === 'lost') return;
      const { sort, seed } = order;
      const { story, trace } = outcome;
      const file = keepFound({ sort, seed, story, trace });
      say(`\nSHORT  ${sort}, in ${story.steps.length} steps (${file}):\n  ${trace.join('\n  ')}\n`);
      return;
    }
    count += 1;
    if (order.kind === 'seed') judgeSeed(order.seed, outcome);
    else if (outcome.kind === 'happened') {
      if (outcome.fault !== undefined) wrong.push(`${order.name}: ${outcome.fault}`);
      else wrong.push(...wrongIn(order.name, outcome.broken));
    }
    show();
  };

  const crew = Array.from({ length: workers }, () =>
    work({ database, patienceMs }, () => orders.pop(), take),
  );
  await Promise.all(crew);
  keep();

  say(`\n${count} stories on ${database} in ${Math.round((Date.now() - startedAt) / 1_000)} s`);
  for (const [sort, times] of [...sorts].toSorted(([, one], [, other]) => other - one))
    say(`  ${times}  ${sort}${isKnown(sort) ? '  (known)' : ''}`);
  for (const line of wrong) say(`  !! ${line}`);
  const isKept = [...sorts.keys()].every(isKnown) && wrong.length === 0;
  say(isKept ? 'Every promise is kept, but for known holes.' : 'Promises are broken.');
  process.exitCode = isKept ? 0 : 1;
};

void main();
