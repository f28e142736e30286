import { dayMs } from '../../duration';
import { daysAfter } from '../../municipality/wall-time';
import { dateInMonth, datesOf, furthestMoveDays, occurrencesOf } from './dates';
import type { GroupKind } from './group-facts';
import type { Series } from './series';
import { type Days, isDayOff, isWorkingDay } from './working-days';

/** Days since 1970-01-01, which was a Thursday. */
const dayNumber = (date: string): number => Date.parse(date) / dayMs;

/** Whether the series gives that date, without counting the others where a calculation will do. */
export const isDateOf = ({ rule, startsOn, endsOn }: Series, date: string): boolean => {
  if (date < startsOn || date > endsOn) return false;
  if (rule.kind === 'weekly') {
    const start = dayNumber(startsOn);
    const first = start + ((rule.weekday + 10 - (start % 7)) % 7);
    return (dayNumber(date) - first) % (7 * rule.every) === 0;
  }
  if (dateInMonth(date.slice(0, 7), rule) !== date) return false;
  return rule.every === 1 || datesOf({ rule, startsOn, endsOn }).includes(date);
};

/**
 * The dates of any series that can be held on that one: itself, and those before it that a day off or the school holidays
 * can have moved to it. `days` are those of the groups that are asked about.
 */
export const sourcesOf = (date: string, days: Days): readonly string[] => {
  const sources = [date];
  for (let back = 1; back <= furthestMoveDays; back += 1) {
    const day = daysAfter(date, -back);
    if (isDayOff(day, days) || days.isSchoolHoliday(day)) sources.push(day);
    if (isWorkingDay(day, days)) break;
  }
  return sources;
};

type Plan = { readonly series: Series; readonly kind: GroupKind; readonly days: Days };

/** Whether the series' date `source` is held on `date`, one that `sourcesOf` gives for it. */
export const isHeldOn = (
  { series, kind, days }: Plan,
  { source, date }: { readonly source: string; readonly date: string },
): boolean => {
  if (!isDateOf(series, source)) return false;
  const isOff = isDayOff(source, days) || (kind === 'ssp-network' && days.isSchoolHoliday(source));
  if (!isOff) return source === date;
  if (source === date || kind === 'ssp-nu' || series.onHoliday !== 'move') return false;
  return occurrencesOf(series, kind, days).some((each) => each.date === source && each.heldOn === date);
};
