/** An installation in a team or a channel: ids and the service address only, nothing about a person. */
export type Installation = {
  readonly conversationId: string;
  readonly teamId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
};

/** One week's number of shown answers of one route; weeks are ISO weeks such as `2026-W48`. */
export type WeeklyCount = { readonly week: string; readonly route: string; readonly count: number };

/** Milliseconds since 1970 in UTC: what JSON and every database keep alike. */
export type Instant = number;

/** A document as it was read; `version` counts its changes and guards the next one. */
export type Doc<Body> = { readonly id: string; readonly version: number; readonly body: Body };

/** What a document is found by, beside its id. */
export type Index = {
  readonly groupId: string;
  /** Where it stands in its group's order; of a group the minute of the week at which it meets. */
  readonly at: Instant;
  /** When somebody must look at it again; absent when nothing is left to do. */
  readonly nextCheckAt?: Instant;
};

/** How much is due by the database's clock, and how long the first of it has been; 0 and 0 when nothing is. */
export type Backlog = { readonly due: number; readonly lagMs: number };

/** A collection of JSON documents. Every change is of one document and atomic, also against other processes. */
export type Documents<Body> = {
  find(id: string): Promise<Doc<Body> | undefined>;
  /** `false` when the id is taken; nothing has changed then. */
  insert(id: string, body: Body, index: Index): Promise<boolean>;
  /**
   * `false` when the document is gone or is no longer of `doc.version`; nothing has changed then. What the old body
   * held is gone from an embedded database's files within seconds.
   */
  replace(doc: Doc<unknown>, body: Body, index: Index): Promise<boolean>;
  /** Changes nothing but when it must be looked at again; nothing at all when it was changed since it was read. */
  putOff(doc: Pick<Doc<unknown>, 'id' | 'version'>, nextCheckAt: Instant): Promise<void>;
  /** Removing what isn't there is no fault. What was removed is gone from an embedded database's files too. */
  remove(id: string): Promise<void>;
  /** Those of a group from `from` on (inclusive), ordered by `at` and then by id. */
  list(groupId: string, from: Instant, limit: number): Promise<readonly Doc<Body>[]>;
  /** Those of all groups whose `at` lies from `from` on (inclusive) and before `to`, ordered by it and then by id. */
  between(from: Instant, to: Instant, limit: number): Promise<readonly Doc<Body>[]>;
  /** Every document in the order of their ids, from the first after `after` on: page by page, beginning with ''. */
  page(after: string, limit: number): Promise<readonly Doc<Body>[]>;
  /** Those whose `nextCheckAt` has come by the database's clock, the longest due first. Its cost grows with what is due. */
  due(limit: number): Promise<readonly Doc<Body>[]>;
  /** How many are due, and how long the first of them has been. */
  backlog(): Promise<Backlog>;
};

/** A document's collection; each is a table or a MongoDB collection of its own. */
export const collections = [
  'groups',
  'channels',
  'meetings',
  'feeds',
  'links',
  'notices',
  'units',
  'requests',
  'facts',
  'audit',
  'figures',
] as const;
export type Collection = (typeof collections)[number];

export type OutboxState = 'planned' | 'leased' | 'sent' | 'unknown' | 'failed' | 'obsolete';

/** What is to be sent: a reference to what it is about, never the words. Its words are made just before the send. */
export type OutboxRow = {
  /** Made of what it is for, so that planning twice makes one row. */
  readonly id: string;
  readonly kind: string;
  readonly groupId: string;
  /** The document that it is about. */
  readonly subject: string;
  /** The conversation, or the person's AAD object id for a private message. */
  readonly to: string;
  readonly dueAt: Instant;
  /** From then on it is of no use to anybody. */
  readonly usefulUntil: Instant;
};

/** A row with what has become of it. `changedAt` is on the database's clock. */
export type OutboxEntry = OutboxRow & {
  readonly state: OutboxState;
  /** How often it was handed to the connector, and how often nobody knows what came of it. */
  readonly attempts: number;
  readonly ambiguous: number;
  readonly changedAt: Instant;
  /** Counts the claims and the wishes to send again; marks of an older fence have no effect. */
  readonly fence: number;
};

