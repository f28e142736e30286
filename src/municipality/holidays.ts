import type { Localized } from './schema';

type Calendar = (date: string) => Localized | undefined;

let calendar: Calendar | undefined;

/**
 * The name of Denmark's public holiday on a calendar date such as `2026-04-03`, from the package date-holidays.
 * The package is loaded by the first call, which takes about 0.2 s: call it once when the process is ready.
 */
export const holidayName: Calendar = (date) => {
  calendar ??= loadCalendar();
  return calendar(date);
};

/** Danish writes a holiday's name small, as other nouns; the package begins it with a capital. */
const asWritten = (name: string): string => name.toLocaleLowerCase('da').replace('kristi', 'Kristi');

const loadCalendar = (): Calendar => {
  // The package's types describe its ES module; as CommonJS the class itself is exported.
  const Holidays = require('date-holidays') as typeof import('date-holidays').default;
  const denmark = new Holidays('DK', { types: ['public'] });
  const years = new Map<number, ReadonlyMap<string, Localized>>();
  const namesIn = (year: number): ReadonlyMap<string, Localized> => {
    const english = denmark.getHolidays(year, 'en');
    return new Map(
      denmark.getHolidays(year, 'da').map(({ date, name }, index) => {
        return [date.slice(0, 10), { da: asWritten(name), en: english[index]?.name ?? name }];
      }),
    );
  };
  return (date) => {
    const year = Number(date.slice(0, 4));
    const known = years.get(year) ?? namesIn(year);
    years.set(year, known);
    return known.get(date);
  };
};
