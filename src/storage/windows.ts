import type { Instant, TakenPlaces, Window } from './contract';

type Asked = {
  readonly windows: readonly Window[];
  readonly most: number;
  readonly now: Instant;
  /** No place is given before it. */
  readonly closedUntil: Instant;
  /** `nthLatest(1)` is the last place taken. */
  readonly nthLatest: (n: number) => Instant | undefined;
};

/**
 * How many places every window has free at `now`, up to `most`; when none, the milliseconds until there is one. A place
 * is free again when `ms` have passed since it was taken.
 */
export const freePlaces = ({ windows, most, now, closedUntil, nthLatest }: Asked): TakenPlaces => {
  const waitFor = (count: number): number =>
    Math.max(
      closedUntil - now,
      0,
      ...windows.map(({ max, ms }) =>
        count > max
          ? Number.POSITIVE_INFINITY
          : (nthLatest(max - count + 1) ?? Number.NEGATIVE_INFINITY) + ms - now,
      ),
    );
  let taken = 0;
  while (taken < most && waitFor(taken + 1) === 0) taken += 1;
  return { taken, waitMs: taken > 0 ? 0 : waitFor(1) };
};

/** How long a taken place must be remembered. */
export const longestOf = (windows: readonly Window[]): number => Math.max(0, ...windows.map(({ ms }) => ms));
