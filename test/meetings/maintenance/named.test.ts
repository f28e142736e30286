// Who was named to set up a group isn't remembered for longer than that is of use.
import { channelId, inChannel, people } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.remove());

const name = (person: keyof typeof people, conversationId = channelId) =>
  world.click('group.name', inChannel('administrator', conversationId), { personId: people[person] });
const namedIn = async (conversationId = channelId) =>
  (await world.ports.channels.find(conversationId))?.body.named;

describe('somebody named in a channel', () => {
  it('where nobody sets up a group > is forgotten after 90 days, and not before', async () => {
    await name('coordinator');
    await world.settle();
    await world.sleepUntil('2027-02-28T08:00:00Z');
    expect(await namedIn()).toEqual([people.coordinator]);
    await world.sleepUntil('2027-03-01T09:00:00Z');
    expect(await namedIn()).toEqual([]);
  });

  it('where another is named later > is remembered with that one, for 90 days from then', async () => {
    await name('coordinator');
    await world.sleepUntil('2027-02-01T08:00:00Z');
    await name('deputy');
    await world.sleepUntil('2027-03-05T08:00:00Z');
    expect(await namedIn()).toEqual([people.deputy, people.coordinator]);
    await world.sleepUntil('2027-05-03T08:00:00Z');
    expect(await namedIn()).toEqual([]);
  });

  it('where a group lives > is remembered as long as he is in the channel, and forgotten the night after he leaves', async () => {
    await world.setUp();
    await name('member');
    await world.sleepUntil('2027-06-15T08:00:00Z');
    expect(await namedIn()).toEqual([people.member, people.coordinator]);
    world.roster.members = world.members('coordinator', 'deputy');
    await world.sleepUntil('2027-06-16T09:00:00Z');
    expect(await namedIn()).toEqual([people.coordinator]);
  });

  it('whose channel Teams says nothing of, or doesn’t find > is remembered until it does', async () => {
    await world.setUp();
    world.roster.members = undefined;
    await world.sleepUntil('2027-01-15T08:00:00Z');
    world.roster.members = 'gone';
    await world.sleepUntil('2027-01-17T08:00:00Z');
    expect(await namedIn()).toEqual([people.coordinator]);
  });

  it('in a channel that the group has left > is forgotten there', async () => {
    const other = '19:elsewhere@thread.tacv2';
    await world.setUp();
    const group = await world.ports.groups.find('ssp-network-1');
    if (group === undefined) throw new Error('no group');
    const moved = { ...group.body, channel: { ...group.body.channel, conversationId: other } };
    await world.ports.groups.replace(group, moved, { groupId: 'ssp-network-1', at: 0 });
    await world.sleepUntil('2027-03-02T09:00:00Z');
    expect((await world.ports.channels.find(channelId))?.body).toEqual({ named: [] });
  });
});
