import type { Instant, OutboxEntry } from '../contract';

/** `claimableAt` is absent in a final state, else when the row may be claimed. */
export type StoredRow = Omit<OutboxEntry, 'id'> & { readonly _id: string; readonly claimableAt?: Instant };

export const entryOf = ({ _id, claimableAt: _, ...entry }: StoredRow): OutboxEntry => ({ id: _id, ...entry });
