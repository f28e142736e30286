import type { Instant, RateLimit, TakenPermits } from './contract';

type Asked = {
  readonly limits: readonly RateLimit[];
  readonly most: number;
  readonly now: Instant;
  /** No permit is given before it. */
  readonly closedUntil: Instant;
  /** `nthLatest(1)` is the last permit taken. */
  readonly nthLatest: (n: number) => Instant | undefined;
};

/**
 * How many permits every limit has free at `now`, up to `most`; when none, the milliseconds until there is one. A permit
 * is free again when `ms` have passed since it was taken.
 */
export const freePermits = ({ limits, most, now, closedUntil, nthLatest }: Asked): TakenPermits => {
  const waitFor = (count: number): number =>
    Math.max(
      closedUntil - now,
      0,
      ...limits.map(({ max, ms }) =>
        count > max
          ? Number.POSITIVE_INFINITY
          : (nthLatest(max - count + 1) ?? Number.NEGATIVE_INFINITY) + ms - now,
      ),
    );
  let taken = 0;
  while (taken < most && waitFor(taken + 1) === 0) taken += 1;
  return { taken, waitMs: taken > 0 ? 0 : waitFor(1) };
};

/** How long a taken permit must be remembered. */
export const longestOf = (limits: readonly RateLimit[]): number => Math.max(0, ...limits.map(({ ms }) => ms));
