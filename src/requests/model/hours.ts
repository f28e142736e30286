import { minuteMs } from '../../duration';
import type { Span } from '../../municipality/opening-hours';
import { daysAfter, instantOf, wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';

/** When a unit works on a calendar date, in order of time; none on a day off. */
export type Hours = (date: string) => readonly Span[];

/** The part of a working day before noon or after it, in Danish wall time. */
export type HalfDay = { readonly date: string; readonly half: 'forenoon' | 'afternoon' };

type Stretch = { readonly from: Instant; readonly to: Instant };

const horizonDays = 31;
const noon = '12:00';
/** Less than that of a half-day is left too late for a call. */
const leastLeftMs = 30 * minuteMs;

const at = (date: string, time: string): Instant => instantOf({ date, time }).getTime();

const stretchesOn = (date: string, hours: Hours): readonly Stretch[] =>
  hours(date).map(({ from, to }) => ({ from: at(date, from), to: at(date, to) }));

/** The dates from the instant's own on, as far as anything is looked for. */
const datesFrom = (now: Instant): readonly string[] => {
  const { date } = wallTimeOf(new Date(now));
  return Array.from({ length: horizonDays }, (_, days) => daysAfter(date, days));
};

const stretchesFrom = (now: Instant, hours: Hours): readonly Stretch[] =>
  datesFrom(now)
    .flatMap((date) => stretchesOn(date, hours))
    .filter(({ to }) => to > now)
    .map(({ from, to }) => ({ from: Math.max(from, now), to }));

/** Whether the unit works at that instant. */
export const isWorkingAt = (now: Instant, hours: Hours): boolean => nextWorkingAt(now, hours) === now;

/** When the unit works next, which may be now; `undefined` when it doesn't in a month. */
export const nextWorkingAt = (now: Instant, hours: Hours): Instant | undefined =>
  stretchesFrom(now, hours)[0]?.from;

/** The instant at which the unit has worked so many milliseconds since `from`; `undefined` when it doesn't in a month. */
export const afterWorking = (from: Instant, ms: number, hours: Hours): Instant | undefined => {
  let left = ms;
  for (const stretch of stretchesFrom(from, hours)) {
    const length = stretch.to - stretch.from;
    if (left <= length) return stretch.from + left;
    left -= length;
  }
  return undefined;
};

/** For how many milliseconds the unit has worked between two instants. */
export const workedBetween = (from: Instant, to: Instant, hours: Hours): number => {
  let worked = 0;
  const last = wallTimeOf(new Date(to)).date;
  for (let { date } = wallTimeOf(new Date(from)); date <= last; date = daysAfter(date, 1))
    for (const stretch of stretchesOn(date, hours))
      worked += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  return worked;
};

/** The half-days to come in which the unit works half an hour or more, at most `count`. */
export const halfDaysFrom = (now: Instant, hours: Hours, count: number): readonly HalfDay[] =>
  datesFrom(now)
    .flatMap((date) => (['forenoon', 'afternoon'] as const).map((half) => ({ date, half })))
    .filter((halfDay) => workingLeft(halfDay, hours, now) >= leastLeftMs)
    .slice(0, count);

const workingLeft = ({ date, half }: HalfDay, hours: Hours, now: Instant): number => {
  const middle = at(date, noon);
  return stretchesOn(date, hours)
    .map(({ from, to }) =>
      half === 'forenoon' ? Math.min(to, middle) - Math.max(from, now) : to - Math.max(from, middle, now),
    )
    .reduce((sum, ms) => sum + Math.max(0, ms), 0);
};

/** "2026-11-30/forenoon" as a card carries it, and back. */
export const halfDayId = ({ date, half }: HalfDay): string => `${date}/${half}`;
