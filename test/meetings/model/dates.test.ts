import fc from 'fast-check';
import { datesOf, occurrencesOf } from '../../../src/meetings/model/dates';
import { isDateOf, isHeldOn, sourcesOf } from '../../../src/meetings/model/held-on';
import type { Rule, Series, Weekday } from '../../../src/meetings/model/series';
import { daysOf } from '../../../src/meetings/model/working-days';
import { holidayName } from '../../../src/municipality/holidays';
import { ishojFile, loadMunicipality } from '../../../src/municipality/load';
import { daysWith, plainDates } from '../plainly';

const fiveYears = { startsOn: '2026-08-01', endsOn: '2031-07-31' };
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const nths = [1, 2, 3, 4, 5, -1] as const;
const everyRule: readonly Rule[] = weekdays.flatMap((weekday): readonly Rule[] => [
  ...[1, 2, 3, 4].map((every): Rule => ({ kind: 'weekly', weekday, every })),
  ...nths.flatMap((nth) => [1, 2, 3].map((every): Rule => ({ kind: 'monthly', weekday, nth, every }))),
]);
const inWords = (rule: Rule): string => JSON.stringify(rule);

const tuesdays = {
  rule: { kind: 'weekly', weekday: 2, every: 1 },
  startsOn: '2027-01-04',
  endsOn: '2027-02-28',
  time: '09:00',
  lengthMinutes: 90,
  place: 'Lokale 4',
  onHoliday: 'skip',
} satisfies Series;

describe('dates of a rule, over five years', () => {
  test(`${everyRule.length} rules > are those found by going through the calendar day by day`, () => {
    const found = new Map(everyRule.map((rule) => [inWords(rule), datesOf({ rule, ...fiveYears })]));
    for (const rule of everyRule) {
      const plain = plainDates({ rule, ...fiveYears });
      expect(plain.length).toBeGreaterThan(2);
      expect([inWords(rule), found.get(inWords(rule))]).toEqual([inWords(rule), plain]);
    }
  });

  test('any span > the same, also when it holds no date or one', () => {
    const date = fc
      .integer({ min: 0, max: 2_500 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.constantFrom(...everyRule),
        date,
        fc.integer({ min: 0, max: 500 }),
        (rule, startsOn, days) => {
          const endsOn = new Date(Date.parse(startsOn) + days * 86_400_000).toISOString().slice(0, 10);
          expect(datesOf({ rule, startsOn, endsOn })).toEqual(plainDates({ rule, startsOn, endsOn }));
        },
      ),
      { numRuns: 150, seed: 20270112 },
    );
  });
});

describe('dates of a rule, at the calendar’s edges', () => {
  const monthly = (weekday: Weekday, nth: (typeof nths)[number]): Rule => ({
    kind: 'monthly',
    weekday,
    nth,
    every: 1,
  });

  test('a fifth Monday > only in months that have one', () => {
    expect(datesOf({ rule: monthly(1, 5), startsOn: '2027-01-01', endsOn: '2027-12-31' })).toEqual([
      '2027-03-29',
      '2027-05-31',
      '2027-08-30',
      '2027-11-29',
    ]);
  });

  test('29 February > is the fifth and the last Tuesday of 2028', () => {
    const february = { startsOn: '2028-02-01', endsOn: '2028-02-29' };
    expect(datesOf({ rule: monthly(2, 5), ...february })).toEqual(['2028-02-29']);
    expect(datesOf({ rule: monthly(2, -1), ...february })).toEqual(['2028-02-29']);
  });

  test('every second week over the year’s 53rd week > stays two weeks apart', () => {
    const rule: Rule = { kind: 'weekly', weekday: 4, every: 2 };
    expect(datesOf({ rule, startsOn: '2026-12-14', endsOn: '2027-01-31' })).toEqual([
      '2026-12-17',
      '2026-12-31',
      '2027-01-14',
      '2027-01-28',
    ]);
  });

  test('every second week from a day after its weekday > begins with the next such weekday', () => {
    const rule: Rule = { kind: 'weekly', weekday: 2, every: 2 };
    expect(datesOf({ rule, startsOn: '2027-01-07', endsOn: '2027-02-01' })).toEqual([
      '2027-01-12',
      '2027-01-26',
    ]);
  });

  test('the first and the last day > belong to the series', () => {
    expect(datesOf({ ...tuesdays, startsOn: '2027-01-12', endsOn: '2027-01-19' })).toEqual([
      '2027-01-12',
      '2027-01-19',
    ]);
  });
});

