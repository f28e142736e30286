import { dayMs } from '../duration';
import { daysAfter, isoWeekdayOf, wallTimeOf } from '../municipality/wall-time';
import type { WeeklyCount } from '../storage/contract';

/** A smaller number could point at somebody. */
const smallestShown = 5;

/** The ISO week in which the instant falls in Denmark, such as `2026-W53` for the first days of 2027. */
export const isoWeekOf = (instant: Date): string => {
  const { date } = wallTimeOf(instant);
  const thursday = daysAfter(date, 4 - isoWeekdayOf(date));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / dayMs;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
};

/** A number as it may be shown: none under 5, zero included. */
export const shownCount = (count: number): string =>
  count < smallestShown ? `fewer than ${smallestShown}` : String(count);

/**
 * Every week that is over with every route, as lines of text. A row that is missing shows the same as a small one;
 * there are no totals, and the week that is under way is left out: from either a hidden number could be worked out.
 */
export const countsTable = (counts: readonly WeeklyCount[], currentWeek: string): readonly string[] => {
  const over = counts.filter(({ week }) => week < currentWeek);
  const routes = [...new Set(over.map(({ route }) => route))].sort();
  const weeks = [...new Set(over.map(({ week }) => week))].sort();
  const width = Math.max(0, ...routes.map((route) => route.length));
  const countOf = (week: string, route: string): number =>
    over.find((row) => row.week === week && row.route === route)?.count ?? 0;
  return weeks.flatMap((week) =>
    routes.map((route) => `${week}  ${route.padEnd(width)}  ${shownCount(countOf(week, route))}`),
  );
};
