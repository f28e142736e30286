import { checkFeeds } from '../../src/links/feed';
import { groupId, inPrivate, type OpenDesk, openSetUpDesk, people } from '../meetings/desk';

const dayMs = 86_400_000;

const withFeeds = async (): Promise<OpenDesk> => {
  const desk = await openSetUpDesk();
  for (const person of ['member', 'guest'] as const)
    await desk.click('feed.issue', inPrivate(person), { groupId });
  return desk;
};
const holders = (desk: OpenDesk) =>
  desk.feeds
    .all()
    .map(({ body }) => body.personId)
    .toSorted();
const both = [people.member, people.guest].toSorted();
const memberLeaves = (desk: OpenDesk): void => {
  desk.teams.members = desk.teams.members?.filter(({ personId }) => personId !== people.member);
};
const pass = (desk: OpenDesk, ms: number): void => {
  desk.time.now = new Date(desk.time.now.getTime() + ms);
};

describe('feed that nobody fetches', () => {
  test('its holder has left the channel > is removed when a day has passed, and not before; the others stay', async () => {
    const desk = await withFeeds();
    memberLeaves(desk);
    pass(desk, dayMs - 1);
    expect(await checkFeeds(desk.linkPorts)).toBe(0);
    expect(holders(desk)).toEqual(both);
    pass(desk, 2);
    expect(await checkFeeds(desk.linkPorts)).toBe(2);
    expect(holders(desk)).toEqual([people.guest]);
  });

  test('its holder is a member > is looked at once a day, until the holder leaves', async () => {
    const desk = await withFeeds();
    const counts: number[] = [];
    for (const ms of [2 * dayMs, 0, dayMs]) {
      pass(desk, ms);
      counts.push(await checkFeeds(desk.linkPorts));
    }
    expect(counts).toEqual([2, 0, 2]);
    expect(holders(desk)).toEqual(both);
    memberLeaves(desk);
    pass(desk, dayMs);
    await checkFeeds(desk.linkPorts);
    expect(holders(desk)).toEqual([people.guest]);
  });

  test('Teams doesn’t say who is a member > stays, and is looked at again a day later', async () => {
    const desk = await withFeeds();
    const { members } = desk.teams;
    desk.teams.members = undefined;
    pass(desk, 2 * dayMs);
    expect(await checkFeeds(desk.linkPorts)).toBe(2);
    expect(await checkFeeds(desk.linkPorts)).toBe(0);
    expect(holders(desk)).toEqual(both);
    desk.teams.members = members;
    memberLeaves(desk);
    pass(desk, dayMs);
    await checkFeeds(desk.linkPorts);
    expect(holders(desk)).toEqual([people.guest]);
  });
});
