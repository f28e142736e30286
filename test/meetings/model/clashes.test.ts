import { isMeanwhile, spanOn, warningsOf } from '../../../src/meetings/model/clashes';
import { daysWith } from '../plainly';

const own = { time: '09:00', lengthMinutes: 120 };

test.each([
  ['07:00', 120, false],
  ['07:00', 121, true],
  ['10:00', 15, true],
  ['10:59', 60, true],
  ['11:00', 60, false],
  ['08:00', 400, true],
])('at %s for %i minutes beside 9 to 11 o’clock > is meanwhile: %j', (time, lengthMinutes, expected) => {
  const other = spanOn('2027-01-12', { time, lengthMinutes });
  expect(isMeanwhile(spanOn('2027-01-12', own), other)).toBe(expected);
});

test('a time at a weekend, on a day off, in the school holidays, beside others and its own > is warned of each', () => {
  const days = daysWith({ holidays: { '2027-05-15': 'Prøvedag' }, schoolHolidays: ['2027-05-15'] });
  const groups = ['Den ene', 'Den anden', 'Den tredje', 'Den fjerde'];
  expect(warningsOf(spanOn('2027-05-15', own), days, { groups, isOwn: true })).toEqual([
    { kind: 'own-meeting' },
    { kind: 'weekend', weekday: 6 },
    { kind: 'holiday', name: { da: 'Prøvedag', en: 'Prøvedag in English' } },
    { kind: 'school-holiday' },
    { kind: 'clash', group: 'Den ene' },
    { kind: 'clash', group: 'Den anden' },
    { kind: 'clash', group: 'Den tredje' },
    { kind: 'more-clashes' },
  ]);
  expect(warningsOf(spanOn('2027-05-14', own), days, { groups: [], isOwn: false })).toEqual([]);
});
