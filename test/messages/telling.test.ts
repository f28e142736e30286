import { meetingTexts } from '../../src/text/meetings';
import { channelId, filledForm, groupId, inChannel, inPrivate, january, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';

const { notice } = meetingTexts.da.reminders;
const groupName = 'SSP-netværksgruppe 1';
const at = (day: string, hours: string): string => `${day} kl. ${hours}`;
const planned = at('tirsdag 12. januar', '9.00-11.00');
const thursday = { ...january, date: '2027-01-14', time: '13:00', lengthMinutes: '90', place: 'Skolen' };
const onThursday = at('torsdag 14. januar', '13.00-14.30');

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const told = (to = channelId): readonly string[] =>
  world.teams.messages.filter((message) => message.to === to).map(({ shown }) => shown);
const change = (data: object) => world.click('meeting.save-change', inChannel('coordinator'), data);
const tellings = (to = channelId): readonly string[] =>
  told(to).filter((text) => text.startsWith('Mødet i') || text.startsWith('Der er kommet'));

describe('a meeting that was moved', () => {
  test('> is told with the old time and the new one', async () => {
    await change(thursday);
    await world.settle();
    expect(tellings()).toEqual([
      `${notice.moved(groupName, planned, onThursday)} ${notice.newPlace} ${notice.write} ${notice.apologise}`,
    ]);
  });

  test('while Teams refuses, and then the plan is saved anew > is told as soon as Teams takes it', async () => {
    world.teams.refusing.set(channelId, { status: 503 });
    await change(thursday);
    await world.settle();
    await world.click('group.confirm', inChannel('coordinator'), {
      ...filledForm,
      remindAt: '10:00',
      groupVersion: 1,
    });
    await world.settle();
    expect(tellings()).toEqual([]);
    world.teams.refusing.clear();
    await world.sleepUntil('2026-12-28T12:00:00+01:00');
    expect(tellings()).toEqual([expect.stringContaining(notice.moved(groupName, planned, onThursday))]);
  });

  test('and given another place before the first was told > both are told, in one message', async () => {
    world.teams.refusing.set(channelId, { status: 503 });
    await change({ ...thursday, place: 'Rådhuset, lokale 2' });
    await change({ ...thursday, revision: 1 });
    await world.settle();
    world.teams.refusing.clear();
    await world.sleepUntil('2026-12-28T12:00:00+01:00');
    expect(tellings()).toEqual([expect.stringContaining(notice.newPlace)]);
    expect(tellings()[0]).toContain(notice.moved(groupName, planned, onThursday));
  });

  test('twice > the second is told from where the first left it', async () => {
    await change(thursday);
    await world.settle();
    await change({ ...thursday, revision: 1, date: '2027-01-15' });
    await world.settle();
    expect(tellings()[1]).toContain(
      notice.moved(groupName, onThursday, at('fredag 15. januar', '13.00-14.30')),
    );
  });

  test('and back before Teams took it > there is nothing to tell', async () => {
    world.teams.refusing.set(channelId, { status: 503 });
    await change({ ...thursday, place: 'Rådhuset, lokale 2' });
    const back = { date: '2027-01-12', time: '09:00', lengthMinutes: '120', place: 'Rådhuset, lokale 2' };
    await change({ ...january, ...back, revision: 1 });
    await world.settle();
    world.teams.refusing.clear();
    await world.sleepUntil('2026-12-28T12:00:00+01:00');
    expect(tellings()).toEqual([]);
  });

  test('in length alone > that is what is told', async () => {
    await change({ ...thursday, date: '2027-01-12', time: '09:00', place: 'Rådhuset, lokale 2' });
    await world.settle();
    const when = at('tirsdag 12. januar', '9.00-10.30');
    const news = { hasNewPlace: false, hasNewLength: true };
    expect(tellings()).toEqual([`${notice.changed(groupName, when, news)} ${notice.write}`]);
  });
});

test('an extra meeting, made an hour before > is told in the channel and to each subscriber', async () => {
  await world.click('group.remind', inPrivate('member'), { groupId });
  await world.sleepUntil('2027-01-20T11:00:00+01:00');
  const extra = { groupId, date: '2027-01-20', time: '12:00', lengthMinutes: '30', place: 'Hallen' };
  await world.click('meeting.add-extra', inChannel('coordinator'), extra);
  await world.settle();
  const words = notice.extra(groupName, at('onsdag 20. januar', '12.00-12.30'));
  expect(tellings().filter((text) => text.startsWith(words))).toHaveLength(1);
  expect(tellings(people.member).filter((text) => text.startsWith(words))).toHaveLength(1);
});

test('an extra meeting on the Sunday after, made on a Friday morning > is told at once, in the channel and in private', async () => {
  await world.click('group.remind', inPrivate('member'), { groupId });
  await world.sleepUntil('2027-01-15T09:00:00+01:00');
  const extra = { groupId, date: '2027-01-17', time: '11:30', lengthMinutes: '60', place: 'Hallen' };
  await world.click('meeting.add-extra', inChannel('coordinator'), { ...extra, warned: 'weekend' });
  await world.settle();
  const words = notice.extra(groupName, at('søndag 17. januar', '11.30-12.30'));
  expect(tellings().filter((text) => text.startsWith(words))).toHaveLength(1);
  expect(tellings(people.member).filter((text) => text.startsWith(words))).toHaveLength(1);
});

test('a subscriber who came after an extra meeting was told > is told that it is cancelled', async () => {
  await world.sleepUntil('2027-01-14T09:00:00+01:00');
  const extra = { groupId, date: '2027-01-20', time: '12:00', lengthMinutes: '30', place: 'Hallen' };
  await world.click('meeting.add-extra', inChannel('coordinator'), extra);
  await world.settle();
  await world.click('group.remind', inPrivate('member'), { groupId });
  const of = { ...january, occurrence: '2027-01-20-x1' };
  await world.click('meeting.cancel', inChannel('coordinator'), of);
  await world.settle();
  const words = notice.cancelled(groupName, at('onsdag 20. januar', '12.00-12.30'));
  expect(tellings(people.member)).toEqual([words]);
  expect(tellings().at(-1)).toBe(words);
});

test('a subscriber whom Teams refused for a while > is told of the change all the same, once', async () => {
  await world.click('group.remind', inPrivate('member'), { groupId });
  world.teams.refusing.set(people.member, { status: 502 });
  await world.click('meeting.cancel', inChannel('coordinator'), january);
  await world.settle();
  world.teams.refusing.clear();
  await world.sleepUntil('2026-12-28T12:00:00+01:00');
  await world.sleepUntil('2026-12-29T12:00:00+01:00');
  expect(tellings(people.member)).toEqual([notice.cancelled(groupName, planned)]);
  expect(tellings()).toEqual([notice.cancelled(groupName, planned)]);
});

test('a reminder that Teams refused while the plan was saved > comes', async () => {
  await world.sleepUntil('2026-12-29T08:59:00+01:00');
  world.teams.refusing.set(channelId, { status: 503 });
  await world.sleepUntil('2026-12-29T09:00:00+01:00');
  await change({ ...january, date: '2027-01-12', time: '09:00', lengthMinutes: '120', place: 'Hallen' });
  await world.settle();
  world.teams.refusing.clear();
  await world.sleepUntil('2026-12-29T09:30:00+01:00');
  const { heading } = meetingTexts.da.reminders;
  expect(told().filter((text) => text.includes(heading['call-for-items']))).toHaveLength(1);
});

test('a change killed at any write > is told once, or was never acknowledged', async () => {
  for (let inWrites = 0; ; inWrites += 1) {
    const one = await openWorld();
    await one.setUp();
    one.crash.inWrites = inWrites;
    const isKilled = await one.click('meeting.cancel', inChannel('coordinator'), january).then(
      () => false,
      () => true,
    );
    one.crash.inWrites = Number.POSITIVE_INFINITY;
    await one.sleepUntil('2026-12-28T12:00:00+01:00');
    const status = (await one.meeting(january.occurrence))?.status.kind;
    const texts = one.teams.messages.map(({ shown }) => shown).filter((text) => text.startsWith('Mødet i'));
    expect({ inWrites, status, texts }).toEqual({
      inWrites,
      status,
      texts: status === 'cancelled' ? [notice.cancelled(groupName, planned)] : [],
    });
    await one.remove();
    if (!isKilled) break;
  }
}, 120_000);
