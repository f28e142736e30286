import { occurrencesOf } from '../../../src/meetings/model/dates';
import type { Series } from '../../../src/meetings/model/series';
import { seriesAsksOf } from '../../../src/meetings/model/series-asks';
import { clashesOf } from '../../../src/meetings/set-up/clashes';
import { wallTimeOf } from '../../../src/municipality/wall-time';
import { group, noHolidays } from '../model/meetings';
import { daysWith } from '../plainly';

const other = (name: string, changes: Partial<Series>, days = noHolidays) => {
  const series = { ...group.series, ...changes };
  return { name, series, occurrences: occurrencesOf(series, 'ssp-network', days) };
};
const own = { time: '09:00', lengthMinutes: 120 };
const on = (heldOn: string | undefined, ...others: Parameters<typeof clashesOf>[2]) =>
  clashesOf({ heldOn }, own, others);

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

  test('that isn’t held > clashes with nobody', () => {
    expect(on(undefined, other('Den anden', {}))).toEqual([]);
  });

  test('of several > names each', () => {
    const others = [other('Den ene', {}), other('Langt væk', { time: '15:00' }), other('Den tredje', {})];
    expect(on('2027-02-09', ...others)).toEqual(['Den ene', 'Den tredje']);
  });
});

describe('a series’ questions to its coordinator', () => {
  const days = daysWith({ holidays: { '2027-03-09': 'Prøvedag' } });
  const asking = { ...group, series: { ...group.series, onHoliday: 'ask' as const } };
  const occurrences = occurrencesOf(asking.series, 'ssp-network', days);
  const at = (now: number) => seriesAsksOf(asking, { occurrences, days, now });
  const rows = at(0);

  test('come six weeks before the date and the end, in private and on a working day', () => {
    const seen = rows.map(({ id, to, dueAt }) => [
      id,
      to,
      Object.values(wallTimeOf(new Date(dueAt))).join(' '),
    ]);
    expect(seen).toEqual([
      ['ssp-network-3/series/ask/2027-03-09', 'person-coordinator', '2027-01-26 07:00'],
      ['ssp-network-3/series/ends/2027-06-30', 'person-coordinator', '2027-05-19 07:00'],
    ]);
  });

  test('whose day has come > are asked no more', () => {
    const nineOClock = Date.parse('2027-03-09T09:00:00+01:00');
    const abouts = (now: number) => at(now).map(({ id }) => id.split('/')[2]);
    expect([abouts(nineOClock - 1), abouts(nineOClock)]).toEqual([['ask', 'ends'], ['ends']]);
  });

  test('that would come on a Sunday > come on Monday', () => {
    const ending = { ...group, series: { ...group.series, endsOn: '2027-06-27' } };
    const [ends] = seriesAsksOf(ending, { occurrences: [], days, now: 0 });
    expect(wallTimeOf(new Date(ends?.dueAt ?? 0))).toEqual({ date: '2027-05-17', time: '07:00' });
  });
});
