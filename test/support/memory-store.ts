import type {
  Doc,
  Documents,
  Index,
  Instant,
  Mark,
  Outbox,
  OutboxEntry,
  OutboxRow,
} from '../../src/storage/contract';

export type MemoryDocuments<Body> = Documents<Body> & {
  readonly all: () => readonly Doc<Body>[];
  /** As it is kept, without a copy: what hasn't been written is the same object as before. */
  readonly entries: () => readonly { readonly doc: Doc<Body>; readonly index: Index }[];
};

type Kept<Body> = Map<string, { readonly doc: Doc<Body>; readonly index: Index }>;

/** Documents in memory, as test/contract wants them; `clock` stands for the database's, `kept` is what several handles share. */
export const memoryDocuments = <Body>(
  clock: () => Instant,
  kept: Kept<Body> = new Map(),
): MemoryDocuments<Body> => {
  const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  const sorted = (by: (index: Index) => number, isAsked: (index: Index, id: string) => boolean) =>
    [...kept.values()]
      .filter(({ doc, index }) => isAsked(index, doc.id))
      .toSorted((a, b) => by(a.index) - by(b.index) || (a.doc.id < b.doc.id ? -1 : 1));
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
      sorted(
        ({ at }) => at,
        (index) => index.groupId === groupId && index.at >= from,
      )
        .slice(0, limit)
        .map(({ doc }) => copy(doc)),
    between: async (from, to, limit) =>
      sorted(
        ({ at }) => at,
        ({ at }) => at >= from && at < to,
      )
        .slice(0, limit)
        .map(({ doc }) => copy(doc)),
    page: async (after, limit) =>
      sorted(
        () => 0,
        (_, id) => id > after,
      )
        .slice(0, limit)
        .map(({ doc }) => copy(doc)),
    due: async (limit) =>
      sorted(
        ({ nextCheckAt = 0 }) => nextCheckAt,
        ({ nextCheckAt = Number.POSITIVE_INFINITY }) => nextCheckAt <= clock(),
      )
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

/** A row with what isn't told of it: since when it can be claimed, and what a lease leaves open. */
type Line = {
  readonly entry: OutboxEntry;
  /** Absent in a final state. */
  readonly claimableAt: Instant | undefined;
  readonly isUnderWay: boolean;
  readonly isRequeued: boolean;
};

const inLine = (row: OutboxRow, changedAt: Instant, fence = 0): Line => ({
  entry: { ...row, state: 'planned', attempts: 0, ambiguous: 0, changedAt, fence },
  claimableAt: row.dueAt,
  isUnderWay: false,
  isRequeued: false,
});

const requeued = (known: Line | undefined, row: OutboxRow, now: Instant): Line => {
  if (known === undefined) return inLine(row, now);
  const { entry, claimableAt = row.dueAt } = known;
  if (entry.state === 'leased')
    return { ...known, entry: { ...entry, ...row, changedAt: now }, isRequeued: true };
  const next = inLine(row, now, entry.fence + 1);
  return entry.state === 'planned' ? { ...next, claimableAt: Math.min(claimableAt, row.dueAt) } : next;
};

const leased = ({ entry, isRequeued, isUnderWay }: Line, now: Instant, leaseMs: number): Line => ({
  entry: {
    ...entry,
    state: 'leased',
    changedAt: now,
    fence: entry.fence + 1,
    attempts: isRequeued ? 0 : entry.attempts,
    ambiguous: isRequeued ? 0 : entry.ambiguous + (isUnderWay ? 1 : 0),
  },
  claimableAt: now + leaseMs,
  isUnderWay: false,
  isRequeued: false,
});

const marked = ({ entry }: Line, mark: Mark, now: Instant): Line => {
  const isAgain = mark.state === 'again';
  return {
    entry: {
      ...entry,
      state: isAgain ? 'planned' : mark.state,
      attempts: entry.attempts - (isAgain && mark.wasNoAttempt ? 1 : 0),
      ambiguous: entry.ambiguous + (isAgain && mark.wasAmbiguous ? 1 : 0),
      changedAt: now,
    },
    claimableAt: isAgain ? mark.at : undefined,
    isUnderWay: false,
    isRequeued: false,
  };
};

/** A requeued row whose send has ended is as new, and not before a mark `again` says. */
const released = ({ entry }: Line, mark: Mark, now: Instant): Line => ({
  ...inLine(entry, now, entry.fence + 1),
  claimableAt: mark.state === 'again' ? Math.max(entry.dueAt, mark.at) : entry.dueAt,
});

/** The outbox in memory, as test/contract wants it. */
export const memoryOutbox = (clock: () => Instant, kept: Map<string, Line> = new Map()): MemoryOutbox => {
  const rows = () => [...kept.values()].map(({ entry }) => entry);
  const claimable = () =>
    [...kept.values()]
      .filter(({ claimableAt = Number.POSITIVE_INFINITY }) => claimableAt <= clock())
      .toSorted((a, b) => (a.claimableAt ?? 0) - (b.claimableAt ?? 0) || (a.entry.id < b.entry.id ? -1 : 1));
  const ownOf = ({ id, fence }: Pick<OutboxEntry, 'id' | 'fence'>): Line | undefined => {
    const line = kept.get(id);
    return line?.entry.fence === fence && line.entry.state === 'leased' ? line : undefined;
  };
  return {
    rows,
    plan: async (wanted) => {
      for (const row of wanted) if (!kept.has(row.id)) kept.set(row.id, inLine(row, clock()));
    },
    requeue: async (wanted) => {
      for (const row of wanted) kept.set(row.id, requeued(kept.get(row.id), row, clock()));
    },
    claim: async (limit, leaseMs) => {
      const lines = claimable()
        .slice(0, limit)
        .map((line) => leased(line, clock(), leaseMs));
      for (const line of lines) kept.set(line.entry.id, line);
      return lines.map(({ entry }) => entry).toSorted((a, b) => a.dueAt - b.dueAt);
    },
    attempt: async (row) => {
      const line = ownOf(row);
      if (line === undefined || line.isRequeued || (line.claimableAt ?? 0) <= clock()) return false;
      const entry = { ...line.entry, attempts: line.entry.attempts + 1, changedAt: clock() };
      kept.set(row.id, { ...line, entry, isUnderWay: true });
      return true;
    },
    mark: async (row, mark) => {
      const line = ownOf(row);
      if (line === undefined) return false;
      kept.set(row.id, line.isRequeued ? released(line, mark, clock()) : marked(line, mark, clock()));
      return !line.isRequeued;
    },
    list: async (groupId, from, limit) =>
      rows()
        .filter((row) => row.groupId === groupId && row.dueAt >= from)
        .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    prune: async (before) => {
      const old = [...kept.values()].filter(
        ({ claimableAt, entry }) => claimableAt === undefined && entry.dueAt < before,
      );
      for (const { entry } of old) kept.delete(entry.id);
      return old.length;
    },
    backlog: async () => {
      const [first, ...others] = claimable();
      return first === undefined
        ? { due: 0, lagMs: 0 }
        : { due: 1 + others.length, lagMs: clock() - (first.claimableAt ?? 0) };
    },
  };
};
