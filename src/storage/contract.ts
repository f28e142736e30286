/** An installation in a team or a channel: ids and the service address only, nothing about a person. */
export type Installation = {
  readonly conversationId: string;
  readonly teamId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
};

/** One week's number of shown answers of one route; weeks are ISO weeks such as `2026-W48`. */
export type WeeklyCount = { readonly week: string; readonly route: string; readonly count: number };

/** What every database must be able to do; test/contract holds each of them to it. */
export type Store = {
  readonly installations: {
    save(installation: Installation): Promise<void>;
    find(conversationId: string): Promise<Installation | undefined>;
    removeConversation(conversationId: string): Promise<void>;
    removeTeam(teamId: string): Promise<void>;
  };
  readonly counts: {
    add(counts: readonly WeeklyCount[]): Promise<void>;
    list(): Promise<readonly WeeklyCount[]>;
  };
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};
