import type { Instant, OutboxEntry } from '../contract';

/** `claimableAt` is absent in a final state, else when the row may be claimed; `underWay` is an attempt without its mark. */
export type StoredRow = Omit<OutboxEntry, 'id'> & {
  readonly _id: string;
  readonly claimableAt?: Instant;
  readonly underWay: boolean;
};

export const entryOf = ({ _id, claimableAt: _, underWay: __, ...entry }: StoredRow): OutboxEntry => ({
  id: _id,
  ...entry,
});
