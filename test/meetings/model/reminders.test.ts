import fc from 'fast-check';
import { type Meeting, moveMeeting, skipMeeting } from '../../../src/meetings/model/meeting';
import { type ReminderPlan, reminderKinds } from '../../../src/meetings/model/reminder-plan';
import { noticesOf, rowsOf, wantedRow } from '../../../src/meetings/model/reminders';
import { isCoordinatorAsk } from '../../../src/meetings/model/row-kinds';
import { nextSendableAt } from '../../../src/meetings/model/sending-times';
import { isWorkingDay } from '../../../src/meetings/model/working-days';
import { wallTimeOf } from '../../../src/municipality/wall-time';
import { daysWith } from '../plainly';
import { at, group, meetingOn, noHolidays, plan, planning } from './meetings';

const meeting = meetingOn('2027-01-12');
const minute = 60_000;

const wall = (instant: number): string => {
  const { date, time } = wallTimeOf(new Date(instant));
  return `${date} ${time}`;
};
/** All but what the coordinator is asked only if it is needed. */
const plainRows: typeof rowsOf = (...given) =>
  rowsOf(...given).filter(({ kind }) => kind === 'ask-coordinator' || !isCoordinatorAsk(kind));
const timesOf = (of: Meeting, planned: ReminderPlan = plan, days = noHolidays) =>
  Object.fromEntries(
    [
      ...noticesOf(of, { ...group, plan: planned }),
      ...plainRows(of, { ...group, plan: planned }, planning(days)),
    ].map(({ kind, dueAt }) => [kind, wall(dueAt)]),
  );
const only = (kind: keyof ReminderPlan['at'], time: ReminderPlan['at'][typeof kind]): ReminderPlan => ({
  ...plan,
  at: { [kind]: time },
});

describe('rows of a meeting as it was planned', () => {
  test('each kind > has its working day and time; the first is the meeting’s card, which has no row of its own', () => {
    expect(timesOf(meeting)).toEqual({
      'call-for-items': '2026-12-29 09:00',
      'deadline-near': '2027-01-04 09:15',
      'deadline-passed': '2027-01-06 09:30',
      'agenda-published': '2027-01-07 09:45',
      'day-before': '2027-01-11 10:00',
      'same-morning': '2027-01-12 07:30',
      'ask-coordinator': '2027-02-04 11:00',
    });
  });

  test('a row > says what for and where to, and nothing else', () => {
    const [, call] = plainRows(meeting, group, planning());
    expect(call).toEqual({
      id: `ssp-network-3/2027-01-12/call-for-items/${at('2026-12-29T09:00:00+01:00')}`,
      kind: 'call-for-items',
      groupId: 'ssp-network-3',
      subject: 'ssp-network-3/2027-01-12',
      to: '19:channel-three@thread.tacv2',
      dueAt: at('2026-12-29T09:00:00+01:00'),
      usefulUntil: at('2027-01-04T09:15:00+01:00'),
    });
  });

  test('each > is of use until the next takes its place, the deadline or the meeting', () => {
    const rows = plainRows(meeting, group, planning());
    expect(Object.fromEntries(rows.map(({ kind, usefulUntil }) => [kind, wall(usefulUntil)]))).toEqual({
      'call-for-items': '2027-01-04 09:15',
      'deadline-near': '2027-01-05 12:00',
      'deadline-passed': '2027-01-12 09:00',
      'agenda-published': '2027-01-12 09:00',
      'day-before': '2027-01-12 07:30',
      'same-morning': '2027-01-12 09:00',
      'ask-coordinator': '2027-02-11 11:00',
    });
  });

  test('holidays and school holidays > are no working days of the count', () => {
    const days = daysWith({ holidays: { '2027-01-01': 'Nytårsdag' }, schoolHolidays: ['2027-01-11'] });
    expect(timesOf(meeting, only('day-before', { workingDaysBefore: 1, time: '10:00' }), days)).toMatchObject(
      {
        'day-before': '2027-01-08 10:00',
      },
    );
    expect(timesOf(meeting, plan, days)['call-for-items']).toBe('2026-12-25 09:00');
  });

  test('a kind that is off > has no row; with all off the card still comes, a week before', () => {
    expect(Object.keys(timesOf(meeting, { ...plan, at: {} }))).toEqual(['meeting-card', 'ask-coordinator']);
    expect(timesOf(meeting, { ...plan, at: {} })['meeting-card']).toBe('2027-01-05 09:00');
  });

  test.each([
    ['06:59', '07:00'],
    ['07:00', '07:00'],
    ['17:00', '17:00'],
    ['17:01', '17:00'],
    ['23:30', '17:00'],
  ])('set for %s > is sent at %s, within the hours', (time, sentAt) => {
    const planned = only('day-before', { workingDaysBefore: 1, time });
    expect(timesOf(meeting, planned)['day-before']).toBe(`2027-01-11 ${sentAt}`);
  });

  test('on the morning > is before the meeting or not at all', () => {
    const planned = (time: string) => only('same-morning', { workingDaysBefore: 0, time });
    expect(timesOf(meeting, planned('08:59'))['same-morning']).toBe('2027-01-12 08:59');
    expect(timesOf(meeting, planned('09:00'))['same-morning']).toBeUndefined();
  });

  test('of a meeting on a Saturday > the morning’s is left out and the day before’s comes on Friday', () => {
    expect(timesOf(meetingOn('2027-01-16'))).toMatchObject({ 'day-before': '2027-01-15 10:00' });
    expect(timesOf(meetingOn('2027-01-16'))['same-morning']).toBeUndefined();
  });

  test('"deadline passed" set before the deadline > comes when it has passed', () => {
    const early = only('deadline-passed', { workingDaysBefore: 8, time: '10:00' });
    expect(timesOf(meeting, early)['deadline-passed']).toBe('2027-01-05 12:00');
  });
});

