import type { Meeting } from '../../../src/meetings/model/meeting';
import { indexOf, nextCheckAtOf } from '../../../src/meetings/model/reminders';
import { defaultRetention } from '../../../src/meetings/model/retention';
import { at, meetingOn } from './meetings';

const meeting = meetingOn('2027-01-12');
const endsAt = at('2027-01-12T11:00:00+01:00');

describe('a meeting’s document', () => {
  const planned = { ...meeting, areRowsPlanned: true };
  test('with rows to plan > is looked at now', () => {
    expect(nextCheckAtOf(meeting, defaultRetention)).toBe(0);
  });

  test('with an open agenda > at its deadline', () => {
    expect(nextCheckAtOf(planned, defaultRetention)).toBe(at('2027-01-05T12:00:00+01:00'));
  });

  test('closed, or cancelled > when it must be erased, by the policy', () => {
    const eraseAt = endsAt + 30 * 86_400_000;
    const content = { items: [], refused: [], withdrawn: [] };
    const closed: Meeting = { ...planned, agenda: { state: 'closed', closedAt: 1, ...content } };
    expect(nextCheckAtOf(closed, defaultRetention)).toBe(eraseAt);
    const cancelled: Meeting = { ...planned, status: { kind: 'cancelled', at: 2, by: 'person-six' } };
    expect(nextCheckAtOf(cancelled, defaultRetention)).toBe(eraseAt);
    expect(nextCheckAtOf(cancelled, { keepDays: 3, askDaysBefore: 1 })).toBe(endsAt + 3 * 86_400_000);
  });

  test('with a card in the channel > at each instant at which the card changes by itself', () => {
    const agenda = { state: 'erased', erasedAt: endsAt } as const;
    const shownAt = (wall: string): Meeting => ({
      ...planned,
      agenda,
      posts: { meeting: { messageId: 'm-1', outlived: [], shown: { state: 's', at: at(wall) } } },
    });
    const next = (wall: string) => nextCheckAtOf(shownAt(wall), defaultRetention);
    expect(next('2027-01-04T08:00:00+01:00')).toBe(at('2027-01-12T00:00:00+01:00'));
    expect(next('2027-01-12T00:00:00+01:00')).toBe(at('2027-01-12T09:00:00+01:00'));
    expect(next('2027-01-12T09:00:00+01:00')).toBe(endsAt);
    expect(next('2027-01-12T11:00:00+01:00')).toBe(endsAt + 90 * 86_400_000);
  });

  test('whose card shows something else > soon; once that is under way, not at once again', () => {
    const now = at('2027-01-04T08:00:00+01:00');
    const stale: Meeting = { ...planned, posts: { meeting: { messageId: 'm-1', outlived: [] } } };
    const nextCheckAt = (againAfterMs?: number) =>
      indexOf(stale, { retention: defaultRetention, now, ...(againAfterMs && { againAfterMs }) }).nextCheckAt;
    expect(nextCheckAt()).toBe(now + 30_000);
    expect(nextCheckAt(600_000)).toBe(now + 600_000);
  });

  test('erased > when the meeting itself goes', () => {
    expect(nextCheckAtOf({ ...planned, agenda: { state: 'erased', erasedAt: 3 } }, defaultRetention)).toBe(
      3 + 90 * 86_400_000,
    );
  });
});
