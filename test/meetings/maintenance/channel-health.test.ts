import type { Answer } from '../../../src/chat/turn';
import { meetingTexts } from '../../../src/text/meetings';
import { channelId, filledForm, groupId, inChannel, inPrivate, january, jsonOf, people } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

const text = meetingTexts.da;
const groupName = 'SSP-netværksgruppe 1';
const channelGone = text.people.channelGone(groupName);
const reminderAt = '2026-12-29T09:00:00+01:00';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const told = (personId: string) =>
  world.teams.messages.filter(({ to }) => to === personId).map(({ shown }) => shown);
const loseTheChannel = () =>
  world.teams.refusing.set(channelId, { status: 404, code: 'ConversationNotFound' });
const cannotWriteTo = (personId: string) => world.teams.refusing.set(personId, { status: 403 });
const isTold = (answer: Answer, sentence: string) =>
  jsonOf(answer).includes(JSON.stringify(sentence).slice(1, -1));

describe('a channel that is gone', () => {
  test('is told to the coordinator once, in private; its other rows wait, and what is of no use any more is obsolete, with a log line each', async () => {
    loseTheChannel();
    world.roster.members = undefined;
    await world.sleepUntil(reminderAt);
    await world.sleepUntil('2027-01-04T09:00:00+01:00');
    await world.sleepUntil('2027-01-06T09:00:00+01:00');
    const row = async (of: string) => (await world.rows()).find(({ id }) => id.includes(of));
    expect((await row('2027-01-12/deadline-passed'))?.state).toBe('planned');
    await world.sleepUntil('2027-01-13T09:00:00+01:00');
    expect(told(people.coordinator)).toEqual([channelGone]);
    expect(told(people.administrator)).toEqual([]);
    const states = (await world.rows()).filter(({ subject }) => subject === `${groupId}/2027-01-12`);
    expect(Object.fromEntries(states.map(({ kind, state }) => [kind, state]))).toMatchObject({
      'call-for-items': 'failed',
      'deadline-near': 'obsolete',
      'deadline-passed': 'obsolete',
      'day-before': 'obsolete',
    });
    const notSent = world.logged.filter(({ event }) => event === 'row-not-sent');
    expect(notSent.map((event) => 'kind' in event && event.kind)).toEqual(
      expect.arrayContaining(['call-for-items', 'deadline-near', 'deadline-passed', 'day-before']),
    );
  });

  test('whose coordinator can’t be written to > is told to an administrator, and on the coordinator’s next card, once', async () => {
    loseTheChannel();
    world.roster.members = undefined;
    cannotWriteTo(people.coordinator);
    await world.sleepUntil(reminderAt);
    expect(told(people.administrator)).toEqual([channelGone]);
    const open = () => world.click('group.mine', inPrivate('coordinator'));
    expect([isTold(await open(), channelGone), isTold(await open(), channelGone)]).toEqual([true, false]);
  });

  test('and nobody can be written to > the administrator is told on the next card', async () => {
    loseTheChannel();
    world.roster.members = undefined;
    for (const person of ['coordinator', 'administrator'] as const) cannotWriteTo(people[person]);
    await world.sleepUntil(reminderAt);
    await world.sleepUntil('2026-12-29T10:00:00+01:00');
    const open = (person: 'administrator' | 'member') => world.click('group.mine', inPrivate(person));
    expect(isTold(await open('member'), channelGone)).toBe(false);
    expect(isTold(await open('administrator'), channelGone)).toBe(true);
  });

  test('that is back > has its reminders again', async () => {
    loseTheChannel();
    const { members } = world.roster;
    world.roster.members = undefined;
    await world.sleepUntil(reminderAt);
    world.teams.refusing.clear();
    world.roster.members = members;
    await world.sleepUntil('2026-12-29T10:05:00+01:00');
    await world.sleepUntil('2027-01-04T09:00:00+01:00');
    expect(told(channelId).join()).toContain(text.reminders.heading['deadline-near']);
  });

  test('that is back > hears of what was called off meanwhile, also when that is how its loss was found', async () => {
    loseTheChannel();
    await world.sleepUntil('2026-12-15T10:00:00+01:00');
    await world.click('meeting.cancel', inChannel('coordinator'), january);
    await world.click('meeting.cancel', inChannel('coordinator'), { ...january, occurrence: '2027-02-09' });
    await world.settle();
    expect((await world.group()).lost.channel.count).toBe(1);
    world.teams.refusing.clear();
    for (const time of ['11:05', '12:10', '13:15']) await world.sleepUntil(`2026-12-15T${time}:00+01:00`);
    expect((await world.group()).lost.channel.since).toBeUndefined();
    expect(told(channelId)).toHaveLength(2);
    expect(told(channelId)[0]).toContain('12. januar');
  });

  test('has its cards looked at once an hour, not every ten minutes', async () => {
    await world.sleepUntil(reminderAt);
    loseTheChannel();
    world.roster.members = undefined;
    await world.sleepUntil('2027-01-12T13:05:00+01:00');
    const version = async () => (await world.ports.meetings.find(`${groupId}/2027-01-12`))?.version ?? 0;
    const before = await version();
    for (const time of ['13:16', '13:27', '13:38', '13:49', '14:00', '14:11'])
      await world.sleepUntil(`2027-01-12T${time}:00+01:00`);
    expect((await version()) - before).toBe(1);
  });

  test('can be given up for another one: the meetings’ rows and cards go there', async () => {
    await world.sleepUntil(reminderAt);
    loseTheChannel();
    world.roster.members = undefined;
    await world.sleepUntil('2027-01-04T09:00:00+01:00');
    world.roster.members = world.members('coordinator', 'member');
    const other = '19:another@thread.tacv2';
    await world.click('group.name', inChannel('administrator', other), { personId: people.coordinator });
    const done = await world.click('group.confirm', inChannel('coordinator', other), {
      ...filledForm,
      startsOn: '2027-01-05',
      groupVersion: 0,
    });
    expect(jsonOf(done)).toContain(text.done.heading(groupName));
    await world.settle();
    await world.sleepUntil('2027-01-06T09:00:00+01:00');
    expect(told(other).filter((shown) => shown.includes(text.meeting.functions))).toHaveLength(1);
    expect(told(other)).toContain(text.left.movedHere(groupName));
    expect(jsonOf(await world.click('meeting.next', inChannel('member', other)))).toContain('12. januar');
  });
});

