import { meetingTexts } from '../../../src/text/meetings';
import { channelId, filledForm, inChannel, people } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

const text = meetingTexts.da;

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const told = (personId: string) =>
  world.teams.messages.filter(({ to }) => to === personId).map(({ shown }) => shown);

test('a group that somebody else takes over > whoever was its coordinator is told, once', async () => {
  world.roster.members = world.members('coordinator', 'deputy', 'member');
  await world.click('group.name', inChannel('administrator'), { personId: people.deputy });
  for (let times = 0; times < 2; times += 1) await world.click('group.take-over', inChannel('deputy'));
  await world.sleepUntil('2026-12-02T09:00:00+01:00');
  expect((await world.group()).coordinator).toBe(people.deputy);
  const sentence = text.people.takenOverFrom('SSP-netværksgruppe 1');
  expect([told(people.coordinator), told(people.deputy)]).toEqual([[sentence], []]);
});

test('a group whose channel is gone, set up elsewhere by somebody else > its coordinator is told', async () => {
  const other = '19:another@thread.tacv2';
  world.roster.of[channelId] = 'gone';
  await world.click('group.name', inChannel('administrator', other), { personId: people.deputy });
  await world.click('group.confirm', inChannel('deputy', other), { ...filledForm, groupVersion: 0 });
  await world.sleepUntil('2026-12-02T09:00:00+01:00');
  expect((await world.group()).coordinator).toBe(people.deputy);
  expect(told(people.coordinator)).toEqual([text.people.takenOverFrom('SSP-netværksgruppe 1')]);
});

test('a municipality without an administrator > whoever asks to set a group up is told so', async () => {
  const other = '19:another@thread.tacv2';
  const ask = async () => JSON.stringify(await world.click('group.set-up', inChannel('member', other)));
  expect(await ask()).toContain(text.refusals['not-named']);
  (world.ports.administrators as Set<string>).clear();
  expect(await ask()).toContain(text.refusals['no-administrators']);
});
