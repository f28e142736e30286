import type { Circumstances } from './facts';
import type { Localized, Municipality, OpeningHours } from './schema';
import { daysAfter, instantOf, isoWeekdayOf, type WallTime, wallTimeOf } from './wall-time';

/** Whether a unit can be expected to answer. Without configured hours only the kind of day and hour is known. */
export type OpeningStatus =
  | { readonly kind: 'open'; readonly until: Date }
  | { readonly kind: 'closed'; readonly opensAt?: Date }
  | { readonly kind: 'unknown'; readonly day: 'working-day' | 'early-or-late' | 'weekend' }
  | { readonly kind: 'unknown'; readonly day: 'day-off'; readonly name: Localized };

type Asked = {
  readonly now: Date;
  readonly hours: OpeningHours | undefined;
  /** The municipality's own days off; they count where no hours are configured. */
  readonly closedDays: Municipality['closedDays'];
  /** The public holiday on a calendar date such as `2026-04-03`. */
  readonly holidayName: (date: string) => Localized | undefined;
};

/** How far ahead the next opening is looked for: further off, nothing is promised. */
const horizonDays = 31;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Hours are Europe/Copenhagen wall time, `from` included and `to` not; a public holiday is always closed. */
export const openingStatusOf = ({ now, hours, closedDays, holidayName }: Asked): OpeningStatus => {
  const { date, time } = wallTimeOf(now);
  if (!hours) return kindOfTime({ date, time }, (day) => holidayName(day) ?? ownDayOff(day, closedDays));

  const current = spansOn(date, hours, holidayName).find(({ from, to }) => from <= time && time < to);
  if (current) return { kind: 'open', until: instantOf({ date, time: current.to }) };

  for (let days = 0; days <= horizonDays; days += 1) {
    const day = daysAfter(date, days);
    const next = spansOn(day, hours, holidayName).find(({ from }) => days > 0 || from > time);
    if (next) return { kind: 'closed', opensAt: instantOf({ date: day, time: next.from }) };
  }
  return { kind: 'closed' };
};

/** When somebody can be expected at a telephone whose hours nobody has given. */
const usualHours = { from: '08:00', to: '16:00' };

const ownDayOff = (date: string, closedDays: Asked['closedDays']): Localized | undefined =>
  closedDays.find(({ on }) => on === date || on === date.slice('2026-'.length))?.name;

const kindOfTime = ({ date, time }: WallTime, dayOffName: Asked['holidayName']): OpeningStatus => {
  const name = dayOffName(date);
  if (name !== undefined) return { kind: 'unknown', day: 'day-off', name };
  if (isoWeekdayOf(date) > 5) return { kind: 'unknown', day: 'weekend' };
  const isUsual = usualHours.from <= time && time < usualHours.to;
  return { kind: 'unknown', day: isUsual ? 'working-day' : 'early-or-late' };
};

/** What the decision table is told of a unit's opening. */
export const hoursOf = (status: OpeningStatus): Circumstances['hours'] => {
  if (status.kind === 'closed') return 'outside';
  return status.kind === 'open' || status.day === 'working-day' ? 'inside-or-unknown' : 'probably-nobody';
};

export type Span = NonNullable<OpeningHours['weekdays']['monday']>[number];

/**
 * When a unit works on a date, in order of time: its own hours, or the usual ones of a working day where nobody has given
 * them.
 */
export const workingSpansOn = (
  date: string,
  { hours, closedDays, holidayName }: Omit<Asked, 'now'>,
): readonly Span[] => {
  if (hours) return spansOn(date, hours, holidayName);
  const isOff = holidayName(date) !== undefined || ownDayOff(date, closedDays) !== undefined;
  return isOff || isoWeekdayOf(date) > 5 ? [] : [usualHours];
};

/** The day's spans in order of time; none on a public holiday or a day of the municipality's own list. */
const spansOn = (
  date: string,
  { weekdays: plan, closedOn }: OpeningHours,
  holidayName: Asked['holidayName'],
): readonly Span[] => {
  const isClosed = closedOn.includes(date) || closedOn.includes(date.slice('2026-'.length));
  const weekday = weekdays[isoWeekdayOf(date) - 1];
  if (isClosed || holidayName(date) !== undefined || weekday === undefined) return [];
  return (plan[weekday] ?? []).toSorted((a, b) => a.from.localeCompare(b.from));
};
