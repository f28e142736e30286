import { holidayName } from '../../../src/municipality/holidays';
import { ishojFile, loadMunicipality } from '../../../src/municipality/load';
import { workingSpansOn } from '../../../src/municipality/opening-hours';
import type { OpeningHours } from '../../../src/municipality/schema';
import {
  afterWorking,
  type Hours,
  halfDayId,
  halfDaysFrom,
  isWorkingAt,
  nextWorkingAt,
  workedBetween,
} from '../../../src/requests/model/hours';

const { closedDays } = loadMunicipality(ishojFile);
const hoursOf =
  (hours?: OpeningHours): Hours =>
  (date) =>
    workingSpansOn(date, { hours, closedDays, holidayName });
const usual = hoursOf();
const own = hoursOf({
  weekdays: { monday: [{ from: '09:00', to: '12:00' }], thursday: [{ from: '09:00', to: '17:00' }] },
  closedOn: ['2026-12-03'],
});
const at = (wall: string) => Date.parse(wall);
const iso = (instant: number | undefined) => instant && new Date(instant).toISOString();
const hourMs = 3_600_000;

describe('working hours of a unit', () => {
  test('that nobody has given > are the usual ones of working days, without holidays and days of the municipality’s own', () => {
    expect(isWorkingAt(at('2026-12-01T08:00:00+01:00'), usual)).toBe(true);
    expect(isWorkingAt(at('2026-12-01T07:59:00+01:00'), usual)).toBe(false);
    expect(isWorkingAt(at('2026-12-01T16:00:00+01:00'), usual)).toBe(false);
    expect(iso(nextWorkingAt(at('2026-12-23T17:00:00+01:00'), usual))).toBe('2026-12-28T07:00:00.000Z');
  });

  test('of its own > are those, split days and closed dates among them', () => {
    expect(iso(nextWorkingAt(at('2026-12-01T10:00:00+01:00'), own))).toBe('2026-12-07T08:00:00.000Z');
  });

  test('four of them after Friday at 15 > are over on Monday at 11', () => {
    expect(iso(afterWorking(at('2026-12-04T15:00:00+01:00'), 4 * hourMs, usual))).toBe(
      '2026-12-07T10:00:00.000Z',
    );
  });

  test('twelve of them over Christmas > are over in the new week', () => {
    expect(iso(afterWorking(at('2026-12-23T14:00:00+01:00'), 12 * hourMs, usual))).toBe(
      '2026-12-29T09:00:00.000Z',
    );
  });

  test('between Friday at 15 and Monday at 9 > are two, and none within a weekend', () => {
    const between = (from: string, to: string) => workedBetween(at(from), at(to), usual) / hourMs;
    expect(between('2026-12-04T15:00:00+01:00', '2026-12-07T09:00:00+01:00')).toBe(2);
    expect(between('2026-12-05T01:00:00+01:00', '2026-12-06T23:00:00+01:00')).toBe(0);
    expect(between('2026-12-01T09:10:00+01:00', '2026-12-01T09:40:00+01:00')).toBe(0.5);
  });

  test('that never come > nothing is promised', () => {
    expect(nextWorkingAt(at('2026-12-04T15:00:00+01:00'), () => [])).toBeUndefined();
    expect(afterWorking(at('2026-12-04T15:00:00+01:00'), hourMs, () => [])).toBeUndefined();
    expect(halfDaysFrom(at('2026-12-04T15:00:00+01:00'), () => [], 6)).toEqual([]);
  });
});

describe('half-days to choose from', () => {
  test('on a Friday afternoon > the rest of it, then Monday', () => {
    expect(halfDaysFrom(at('2026-12-04T15:00:00+01:00'), usual, 3).map(halfDayId)).toEqual([
      '2026-12-04/afternoon',
      '2026-12-07/forenoon',
      '2026-12-07/afternoon',
    ]);
  });

  test('with less than half an hour left > the next one', () => {
    expect(halfDaysFrom(at('2026-12-04T15:31:00+01:00'), usual, 1).map(halfDayId)).toEqual([
      '2026-12-07/forenoon',
    ]);
  });

  test('of a unit that works mornings > no afternoon', () => {
    expect(halfDaysFrom(at('2026-12-04T15:00:00+01:00'), own, 3).map(halfDayId)).toEqual([
      '2026-12-07/forenoon',
      '2026-12-10/forenoon',
      '2026-12-10/afternoon',
    ]);
  });
});
