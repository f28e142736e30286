import type { Localized, OpeningHours } from './schema';
import { daysAfter, instantOf, isoWeekdayOf, wallTimeOf } from './wall-time';

/** Whether a unit can be expected to answer. Without configured hours only the kind of day is known. */
export type OpeningStatus =
  | { readonly kind: 'open'; readonly until: Date }
  | { readonly kind: 'closed'; readonly opensAt?: Date }
  | { readonly kind: 'unknown'; readonly day: 'working-day' | 'weekend' }
  | { readonly kind: 'unknown'; readonly day: 'public-holiday'; readonly name: Localized };

type Circumstances = {
  readonly now: Date;
  readonly hours: OpeningHours | undefined;
  /** The public holiday on a calendar date such as `2026-04-03`. */
  readonly holidayName: (date: string) => Localized | undefined;
};

/** How far ahead the next opening is looked for: further off, nothing is promised. */
const horizonDays = 31;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Hours are Europe/Copenhagen wall time, `from` included and `to` not; a public holiday is always closed. */
export const openingStatusOf = ({ now, hours, holidayName }: Circumstances): OpeningStatus => {
  const { date, time } = wallTimeOf(now);
  if (!hours) return kindOfDay(date, holidayName);

  const current = spansOn(date, hours, holidayName).find(({ from, to }) => from <= time && time < to);
  if (current) return { kind: 'open', until: instantOf({ date, time: current.to }) };

  for (let days = 0; days <= horizonDays; days += 1) {
    const day = daysAfter(date, days);
    const next = spansOn(day, hours, holidayName).find(({ from }) => days > 0 || from > time);
    if (next) return { kind: 'closed', opensAt: instantOf({ date: day, time: next.from }) };
  }
  return { kind: 'closed' };
};

const kindOfDay = (date: string, holidayName: Circumstances['holidayName']): OpeningStatus => {
  const name = holidayName(date);
  if (name !== undefined) return { kind: 'unknown', day: 'public-holiday', name };
  return { kind: 'unknown', day: isoWeekdayOf(date) > 5 ? 'weekend' : 'working-day' };
};

type Span = NonNullable<OpeningHours['weekdays']['monday']>[number];

/** The day's spans in order of time; none on a public holiday or a day of the municipality's own list. */
const spansOn = (
  date: string,
  { weekdays: plan, closedOn }: OpeningHours,
  holidayName: Circumstances['holidayName'],
): readonly Span[] => {
  const isClosed = closedOn.includes(date) || closedOn.includes(date.slice('2026-'.length));
  const weekday = weekdays[isoWeekdayOf(date) - 1];
  if (isClosed || holidayName(date) !== undefined || weekday === undefined) return [];
  return (plan[weekday] ?? []).toSorted((a, b) => a.from.localeCompare(b.from));
};
