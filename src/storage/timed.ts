import type { Collection, Operation, Store } from './contract';

type Timing = {
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  readonly observe: (operation: Operation) => void;
};

type Operations = Readonly<Record<string, (...parameters: never[]) => Promise<unknown>>>;

/** The same operations, each of which is observed when it is over. */
const timed = <Of extends object>(operations: Of, collection: string, { clock, observe }: Timing): Of => {
  const watched = Object.entries(operations as Operations).map(([name, run]) => [
    name,
    async (...parameters: never[]): Promise<unknown> => {
      const since = clock();
      try {
        const result = await run(...parameters);
        observe({ name, collection, ms: clock() - since });
        return result;
      } catch (error) {
        const fault = error instanceof Error ? error.name : typeof error;
        observe({ name, collection, ms: clock() - since, error: fault });
        throw error;
      }
    },
  ]);
  return Object.fromEntries(watched) as Of;
};

/** A store whose operations are observed. Its clock and its health are not: the one is in every claim, the other a metric. */
export const timedStore = (store: Store, timing: Timing): Store => ({
  ...store,
  installations: timed(store.installations, 'installations', timing),
  counts: timed(store.counts, 'counts', timing),
  documents: <Body>(collection: Collection) => timed(store.documents<Body>(collection), collection, timing),
  outbox: timed(store.outbox, 'outbox', timing),
  rates: timed(store.rates, 'rates', timing),
});