describe('rows of a meeting that was changed', () => {
  const moveAt = (now: string) => {
    const to = { startsAt: at('2027-01-13T13:00:00+01:00'), lengthMinutes: 90, place: 'Lokale 9' };
    const decision = moveMeeting(meeting, { ...to, plan, days: noHolidays }, at(now));
    if (decision.kind === 'refused') throw new Error(decision.reason);
    return decision.meeting;
  };

  test('moved > says so at once, and of the reminders only those to come are sent', () => {
    expect(timesOf(moveAt('2027-01-07T20:15:00+01:00'))).toEqual({
      'change-notice': '2027-01-07 20:15',
      'agenda-published': '2027-01-08 09:45',
      'day-before': '2027-01-12 10:00',
      'same-morning': '2027-01-13 07:30',
      'ask-coordinator': '2027-02-05 14:30',
    });
  });

  test('on the minute of a reminder > that one is still sent, a minute later it isn’t', () => {
    const changedAt = at('2027-01-12T10:00:00+01:00');
    const moved = { ...moveAt('2027-01-11T10:00:00+01:00'), changedAt };
    expect(timesOf(moved)).toHaveProperty('day-before', '2027-01-12 10:00');
    expect(timesOf({ ...moved, changedAt: changedAt + minute })).not.toHaveProperty('day-before');
  });

  test('whatever is switched off > the change is told', () => {
    const rows = timesOf(moveAt('2027-01-07T20:15:00+01:00'), { ...plan, at: {} });
    expect(rows).toHaveProperty('change-notice', '2027-01-07 20:15');
  });

  test('skipped > is told, and nothing else comes', () => {
    const now = at('2027-01-07T08:00:00+01:00');
    const skipped = skipMeeting(meeting, 'person-five', now);
    expect(skipped.kind === 'changed' && timesOf(skipped.meeting)).toEqual({
      'change-notice': '2027-01-07 08:00',
    });
  });

  test('to another day > its rows are others, and those of the day before are wanted no longer', () => {
    const moved = moveAt('2027-01-07T20:15:00+01:00');
    const ids = rowsOf(moved, group, planning()).map(({ id }) => id);
    for (const row of rowsOf(meeting, group, planning())) {
      expect(ids).not.toContain(row.id);
      expect(wantedRow(row, moved, group, planning())).toBeUndefined();
    }
  });

  test('in another way than its time > a reminder that was planned before and is late is still wanted', () => {
    const changedAt = at('2027-01-11T10:00:30+01:00');
    const late = rowsOf(meeting, group, planning()).find(({ kind }) => kind === 'day-before')!;
    const decision = moveMeeting(
      meeting,
      { ...meeting, place: 'Lokale 9', plan, days: noHolidays },
      changedAt,
    );
    if (decision.kind === 'refused') throw new Error(decision.reason);
    expect(wantedRow(late, decision.meeting, group, planning())).toEqual(late);
    expect(rowsOf(decision.meeting, group, planning()).map(({ kind }) => kind)).not.toContain('day-before');
  });

  test('there and back > the rows of the first plan are the same rows', () => {
    const back = moveMeeting(
      moveAt('2027-01-06T20:15:00+01:00'),
      { ...meeting, plan, days: noHolidays },
      at('2027-01-06T20:20:00+01:00'),
    );
    if (back.kind === 'refused') throw new Error(back.reason);
    const ids = new Set(rowsOf(meeting, group, planning()).map(({ id }) => id));
    for (const { id } of rowsOf(back.meeting, group, planning())) expect(ids).toContain(id);
  });
});

