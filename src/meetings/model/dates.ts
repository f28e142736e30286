import type { Localized } from '../../municipality/schema';
import { daysAfter, isoWeekdayOf } from '../../municipality/wall-time';
import type { GroupKind } from './group-facts';
import type { Rule, Series, Weekday } from './series';
import { type Days, isDayOff, isWorkingDay } from './working-days';

/**
 * A date that the series gives, and the one on which the group meets: another one when it was moved, none when it is
 * skipped or the coordinator is asked. The remark says why the date isn't an ordinary one.
 */
export type Occurrence = {
  readonly date: string;
  readonly heldOn: string | undefined;
  readonly remark:
    | undefined
    | { readonly kind: 'holiday' | 'school-holiday' | 'ask'; readonly name?: Localized };
};

/** A meeting isn't moved further than this, nor up to the next one: then it is skipped. */
export const furthestMoveDays = 14;

/**
 * The dates of a rule from `startsOn` to `endsOn`, both inclusive, in order. Every n weeks or months counts from the
 * first date that fits; a month without a fifth such weekday has none.
 */
export const datesOf = ({ rule, startsOn, endsOn }: Pick<Series, 'rule' | 'startsOn' | 'endsOn'>) =>
  rule.kind === 'weekly'
    ? everyDays(nextWeekday(startsOn, rule.weekday), 7 * rule.every, endsOn)
    : monthlyDates(rule, { startsOn, endsOn });

const nextWeekday = (date: string, weekday: Weekday): string =>
  daysAfter(date, (weekday - isoWeekdayOf(date) + 7) % 7);

const everyDays = (first: string, days: number, last: string): readonly string[] => {
  const dates: string[] = [];
  for (let date = first; date <= last; date = daysAfter(date, days)) dates.push(date);
  return dates;
};

type Monthly = Extract<Rule, { kind: 'monthly' }>;

const monthlyDates = (
  rule: Monthly,
  { startsOn, endsOn }: Pick<Series, 'startsOn' | 'endsOn'>,
): readonly string[] => {
  const dates: string[] = [];
  let skip = 0;
  for (let month = startsOn.slice(0, 7); month <= endsOn.slice(0, 7); month = monthAfter(month)) {
    const date = dateInMonth(month, rule);
    const isFitting = date !== undefined && date >= startsOn && date <= endsOn;
    if (skip === 0 && isFitting) dates.push(date);
    if (dates.length > 0) skip = (skip + 1) % rule.every;
  }
  return dates;
};

const monthAfter = (month: string): string => daysAfter(`${month}-01`, 31).slice(0, 7);

/** The nth weekday of a month such as `2027-01`, or its last; `undefined` for a fifth that it hasn't. */
export const dateInMonth = (month: string, { weekday, nth }: Monthly): string | undefined => {
  if (nth === -1) return daysAfter(nextWeekday(`${monthAfter(month)}-01`, weekday), -7);
  const date = daysAfter(nextWeekday(`${month}-01`, weekday), 7 * (nth - 1));
  return date.startsWith(month) ? date : undefined;
};

/** The series' dates with what their holidays make of them, in order of `date`. */
export const occurrencesOf = (series: Series, kind: GroupKind, days: Days): readonly Occurrence[] => {
  const dates = datesOf(series);
  return dates.map((date, index) => occurrenceOn(date, { series, kind, days, next: dates[index + 1] }));
};

type Around = {
  readonly series: Series;
  readonly kind: GroupKind;
  readonly days: Days;
  /** The series' next date. */
  readonly next: string | undefined;
};

const occurrenceOn = (date: string, { series, kind, days, next }: Around): Occurrence => {
  const isOff = isDayOff(date, days);
  if (!isOff && !(kind === 'ssp-network' && days.isSchoolHoliday(date)))
    return { date, heldOn: date, remark: undefined };
  const name = days.holidayName(date);
  const named = name === undefined ? {} : { name };
  // SSP-NU can't wait a week, and nobody but its coordinator can say which day will do.
  const onHoliday = kind === 'ssp-nu' ? 'ask' : series.onHoliday;
  if (onHoliday === 'ask') return { date, heldOn: undefined, remark: { kind: 'ask', ...named } };
  const remark = { kind: isOff ? 'holiday' : 'school-holiday', ...named } as const;
  return { date, heldOn: onHoliday === 'move' ? nextDay(date, days, next) : undefined, remark };
};

const nextDay = (date: string, days: Days, next: string | undefined): string | undefined => {
  for (let ahead = 1; ahead <= furthestMoveDays; ahead += 1) {
    const day = daysAfter(date, ahead);
    if (next !== undefined && day >= next) return undefined;
    if (isWorkingDay(day, days)) return day;
  }
  return undefined;
};
