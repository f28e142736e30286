import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collection } from 'mongodb';
import type { Instant, Rates, Window } from '../contract';
import { longestOf, waitFor } from '../windows';
import { type Session, unlessTaken, upsert } from './connection';

/** The places of one key that still count, oldest first; `change` is never the same twice and guards the next change. */
type Places = {
  readonly _id: string;
  readonly taken: readonly Instant[];
  readonly expiresAt: Instant;
  readonly change: string;
  readonly closedUntil?: Instant;
};

const rounds = 100;

/** One document a key, changed by compare-and-set. */
export const ratesIn = ({ db, now }: Session): Rates => {
  const places = db.collection<Places>('takenPlaces');
  return {
    take: async (key, windows) => {
      for (let round = 1; round <= rounds; round += 1) {
        const answer = await tryToTake(places, { key, windows, at: await now() });
        if (answer !== undefined) return answer;
        await wait(Math.random() * 5 * Math.min(round, 10));
      }
      throw new Error('The places of a window changed too often to take one');
    },
    close: async (key, ms) => {
      const until = (await now()) + ms;
      await upsert(() =>
        places.updateOne(
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

type Wish = { readonly key: string; readonly windows: readonly Window[]; readonly at: Instant };

/** `undefined` when another client changed the document meanwhile. */
const tryToTake = async (
  places: Collection<Places>,
  { key, windows, at }: Wish,
): Promise<number | undefined> => {
  const found = await places.findOne({ _id: key });
  const longestMs = longestOf(windows);
  const taken = (found?.taken ?? []).filter((each) => each > at - longestMs);
  const waitMs = Math.max(
    (found?.closedUntil ?? at) - at,
    waitFor(windows, at, (n) => taken.at(-n)),
  );
  if (waitMs > 0) return waitMs;
  const next = {
    taken: [...taken, at].sort((a, b) => a - b),
    expiresAt: at + longestMs,
    change: randomUUID(),
  };
  if (found !== null) {
    const { matchedCount } = await places.replaceOne({ _id: key, change: found.change }, next);
    return matchedCount === 1 ? 0 : undefined;
  }
  if (!(await unlessTaken(() => places.insertOne({ _id: key, ...next })))) return undefined;
  // Keys come one by one, so they also go: whoever adds one takes the expired ones away.
  await places.deleteMany({ expiresAt: { $lte: at } });
  return 0;
};
