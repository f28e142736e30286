import type {
  Doc,
  Documents,
  Index,
  Instant,
  Outbox,
  OutboxEntry,
  OutboxRow,
} from '../../src/storage/contract';

export type MemoryDocuments<Body> = Documents<Body> & {
  readonly all: () => readonly Doc<Body>[];
  /** As it is kept, without a copy: what hasn't been written is the same object as before. */
  readonly entries: () => readonly { readonly doc: Doc<Body>; readonly index: Index }[];
};

/** Documents in memory, as test/contract wants them; `clock` stands for the database's. */
export const memoryDocuments = <Body>(clock: () => Instant): MemoryDocuments<Body> => {
  const kept = new Map<string, { doc: Doc<Body>; index: Index }>();
  const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  const sorted = (by: (index: Index) => number) =>
    [...kept.values()].toSorted((a, b) => by(a.index) - by(b.index) || (a.doc.id < b.doc.id ? -1 : 1));
  return {
    all: () => [...kept.values()].map(({ doc }) => copy(doc)),
    entries: () => [...kept.values()],
    find: async (id) => {
      const found = kept.get(id);
      return found && copy(found.doc);
    },
    insert: async (id, body, index) => {
      if (kept.has(id)) return false;
      kept.set(id, { doc: copy({ id, version: 1, body }), index });
      return true;
    },
    replace: async ({ id, version }, body, index) => {
      if (kept.get(id)?.doc.version !== version) return false;
      kept.set(id, { doc: copy({ id, version: version + 1, body }), index });
      return true;
    },
    putOff: async ({ id, version }, nextCheckAt) => {
      const known = kept.get(id);
      if (known?.doc.version === version) kept.set(id, { ...known, index: { ...known.index, nextCheckAt } });
    },
    remove: async (id) => {
      kept.delete(id);
    },
    list: async (groupId, from, limit) =>
      sorted(({ at }) => at)
        .filter(({ index }) => index.groupId === groupId && index.at >= from)
        .slice(0, limit)
        .map(({ doc }) => copy(doc)),
    due: async (limit) =>
      sorted(({ nextCheckAt = 0 }) => nextCheckAt)
        .filter(({ index }) => index.nextCheckAt !== undefined && index.nextCheckAt <= clock())
        .slice(0, limit)
        .map(({ doc }) => copy(doc)),
    backlog: async () => {
      const due = [...kept.values()].flatMap(({ index: { nextCheckAt = Infinity } }) =>
        nextCheckAt <= clock() ? [nextCheckAt] : [],
      );
      return { due: due.length, lagMs: due.length === 0 ? 0 : clock() - Math.min(...due) };
    },
  };
};

export type MemoryOutbox = Outbox & { readonly rows: () => readonly OutboxEntry[] };

/** What planning needs of the outbox; nothing is claimed here. */
export const memoryOutbox = (clock: () => Instant): MemoryOutbox => {
  const kept = new Map<string, OutboxEntry>();
  const entryOf = (row: OutboxRow): OutboxEntry => ({
    ...row,
    state: 'planned',
    attempts: 0,
    ambiguous: 0,
    changedAt: clock(),
    fence: 0,
  });
  const never = async (): Promise<never> => {
    throw new Error('delivery has its own tests');
  };
  return {
    rows: () => [...kept.values()],
    plan: async (rows) => {
      for (const row of rows) if (!kept.has(row.id)) kept.set(row.id, entryOf(row));
    },
    requeue: async (rows) => {
      for (const row of rows) kept.set(row.id, entryOf(row));
    },
    list: async (groupId, from, limit) =>
      [...kept.values()]
        .filter((row) => row.groupId === groupId && row.dueAt >= from)
        .toSorted((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit),
    claim: never,
    attempt: never,
    mark: never,
    prune: async (before) => {
      const isFinal = ({ state }: OutboxEntry) => state !== 'planned' && state !== 'leased';
      const old = [...kept.values()].filter((row) => isFinal(row) && row.dueAt < before);
      for (const { id } of old) kept.delete(id);
      return old.length;
    },
    backlog: never,
  };
};
