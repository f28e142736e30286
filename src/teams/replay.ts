import { hash } from 'node:crypto';
import { createRecent } from './recent';

export type ReplayMemory = {
  /** True the first time that this activity of this conversation is seen, false when it comes again. */
  isFirst(conversationId: string, activityId: string, now: Date): boolean;
  /** It had no effect: when it comes again it is the first time. */
  forget(conversationId: string, activityId: string): void;
};

/** 50 a second, which is Teams' limit for a tenant, in ten minutes; 100 bytes an entry in V8, so 6 MB at the most. */
const leastKept = 30_000;
/** Teams repeats a turn that takes over 15 s; ten minutes is far beyond any repeat. */
const keptMs = 10 * 60 * 1_000;

const digestOf = (conversationId: string, activityId: string): string =>
  hash('sha256', `${conversationId}\n${activityId}`, 'base64').slice(0, 22);

/** A memory of fixed-size digests, bounded in bytes by its number of entries, the oldest forgotten first. */
export const createReplayMemory = (limit = leastKept): ReplayMemory => {
  const seenAt = createRecent<number>(limit);
  return {
    isFirst: (conversationId, activityId, now) => {
      const digest = digestOf(conversationId, activityId);
      const earlier = seenAt.get(digest);
      if (earlier !== undefined && now.getTime() - earlier < keptMs) return false;
      seenAt.set(digest, now.getTime());
      return true;
    },
    forget: (conversationId, activityId) => seenAt.delete(digestOf(conversationId, activityId)),
  };
};
