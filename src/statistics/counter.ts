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

/** Numbers gather in memory between flushes, so that a click never waits for the database. */
export const createCounter = ({ store, now }: CounterPorts): Counter => {
  let pending: readonly WeeklyCount[] = [];
  let current = { hour: Number.NaN, week: '' };
  let lastFlush: Promise<void> = Promise.resolve();

  const save = async (): Promise<void> => {
    if (pending.length === 0) return;
    const taken = pending;
    pending = [];
    try {
      await store.counts.add(taken);
    } catch (fault) {
      pending = taken.reduce(withAdded, pending);
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
      pending = withAdded(pending, { week: weekNow(), route, count: 1 });
    },
    flush: () => {
      lastFlush = lastFlush.then(save, save);
      return lastFlush;
    },
  };
};

const withAdded = (counts: readonly WeeklyCount[], added: WeeklyCount): readonly WeeklyCount[] => {
  const isSame = ({ week, route }: WeeklyCount): boolean => week === added.week && route === added.route;
  if (!counts.some(isSame)) return [...counts, added];
  return counts.map((each) => (isSame(each) ? { ...each, count: each.count + added.count } : each));
};
