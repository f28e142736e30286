import { clashesOf, spanOn, spansOf, warningsOf } from '../../../src/meetings/model/clashes';
import { occurrencesOf } from '../../../src/meetings/model/dates';
import type { Series } from '../../../src/meetings/model/series';
import { daysWith } from '../plainly';
import { group, meetingOn, noHolidays } from './meetings';

const other = (name: string, changes: Partial<Series>, days = noHolidays) => {
  const series = { ...group.series, ...changes };
  const occurrences = occurrencesOf(series, 'ssp-network', days);
  return { name, spans: spansOf({ series, occurrences }, []) };
};
const own = { time: '09:00', lengthMinutes: 120 };
const on = (heldOn: string, ...others: Parameters<typeof clashesOf>[1]) =>
  clashesOf(spanOn(heldOn, own), others);

describe('a meeting and the other groups’', () => {
  test.each([
    ['07:00', 120, []],
    ['07:00', 121, ['Den anden']],
    ['10:00', 15, ['Den anden']],
    ['10:59', 60, ['Den anden']],
    ['11:00', 60, []],
    ['08:00', 400, ['Den anden']],
  ])('at %s for %i minutes beside 9 to 11 o’clock > %j', (time, lengthMinutes, expected) => {
    expect(on('2027-01-12', other('Den anden', { time, lengthMinutes }))).toEqual(expected);
  });

  test('on another day > is none; on the day that a holiday moved it to it is', () => {
    const days = daysWith({ holidays: { '2027-01-12': 'Prøvedag' } });
    const moved = other('Flyttet', { onHoliday: 'move' }, days);
    expect([on('2027-01-12', moved), on('2027-01-13', moved)]).toEqual([[], ['Flyttet']]);
    expect(on('2027-01-12', other('Sprunget', { onHoliday: 'skip' }, days))).toEqual([]);
  });

  test('of several > names each', () => {
    const others = [other('Den ene', {}), other('Langt væk', { time: '15:00' }), other('Den tredje', {})];
    expect(on('2027-02-09', ...others)).toEqual(['Den ene', 'Den tredje']);
  });

  test('that has been moved, called off or is an extra one > counts where and when it is now', () => {
    const { spans: fromPlan } = other('', {});
    const [january, february, extra] = ['2027-01-12', '2027-02-09', '2027-03-01'].map((on) => meetingOn(on));
    if (january === undefined || february === undefined || extra === undefined) throw new Error('none');
    const moved = { ...january, startsAt: january.startsAt + 86_400_000 };
    const cancelled = { ...february, status: { kind: 'cancelled', at: 1, by: 'x' } } as const;
    const meetings = [moved, cancelled, { ...extra, occurrence: '2027-03-01-x1' }];
    const { series } = group;
    const occurrences = occurrencesOf(series, 'ssp-network', noHolidays);
    const theirs = { name: 'Den anden', spans: spansOf({ series, occurrences }, meetings) };
    const dates = ['2027-01-12', '2027-01-13', '2027-02-09', '2027-03-01', '2027-03-09'];
    expect(dates.filter((date) => on(date, theirs).length > 0)).toEqual([
      '2027-01-13',
      '2027-03-01',
      '2027-03-09',
    ]);
    expect(theirs.spans).toHaveLength(fromPlan.length);
  });
});

test('a time at a weekend, on a day off, in the school holidays and beside another group > is warned of each', () => {
  const days = daysWith({ holidays: { '2027-05-15': 'Prøvedag' }, schoolHolidays: ['2027-05-15'] });
  const beside = other('Den anden', { rule: { kind: 'weekly', weekday: 6, every: 1 } });
  expect(warningsOf(spanOn('2027-05-15', own), days, [beside])).toEqual([
    { kind: 'weekend', weekday: 6 },
    { kind: 'holiday', name: { da: 'Prøvedag', en: 'Prøvedag in English' } },
    { kind: 'school-holiday' },
    { kind: 'clash', group: 'Den anden' },
  ]);
  expect(warningsOf(spanOn('2027-05-14', own), days, [beside])).toEqual([]);
});
