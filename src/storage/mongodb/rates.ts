import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Collection } from 'mongodb';
import type { Instant, Rates, TakenPlaces, Window } from '../contract';
import { freePlaces, longestOf } from '../windows';
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
    take: async (key, windows, most) => {
      for (let round = 1; round <= rounds; round += 1) {
        const answer = await tryToTake(places, { key, windows, most, at: await now() });
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

type Wish = {
  readonly key: string;
  readonly windows: readonly Window[];
  readonly most: number;
  readonly at: Instant;
};

/** `undefined` when another client changed the document meanwhile. */
const tryToTake = async (
  places: Collection<Places>,
  { key, windows, most, at }: Wish,
): Promise<TakenPlaces | undefined> => {
  const found = await places.findOne({ _id: key });
  const longestMs = longestOf(windows);
  const taken = (found?.taken ?? []).filter((each) => each > at - longestMs);
  const free = freePlaces({
    windows,
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
    const { matchedCount } = await places.replaceOne({ _id: key, change: found.change }, next);
    return matchedCount === 1 ? free : undefined;
  }
  if (!(await unlessTaken(() => places.insertOne({ _id: key, ...next })))) return undefined;
  // Keys come one by one, so they also go: whoever adds one takes the expired ones away.
  await places.deleteMany({ expiresAt: { $lte: at } });
  return free;
};
