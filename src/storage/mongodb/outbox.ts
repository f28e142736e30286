import { type Collection, MongoBulkWriteError } from 'mongodb';
import type { Instant, Mark, Outbox, OutboxRow } from '../contract';
import { claimFrom } from './claim';
import { duplicateKey, isTaken, type Session, unlessTaken } from './connection';
import { entryOf, type StoredRow } from './stored-row';

const finalStates = ['sent', 'unknown', 'failed', 'obsolete'] as const;
const wishRounds = 20;

const inLine = { state: 'planned' as const, attempts: 0, ambiguous: 0, underWay: false, isWished: false };

const planned = (row: OutboxRow, at: Instant) => ({
  kind: row.kind,
  groupId: row.groupId,
  subject: row.subject,
  to: row.to,
  dueAt: row.dueAt,
  usefulUntil: row.usefulUntil,
  ...inLine,
  changedAt: at,
});
const added = (row: OutboxRow, at: Instant): StoredRow => ({
  _id: row.id,
  ...planned(row, at),
  fence: 0,
  claimableAt: row.dueAt,
});

/** The outbox in its collection. */
export const outboxIn = ({ db, now }: Session): Outbox => {
  const rows = db.collection<StoredRow>('outbox');
  return {
    plan: async (wanted) => {
      if (wanted.length === 0) return;
      const at = await now();
      await insertMissing(
        rows,
        wanted.map((row) => added(row, at)),
      );
    },
    requeue: async (wanted) => {
      if (wanted.length === 0) return;
      const at = await now();
      for (const row of wanted) await wishFor(rows, row, at);
    },
    claim: (limit, leaseMs) => claimFrom(rows, { limit, leaseMs, now }),
    attempt: async ({ id, fence }) => {
      const at = await now();
      const { matchedCount } = await rows.updateOne(
        { _id: id, fence, state: 'leased', claimableAt: { $gt: at }, isWished: { $ne: true } },
        { $inc: { attempts: 1 }, $set: { changedAt: at, underWay: true } },
      );
      return matchedCount === 1;
    },
    mark: async ({ id, fence }, mark) => {
      const at = await now();
      const leased = { _id: id, fence, state: 'leased' as const };
      const { matchedCount } = await rows.updateOne(
        { ...leased, isWished: { $ne: true } },
        changeOf(mark, at),
      );
      if (matchedCount === 1) return true;
      await releaseWished(rows, { ...leased, isWished: true }, { mark, at });
      return false;
    },
    list: async (groupId, from, limit) => {
      if (limit < 1) return [];
      const found = rows.find({ groupId, dueAt: { $gte: from } });
      return (await found.sort({ dueAt: 1, _id: 1 }).limit(limit).toArray()).map(entryOf);
    },
    prune: async (before) =>
      (await rows.deleteMany({ state: { $in: [...finalStates] }, dueAt: { $lt: before } })).deletedCount,
    backlog: async () => {
      const at = await now();
      const isDue = { claimableAt: { $lte: at } };
      const first = await rows.findOne(isDue, { sort: { claimableAt: 1, _id: 1 } });
      if (first === null) return { due: 0, lagMs: 0 };
      return { due: await rows.countDocuments(isDue), lagMs: at - (first.claimableAt ?? at) };
    },
  };
};

/** Inserts what isn't there; each row by itself, so that one that is there doesn't stop the others. */
const insertMissing = async (rows: Collection<StoredRow>, wanted: readonly StoredRow[]): Promise<void> => {
  try {
    await rows.insertMany([...wanted], { ordered: false });
  } catch (error) {
    if (!isOnlyTaken(error)) throw error;
  }
};

const isOnlyTaken = (error: unknown): boolean => {
  if (!(error instanceof MongoBulkWriteError)) return isTaken(error);
  const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  // A network that failed in the middle comes wrapped in the same error, with no fault of any row in it.
  const areTaken = faults.length > 0 && faults.every(({ code }) => code === duplicateKey);
  return areTaken && error.result.getWriteConcernError() === undefined;
};

type Wished = {
  readonly _id: string;
  readonly fence: number;
  readonly state: 'leased';
  readonly isWished: true;
};

/** Puts a row in line again whose send has ended. */
const releaseWished = async (
  rows: Collection<StoredRow>,
  wished: Wished,
  { mark, at }: { readonly mark: Mark; readonly at: Instant },
): Promise<void> => {
  for (let round = 1; round <= wishRounds; round += 1) {
    const found = await rows.findOne(wished);
    if (found === null) return;
    const { dueAt } = found;
    const claimableAt = mark.state === 'again' ? Math.max(dueAt, mark.at) : dueAt;
    const { matchedCount } = await rows.updateOne(
      { ...wished, dueAt },
      { $set: { ...inLine, claimableAt, changedAt: at }, $inc: { fence: 1 } },
    );
    if (matchedCount === 1) return;
  }
  throw new Error('A row of the outbox changed too often to be put in line');
};

/** What is on the wire may arrive after what is sent now: a leased row keeps its lease, and its requeue waits for the mark. */
const wishFor = async (rows: Collection<StoredRow>, row: OutboxRow, at: Instant): Promise<void> => {
  const asNew = planned(row, at);
  const { id: _, ...wanted } = row;
  for (let round = 1; round <= wishRounds; round += 1) {
    const done = await rows.updateOne(
      { _id: row.id, state: { $in: [...finalStates] } },
      { $set: { ...asNew, claimableAt: row.dueAt }, $inc: { fence: 1 } },
    );
    if (done.matchedCount === 1) return;
    const waiting = await rows.updateOne(
      { _id: row.id, state: 'planned' },
      { $set: asNew, $min: { claimableAt: row.dueAt }, $inc: { fence: 1 } },
    );
    if (waiting.matchedCount === 1) return;
    const leased = await rows.updateOne(
      { _id: row.id, state: 'leased' },
      { $set: { ...wanted, changedAt: at, isWished: true } },
    );
    if (leased.matchedCount === 1) return;
    if (await unlessTaken(() => rows.insertOne(added(row, at)))) return;
  }
  throw new Error('A row of the outbox changed too often to be put in line');
};

const changeOf = (mark: Mark, at: Instant) =>
  mark.state === 'again'
    ? {
        $set: { state: 'planned' as const, claimableAt: mark.at, changedAt: at, underWay: false },
        $inc: { ambiguous: mark.wasAmbiguous ? 1 : 0, attempts: mark.wasNoAttempt ? -1 : 0 },
      }
    : { $set: { state: mark.state, changedAt: at, underWay: false }, $unset: { claimableAt: 1 as const } };
