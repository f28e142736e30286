import type { RateLimit } from '../storage/contract';

export type RateLimits = {
  readonly conversation: readonly RateLimit[];
  readonly tenant: readonly RateLimit[];
  /** How much more one message may be on its way than another: a window is kept that much longer. */
  readonly slackMs: number;
};

/** Teams' limits for each conversation; 30 a second for all of the tenant's, where Teams refuses from 50. */
export const teamsRateLimits: RateLimits = {
  conversation: [
    { max: 7, ms: 1_000 },
    { max: 8, ms: 2_000 },
    { max: 60, ms: 30_000 },
    { max: 1_800, ms: 3_600_000 },
  ],
  tenant: [{ max: 30, ms: 1_000 }],
  slackMs: 500,
};

/** The limits as permits are taken in them: a message travels after it has its permit. */
export const withSlack = (limits: readonly RateLimit[], slackMs: number): readonly RateLimit[] =>
  limits.map(({ max, ms }) => ({ max, ms: ms + slackMs }));
