import { countsTable, isoWeekOf, shownCount } from '../../src/statistics/weekly-counts';

describe('ISO week', () => {
  test.each([
    ['2026-11-30T12:00:00Z', '2026-W49'],
    ['2026-11-29T22:59:59Z', '2026-W48'],
    ['2026-11-29T23:00:00Z', '2026-W49'],
    ['2026-06-14T21:59:59Z', '2026-W24'],
    ['2026-06-14T22:00:00Z', '2026-W25'],
    ['2026-12-31T12:00:00Z', '2026-W53'],
    ['2027-01-03T22:59:59Z', '2026-W53'],
    ['2027-01-03T23:00:00Z', '2027-W01'],
    ['2024-12-30T08:00:00Z', '2025-W01'],
    ['2025-12-29T08:00:00Z', '2026-W01'],
    ['2023-01-01T08:00:00Z', '2022-W52'],
    ['2026-03-29T00:59:59Z', '2026-W13'],
    ['2026-10-25T01:30:00Z', '2026-W43'],
  ])('%s > is %s by the clock in Denmark', (instant, week) => {
    expect(isoWeekOf(new Date(instant))).toBe(week);
  });
});

describe('shown count', () => {
  test.each([
    [0, 'fewer than 5'],
    [1, 'fewer than 5'],
    [4, 'fewer than 5'],
    [5, '5'],
    [137, '137'],
  ])('%d > is shown as %p', (count, shown) => {
    expect(shownCount(count)).toBe(shown);
  });
});

describe('table of counts', () => {
  const counts = [
    { week: '2026-W48', route: 'staff-unit', count: 31 },
    { week: '2026-W47', route: 'family-centre', count: 6 },
    { week: '2026-W47', route: 'staff-unit', count: 3 },
    { week: '2026-W49', route: 'danger', count: 9 },
  ];

  test('weeks that are over > every route of each, small and missing numbers alike', () => {
    expect(countsTable(counts, '2026-W49')).toEqual([
      '2026-W47  family-centre  6',
      '2026-W47  staff-unit     fewer than 5',
      '2026-W48  family-centre  fewer than 5',
      '2026-W48  staff-unit     31',
    ]);
  });

  test('week under way > is left out, also over New Year', () => {
    expect(countsTable([{ week: '2027-W01', route: 'danger', count: 9 }], '2027-W01')).toEqual([]);
    expect(countsTable([{ week: '2026-W53', route: 'danger', count: 9 }], '2027-W01')).toEqual([
      '2026-W53  danger  9',
    ]);
  });
});
