import { holidayName } from '../../src/municipality/holidays';
import { hoursOf, openingStatusOf } from '../../src/municipality/opening-hours';
import type { OpeningHours } from '../../src/municipality/schema';
import { instantOf, wallTimeOf } from '../../src/municipality/wall-time';

const office: OpeningHours = {
  weekdays: {
    monday: [{ from: '09:00', to: '15:00' }],
    tuesday: [{ from: '09:30', to: '14:00' }],
    thursday: [
      { from: '13:00', to: '17:30' },
      { from: '08:00', to: '12:00' },
    ],
    friday: [{ from: '10:00', to: '13:00' }],
  },
  closedOn: ['12-24', '2026-06-04'],
};
const at = (instant: string, hours: OpeningHours | undefined = office) =>
  openingStatusOf({ now: new Date(instant), hours, closedDays: [], holidayName });
const closedDays = [
  { on: '12-24', name: { da: 'juleaften', en: 'Christmas Eve' } },
  { on: '2026-10-14', name: { da: 'markedsdag', en: 'market day' } },
];
const unknownAt = (instant: string) =>
  openingStatusOf({ now: new Date(instant), hours: undefined, closedDays, holidayName });
const open = (until: string) => ({ kind: 'open', until: new Date(until) });
const closed = (opensAt: string) => ({ kind: 'closed', opensAt: new Date(opensAt) });

describe('opening hours, configured', () => {
  test.each([
    ['first minute of the day', '2026-11-30T08:00:00Z', open('2026-11-30T14:00:00Z')],
    ['last second of the day', '2026-11-30T13:59:59Z', open('2026-11-30T14:00:00Z')],
    ['in summer time', '2026-06-15T07:05:00Z', open('2026-06-15T13:00:00Z')],
    ['second span, written first in the file', '2026-11-26T12:30:00Z', open('2026-11-26T16:30:00Z')],
  ])('%s > open until the span ends', (_, now, expected) => {
    expect(at(now)).toEqual(expected);
  });

  test.each([
    ['a second before opening', '2026-11-30T07:59:59Z', closed('2026-11-30T08:00:00Z')],
    ['the minute of closing', '2026-11-30T14:00:00Z', closed('2026-12-01T08:30:00Z')],
    ['between two spans', '2026-11-26T11:15:00Z', closed('2026-11-26T12:00:00Z')],
    ['a weekday without hours', '2026-11-25T10:00:00Z', closed('2026-11-26T07:00:00Z')],
    ['Friday evening', '2026-11-27T20:00:00Z', closed('2026-11-30T08:00:00Z')],
    ['just after midnight here, still Sunday in UTC', '2026-11-29T23:10:00Z', closed('2026-11-30T08:00:00Z')],
  ])('%s > closed, with the next opening', (_, now, expected) => {
    expect(at(now)).toEqual(expected);
  });

  test.each([
    ['Maundy Thursday', '2026-04-02T09:00:00Z', closed('2026-04-07T07:30:00Z')],
    ['Easter Monday', '2026-04-06T10:00:00Z', closed('2026-04-07T07:30:00Z')],
    ['a day of the municipality for one year', '2026-06-04T11:30:00Z', closed('2026-06-05T08:00:00Z')],
    ['24 December of any year', '2026-12-24T09:00:00Z', closed('2026-12-28T08:00:00Z')],
    ['24 December of another year', '2029-12-24T09:00:00Z', closed('2029-12-27T07:00:00Z')],
    ['New Year over the turn of the year', '2026-12-31T18:00:00Z', closed('2027-01-04T08:00:00Z')],
  ])('%s > closed although the weekday has hours', (_, now, expected) => {
    expect(at(now)).toEqual(expected);
  });

  test.each([
    ['the evening before spring', '2026-03-27T15:00:00Z', closed('2026-03-30T07:00:00Z')],
    ['the evening before autumn', '2026-10-23T14:00:00Z', closed('2026-10-26T08:00:00Z')],
  ])('clocks changed over the weekend, %s > the next opening is by the new time', (_, now, expected) => {
    expect(at(now)).toEqual(expected);
  });

  test('clock-change nights, open all night > counts by what the clock shows', () => {
    const night: OpeningHours = { weekdays: { sunday: [{ from: '01:00', to: '04:00' }] }, closedOn: [] };
    expect(at('2026-03-29T00:30:00Z', night)).toEqual(open('2026-03-29T02:00:00Z'));
    expect(at('2026-03-29T02:00:00Z', night)).toEqual(closed('2026-04-11T23:00:00Z'));
    expect(at('2026-10-25T00:15:00Z', night)).toEqual(open('2026-10-25T03:00:00Z'));
    expect(at('2026-10-25T01:45:00Z', night)).toEqual(open('2026-10-25T03:00:00Z'));
  });

  test('no opening within a month > closed, and promises nothing', () => {
    expect(at('2026-11-30T10:00:00Z', { weekdays: {}, closedOn: [] })).toEqual({ kind: 'closed' });
  });
});

