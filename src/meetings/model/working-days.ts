import { createHash } from 'node:crypto';
import type { Localized, Municipality } from '../../municipality/schema';
import { daysAfter, isoWeekdayOf } from '../../municipality/wall-time';
import type { GroupKind } from './group-facts';

/** What is known of calendar dates such as `2027-03-25` for one kind of group. */
export type Days = {
  /** The public holiday or the municipality's own day off. */
  holidayName(date: string): Localized | undefined;
  /** Never so for a group that meets in the school holidays too. */
  isSchoolHoliday(date: string): boolean;
  /** Nobody works, whether that is a public holiday or a day of the municipality's own list. */
  isClosed(date: string): boolean;
};

type DaysOf = {
  readonly municipality: Pick<Municipality, 'closedDays' | 'schoolHolidays'>;
  /** `undefined` for a group that the municipality has no longer: it has no school holidays. */
  readonly kind: GroupKind | undefined;
  /** The public holiday on a date: src/municipality/holidays.ts. */
  readonly publicHoliday: (date: string) => Localized | undefined;
};

/** The days of a kind of group: school holidays touch the network groups only. */
export const daysOf = ({ municipality, kind, publicHoliday }: DaysOf): Days => {
  const { closedDays, schoolHolidays } = municipality;
  const holidayName = (date: string): Localized | undefined =>
    publicHoliday(date) ??
    closedDays.find(({ on }) => on === date || on === date.slice('2027-'.length))?.name;
  return {
    holidayName,
    isClosed: (date) => holidayName(date) !== undefined,
    isSchoolHoliday: (date) =>
      kind === 'ssp-network' && schoolHolidays.some(({ from, to }) => from <= date && date <= to),
  };
};

/** The same as long as the municipality's own days that touch a kind of group are the same. */
export const printOfDays = ({ municipality, kind }: Pick<DaysOf, 'municipality' | 'kind'>): string => {
  const { closedDays, schoolHolidays } = municipality;
  const off = closedDays.map(({ on }) => on).toSorted();
  const atSchool =
    kind === 'ssp-network' ? schoolHolidays.map(({ from, to }) => `${from}/${to}`).toSorted() : [];
  return createHash('sha256')
    .update(JSON.stringify([off, atSchool]))
    .digest('base64url')
    .slice(0, 16);
};

/** A day off whatever the group: a public holiday, or one of the municipality's own. */
export const isDayOff = (date: string, { holidayName, isClosed }: Days): boolean =>
  isClosed(date) || holidayName(date) !== undefined;

/** Monday to Friday without days off and, for a network group, without school holidays. */
export const isWorkingDay = (date: string, days: Days): boolean =>
  isoWeekdayOf(date) <= 5 && !isDayOff(date, days) && !days.isSchoolHoliday(date);

const furthestDays = 400;

/**
 * The working day that lies so many working days before `date`, which itself is not counted. For 0 it is the date, or
 * the nearest working day before it. Throws when 400 days hold too few.
 */
export const workingDaysBefore = (
  date: string,
  count: number,
  isWorking: (date: string) => boolean,
): string => {
  let left = count;
  for (let back = 0; back <= furthestDays; back += 1) {
    const day = daysAfter(date, -back);
    if (back > 0 && isWorking(day)) left -= 1;
    if (left <= 0 && isWorking(day)) return day;
  }
  throw new Error(`There are no ${count} working days in the ${furthestDays} days before ${date}`);
};
