import { maintainGroup, maintainMeeting } from '../../../src/meetings/maintenance/maintain';
import { noticeText } from '../../../src/messages/notice-words';
import { groupId, now, openSetUpDesk } from '../desk';

const meetingKey = `${groupId}/2027-01-12`;
/** Five working days before 12 January, at noon in Copenhagen. */
const deadline = Date.parse('2027-01-05T11:00:00Z');

describe('a due meeting', () => {
  test('a second before its deadline > stays open; at the deadline it is closed, once', async () => {
    const desk = await openSetUpDesk();
    const wake = async (at: number) => {
      const doc = await desk.meetings.find(meetingKey);
      if (doc !== undefined) await maintainMeeting(desk.ports, doc, at);
      return desk.meetings.find(meetingKey);
    };
    expect((await wake(deadline - 1_000))?.body.agenda.state).toBe('open');
    const closed = await wake(deadline);
    expect(closed?.body.agenda).toMatchObject({ state: 'closed', closedAt: deadline });
    expect((await wake(deadline + 1_000))?.body).toEqual(closed?.body);
  });

  test('a second before its retention ends > has its agenda; then nothing of it is left, and it is due no more', async () => {
    const desk = await openSetUpDesk();
    const found = await desk.meetings.find(meetingKey);
    if (found === undefined) throw new Error('no meeting');
    const { startsAt, lengthMinutes } = found.body;
    const eraseAt = startsAt + lengthMinutes * 60_000 + 30 * 86_400_000;
    const wake = async (at: number) => {
      const doc = await desk.meetings.find(meetingKey);
      if (doc !== undefined) await maintainMeeting(desk.ports, doc, at);
      return (await desk.meetings.find(meetingKey))?.body.agenda.state;
    };
    expect([await wake(eraseAt - 1_000), await wake(eraseAt)]).toEqual(['closed', 'erased']);
    expect((await desk.meetings.due(10)).map(({ id }) => id)).not.toContain(meetingKey);
  });

  test('whose rows were never planned > gets them', async () => {
    const desk = await openSetUpDesk();
    const doc = await desk.meetings.find(meetingKey);
    if (doc === undefined) throw new Error('no meeting');
    const ahead = { ...doc.body, place: 'Hallen', changedAt: now.getTime(), areRowsPlanned: false };
    await desk.meetings.replace(doc, ahead, { groupId, at: ahead.startsAt, nextCheckAt: 0 });
    const [due] = await desk.meetings.due(10);
    if (due !== undefined) await maintainMeeting(desk.ports, due, now.getTime());
    expect(desk.outbox.rows().map(({ id }) => id)).toContain(`${meetingKey}/change-notice`);
    expect(await desk.meetings.due(10)).toEqual([]);
  });
});

test('a due group, by two processes at once > has each meeting and question once', async () => {
  const desk = await openSetUpDesk();
  const before = desk.meetings.all().length;
  const doc = await desk.groups.find(groupId);
  if (doc === undefined) throw new Error('no group');
  const later = Date.parse('2027-03-01T08:00:00Z');
  await Promise.all([1, 2].map(() => maintainGroup(desk.ports, doc, later)));
  const ids = desk.meetings.all().map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(before);
  expect(new Set(ids).size).toBe(ids.length);
  const [ends] = desk.outbox.rows().filter(({ id }) => id.includes('/series/ends/'));
  const context = { municipality: desk.ports.municipality, days: desk.ports.days('ssp-network') };
  expect(ends && noticeText(ends, context)).toContain('30. juni 2027');
});
