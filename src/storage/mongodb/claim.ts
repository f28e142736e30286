import type { Collection } from 'mongodb';
import type { Instant, OutboxEntry } from '../contract';
import { entryOf, type StoredRow } from './stored-row';

type Claim = { readonly limit: number; readonly leaseMs: number; readonly now: () => Promise<Instant> };

const rounds = 10;
/** How much further along the line a client looks that has lost a race. */
const spread = 8;

/**
 * Looks for due rows in one query and takes each by its `_id`, guarded by the fence that was seen and by
 * still being due: of several clients that saw the same row one takes it. What was taken before an outage is still handed out.
 */
export const claimFrom = async (
  rows: Collection<StoredRow>,
  { limit, leaseMs, now }: Claim,
): Promise<readonly OutboxEntry[]> => {
  const claimed: OutboxEntry[] = [];
  let hasLost = false;
  for (let round = 1; round <= rounds && claimed.length < limit; round += 1) {
    const missing = limit - claimed.length;
    const at = await now();
    const seen = await dueRows(rows, at, hasLost ? missing * spread : missing);
    if (seen.length === 0) break;
    const wanted: readonly StoredRow[] = hasLost ? shuffled(seen).slice(0, missing) : seen;
    const taken = await Promise.allSettled(wanted.map((row) => take(rows, row, { at, until: at + leaseMs })));
    const won = taken.flatMap((each) =>
      each.status === 'fulfilled' && each.value !== null ? [each.value] : [],
    );
    claimed.push(...won.map(entryOf));
    const fault = taken.find((each) => each.status === 'rejected');
    if (fault !== undefined && claimed.length === 0) throw fault.reason;
    if (fault !== undefined) break;
    hasLost = won.length < wanted.length;
  }
  return claimed.sort((a, b) => a.dueAt - b.dueAt);
};

const dueRows = (rows: Collection<StoredRow>, at: Instant, limit: number): Promise<StoredRow[]> =>
  rows
    .find({ claimableAt: { $lte: at } })
    .sort({ claimableAt: 1, _id: 1 })
    .limit(limit)
    .toArray();

const take = (
  rows: Collection<StoredRow>,
  { _id, fence, underWay, isWished = false }: StoredRow,
  lease: { readonly at: Instant; readonly until: Instant },
): Promise<StoredRow | null> =>
  rows.findOneAndUpdate(
    { _id, fence, underWay, isWished: isWished || { $ne: true }, claimableAt: { $lte: lease.at } },
    {
      $set: {
        state: 'leased',
        claimableAt: lease.until,
        changedAt: lease.at,
        underWay: false,
        isWished: false,
        ...(isWished ? { attempts: 0, ambiguous: 0 } : {}),
      },
      $inc: { fence: 1, ...(underWay && !isWished ? { ambiguous: 1 } : {}) },
    },
    { returnDocument: 'after' },
  );

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
