/** A smaller number could point at somebody. */
const smallest = 5;
/** What is published is a multiple of it. */
const base = 5;
/** The largest number that is hidden. */
const largestHidden = smallest - 1;

/** A number as it may be published: a multiple of 5 from 5 on, or `null` for what is hidden. */
export type Cell = number | null;

/** Counts of one month that belong together. What is hidden is counted together as `rest`, where that gives none of it away. */
export type Line<Name extends string = string> = {
  readonly cells: Readonly<Record<Name, Cell>>;
  readonly rest: Cell;
};

const rounded = (count: number): number => base * Math.round(count / base);

/** The least that a published number can stand for. */
const leastOf = (published: number): number => Math.max(smallest, published - Math.floor(base / 2));

/** A count as it may be published by itself. */
export const cellOf = (count: number): Cell => (count < smallest ? null : rounded(count));

/** The most that the sum of so many hidden counts may be said to be at least. */
const highestLeast = (hidden: number): number => largestHidden * (hidden - 1);

/**
 * What so many hidden counts are together. It goes only so high that whichever one of them may still be anything from 0 to
 * 4: the others make up for it. So one or two hidden counts have no sum at all.
 */
const restOf = (sum: number, hidden: number): Cell => {
  const highest = highestLeast(hidden);
  for (let published = cellOf(sum) ?? 0; published >= smallest; published -= base)
    if (leastOf(published) <= highest) return published;
  return null;
};

/**
 * The one way from raw counts (whole numbers from 0 on) to what may be published. Each number is made of its own count
 * alone and the rest of the hidden ones alone, so none can be worked out from others. docs/decisions/0022.
 */
export const publishLine = <Name extends string>(counts: Readonly<Record<Name, number>>): Line<Name> => {
  const entries = Object.entries(counts) as [Name, number][];
  const hidden = entries.filter(([, count]) => cellOf(count) === null).map(([, count]) => count);
  return {
    cells: Object.fromEntries(entries.map(([name, count]) => [name, cellOf(count)])) as Record<Name, Cell>,
    rest: restOf(
      hidden.reduce((sum, count) => sum + count, 0),
      hidden.length,
    ),
  };
};

/**
 * The sum of what is published, and no other: from a true total the hidden count could be worked out. `isLeast` where more
 * may be hidden than is counted in it.
 */
export const totalOf = ({ cells, rest }: Line): { readonly sum: number; readonly isLeast: boolean } => {
  const numbers = Object.values(cells);
  const hidden = numbers.filter((cell) => cell === null).length;
  return {
    sum: numbers.reduce<number>((sum, cell) => sum + (cell ?? 0), rest ?? 0),
    isLeast: hidden > 0 && (rest === null || leastOf(rest + base) > highestLeast(hidden)),
  };
};

/** Where the middle one of all counted in classes lies, by the class's name; `null` when there are fewer than 5. */
export const medianClass = <Name extends string>(
  classes: readonly (readonly [Name, number])[],
): Name | null => {
  const all = classes.reduce((sum, [, count]) => sum + count, 0);
  if (all < smallest) return null;
  let so = 0;
  for (const [name, count] of classes) {
    so += count;
    if (2 * so >= all) return name;
  }
  return null;
};
