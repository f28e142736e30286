import type { Instant, OutboxEntry } from '../contract';

/**
 * `claimableAt` is absent in a final state, else when the row may be claimed; `underWay` is an attempt without its mark,
 * `isWished` a leased row that was put in line again.
 */
export type StoredRow = Omit<OutboxEntry, 'id'> & {
  readonly _id: string;
  readonly claimableAt?: Instant;
  readonly underWay: boolean;
  readonly isWished?: boolean;
};

export const entryOf = ({
  _id,
  claimableAt: _,
  underWay: __,
  isWished: ___,
  ...entry
}: StoredRow): OutboxEntry => ({
  id: _id,
  ...entry,
});