/** What a mark makes of a claimed row; `again` puts it back in line for `at`. */
export type Mark =
  | { readonly state: 'sent' | 'unknown' | 'failed' | 'obsolete' }
  | {
      readonly state: 'again';
      readonly at: Instant;
      readonly wasAmbiguous: boolean;
      /** The attempt that was counted last wasn't made after all, so it is counted no more. */
      readonly wasNoAttempt?: boolean;
    };

export type Outbox = {
  /** Adds the rows that aren't there yet; one that is there stays as it is, in whatever state. */
  plan(rows: readonly OutboxRow[]): Promise<void>;
  /**
   * As `plan`, but one that is there is put in line again as if it were new, and no later than it would have come: an
   * update of a posted card, where the latest state wins. One that is leased is in line again once its send has ended,
   * with its mark or with its lease, so that no older send arrives after it.
   */
  requeue(rows: readonly OutboxRow[]): Promise<void>;
  /**
   * Takes up to `limit` rows that are due, or whose lease has run out, for `leaseMs`; no row is taken twice within a
   * lease. Every row comes with the fence that its mark must carry. Nobody knows what came of an attempt whose lease
   * ran out before its mark: such a row comes with it counted in `ambiguous`. Time is the database's.
   */
  claim(limit: number, leaseMs: number): Promise<readonly OutboxEntry[]>;
  /** Counts an attempt just before a send; `false` when the lease is over or isn't ours, or after a requeue: nothing may be sent. */
  attempt(row: Pick<OutboxEntry, 'id' | 'fence'>): Promise<boolean>;
  /**
   * `false` when somebody else has claimed since, and nothing has changed then, or wished: then the row is in line
   * again, not before the time of a mark `again`. A late mark is better than none.
   */
  mark(row: Pick<OutboxEntry, 'id' | 'fence'>, mark: Mark): Promise<boolean>;
  /** A group's rows from `from` on by `dueAt`, at most `limit`. */
  list(groupId: string, from: Instant, limit: number): Promise<readonly OutboxEntry[]>;
  /** Removes rows in a final state whose `dueAt` lies before `before`, and says how many. */
  prune(before: Instant): Promise<number>;
  /** Rows that could be claimed now, and how long the first of them could have been. */
  backlog(): Promise<Backlog>;
};

/** At most `max` in any `ms` milliseconds. */
export type RateLimit = { readonly max: number; readonly ms: number };

export type TakenPermits = { readonly taken: number; readonly waitMs: number };

export type Rates = {
  /**
   * Takes up to `most` (1 or more) permits of `key` in every limit, atomically and on the database's clock. `waitMs`
   * is 0 when at least one was taken, or else the milliseconds to wait before asking again.
   */
  take(key: string, limits: readonly RateLimit[], most: number): Promise<TakenPermits>;
  /** Gives no permit of `key` to anybody for `ms` from now; a longer closing that runs already stays. */
  close(key: string, ms: number): Promise<void>;
};

/** One operation of the database: which, on what, how long it took, and the fault's class when it failed. */
export type Operation = {
  readonly name: string;
  readonly collection: string;
  readonly ms: number;
  readonly error?: string | undefined;
};

/**
 * What every database must be able to do; test/contract holds each of them to it. A promise that resolves means
 * that the change survives a crash of the process and of the machine. An outage rejects and changes nothing.
 */
export type Store = {
  readonly installations: {
    /** Adds the installation, or replaces the one with the same conversation: the service address can change. */
    save(installation: Installation): Promise<void>;
    find(conversationId: string): Promise<Installation | undefined>;
    /** Removing what isn't there is no fault. What was removed is gone from the database's files too. */
    removeConversation(conversationId: string): Promise<void>;
    removeTeam(teamId: string): Promise<void>;
  };
  readonly counts: {
    /** Adds each number to what its week and route had, atomically, also against other processes. */
    add(counts: readonly WeeklyCount[]): Promise<void>;
    /** Ordered by week, then by route. */
    list(): Promise<readonly WeeklyCount[]>;
  };
  documents<Body>(collection: Collection): Documents<Body>;
  readonly outbox: Outbox;
  readonly rates: Rates;
  /** The database's clock, by which rows are due and leases run. */
  clock(): Promise<Instant>;
  /** Answers `false`, and never rejects, when the database can't be read. */
  isReachable(): Promise<boolean>;
  /** Closing twice is no fault; everything but `isReachable` rejects afterwards. */
  close(): Promise<void>;
};
