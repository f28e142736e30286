import { createHash } from 'node:crypto';

export type ReplayMemory = {
  /** True the first time that this activity of this conversation is seen, false when it comes again. */
  isFirst(conversationId: string, activityId: string, now: Date): boolean;
  /** It had no effect: when it comes again it is the first time. */
  forget(conversationId: string, activityId: string): void;
};

/** 16 bytes a key and a number: about 100 bytes an entry in V8, so 5 MB when it is full. */
const maxEntries = 50_000;
/** Teams repeats a turn that takes over 15 s; ten minutes is far beyond any repeat. */
const keptMs = 10 * 60 * 1_000;

const digestOf = (conversationId: string, activityId: string): string =>
  createHash('sha256').update(`${conversationId}\n${activityId}`).digest('base64').slice(0, 22);

/** A memory of fixed-size digests, bounded in bytes by its number of entries, the oldest forgotten first. */
export const createReplayMemory = (limit = maxEntries): ReplayMemory => {
  const seenAt = new Map<string, number>();
  return {
    isFirst: (conversationId, activityId, now) => {
      const digest = digestOf(conversationId, activityId);
      const earlier = seenAt.get(digest);
      if (earlier !== undefined && now.getTime() - earlier < keptMs) return false;
      seenAt.delete(digest);
      seenAt.set(digest, now.getTime());
      const [oldest] = seenAt.keys();
      if (seenAt.size > limit && oldest !== undefined) seenAt.delete(oldest);
      return true;
    },
    forget: (conversationId, activityId) => {
      seenAt.delete(digestOf(conversationId, activityId));
    },
  };
};