describe('opening hours, not configured', () => {
  test.each([
    ['Monday forenoon', '2026-11-30T09:00:00Z', 'working-day'],
    ['Friday before midnight', '2026-11-27T22:59:00Z', 'early-or-late'],
    ['Saturday after midnight', '2026-11-27T23:00:00Z', 'weekend'],
    ['a minute before eight', '2026-11-24T06:59:00Z', 'early-or-late'],
    ['eight o’clock', '2026-11-24T07:00:00Z', 'working-day'],
    ['a minute before four', '2026-11-24T14:59:00Z', 'working-day'],
    ['four o’clock', '2026-11-24T15:00:00Z', 'early-or-late'],
    ['four o’clock in summer time', '2026-06-16T14:00:00Z', 'early-or-late'],
  ])('%s > only the kind of day and hour', (_, now, day) => {
    expect(unknownAt(now)).toEqual({ kind: 'unknown', day });
  });

  test.each([
    ['public holiday on a Sunday', '2026-04-05T10:00:00Z', { da: 'påskedag', en: 'Easter Sunday' }],
    [
      '24 December of the municipality’s list',
      '2026-12-24T09:00:00Z',
      { da: 'juleaften', en: 'Christmas Eve' },
    ],
    ['a day of one year of its list', '2026-10-14T09:00:00Z', { da: 'markedsdag', en: 'market day' }],
  ])('%s > named, in both languages', (_, now, name) => {
    expect(unknownAt(now)).toEqual({ kind: 'unknown', day: 'day-off', name });
  });
});

describe('what the table is told of a unit’s opening', () => {
  test.each([
    ['open', { kind: 'open', until: new Date('2026-11-24T15:00:00Z') }, 'inside-or-unknown'],
    ['closed', { kind: 'closed' }, 'outside'],
    ['unknown, in usual hours', { kind: 'unknown', day: 'working-day' }, 'inside-or-unknown'],
    ['unknown, late', { kind: 'unknown', day: 'early-or-late' }, 'probably-nobody'],
    ['unknown, in a weekend', { kind: 'unknown', day: 'weekend' }, 'probably-nobody'],
    [
      'unknown, on a day off',
      { kind: 'unknown', day: 'day-off', name: { da: 'a', en: 'b' } },
      'probably-nobody',
    ],
  ] as const)('%s', (_, status, hours) => {
    expect(hoursOf(status)).toBe(hours);
  });
});

describe('public holidays', () => {
  test.each([
    ['2027-01-01', 'nytårsdag', "New Year's Day"],
    ['2027-03-26', 'langfredag', 'Good Friday'],
    ['2028-05-25', 'Kristi himmelfartsdag', 'Ascension Day'],
    ['2026-12-26', 'anden juledag', 'Boxing Day'],
  ])('%s > has its name', (date, da, en) => {
    expect(holidayName(date)).toEqual({ da, en });
  });

  test.each(['2026-12-24', '2026-06-05', '2026-05-01', '2026-04-04', '2024-04-26'])(
    '%s > is none',
    (date) => {
      expect(holidayName(date)).toBeUndefined();
    },
  );
});

describe('wall time', () => {
  test.each([
    ['2026-12-31T23:30:00Z', '2027-01-01', '00:30'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
  ])('%s > is what the clock shows', (instant, date, time) => {
    expect(wallTimeOf(new Date(instant))).toEqual({ date, time });
  });

  test.each([
    ['the spring night leaves out', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['the autumn night has twice', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['the autumn night has once', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
  ])('a time that %s > is one instant', (_, date, time, expected) => {
    expect(instantOf({ date, time })).toEqual(new Date(expected));
  });
});
