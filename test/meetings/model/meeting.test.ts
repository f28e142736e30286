import {
  addApology,
  cancelMeeting,
  deadlineOf,
  type Meeting,
  type MeetingDecision,
  moveMeeting,
  newMeeting,
  skipMeeting,
  withdrawApology,
} from '../../../src/meetings/model/meeting';
import { daysWith } from '../plainly';
import { at, group, meetingOn, noHolidays, plan } from './meetings';

const meeting = meetingOn('2027-01-12');
const now = at('2027-01-02T10:00:00+01:00');
const startsAt = at('2027-01-12T09:00:00+01:00');
const later = at('2027-01-19T13:30:00+01:00');

const changedBy = (decision: MeetingDecision): Meeting => {
  if (decision.kind === 'refused') throw new Error(decision.reason);
  return decision.meeting;
};
const change = (to: Partial<Pick<Meeting, 'startsAt' | 'lengthMinutes' | 'place'>>) => ({
  startsAt: meeting.startsAt,
  lengthMinutes: meeting.lengthMinutes,
  place: meeting.place,
  plan,
  days: noHolidays,
  ...to,
});
const police = { functionId: 'local-police', by: 'person-four', at: now } as const;

describe('meeting, new', () => {
  test('has its time, place and deadline from the series, and rows still to plan', () => {
    expect(meeting).toEqual({
      groupId: 'ssp-network-3',
      occurrence: '2027-01-12',
      revision: 0,
      startsAt,
      lengthMinutes: 120,
      place: 'Lokale 7',
      status: { kind: 'planned' },
      apologies: [],
      agenda: {
        state: 'open',
        closesAt: at('2027-01-05T12:00:00+01:00'),
        items: [],
        refused: [],
        withdrawn: [],
      },
      posts: {},
      followsPlan: 1,
      isByHand: false,
      changedAt: meeting.changedAt,
      told: {
        byPlan: {
          startsAt: at('2027-01-12T09:00:00+01:00'),
          lengthMinutes: 120,
          place: 'Lokale 7',
          status: 'planned',
        },
      },
      areRowsPlanned: false,
    });
  });

  test('moved by a holiday > keeps the series’ date as its name', () => {
    const moved = newMeeting(
      group,
      { date: '2027-01-12', heldOn: '2027-01-13', remark: undefined },
      { days: noHolidays, now: 5 },
    );
    expect([moved.occurrence, moved.startsAt]).toEqual(['2027-01-12', at('2027-01-13T09:00:00+01:00')]);
  });

  test.each([
    ['2027-03-27', '09:00', '2027-03-27T08:00:00Z'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00Z'],
    ['2027-03-28', '02:30', '2027-03-28T01:30:00Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
    ['2027-03-29', '09:00', '2027-03-29T07:00:00Z'],
    ['2027-10-30', '09:00', '2027-10-30T07:00:00Z'],
    ['2027-10-31', '02:30', '2027-10-31T00:30:00Z'],
    ['2027-10-31', '03:00', '2027-10-31T02:00:00Z'],
    ['2027-11-01', '09:00', '2027-11-01T08:00:00Z'],
  ])('on %s at %s by the clock on the wall > starts at %s', (date, time, instant) => {
    const of = { ...group, series: { ...group.series, time } };
    expect(new Date(meetingOn(date, { of }).startsAt).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });
});

describe('meeting’s deadline', () => {
  test('counts working days, so holidays put it earlier', () => {
    const days = daysWith({ holidays: { '2027-01-07': 'Lukkedag' } });
    expect(deadlineOf(startsAt, plan, days)).toBe(at('2027-01-04T12:00:00+01:00'));
  });

  test('over the clock change > keeps its time of day', () => {
    expect(deadlineOf(at('2027-03-30T09:00:00+02:00'), plan, noHolidays)).toBe(
      at('2027-03-23T12:00:00+01:00'),
    );
  });

  test('later than the meeting on its own day > is the meeting’s beginning', () => {
    const sameDay = { ...plan, deadline: { workingDaysBefore: 0, time: '12:00' } };
    expect(deadlineOf(startsAt, sameDay, noHolidays)).toBe(startsAt);
  });
});

describe('meeting, moved', () => {
  const withApology = changedBy(addApology(meeting, police, now));
  const moved = changedBy(moveMeeting(withApology, change({ startsAt: later }), now));

  test('has its new time, one more revision, a new deadline, and asks for apologies anew', () => {
    expect(moved).toEqual({
      ...meeting,
      revision: 1,
      isByHand: true,
      changedAt: now,
      startsAt: later,
      apologies: [],
      agenda: { ...meeting.agenda, closesAt: at('2027-01-12T12:00:00+01:00') },
    });
  });

  test('to another place or length > keeps apologies and deadline', () => {
    const elsewhere = changedBy(
      moveMeeting(withApology, change({ place: ' Skolen ', lengthMinutes: 45 }), now),
    );
    expect(elsewhere).toEqual({
      ...withApology,
      revision: 1,
      isByHand: true,
      changedAt: now,
      place: 'Skolen',
      lengthMinutes: 45,
    });
  });

  test('to where and when it is > is the same meeting', () => {
    expect(changedBy(moveMeeting(withApology, change({}), now))).toBe(withApology);
  });

  test('after its deadline to a far day > opens its agenda again', () => {
    const { agenda } = meeting;
    if (agenda.state !== 'open') throw new Error('it is open');
    const { state: _, closesAt, ...content } = agenda;
    const closed: Meeting = { ...meeting, agenda: { ...content, state: 'closed', closedAt: closesAt } };
    const decision = moveMeeting(closed, change({ startsAt: later }), at('2027-01-06T09:00:00+01:00'));
    expect(changedBy(decision).agenda).toEqual({ ...agenda, closesAt: at('2027-01-12T12:00:00+01:00') });
  });

  test.each([
    ['a time that has passed', { startsAt: now - 1 }, 'past'],
    ['this very moment', { startsAt: now }, 'past'],
    ['zero minutes', { lengthMinutes: 0 }, 'minutes-out-of-range'],
    ['fourteen minutes', { lengthMinutes: 14 }, 'minutes-out-of-range'],
    ['481 minutes', { lengthMinutes: 481 }, 'minutes-out-of-range'],
    ['half a minute', { lengthMinutes: 60.5 }, 'minutes-out-of-range'],
    ['no place', { place: '  ' }, 'no-place'],
  ])('to %s > is refused', (_, to, reason) => {
    expect(moveMeeting(meeting, change(to), now)).toEqual({ kind: 'refused', reason });
  });

  test('by a millisecond into the future, of the shortest and the longest > is taken', () => {
    const times = [{ startsAt: now + 1 }, { lengthMinutes: 15 }, { lengthMinutes: 480 }];
    for (const to of times) expect(changedBy(moveMeeting(meeting, change(to), now))).toMatchObject(to);
  });
});

describe('meeting that has come to its end', () => {
  const endsAt = at('2027-01-12T11:00:00+01:00');
  const decisions = (of: Meeting, when: number): readonly MeetingDecision[] => [
    moveMeeting(of, change({ startsAt: when + 86_400_000 }), when),
    cancelMeeting(of, 'person-five', when),
    skipMeeting(of, 'person-five', when),
    addApology(of, { ...police, functionId: 'ppr' }, when),
    withdrawApology(of, 'local-police', when),
  ];
  const known = changedBy(addApology(meeting, police, now));

  test('held > takes nothing from its last millisecond on', () => {
    expect(decisions(known, endsAt - 1).map(({ kind }) => kind)).toEqual(Array(5).fill('changed'));
    for (const each of decisions(known, endsAt)) expect(each).toEqual({ kind: 'refused', reason: 'over' });
  });

  test.each([
    ['cancelled', cancelMeeting],
    ['skipped', skipMeeting],
  ] as const)('%s > says who and when, and takes nothing more', (kind, end) => {
    const ended = changedBy(end(known, 'person-five', now));
    expect(ended).toEqual({
      ...known,
      revision: 1,
      isByHand: true,
      changedAt: now,
      status: { kind, at: now, by: 'person-five' },
    });
    for (const each of decisions(ended, now))
      expect(each).toEqual({ kind: 'refused', reason: `already-${kind}` });
  });
});

describe('apology', () => {
  test('of a function once more > takes the place of the first', () => {
    const first = changedBy(addApology(meeting, police, now));
    const second = { ...police, substituteId: 'straxen', at: now + 5 };
    const both = changedBy(
      addApology(changedBy(addApology(first, { ...police, functionId: 'ppr' }, now)), second, now),
    );
    expect(both.apologies).toEqual([{ ...police, functionId: 'ppr' }, second]);
    expect(both.revision).toBe(meeting.revision);
  });

  test('the same once more > changes nothing', () => {
    const first = changedBy(addApology(meeting, police, now));
    expect(changedBy(addApology(first, { ...police, at: now + 5 }, now + 5))).toBe(first);
  });

  test('with itself as the substitute, or taken back unsaid > is refused', () => {
    const itself = { ...police, substituteId: 'local-police' };
    expect(addApology(meeting, itself, now)).toEqual({ kind: 'refused', reason: 'same-function' });
    expect(withdrawApology(meeting, 'ppr', now)).toEqual({ kind: 'refused', reason: 'no-apology' });
  });

  test('taken back > the others stay', () => {
    const ppr = { ...police, functionId: 'ppr' };
    const both = changedBy(addApology(changedBy(addApology(meeting, police, now)), ppr, now));
    expect(changedBy(withdrawApology(both, 'local-police', now)).apologies).toEqual([ppr]);
  });
});
