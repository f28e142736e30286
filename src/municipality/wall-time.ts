import { dayMs, hourMs } from '../duration';
/** A calendar date `2026-11-30` and a time of day `09:00`, as a clock on a wall in Denmark shows them. */
export type WallTime = { readonly date: string; readonly time: string };

const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What the clock shows at the instant; the hour that the autumn night has twice is shown twice. */
export const wallTimeOf = (instant: Date): WallTime => {
  const [date = '', time = ''] = copenhagen.format(instant).split(' ');
  return { date, time };
};

const asIfUtc = ({ date, time }: WallTime): number => Date.parse(`${date}T${time}:00Z`);

/**
 * The instant at which the clock shows the wall time: the first of the two in the autumn night. A time that the
 * spring night leaves out is read as an hour later.
 */
export const instantOf = (wall: WallTime): Date => {
  const wanted = asIfUtc(wall);
  const [earlier, later] = [2, 1].map((hours) => new Date(wanted - hours * hourMs)) as [Date, Date];
  return asIfUtc(wallTimeOf(earlier)) === wanted ? earlier : later;
};

/** The calendar date that many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export const isoWeekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
