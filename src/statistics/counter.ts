import { hourMs } from '../duration';
import type { Store, WeeklyCount } from '../storage/contract';
import { isoWeekOf } from './weekly-counts';

export type Counter = {
  /** Counts one shown answer in memory; nothing of who was shown it. */
  count(route: string): void;
  /** Saves what has been counted since the last flush. Rejects when the database can't, and then keeps the numbers. */
  flush(): Promise<void>;
};

type CounterPorts = { readonly store: Pick<Store, 'counts'>; readonly now: () => Date };

/** By week and route. */
type Pending = Map<string, WeeklyCount>;

const add = (pending: Pending, { week, route, count }: WeeklyCount): void => {
  const key = `${week} ${route}`;
  pending.set(key, { week, route, count: (pending.get(key)?.count ?? 0) + count });
};

/** Numbers gather in memory between flushes, so that a click never waits for the database. */
export const createCounter = ({ store, now }: CounterPorts): Counter => {
  let pending: Pending = new Map();
  let current = { hour: Number.NaN, week: '' };
  let lastFlush: Promise<void> = Promise.resolve();

  const save = async (): Promise<void> => {
    if (pending.size === 0) return;
    const taken = [...pending.values()];
    pending = new Map();
    try {
      await store.counts.add(taken);
    } catch (fault) {
      for (const each of taken) add(pending, each);
      throw fault;
    }
  };

  /** A week begins at a full hour. */
  const weekNow = (): string => {
    const instant = now();
    const hour = Math.floor(instant.getTime() / hourMs);
    if (current.hour !== hour) current = { hour, week: isoWeekOf(instant) };
    return current.week;
  };

  return {
    count: (route) => {
      add(pending, { week: weekNow(), route, count: 1 });
    },
    flush: () => {
      lastFlush = lastFlush.then(save, save);
      return lastFlush;
    },
  };
};
