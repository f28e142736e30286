import { meetingTexts } from '../../src/text/meetings';
import { channelId, groupId, inPrivate, jsonOf } from './desk';
import { type MeetingWorld, openWorld } from './world';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
  await world.sleepUntil('2026-12-08T10:00:00+01:00');
});
afterEach(() => world.remove());

const extra = { groupId, date: '2026-12-10', time: '10:00', lengthMinutes: '60', place: 'Skolen' };
const add = (more: object = {}) =>
  world.click('meeting.add-extra', inPrivate('coordinator'), { ...extra, ...more });
const inTheChannel = () =>
  world.teams.messages.filter(({ to }) => to === channelId).map(({ shown }) => shown);

test('extra meeting in two days > the reminders to come, and none that pretends to be late', async () => {
  await add();
  await world.settle();
  expect(inTheChannel().join()).not.toContain(meetingTexts.da.reminders.late);
  await world.sleepUntil('2026-12-10T08:00:00+01:00');
  expect(inTheChannel().at(-1)).toContain(meetingTexts.da.reminders.heading['same-morning']);
});

test('extra meeting that was cancelled > can be made again, as another one', async () => {
  await add();
  await world.click('meeting.cancel', inPrivate('coordinator'), {
    groupId,
    occurrence: '2026-12-10-x1',
    revision: 0,
  });
  const again = await add();
  expect(jsonOf(again)).toContain(meetingTexts.da.change.extraSaved);
  expect(jsonOf(again)).not.toContain(meetingTexts.da.meeting.states.cancelled);
  expect((await world.meeting('2026-12-10-x2'))?.status.kind).toBe('planned');
});

test('extra meeting on the same day at another place > is another meeting; the same click again is not', async () => {
  await add();
  await add();
  await add({ place: 'Biblioteket', warned: 'own-meeting' });
  expect((await world.meeting('2026-12-10-x2'))?.place).toBe('Biblioteket');
  expect(await world.meeting('2026-12-10-x3')).toBeUndefined();
});

test('extra meeting centuries ahead > is a slip of the finger, said beside the field', async () => {
  const answer = await add({ date: '2207-01-05' });
  expect(jsonOf(answer)).toContain(meetingTexts.da.faults['too-far']);
  expect(await world.meeting('2207-01-05-x1')).toBeUndefined();
});
