import { instantOf, wallTimeOf } from '../municipality/wall-time';
import type { Documents, Index, Instant } from '../storage/contract';
import { update } from '../storage/update';
import type { Count, Month, MonthFigures, RawCounts } from './model/month';

export const monthOf = (now: Instant): Month => wallTimeOf(new Date(now)).date.slice(0, 7);

export const monthStart = (month: Month): Instant =>
  instantOf({ date: `${month}-01`, time: '00:00' }).getTime();

const allMonths = 'figures';
export const monthIndex = (month: Month): Index => ({ groupId: allMonths, at: monthStart(month) });

/** Every month that there is, the oldest first. */
export const listMonths = async (figures: Documents<MonthFigures>): Promise<readonly MonthFigures[]> =>
  (await figures.list(allMonths, 0, mostMonths)).map(({ body }) => body);
/** Fifty years. */
const mostMonths = 600;

export type MonthCounter = {
  readonly count: Count;
  /** Adds what was counted to the month that runs by `now`, the database's clock. Rejects when it can't, and keeps it. */
  flush(now: Instant): Promise<void>;
};

const sumOf = (one: RawCounts, other: ReadonlyMap<string, number>): RawCounts => ({
  ...one,
  ...Object.fromEntries([...other].map(([what, count]) => [what, (one[what] ?? 0) + count])),
});

/**
 * Numbers gather in memory, so that a click never waits for them, and get their month when they are stored: so nothing is
 * ever added to a month that is over. A crash loses those of the last seconds.
 */
export const createMonthCounter = (figures: Documents<MonthFigures>): MonthCounter => {
  let pending = new Map<string, number>();

  const keep = (what: string, count: number): void => {
    pending.set(what, (pending.get(what) ?? 0) + count);
  };

  const save = async (month: Month, taken: ReadonlyMap<string, number>): Promise<boolean> => {
    const first: MonthFigures = { state: 'counting', month, counts: sumOf({}, taken) };
    const updated = await update<MonthFigures, 'published'>(figures, month, (body) =>
      body.state === 'published'
        ? { kind: 'leave', left: 'published' }
        : { kind: 'save', body: { ...body, counts: sumOf(body.counts, taken) }, index: monthIndex(month) },
    );
    return updated.kind === 'missing'
      ? figures.insert(month, first, monthIndex(month))
      : updated.kind === 'saved';
  };

  return {
    count: (what) => keep(what, 1),
    flush: async (now) => {
      if (pending.size === 0) return;
      const taken = pending;
      pending = new Map();
      const isSaved = await save(monthOf(now), taken).catch((error) => {
        for (const [what, count] of taken) keep(what, count);
        throw error;
      });
      if (!isSaved) for (const [what, count] of taken) keep(what, count);
    },
  };
};
