import {
  addPendingNotice,
  countPendingNotices,
  type PendingNotice,
  prunePendingNotices,
} from '../../src/meetings/pending-notices';
import { agendaTexts } from '../../src/text/agenda';
import { meetingTexts } from '../../src/text/meetings';
import { groupId, inChannel, inPrivate, jsonOf, now, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';

const subject = `${groupId}/2027-01-12`;
const itemId = 'item-7';
const when = 'tirsdag 12. januar kl. 9.00-11.00';
const { toAuthor } = agendaTexts.da;
const unreached = meetingTexts.da.people.unreached('SSP-netværksgruppe 1');

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const leaveUntold = (row: PendingNotice['row']): Promise<void> =>
  addPendingNotice(world.ports, { personId: people.member, notice: { groupId, row }, now: now.getTime() });

const refuseAnItem = async (): Promise<void> => {
  const doc = await world.ports.meetings.find(subject);
  if (doc?.body.agenda.state !== 'open') throw new Error('no open agenda');
  const { startsAt } = doc.body;
  const refused = [{ id: itemId, author: people.member, at: startsAt - 1, by: people.coordinator }];
  const agenda = { ...doc.body.agenda, refused };
  await world.ports.meetings.replace(doc, { ...doc.body, agenda }, { groupId, at: startsAt });
};

describe('a receipt that didn’t arrive', () => {
  const row = { id: `${subject}/item-refused/${itemId}`, kind: 'item-refused', subject };

  test('is told in its own words, not in the coordinator’s', async () => {
    await refuseAnItem();
    await leaveUntold(row);
    const shown = jsonOf(await world.click('group.mine', inPrivate('member')));
    expect(shown).toContain(toAuthor['item-refused'](when));
    expect(await countPendingNotices(world.ports)).toBe(0);
    expect(jsonOf(await world.click('group.mine', inPrivate('member')))).not.toContain(
      toAuthor['item-refused'](when),
    );
  });

  test('and isn’t so any more > is not told', async () => {
    await leaveUntold(row);
    const shown = jsonOf(await world.click('group.mine', inPrivate('member')));
    expect(shown).not.toContain(toAuthor['item-refused'](when));
  });
});

test('what is private > is not on the card that a command posts to everybody; it is on the next one for its reader', async () => {
  await leaveUntold({ id: `${groupId}/private`, kind: 'private-reminder', subject: groupId });
  expect(jsonOf(await world.say('møder', inChannel('member')))).not.toContain(unreached);
  expect(jsonOf(await world.click('meeting.next', inChannel('member')))).toContain(unreached);
  await leaveUntold({ id: `${groupId}/private`, kind: 'private-reminder', subject: groupId });
  expect(jsonOf(await world.say('møder', inPrivate('member')))).toContain(unreached);
});

describe('notices of a person', () => {
  const row = { id: `${groupId}/private`, kind: 'private-reminder', subject: groupId };

  test('the same one twice, at once > is one; another person’s stay', async () => {
    await Promise.all([leaveUntold(row), leaveUntold(row)]);
    const other = { personId: people.deputy, notice: { groupId, row }, now: now.getTime() };
    await addPendingNotice(world.ports, other);
    expect(await countPendingNotices(world.ports)).toBe(2);
    expect(jsonOf(await world.click('group.mine', inPrivate('member')))).toContain(unreached);
    expect(await countPendingNotices(world.ports)).toBe(1);
  });

  test('that have been told > leave no document of the person behind, and wait again when they come again', async () => {
    await leaveUntold(row);
    await world.click('group.mine', inPrivate('member'));
    expect(await prunePendingNotices(world.ports)).toBe(1);
    expect(await world.ports.notices.find(people.member)).toBeUndefined();
    await leaveUntold(row);
    expect(jsonOf(await world.click('group.mine', inPrivate('member')))).toContain(unreached);
  });

  test('that an earlier version kept with the group > are told all the same', async () => {
    const doc = await world.ports.groups.find(groupId);
    if (doc === undefined) throw new Error('no group');
    const body = { ...doc.body, untold: [{ personId: people.member, row }] };
    await world.ports.groups.replace(doc, body, { groupId, at: 0, nextCheckAt: 0 });
    await world.settle();
    expect((await world.group()).untold).toBeUndefined();
    expect(jsonOf(await world.click('group.mine', inPrivate('member')))).toContain(unreached);
  });
});
