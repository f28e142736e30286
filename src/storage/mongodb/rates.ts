import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collection } from 'mongodb';
import type { Instant, RateLimit, Rates, TakenPermits } from '../contract';
import { freePermits, longestOf } from '../rate-limits';
import { type Session, unlessTaken, upsert } from './connection';

/** The permits of one key that still count, oldest first; `change` is never the same twice and guards the next change. */
type Permits = {
  readonly _id: string;
  readonly taken: readonly Instant[];
  readonly expiresAt: Instant;
  readonly change: string;
  readonly closedUntil?: Instant;
};

const rounds = 100;

/** One document a key, changed by compare-and-set. */
export const ratesIn = ({ db, now }: Session): Rates => {
  const permits = db.collection<Permits>('takenPlaces');
  return {
    take: async (key, limits, most) => {
      for (let round = 1; round <= rounds; round += 1) {
        const answer = await tryToTake(permits, { key, limits, most, at: await now() });
        if (answer !== undefined) return answer;
        await wait(Math.random() * 5 * Math.min(round, 10));
      }
      throw new Error('The permits of a limit changed too often to take one');
    },
    close: async (key, ms) => {
      const until = (await now()) + ms;
      await upsert(() =>
        permits.updateOne(
          { _id: key },
          {
            $max: { closedUntil: until, expiresAt: until },
            $set: { change: randomUUID() },
            $setOnInsert: { taken: [] },
          },
          { upsert: true },
        ),
      );
    },
  };
};

type Wish = {
  readonly key: string;
  readonly limits: readonly RateLimit[];
  readonly most: number;
  readonly at: Instant;
};

/** `undefined` when another client changed the document meanwhile. */
const tryToTake = async (
  permits: Collection<Permits>,
  { key, limits, most, at }: Wish,
): Promise<TakenPermits | undefined> => {
  const found = await permits.findOne({ _id: key });
  const longestMs = longestOf(limits);
  const taken = (found?.taken ?? []).filter((each) => each > at - longestMs);
  const free = freePermits({
    limits,
    most,
    now: at,
    closedUntil: found?.closedUntil ?? at,
    nthLatest: (n) => taken.at(-n),
  });
  if (free.taken === 0) return free;
  const next = {
    taken: [...taken, ...Array<Instant>(free.taken).fill(at)].sort((a, b) => a - b),
    expiresAt: at + longestMs,
    change: randomUUID(),
  };
  if (found !== null) {
    const { matchedCount } = await permits.replaceOne({ _id: key, change: found.change }, next);
    return matchedCount === 1 ? free : undefined;
  }
  if (!(await unlessTaken(() => permits.insertOne({ _id: key, ...next })))) return undefined;
  // Keys come one by one, so they also go: whoever adds one takes the expired ones away.
  await permits.deleteMany({ expiresAt: { $lte: at } });
  return free;
};
