import { occurrencesOf } from '../../../src/meetings/model/dates';
import { seriesAsksOf } from '../../../src/meetings/model/series-asks';
import { wallTimeOf } from '../../../src/municipality/wall-time';
import { daysWith } from '../plainly';
import { group } from './meetings';

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
