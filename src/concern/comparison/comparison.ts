import { isDeepStrictEqual } from 'node:util';
import { type Answers, everyCombination } from '../../municipality/facts';
import type { Municipality } from '../../municipality/schema';
import { type Hours, type Reading, readingOf } from './reading';

/** What a reader notices of a change, the gravest first: another number, another duty, other steps, other sentences. */
export const kinds = ['number', 'duty', 'steps', 'sentences'] as const;
export type Kind = (typeof kinds)[number];

export type Situation = Required<Answers> & { readonly hours: Hours };

/** Situations in which the same words have given way to the same other ones. */
export type Change = {
  readonly kind: Kind;
  /** Of the duty, the steps and the sentences what the other answer hasn't; all the steps where only their order differs. */
  readonly before: Difference;
  readonly after: Difference;
  readonly situations: readonly [Situation, ...Situation[]];
};

export type Difference = Omit<Reading, 'number'>;

export type Comparison = {
  /** How many answers were compared: every combination of answers, with the first unit there and away. */
  readonly compared: number;
  /** By kind, within it the change first that meets the most. */
  readonly changes: readonly Change[];
  /** Parts of the file that differ and are in no answer's words, as `schoolHolidays`. */
  readonly otherParts: readonly string[];
};

const everySituation: readonly Situation[] = (['open', 'away'] as const).flatMap((hours) =>
  everyCombination.map((answers) => ({ ...answers, hours })),
);

const inAnswers: readonly (keyof Municipality)[] = [
  'units',
  'reportForm',
  'duties',
  'steps',
  'notes',
  'asks',
  'rules',
];

const without = (lines: readonly string[], others: readonly string[]): readonly string[] =>
  lines.filter((line) => !others.includes(line));

const isReordered = (one: readonly string[], other: readonly string[]): boolean =>
  !isDeepStrictEqual(one, other) && without(one, other).length + without(other, one).length === 0;

const differenceOf = (own: Reading, other: Reading): Difference => ({
  duty: own.duty === other.duty ? '' : own.duty,
  steps: isReordered(own.steps, other.steps) ? own.steps : without(own.steps, other.steps),
  sentences: without(own.sentences, other.sentences),
});

/** Which answers one file gives otherwise than the other. Pure; both files have been proved. */
export const compareFiles = (before: Municipality, after: Municipality): Comparison => {
  const changes = new Map<string, Change>();
  for (const situation of everySituation) {
    const { hours, ...answers } = situation;
    const old = readingOf(before, answers, hours);
    const now = readingOf(after, answers, hours);
    const kind = kinds.find((each) => !isDeepStrictEqual(old[each], now[each]));
    if (kind === undefined) continue;
    const found = { kind, before: differenceOf(old, now), after: differenceOf(now, old) };
    const key = JSON.stringify(found);
    const known = changes.get(key);
    changes.set(key, {
      ...found,
      situations: known === undefined ? [situation] : [...known.situations, situation],
    });
  }
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Municipality)[];
  return {
    compared: everySituation.length,
    changes: [...changes.values()].toSorted(
      (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.situations.length - a.situations.length,
    ),
    otherParts: parts.filter(
      (part) => !inAnswers.includes(part) && !isDeepStrictEqual(before[part], after[part]),
    ),
  };
};
