import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The seeds that one version of the program was judged by, on one database. `seeds` is `80000-80499 80502`. */
export type Judged = {
  readonly database: string;
  readonly version: string;
  readonly seeds: string;
  readonly broken: string;
  readonly cpuSeconds: number;
  readonly on: string;
};

const file = path.join(__dirname, 'judged-seeds.json');

export const seedsIn = (written: string): readonly number[] =>
  written
    .split(' ')
    .filter((each) => each !== '')
    .flatMap((each) => {
      const [from = 0, to = from] = each.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    });

export const inRanges = (seeds: Iterable<number>): string => {
  const ranges: { from: number; to: number }[] = [];
  for (const seed of [...new Set(seeds)].toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last?.to === seed - 1) last.to = seed;
    else ranges.push({ from: seed, to: seed });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
};

export const readJudged = (): readonly Judged[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Judged[]) : [];

/** The first seed that no version was judged by: stories that have been seen are mended, and show nothing new. */
export const nextSeed = (database: string): number =>
  Math.max(0, ...readJudged().flatMap((each) => (each.database === database ? seedsIn(each.seeds) : []))) + 1;

/** The commit that is judged, and whether something in it has been changed since. */
export const versionNow = (): string => {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { cwd: __dirname, encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', '../../src', '.', ':!judged-seeds.json') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
};

/** Runs of one version on one database become one. */
export const addJudged = (all: readonly Judged[], more: Judged): readonly Judged[] => {
  const isSame = ({ database, version }: Judged): boolean =>
    database === more.database && version === more.version;
  const before = all.find(isSame);
  if (before === undefined) return [...all, more];
  const both = (written: 'seeds' | 'broken'): string =>
    inRanges([...seedsIn(before[written]), ...seedsIn(more[written])]);
  const cpuSeconds = before.cpuSeconds + more.cpuSeconds;
  return all.map((each) =>
    isSame(each) ? { ...more, seeds: both('seeds'), broken: both('broken'), cpuSeconds } : each,
  );
};

/** Writes down what was judged beside what was judged before. */
export const keepJudged = (more: Judged): readonly Judged[] => {
  const all = addJudged(readJudged(), more);
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  return all;
};
