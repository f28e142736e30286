/** An installation in a team or a channel: ids and the service address only, nothing about a person. */
export type Installation = {
  readonly conversationId: string;
  readonly teamId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
};

/** One week's number of shown answers of one route; weeks are ISO weeks such as `2026-W48`. */
export type WeeklyCount = { readonly week: string; readonly route: string; readonly count: number };

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
  /** Answers `false`, and never rejects, when the database can't be read. */
  isReachable(): Promise<boolean>;
  /** Closing twice is no fault; everything but `isReachable` rejects afterwards. */
  close(): Promise<void>;
};
