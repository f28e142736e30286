import { createLookAround } from '../../../src/meetings/maintenance/look-around';
import { groupsOf } from '../../../src/meetings/my-groups';
import { createWhereabouts } from '../../../src/meetings/whereabouts';
import { anna, bo, coordinatorOf, idOf, inChannel, inPrivate, openMany } from './many-groups';

const member = (personId: string) => ({ personId, name: 'Navn', isGuest: false });
const minuteMs = 60_000;

describe('whereabouts', () => {
  const open = () => {
    const time = { now: 0 };
    return { time, whereabouts: createWhereabouts(['a', 'b', 'c'], () => time.now) };
  };

  it('of groups of which Teams has said nothing > are unknown, and each is to be asked about', () => {
    const { whereabouts } = open();
    expect([whereabouts.unknown(), whereabouts.groupsOf('x'), whereabouts.overdue(2, 60 * minuteMs)]).toEqual(
      [3, [], ['a', 'b']],
    );
  });

  it('noted > are known until they are noted anew, and the longest ago is asked about first', () => {
    const { time, whereabouts } = open();
    whereabouts.note('a', [member('x'), member('y')]);
    time.now = minuteMs;
    whereabouts.note('b', [member('x')]);
    expect([whereabouts.groupsOf('x'), whereabouts.groupsOf('y'), whereabouts.unknown()]).toEqual([
      ['a', 'b'],
      ['a'],
      1,
    ]);
    time.now = 61 * minuteMs;
    expect(whereabouts.overdue(9, 60 * minuteMs)).toEqual(['c', 'a', 'b']);
    whereabouts.note('a', [member('y')]);
    expect([whereabouts.groupsOf('x'), whereabouts.overdue(9, 60 * minuteMs)]).toEqual([['b'], ['c', 'b']]);
  });

  it('of a channel of which Teams says nothing, or that is gone > stay as they were; silence is soon broken', () => {
    const { time, whereabouts } = open();
    for (const groupId of ['a', 'b']) whereabouts.note(groupId, [member('x')]);
    whereabouts.note('a', undefined);
    whereabouts.note('b', 'gone');
    whereabouts.note('c', 'gone');
    expect([whereabouts.groupsOf('x'), whereabouts.unknown()]).toEqual([['a', 'b'], 0]);
    time.now = 6 * minuteMs;
    expect(whereabouts.overdue(9, 60 * minuteMs)).toEqual(['a']);
  });

  it('of a group that the municipality hasn’t > are nobody’s', () => {
    const { whereabouts } = open();
    whereabouts.note('unheard-of', [member('x')]);
    expect(whereabouts.groupsOf('x')).toEqual([]);
  });
});

describe('with many groups', () => {
  const log = () => undefined;

  it('the look around > asks about one channel at a time, about each within the hour, and then about none', async () => {
    const world = await openMany(20);
    const { once } = createLookAround(world.ports, log);
    for (let looks = 1; looks <= 20; looks += 1) {
      await once();
      expect(world.asked).toHaveLength(looks);
    }
    expect(new Set(world.asked).size).toBe(20);
    await once();
    expect([world.asked.length, world.ports.whereabouts.unknown()]).toEqual([20, 0]);
    world.time.now += 61 * minuteMs;
    await once();
    expect(world.asked).toHaveLength(21);
  });

  it('before it has come around > the list says that it may lack something, and holds what is known', async () => {
    const world = await openMany(20);
    const early = await groupsOf(world.ports, inPrivate(anna));
    expect([early.isWhole, early.accesses.length]).toEqual([false, 3]);
    await world.lookAround();
    expect((await groupsOf(world.ports, inPrivate(anna))).isWhole).toBe(true);
  });

  it('somebody who has come into a channel since > is told that it takes a while, and asked for in it is in it at once', async () => {
    const world = await openMany(20);
    await world.lookAround();
    const carl = 'a0000000-0000-4000-8000-00000000000c';
    const own = idOf(12);
    world.rosters.set('19:group-12@thread.tacv2', [member(carl), member(coordinatorOf(own))]);
    const before = JSON.stringify(await world.say(inPrivate(carl), 'mine grupper'));
    expect(before).toContain('Er du lige kommet med i en gruppe');
    expect(before).not.toContain('skoledistrikt nr. 12 ');
    await world.say(inChannel(own, carl), 'møder');
    expect(JSON.stringify(await world.say(inPrivate(carl), 'mine grupper'))).toContain(
      'skoledistrikt nr. 12 ',
    );
  });

  it('somebody who has left a channel since > doesn’t see its group any more', async () => {
    const world = await openMany(20);
    await world.lookAround();
    world.rosters.set('19:group-1@thread.tacv2', [member(bo)]);
    const found = await groupsOf(world.ports, inPrivate(anna));
    expect(found.accesses.map(({ facts }) => facts.id)).toEqual([idOf(0), idOf(2)]);
  });
});

test('with few groups > somebody who has just come into a channel is there at once, and nothing is said of a while', async () => {
  const world = await openMany(7);
  await world.lookAround();
  const carl = 'a0000000-0000-4000-8000-00000000000c';
  world.rosters.set('19:group-5@thread.tacv2', [member(carl)]);
  const card = JSON.stringify(await world.say(inPrivate(carl), 'mine grupper'));
  expect(card).toContain('skoledistrikt nr. 5 ');
  expect(card).not.toContain('Er du lige kommet med');
});
