import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addJudged, inRanges, seedsIn } from './judged';
import { callWords, doneWords, said, stateWords } from './words';

jest.setTimeout(900_000);

/** A minute on two cores, beside every story that once broke a promise. More are told by hand: docs/promises.md. */
const storiesInCi = 200;
const firstSeed = 20_000;

const tell = async (
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> => {
  const child = spawn(
    process.execPath,
    [
      ...['--require', path.join(__dirname, '../support/typescript-hook.js')],
      ...[path.join(__dirname, 'run.ts'), '--quick', ...words],
    ],
    { env: { PATH: process.env.PATH ?? '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = await once(child, 'close');
  return { code: code as number | null, said };
};

describe('the promises', () => {
  test('hold in the stories that once broke one, and in two hundred others', async () => {
    const seeds = ['--stories', String(storiesInCi), '--seed', String(firstSeed)];
    const { code, said } = await tell(...seeds, '--workers', '2');
    if (code !== 0) throw new Error(said);
  });
});

test('a story that never ends > is said by its name, and the others are told by another process', async () => {
  const { code, said } = await tell(
    ...['--stories', '2', '--no-regressions', '--workers', '1', '--patience', '1'],
  );
  expect(said).toContain('!! seed 1: the story never ends');
  expect(said).toContain('!! seed 2: the story never ends');
  expect(code).toBe(1);
});

describe('what was judged', () => {
  const one = {
    database: 'embedded',
    version: 'abc',
    seeds: '1-3',
    broken: '2',
    cpuSeconds: 2,
    on: '2026-11-25',
  };

  test('by the same version in several runs > adds up, a seed that was told twice counts once', () => {
    const more = { ...one, seeds: '3-5 9', broken: '5', cpuSeconds: 3 };
    expect(addJudged([one], more)).toEqual([{ ...one, seeds: '1-5 9', broken: '2 5', cpuSeconds: 5 }]);
  });

  test('by another version, or on another database > stands for itself', () => {
    const others = [
      { ...one, version: 'def' },
      { ...one, database: 'mongodb' },
    ];
    expect(others.reduce(addJudged, [one] as readonly (typeof one)[])).toEqual([one, ...others]);
  });

  test('seeds are read as they were written', () => {
    const seeds = [7, 1, 2, 3, 9, 10];
    expect(seedsIn(inRanges(seeds))).toEqual([1, 2, 3, 7, 9, 10]);
    expect(inRanges([])).toBe('');
  });
});

test('the sentences by which a story knows what has happened > are those that cards say', () => {
  const folder = path.join(__dirname, '../../src/text');
  const texts = readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const all = Object.entries({ ...doneWords, ...said, ...callWords, ...stateWords });
  expect(all.filter(([, words]) => !new RegExp(words).test(texts)).map(([name]) => name)).toEqual([]);
});