describe('a team that Teams knows no longer', () => {
  const other = '19:another@thread.tacv2';
  const isFreeIn = async () => {
    await world.click('group.name', inChannel('administrator', other), { personId: people.coordinator });
    return jsonOf(await world.click('group.form', inChannel('coordinator', other), { groupId }));
  };

  test('is told of by the night’s look at its members, once, though nothing was to be sent', async () => {
    world.roster.members = 'gone';
    for (const day of ['03', '04']) await world.sleepUntil(`2026-12-${day}T08:00:00+01:00`);
    expect(told(people.coordinator)).toEqual([channelGone]);
    expect((await world.group()).lost.channel.since).toBeDefined();
  });

  test('frees its group at once, before anybody has looked', async () => {
    world.roster.of[channelId] = 'gone';
    expect(await isFreeIn()).toContain(text.setUp.formHeading(groupName));
  });

  test('private reminders wait as the channel’s do, and come when it is back', async () => {
    await world.click('group.remind', inPrivate('member'), { groupId });
    await world.settle();
    const { members } = world.roster;
    world.roster.members = 'gone';
    await world.sleepUntil(reminderAt);
    const row = (await world.rows()).find(({ kind }) => kind === 'private-call-for-items');
    expect([row?.state, row?.attempts]).toEqual(['planned', 0]);
    expect((row?.changedAt ?? 0) + 1).toBeLessThan(world.now());
    const before = row?.fence ?? 0;
    await world.sleepUntil('2026-12-29T09:30:00+01:00');
    const waiting = (await world.rows()).find(({ id }) => id === row?.id);
    expect(waiting?.fence).toBe(before);
    world.roster.members = members;
    await world.sleepUntil('2026-12-29T10:10:00+01:00');
    expect(told(people.member)).toHaveLength(1);
  });
});

describe('who is in the channel', () => {
  const goneText = text.people.gone(groupName);
  const night = (day: string) => world.sleepUntil(`2026-12-${day}T03:00:00+01:00`);
  const morning = (day: string) => world.sleepUntil(`2026-12-${day}T08:00:00+01:00`);

  test('coordinator and deputy have both left > an administrator is told, once a loss', async () => {
    world.roster.members = world.members('deputy', 'member');
    await night('03');
    await morning('03');
    expect(told(people.administrator)).toEqual([goneText]);
    await night('04');
    await morning('04');
    expect(told(people.administrator)).toEqual([goneText]);
    world.roster.members = world.members('coordinator', 'member');
    await night('08');
    world.roster.members = world.members('member');
    await night('09');
    await morning('09');
    expect(told(people.administrator)).toEqual([goneText, goneText]);
  });

  test('the roster can’t be read > nobody counts as gone', async () => {
    world.roster.members = undefined;
    await night('03');
    await morning('03');
    expect(told(people.administrator)).toEqual([]);
  });

  test('a guest is new > the coordinator is told once; the guests of the set-up are known', async () => {
    await night('03');
    await morning('03');
    expect(told(people.coordinator)).toEqual([]);
    const [outsider] = world.members('outsider');
    if (outsider === undefined) throw new Error('nobody');
    const more = [...world.members('coordinator', 'guest'), { ...outsider, isGuest: true }];
    world.roster.members = more;
    for (const day of ['04', '05', '06', '07', '08']) await night(day);
    await morning('08');
    expect(told(people.coordinator)).toEqual([text.people.newGuest(groupName)]);
  });

  test('a coordinator who has left > what is asked goes to the deputy', async () => {
    world.roster.members = world.members('deputy', 'member');
    const group = await world.ports.groups.find(groupId);
    if (group === undefined) throw new Error('no group');
    const body = { ...group.body, deputy: people.deputy };
    await world.ports.groups.replace(group, body, { groupId, at: 0, nextCheckAt: 0 });
    await world.sleepUntil('2027-05-19T07:00:00+02:00');
    const asked = text.reminders.seriesEnds(groupName, '30. juni 2027');
    expect([told(people.deputy), told(people.coordinator)]).toEqual([[asked], []]);
  });
});

test('private reminders that don’t arrive > are told of on the next card, once for all of them', async () => {
  await world.click('group.remind', inPrivate('member'), { groupId });
  cannotWriteTo(people.member);
  await world.sleepUntil(reminderAt);
  await world.sleepUntil('2027-01-04T09:00:00+01:00');
  const sentence = text.people.unreached(groupName);
  const answer = await world.click('group.mine', inPrivate('member'));
  expect(jsonOf(answer).split(sentence)).toHaveLength(4);
  expect(isTold(await world.click('group.mine', inPrivate('member')), sentence)).toBe(false);
});
