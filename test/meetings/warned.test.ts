import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import {
  cardOf,
  channelId,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  people,
} from './desk';
import { type MeetingWorld, openWorld } from './world';

const { change, weekdays } = meetingTexts.da;
const { warned } = change;

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const saturday = { date: '2027-01-16', time: '09:00', lengthMinutes: '120', place: 'Rådhuset, lokale 2' };
const move = (to: object, data: object = january) =>
  world.click('meeting.save-change', inPrivate('coordinator'), { ...data, ...saturday, ...to });
const told = () => world.teams.messages.filter(({ to }) => to === channelId).length;
const buttonOf = (answer: Awaited<ReturnType<typeof move>>, title: string) => {
  const found = executesOf(cardOf(answer)).find((each) => each.title === title);
  if (found === undefined) throw new Error(`no button ${title}`);
  return world.click(String(found.verb), inPrivate('coordinator'), found.data as object);
};

test('a meeting moved to a Saturday > is asked about once, and nobody is told before the yes', async () => {
  const before = await world.meeting(january.occurrence);
  const asked = await move({});
  expect(jsonOf(asked)).toContain(warned.weekend(weekdays[5] ?? ''));
  await world.settle();
  expect([await world.meeting(january.occurrence), told()]).toEqual([before, 0]);
  expect(jsonOf(await buttonOf(asked, warned.yes))).toContain(change.saved);
  await world.settle();
  expect((await world.meeting(january.occurrence))?.startsAt).toBe(Date.parse('2027-01-16T09:00:00+01:00'));
  expect(told()).toBe(1);
});

test('asked about a Saturday, and changed after all > the form holds what was typed', async () => {
  const form = jsonOf(await buttonOf(await move({ place: 'Skolen' }), meetingTexts.da.buttons.edit));
  for (const typed of ['2027-01-16', 'Skolen']) expect(form).toContain(typed);
});

test('a meeting moved to an ordinary day, or to another place on its Saturday > isn’t asked about', async () => {
  expect(jsonOf(await move({ date: '2027-01-14' }))).toContain(change.saved);
  await buttonOf(await move({}, { ...january, revision: 1 }), warned.yes);
  expect(jsonOf(await move({ place: 'Skolen' }, { ...january, revision: 2 }))).toContain(change.saved);
});

test('an extra meeting on a Sunday > is asked about once', async () => {
  const extra = { ...saturday, groupId, date: '2027-01-17' };
  const asked = await world.click('meeting.add-extra', inPrivate('coordinator'), extra);
  expect(jsonOf(asked)).toContain(warned.weekend(weekdays[6] ?? ''));
  expect(await world.meeting('2027-01-17-x1')).toBeUndefined();
  await buttonOf(asked, warned.yes);
  expect(await world.meeting('2027-01-17-x1')).toBeDefined();
});

test('two extra meetings at one time, or one at a planned meeting’s > are asked about once; the same one sent again is not', async () => {
  const add = (to: object) =>
    world.click('meeting.add-extra', inPrivate('coordinator'), { ...saturday, groupId, ...to });
  const first = { date: '2027-01-14' };
  for (const _ of [1, 2]) expect(jsonOf(await add(first))).toContain(change.extraSaved);
  const second = await add({ ...first, time: '10:30', place: 'Skolen' });
  expect(jsonOf(second)).toContain(warned.ownMeeting);
  expect(await world.meeting('2027-01-14-x2')).toBeUndefined();
  expect(jsonOf(await buttonOf(second, warned.yes))).toContain(change.extraSaved);
  expect(await world.meeting('2027-01-14-x2')).toBeDefined();
  expect(jsonOf(await add({ date: '2027-01-12' }))).toContain(warned.ownMeeting);
  // A date of the plan that has no meeting yet.
  expect(jsonOf(await add({ date: '2027-05-11' }))).toContain(warned.ownMeeting);
});

test('a meeting moved onto another of its own group > is asked about', async () => {
  expect(jsonOf(await move({ date: '2027-02-09', time: '10:00' }))).toContain(warned.ownMeeting);
});

describe('beside another group', () => {
  const other = '19:network-2@thread.tacv2';
  const second = { ...filledForm, groupId: 'ssp-network-2', weekday: '4', groupVersion: 0 };
  beforeEach(async () => {
    await world.click('group.name', inChannel('administrator', other), { personId: people.coordinator });
    await world.click('group.confirm', inChannel('coordinator', other), second);
    await world.settle();
  });
  const clash = warned.clash('SSP-netværksgruppe 2');

  test('a meeting moved onto its date > is asked about; once that has been moved away, it isn’t', async () => {
    expect(jsonOf(await move({ date: '2027-01-14', time: '10:30' }))).toContain(clash);
    expect(jsonOf(await move({ date: '2027-01-14', time: '11:00' }))).toContain(change.saved);
    const theirs = { groupId: 'ssp-network-2', occurrence: '2027-02-11', revision: 0 };
    expect(jsonOf(await move({ date: '2027-02-12' }, theirs))).toContain(change.saved);
    const february = { ...january, occurrence: '2027-02-09' };
    expect(jsonOf(await move({ date: '2027-02-12' }, february))).toContain(clash);
    expect(jsonOf(await move({ date: '2027-02-11' }, february))).toContain(change.saved);
  });

  test('a yes to the weekend alone > isn’t a yes to the clash that has come since', async () => {
    const asked = await move({});
    const theirs = { groupId: 'ssp-network-2', occurrence: '2027-01-14', revision: 0 };
    await buttonOf(await move({}, theirs), warned.yes);
    expect(jsonOf(await buttonOf(asked, warned.yes))).toContain(clash);
    expect((await world.meeting(january.occurrence))?.revision).toBe(0);
  });
});
