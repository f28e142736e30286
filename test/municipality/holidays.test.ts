import { holidayName } from '../../src/municipality/holidays';

// The package's types describe its ES module; as CommonJS the class itself is exported.
const Holidays = require('date-holidays') as typeof import('date-holidays').default;

const denmark = new Holidays('DK', { types: ['public'] });
const years = Array.from({ length: 77 }, (_, index) => 2024 + index);

const daysOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
  ).filter((date) => date.startsWith(`${year}`));

/** Danish writes a holiday's name small, as other nouns; the package begins it with a capital. */
const asWritten = (name: string): string => name.toLocaleLowerCase('da').replace('kristi', 'Kristi');

describe('holidays', () => {
  it('every day until 2100 > is one, by the same name, when the package of all countries says so', () => {
    for (const year of years) {
      const english = denmark.getHolidays(year, 'en');
      const known = denmark
        .getHolidays(year, 'da')
        .map(({ date, name }, index) => [
          date.slice(0, 10),
          { da: asWritten(name), en: english[index]?.name },
        ]);
      const ours = daysOf(year).flatMap((date) => {
        const name = holidayName(date);
        return name === undefined ? [] : [[date, name]];
      });
      expect(ours).toEqual(known);
    }
  });
});
