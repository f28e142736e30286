import type { Localized } from '../../municipality/schema';
import { daysAfter } from '../../municipality/wall-time';
import type { GroupKind } from './group-facts';
import type { Rule, Series } from './series';
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
const furthestMoveDays = 14;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

// The package's types describe its ES module; what is loaded is CommonJS.
const { RRuleTemporal } = require('rrule-temporal') as typeof import('rrule-temporal', { with: {
  'resolution-mode': 'import',
}});

/**
 * The dates of a rule from `startsOn` to `endsOn`, both inclusive, in order. Every n weeks or months counts from the
 * first date that fits; a month without a fifth such weekday has none.
 */
export const datesOf = ({ rule, startsOn, endsOn }: Pick<Series, 'rule' | 'startsOn' | 'endsOn'>) => {
  const [first] = expand(rule, { startsOn, endsOn, every: 1, most: 1 });
  return first === undefined
    ? []
    : expand(rule, { startsOn: first, endsOn, every: rule.every, most: Number.POSITIVE_INFINITY });
};

type Span = Pick<Series, 'startsOn' | 'endsOn'> & { readonly every: number; readonly most: number };

const expand = (rule: Rule, { startsOn, endsOn, every, most }: Span): readonly string[] => {
  const day = weekdays[rule.weekday - 1] ?? 'MO';
  const which = rule.kind === 'weekly' ? `WEEKLY;BYDAY=${day}` : `MONTHLY;BYDAY=${rule.nth}${day}`;
  const compact = (date: string) => date.replaceAll('-', '');
  // At noon no clock is ever changed; the meeting's own time of day is joined to the date later.
  const rruleString = [
    `DTSTART;TZID=Europe/Copenhagen:${compact(startsOn)}T120000`,
    `RRULE:FREQ=${which};INTERVAL=${every};UNTIL=${compact(endsOn)}T120000Z`,
  ].join('\n');
  return new RRuleTemporal({ rruleString })
    .all((_, index) => index < most)
    .slice(0, most)
    .map((at) => at.toString().slice(0, '2027-01-12'.length));
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
