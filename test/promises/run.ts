// `npm run promises -- --stories 20000 [--database mongodb] [--seed N] [--workers N] [--quick] [--write]`: random stories, then the
// regressions; `--only name` tells one regression, `--again file,file` shortens stories that were found. Every breach that isn't a known hole fails the run, and so does a known hole that isn't there any more.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeFigures } from './figures';
import type { Story } from './story';
import type { Happened, Ordered } from './worker';

/** A story that broke promises once (`*` is anything); `knownHole` says which hole it falls into as long as that is open. */
type Regression = {
  readonly breaks: readonly string[];
  readonly knownHole?: string;
  readonly story: Story;
  readonly told: readonly string[];
};

const folder = path.join(__dirname, 'regressions');
const found = path.join(os.tmpdir(), 'vejviser-promises-found');
const showEveryMs = 5_000;
const mostShrunk = 40;

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const database = option('database', 'embedded');
const stories = Number(option('stories', process.argv.includes('--only') ? '0' : '200'));
const firstSeed = Number(option('seed', '1'));
const workers = Number(option('workers', String(Math.min(4, os.cpus().length))));
const isShrinking = !process.argv.includes('--quick');
/** One regression by its name, and nothing else. */
const only = option('only', '');

const regressions: ReadonlyMap<string, Regression> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && (only === '' || name === `${only}.json`))
    .map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Regression]),
);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const fits = (pattern: string, sort: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(sort);
/** Whether a breach is known until it is mended. */
const isKnown = (sort: string): boolean =>
  [...regressions.values()].some(
    ({ breaks, knownHole }) => knownHole !== undefined && breaks.some((each) => fits(each, sort)),
  );

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const startWorker = async () => {
  const child = fork(path.join(__dirname, 'worker.ts'), [database], {
    execArgv: [
      ...['--require', path.join(__dirname, '../support/typescript-hook.js')],
      ...['--require', path.join(__dirname, 'clock.js')],
    ],
  });
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`a worker ended with ${code}`);
  });
  ended.catch(() => undefined);
  await Promise.race([once(child, 'message'), ended]);
  return {
    give: async (order: Ordered): Promise<Happened> => {
      const done = once(child, 'message');
      child.send(order);
      const [happened] = await Promise.race([done, ended]);
      return happened as Happened;
    },
    stop: async (): Promise<void> => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
};

type Count = {
  stories: number;
  unkept: number;
  readonly broken: Map<string, number>;
  readonly faults: string[];
  readonly wrong: string[];
};

const keep = ({ order, story, trace }: Happened, sort: string): void => {
  mkdirSync(found, { recursive: true });
  const name = sort
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 70);
  const file = path.join(found, `${name}.json`);
  writeFileSync(
    file,
    `${JSON.stringify({ breaks: [sort], seed: 'seed' in order ? order.seed : undefined, story, told: trace }, null, 2)}\n`,
  );
  say(`\nBROKEN  ${sort}, in ${story.steps.length} steps (${file}):\n  ${trace.join('\n  ')}\n`);
};

const judgeRegression = ({ order, broken, fault }: Happened, count: Count): void => {
  if (order.kind !== 'story') return;
  const { breaks, knownHole } = regressions.get(order.name) as Regression;
  const found = broken.filter((sort) => breaks.some((each) => fits(each, sort)));
  const isBroken = found.length > 0;
  if (fault !== undefined) count.faults.push(`${order.name}: ${fault}`);
  else if (knownHole !== undefined && !isBroken)
    count.wrong.push(`${order.name}: hole (${knownHole}) is mended, so take "knownHole" out of the file`);
  else if (knownHole === undefined && isBroken)
    count.wrong.push(`${order.name}: is broken again: ${found.join(', ')}`);
};

const main = async (): Promise<void> => {
  const startedAt = Date.now();
  const again = option('again', '');
  const told = again === '' ? [] : again.split(',').map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const orders: Ordered[] =
    told.length > 0
      ? told.map(({ seed, breaks: [sort], story }): Ordered => ({ kind: 'shrink', seed, sort, story }))
      : [
          ...[...regressions].map(([name, { story }]): Ordered => ({ kind: 'story', name, story })),
          ...Array.from({ length: stories }, (_, at): Ordered => ({ kind: 'seed', seed: firstSeed + at })),
        ].toReversed();
  const total = orders.length;
  const count: Count = { stories: 0, unkept: 0, broken: new Map(), faults: [], wrong: [] };
  const shrunk = new Set<string>();
  let shownAt = Date.now();

  const take = (happened: Happened): void => {
    const { order, broken, fault } = happened;
    if (order.kind === 'shrink') {
      keep(happened, order.sort);
      return;
    }
    count.stories += 1;
    if (order.kind === 'story') {
      judgeRegression(happened, count);
      return;
    }
    if (fault !== undefined) count.faults.push(`seed ${order.seed}: ${fault}`);
    if (fault !== undefined || broken.some((sort) => !isKnown(sort))) count.unkept += 1;
    for (const sort of broken) {
      count.broken.set(sort, (count.broken.get(sort) ?? 0) + 1);
      if (isKnown(sort) || shrunk.has(sort) || shrunk.size > mostShrunk) continue;
      shrunk.add(sort);
      if (isShrinking) orders.push({ kind: 'shrink', seed: order.seed, sort, story: happened.story });
      else keep(happened, sort);
    }
  };
  const show = (): void => {
    if (Date.now() - shownAt < showEveryMs) return;
    shownAt = Date.now();
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    say(`${count.stories} of ${total} stories after ${seconds} s, ${count.broken.size} sorts of breach`);
  };

  const running = await Promise.all(Array.from({ length: workers }, startWorker));
  await Promise.all(
    running.map(async (worker) => {
      for (let order = orders.pop(); order !== undefined; order = orders.pop()) {
        take(await worker.give(order));
        show();
      }
    }),
  );
  await Promise.all(running.map((worker) => worker.stop()));

  const isNew = ([sort]: readonly [string, number]): boolean => !isKnown(sort);
  say(`\n${count.stories} stories on ${database} in ${Math.round((Date.now() - startedAt) / 1_000)} s`);
  for (const [sort, times] of [...count.broken].toSorted(([, one], [, other]) => other - one))
    say(`  ${times}  ${sort}${isKnown(sort) ? '  (known)' : ''}`);
  for (const line of [...count.wrong, ...count.faults]) say(`  !! ${line}`);
  const isKept = ![...count.broken].some(isNew) && count.wrong.length === 0 && count.faults.length === 0;
  if (process.argv.includes('--write')) {
    const holes = new Set([...regressions.values()].flatMap(({ knownHole }) => knownHole ?? []));
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    writeFigures({ database, stories, firstSeed, broken: count.unkept, knownHoles: holes.size, seconds });
  }
  say(isKept ? 'Every promise is kept, but for known holes.' : 'Promises are broken.');
  process.exitCode = isKept ? 0 : 1;
};

void main();