describe('rows of any meeting and any plan', () => {
  const days = daysWith({
    holidays: {
      '12-24': 'Juleaften',
      '12-25': 'Juledag',
      '01-01': 'Nytårsdag',
      '2027-03-25': 'Skærtorsdag',
      '2027-03-26': 'Langfredag',
      '2027-03-29': 'Påskedag',
    },
    schoolHolidays: ['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19'],
  });
  const time = fc
    .integer({ min: 0, max: 1_439 })
    .map((of) => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`);
  const reminder = fc.record({ workingDaysBefore: fc.integer({ min: 0, max: 12 }), time });
  const plans: fc.Arbitrary<ReminderPlan> = fc.record({
    deadline: reminder,
    hours: fc.record({
      from: fc.constantFrom('06:30', '07:00', '09:00'),
      to: fc.constantFrom('12:00', '17:00', '19:30'),
    }),
    at: fc.record(Object.fromEntries(reminderKinds.map((kind) => [kind, reminder])), { requiredKeys: [] }),
  });
  const meetingDate = fc
    .integer({ min: 0, max: 500 })
    .map((of) => new Date(Date.UTC(2026, 9, 1 + of)).toISOString().slice(0, 10));

  test('are the same each time, once each, on a working day within the hours and while of use', () => {
    fc.assert(
      fc.property(meetingDate, time, plans, (date, startTime, planned) => {
        const of = { ...group, plan: planned, series: { ...group.series, time: startTime } };
        const one = meetingOn(date, { days, of });
        const rows = rowsOf(one, of, planning(days));
        expect(rowsOf(JSON.parse(JSON.stringify(one)), of, planning(days))).toEqual(rows);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        for (const { kind, dueAt, usefulUntil } of rows) {
          expect(usefulUntil).toBeGreaterThan(dueAt);
          const due = wallTimeOf(new Date(dueAt));
          expect(isWorkingDay(due.date, { ...days, isSchoolHoliday: () => false })).toBe(true);
          expect(due.time >= planned.hours.from && due.time <= planned.hours.to).toBe(true);
          if (!isCoordinatorAsk(kind) && kind !== 'meeting-card') expect(dueAt).toBeLessThan(one.startsAt);
        }
      }),
      { numRuns: 300, seed: 20270113 },
    );
  });
});

describe('the next time at which something may be sent', () => {
  const days = daysWith({ holidays: { '2027-01-01': 'Nytårsdag' } });
  test.each([
    ['2026-12-31 06:59', '2026-12-31 07:00'],
    ['2026-12-31 07:00', '2026-12-31 07:00'],
    ['2026-12-31 17:00', '2026-12-31 17:00'],
    ['2026-12-31 17:01', '2027-01-04 07:00'],
    ['2027-01-01 10:00', '2027-01-04 07:00'],
    ['2027-01-03 23:59', '2027-01-04 07:00'],
  ])('from %s > is %s', (from, expected) => {
    const instant = at(`${from.replace(' ', 'T')}:00+01:00`);
    expect(wall(nextSendableAt(instant, plan, days))).toBe(expected);
  });
});
