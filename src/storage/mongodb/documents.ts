import type { Collection, Doc, Documents, Index } from '../contract';
import { type Session, unlessTaken } from './connection';

/** The body is JSON text, so that both databases keep the same values and a key may have any name. */
type Stored = Omit<Index, 'nextCheckAt'> & {
  readonly _id: string;
  readonly version: number;
  readonly body: string;
  /** `nextCheckAt`, by the name that databases have it under. */
  readonly wakeAt?: number;
};

// The text was written by `insert` or `replace` below, from a value of the same collection.
const docOf = <Body>({ _id, version, body }: Stored): Doc<Body> => ({
  id: _id,
  version,
  body: JSON.parse(body) as Body,
});

const indexOf = ({ groupId, at, nextCheckAt }: Index): Pick<Stored, 'groupId' | 'at' | 'wakeAt'> => ({
  groupId,
  at,
  ...(nextCheckAt === undefined ? {} : { wakeAt: nextCheckAt }),
});

/** The documents of one collection. */
export const documentsIn = <Body>({ db, now }: Session, name: Collection): Documents<Body> => {
  const collection = db.collection<Stored>(name);
  return {
    find: async (id) => {
      const stored = await collection.findOne({ _id: id });
      return stored === null ? undefined : docOf(stored);
    },
    insert: (id, body, index) =>
      unlessTaken(() =>
        collection.insertOne({ _id: id, version: 1, ...indexOf(index), body: JSON.stringify(body) }),
      ),
    replace: async ({ id, version }, body, index) => {
      const next = { version: version + 1, ...indexOf(index), body: JSON.stringify(body) };
      return (await collection.replaceOne({ _id: id, version }, next)).matchedCount === 1;
    },
    putOff: async ({ id, version }, wakeAt) => {
      await collection.updateOne({ _id: id, version }, { $set: { wakeAt } });
    },
    remove: async (id) => {
      await collection.deleteOne({ _id: id });
    },
    list: async (groupId, from, limit) => {
      if (limit < 1) return [];
      const found = collection.find({ groupId, at: { $gte: from } });
      return (await found.sort({ at: 1, _id: 1 }).limit(limit).toArray()).map(docOf<Body>);
    },
    between: async (from, to, limit) => {
      if (limit < 1) return [];
      const found = collection.find({ at: { $gte: from, $lt: to } });
      return (await found.sort({ at: 1, _id: 1 }).limit(limit).toArray()).map(docOf<Body>);
    },
    page: async (after, limit) => {
      if (limit < 1) return [];
      const found = collection.find({ _id: { $gt: after } });
      return (await found.sort({ _id: 1 }).limit(limit).toArray()).map(docOf<Body>);
    },
    due: async (limit) => {
      if (limit < 1) return [];
      const found = collection.find({ wakeAt: { $lte: await now() } });
      return (await found.sort({ wakeAt: 1, _id: 1 }).limit(limit).toArray()).map(docOf<Body>);
    },
    backlog: async () => {
      const at = await now();
      const isDue = { wakeAt: { $lte: at } };
      const first = await collection.findOne(isDue, { sort: { wakeAt: 1, _id: 1 } });
      if (first === null) return { due: 0, lagMs: 0 };
      return { due: await collection.countDocuments(isDue), lagMs: at - (first.wakeAt ?? at) };
    },
  };
};
