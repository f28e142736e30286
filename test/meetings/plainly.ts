import type { Series } from '../../src/meetings/model/series';
import type { Days } from '../../src/meetings/model/working-days';

const dayMs = 86_400_000;
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Every date from one to another, both included. */
export const everyDate = (from: string, to: string): readonly string[] => {
  const first = Date.parse(from);
  const count = Math.max(0, Math.floor((Date.parse(to) - first) / dayMs) + 1);
  return Array.from({ length: count }, (_, index) => dateOf(first + index * dayMs));
};

/** A series' dates once more, by going through the calendar day by day. */
export const plainDates = ({ rule, startsOn, endsOn }: Pick<Series, 'rule' | 'startsOn' | 'endsOn'>) => {
  const fitting = everyDate(startsOn, endsOn).filter((date) => {
    const day = new Date(date);
    if (day.getUTCDay() !== rule.weekday % 7) return false;
    if (rule.kind === 'weekly') return true;
    const inMonth = day.getUTCDate();
    if (rule.nth !== -1) return Math.ceil(inMonth / 7) === rule.nth;
    return new Date(Date.parse(date) + 7 * dayMs).getUTCMonth() !== day.getUTCMonth();
  });
  const first = fitting[0];
  if (first === undefined) return [];
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const passed = (date: string) =>
    rule.kind === 'weekly'
      ? Math.round((Date.parse(date) - Date.parse(first)) / (7 * dayMs))
      : months(date) - months(first);
  return fitting.filter((date) => passed(date) % rule.every === 0);
};

/** The instant of a time of day in Denmark, by the Union's rule: summer time from the last Sunday of March to that of October. */
export const plainInstant = (date: string, time: string): number => {
  const year = date.slice(0, 4);
  const lastSunday = (month: '03' | '10') => {
    const last = Date.parse(`${year}-${month}-31T01:00:00Z`);
    return last - new Date(last).getUTCDay() * dayMs;
  };
  const asWinter = Date.parse(`${date}T${time}:00+01:00`);
  const asSummer = Date.parse(`${date}T${time}:00+02:00`);
  const isSummer = asSummer >= lastSunday('03') && asSummer < lastSunday('10');
  return isSummer ? asSummer : asWinter;
};

/** Days in which nobody is off, but for what is given. */
export const daysWith = (given: {
  readonly holidays?: Readonly<Record<string, string>>;
  readonly schoolHolidays?: readonly string[];
}): Days => {
  const { holidays = {}, schoolHolidays = [] } = given;
  const nameOf = (date: string) => holidays[date] ?? holidays[date.slice(5)];
  return {
    holidayName: (date) => {
      const name = nameOf(date);
      return name === undefined ? undefined : { da: name, en: `${name} in English` };
    },
    isClosed: (date) => nameOf(date) !== undefined,
    isSchoolHoliday: (date) => schoolHolidays.includes(date),
  };
};
