import type { OutboxRow, RateLimit, Store } from '../../src/storage/contract';

export const noon = 1_800_000_000_000;
export const rowOf = (id: string, rest: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  kind: 'day-before',
  groupId: 'east',
  subject: 'east/2027-01-12',
  to: '19:east@thread.tacv2',
  dueAt: noon - 100,
  usefulUntil: noon + 9_000,
  ...rest,
});

/** Takes one place, or says for how many milliseconds there is none. */
export const waitFor = async (store: Store, key: string, limits: readonly RateLimit[]): Promise<number> =>
  (await store.rates.take(key, limits, 1)).waitMs;