describe('a date that is a holiday', () => {
  const days = daysWith({
    holidays: { '2027-01-19': 'Prøvedag', '2027-01-20': 'Dagen derpå' },
    schoolHolidays: ['2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19'],
  });
  const on = (date: string, onHoliday: Series['onHoliday'], kind: 'ssp-network' | 'ssp-nu' = 'ssp-network') =>
    occurrencesOf({ ...tuesdays, onHoliday }, kind, days).find((each) => each.date === date);
  const name = { da: 'Prøvedag', en: 'Prøvedag in English' };

  test('of a group that skips > is not held, and says why', () => {
    expect(on('2027-01-19', 'skip')).toEqual({
      date: '2027-01-19',
      heldOn: undefined,
      remark: { kind: 'holiday', name },
    });
  });

  test('of a group that moves > is held on the next day that is none', () => {
    expect(on('2027-01-19', 'move')).toEqual({
      date: '2027-01-19',
      heldOn: '2027-01-21',
      remark: { kind: 'holiday', name },
    });
  });

  test('of a group that asks > waits for the coordinator', () => {
    expect(on('2027-01-19', 'ask')).toEqual({
      date: '2027-01-19',
      heldOn: undefined,
      remark: { kind: 'ask', name },
    });
  });

  test('of SSP-NU > is asked about whatever the series says', () => {
    expect(on('2027-01-19', 'move', 'ssp-nu')).toMatchObject({ heldOn: undefined, remark: { kind: 'ask' } });
  });

  test('in the school holidays > touches a network group and not SSP-NU', () => {
    expect(on('2027-02-16', 'skip')).toMatchObject({
      heldOn: undefined,
      remark: { kind: 'school-holiday' },
    });
    expect(on('2027-02-16', 'skip', 'ssp-nu')).toEqual({
      date: '2027-02-16',
      heldOn: '2027-02-16',
      remark: undefined,
    });
  });

  test('in school holidays of a week > is moved to the Monday after, if the next meeting is later', () => {
    expect(on('2027-02-16', 'move')?.heldOn).toBe('2027-02-22');
    const longer = daysWith({
      schoolHolidays: ['2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19', '2027-02-22'],
    });
    const series: Series = { ...tuesdays, onHoliday: 'move' };
    const moved = occurrencesOf(series, 'ssp-network', longer).find(({ date }) => date === '2027-02-16');
    expect(moved?.heldOn).toBeUndefined();
  });

  test('in the last weeks of a series > is moved two weeks at most', () => {
    const off = Array.from({ length: 14 }, (_, index) => `2027-02-${String(index + 9).padStart(2, '0')}`);
    const series: Series = { ...tuesdays, startsOn: '2027-02-09', endsOn: '2027-02-09', onHoliday: 'move' };
    const heldOn = (schoolHolidays: readonly string[]) =>
      occurrencesOf(series, 'ssp-network', daysWith({ schoolHolidays }))[0]?.heldOn;
    expect(heldOn(off)).toBe('2027-02-23');
    expect(heldOn([...off, '2027-02-23'])).toBeUndefined();
  });
});

describe('Denmark’s days, for Ishøj', () => {
  const municipality = loadMunicipality(ishojFile);
  const days = daysOf({ municipality, kind: 'ssp-network', publicHoliday: holidayName });

  test.each([
    ['2027-03-25', 'Skærtorsdag'],
    ['2027-05-06', 'Kristi himmelfartsdag'],
    ['2026-12-24', 'juleaften'],
    ['2026-12-31', 'nytårsaften'],
    ['2028-06-05', 'anden pinsedag'],
    ['2029-06-05', 'grundlovsdag'],
  ])('%s > is %s', (date, name) => {
    expect(days.holidayName(date)?.da.toLowerCase()).toBe(name.toLowerCase());
    expect(days.isClosed(date)).toBe(true);
  });

  test('a Tuesday in November > is nothing', () => {
    expect([days.holidayName('2026-11-24'), days.isClosed('2026-11-24')]).toEqual([undefined, false]);
  });
});

describe('a date asked about by itself', () => {
  const everyDay = Array.from({ length: 420 }, (_, day) =>
    new Date(Date.UTC(2026, 10, 20 + day)).toISOString().slice(0, 10),
  );
  const span = { startsOn: '2026-12-01', endsOn: '2027-12-20' };

  test(`${everyRule.length} rules > is the series’ date when it is among all of them`, () => {
    for (const rule of everyRule) {
      const series = { ...tuesdays, ...span, rule };
      expect(everyDay.filter((date) => isDateOf(series, date))).toEqual(datesOf(series));
    }
  });

  test('every rule over Danish holidays and the school’s > is held on the days on which all dates together are', () => {
    const municipality = {
      ...{ ...loadMunicipality(ishojFile), closedDays: [] },
      schoolHolidays: [{ from: '2027-02-13', to: '2027-02-21', name: { da: 'Vinterferie', en: 'Winter' } }],
    };
    const daysFor = (kind: 'ssp-network' | 'ssp-nu') =>
      daysOf({ municipality, kind, publicHoliday: holidayName });
    for (const kind of ['ssp-network', 'ssp-nu'] as const)
      for (const onHoliday of ['skip', 'move', 'ask'] as const)
        for (const rule of everyRule.filter(({ every }) => every < 3)) {
          const plan = { series: { ...tuesdays, ...span, rule, onHoliday }, kind, days: daysFor(kind) };
          const held = everyDay.flatMap((date) =>
            sourcesOf(date, daysFor('ssp-network')).flatMap((source) =>
              isHeldOn(plan, { source, date }) ? [[source, date]] : [],
            ),
          );
          const all = occurrencesOf(plan.series, kind, plan.days).flatMap(({ date, heldOn }) =>
            heldOn === undefined ? [] : [[date, heldOn]],
          );
          expect(held.toSorted()).toEqual(all.toSorted());
        }
  });
});
