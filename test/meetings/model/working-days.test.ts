import path from 'node:path';
import { daysOf, isWorkingDay, workingDaysBefore } from '../../../src/meetings/model/working-days';
import { loadMunicipality } from '../../../src/municipality/load';
import { daysWith } from '../plainly';

const days = daysWith({
  holidays: { '12-24': 'Juleaften', '2026-12-25': 'Juledag' },
  schoolHolidays: ['2026-12-21', '2026-12-22', '2026-12-23'],
});
const before = (date: string, count: number): string =>
  workingDaysBefore(date, count, (each) => isWorkingDay(each, days));

describe('working days before a meeting', () => {
  test.each([
    ['2026-12-16', 0, '2026-12-16'],
    ['2026-12-16', 1, '2026-12-15'],
    ['2026-12-16', 3, '2026-12-11'],
    ['2026-12-13', 0, '2026-12-11'],
    ['2026-12-13', 1, '2026-12-11'],
    ['2026-12-28', 0, '2026-12-28'],
    ['2026-12-28', 1, '2026-12-18'],
    ['2026-12-28', 2, '2026-12-17'],
  ])('%s, %i > is %s', (date, count, expected) => {
    expect(before(date, count)).toBe(expected);
  });

  test('where nobody ever works > is a fault and no endless search', () => {
    expect(() => workingDaysBefore('2026-12-16', 1, () => false)).toThrow('no 1 working days');
  });
});

describe('days of another municipality', () => {
  const municipality = loadMunicipality(path.join(__dirname, '../../support/fjordby.json'));
  const of = (kind: 'ssp-network' | 'ssp-nu') =>
    daysOf({ municipality, kind, publicHoliday: () => undefined });

  test('school holidays > touch the network groups from the first to the last day', () => {
    const dates = ['2027-02-14', '2027-02-15', '2027-02-19', '2027-02-20'];
    expect(dates.map(of('ssp-network').isSchoolHoliday)).toEqual([false, true, true, false]);
    expect(dates.map(of('ssp-nu').isSchoolHoliday)).toEqual([false, false, false, false]);
  });
});
