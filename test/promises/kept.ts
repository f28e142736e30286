import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Story } from './story';

/** A story that broke promises once (`*` is anything); `knownHole` says which hole it falls into as long as that is open. */
export type Regression = {
  readonly breaks: readonly string[];
  readonly knownHole?: string;
  readonly story: Story;
  readonly told: readonly string[];
};

const folder = path.join(__dirname, 'regressions');
const found = path.join(os.tmpdir(), 'vejviser-promises-found');

/** The regressions by name: all of them, or that one alone. */
export const readRegressions = (only: string): ReadonlyMap<string, Regression> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json') && (only === '' || name === `${only}.json`))
      .map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Regression]),
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const fits = (pattern: string, sort: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(sort);

export type Found = {
  readonly sort: string;
  readonly seed: number | undefined;
  readonly story: Story;
  readonly trace: readonly string[];
};

/** Writes down a story that breaks a promise, for whoever reads it, and says where. */
export const keepFound = ({ sort, seed, story, trace }: Found): string => {
  mkdirSync(found, { recursive: true });
  const name = sort
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 70);
  const file = path.join(found, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ breaks: [sort], seed, story, told: trace }, null, 2)}\n`);
  return file;
};
