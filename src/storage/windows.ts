import type { Instant, Window } from './contract';

/**
 * The milliseconds until every window has a free place, 0 when it has one now. `nthLatest(1)` is the last place
 * taken; a place is free again when `ms` have passed since it was taken.
 */
export const waitFor = (
  windows: readonly Window[],
  now: Instant,
  nthLatest: (n: number) => Instant | undefined,
): number =>
  Math.max(0, ...windows.map(({ max, ms }) => (nthLatest(max) ?? Number.NEGATIVE_INFINITY) + ms - now));

/** How long a taken place must be remembered. */
export const longestOf = (windows: readonly Window[]): number => Math.max(0, ...windows.map(({ ms }) => ms));
