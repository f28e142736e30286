import { meetingTexts } from '../../src/text/meetings';
import { inChannel, january, jsonOf } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const saturdayNight = '2027-01-09T23:10:00+01:00';

test('an agenda published on a Saturday night > is in the channel at once, once', async () => {
  await world.sleepUntil(saturdayNight);
  const before = world.teams.messages.length;
  const answer = await world.click('agenda.publish', inChannel('coordinator'), january);
  expect(answer.kind).toBe('card');
  await world.settle();
  expect(world.teams.messages.length).toBe(before + 1);
  const posted = (await world.meeting(january.occurrence))?.posts.agenda;
  expect(posted?.messageId).toBe(world.teams.messages.at(-1)?.id);
  const row = (await world.rows()).find(({ kind }) => kind === 'agenda-card');
  expect(row).toMatchObject({ state: 'sent' });
  const seen = await Promise.all(
    [0, 1].map((page) =>
      world.click('group.sent', inChannel('coordinator'), { groupId: january.groupId, page }),
    ),
  );
  expect(seen.map(jsonOf).join()).toContain(meetingTexts.da.sent.kinds['agenda-card']);
});

test('published just before a stop > comes with the group’s next hours', async () => {
  await world.sleepUntil(saturdayNight);
  const before = world.teams.messages.length;
  await world.click('agenda.publish', inChannel('coordinator'), january);
  await world.sleepUntil('2027-01-10T12:00:00+01:00');
  expect(world.teams.messages.length).toBe(before);
  await world.sleepUntil('2027-01-11T07:00:00+01:00');
  expect((await world.meeting(january.occurrence))?.posts.agenda).toBeDefined();
});
