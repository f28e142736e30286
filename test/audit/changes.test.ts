// What the real slices leave in the trail, over a real database.
import type { AuditRow } from '../../src/audit/row';
import { filledForm, groupId, inChannel, inPrivate, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';
import { askAs, inUnit, openUnitWorld, pressAs, setUpUnit, unitChannel, unitId } from '../requests/steps';

let world: MeetingWorld;
afterEach(() => world.remove());

const nameOf = (personId: string | undefined) =>
  Object.entries(people).find(([, id]) => id === personId)?.[0] ?? '';
/** `administrator naming.given coordinator: done` */
const line = ({ by, verb, whom, outcome }: AuditRow) =>
  `${nameOf(by)} ${verb} ${nameOf(whom)}: ${outcome}`.replaceAll(/ +/g, ' ').replace(' :', ':').trim();
const lines = async () => (await world.trail.newest(99)).toReversed().map(line);

describe('a group’s life in the trail', () => {
  beforeEach(async () => {
    world = await openWorld();
    world.roster.members = world.members('administrator', 'coordinator', 'deputy', 'member', 'guest');
  });

  test('named, made, given a deputy, taken over, dissolved > each is there once, of who did it', async () => {
    await world.setUp();
    await world.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
    await world.click('group.name', inChannel('administrator'), { personId: people.member });
    await world.click('group.take-over', inChannel('member'));
    const ask = await world.click('group.ask-dissolve', inChannel('member'), { groupId });
    const loss = /"loss":(\{[^}]*\})/.exec(JSON.stringify(ask))?.[1] ?? '{}';
    await world.click('group.dissolve', inChannel('member'), { groupId, loss: JSON.parse(loss) });
    expect((await lines()).toSorted()).toEqual([
      'administrator naming.given coordinator: done',
      'administrator naming.given member: done',
      'coordinator coordinator.given coordinator: done',
      'coordinator deputy.given deputy: done',
      'coordinator group.made: done',
      'member coordinator.given member: done',
      'member group.dissolved: done',
      'member naming.taken coordinator: done',
      'member naming.taken member: done',
    ]);
  });

  test('somebody who was named and has left > loses the right by nobody’s hand, and that is there too', async () => {
    await world.setUp();
    world.roster.members = world.members('administrator', 'deputy');
    await world.lookAtGroup(world.now());
    expect(await lines()).toContain('naming.taken coordinator: done');
  });

  test('asked for without the right > is refused, and said so', async () => {
    await world.setUp();
    await world.click('group.name', inChannel('member'), { personId: people.member });
    await world.click('group.dissolve', inChannel('member'), { groupId });
    await world.click('group.dissolve', inPrivate('outsider'), { groupId: 'no-such-group' });
    expect((await lines()).filter((each) => each.endsWith('refused'))).toEqual([
      'member naming.given: refused',
      'member group.dissolved: refused',
    ]);
  });

  test('ordinary work > leaves nothing', async () => {
    await world.setUp();
    const before = await lines();
    await world.click('group.remind', inPrivate('member'), { groupId });
    await world.click('group.set-up', inChannel('coordinator'));
    await world.settle();
    expect(await lines()).toEqual(before);
  });
});

describe('a request in the trail', () => {
  beforeEach(async () => {
    world = await openUnitWorld();
  });

  test('taken by two at once, given back, closed > who took it, who was too late; never who asked', async () => {
    await askAs(world);
    await world.settle();
    await Promise.all((['coordinator', 'deputy'] as const).map((who) => pressAs(world, who, 'request.take')));
    await world.settle();
    const taken = (await world.requests.list(unitId, 0, 9))[0]?.body.progress;
    const winner = taken?.kind === 'taken' ? nameOf(taken.by) : 'nobody';
    const loser = winner === 'coordinator' ? 'deputy' : 'coordinator';
    const by = winner === 'coordinator' ? 'coordinator' : 'deputy';
    await pressAs(world, by, 'request.give-back');
    await world.settle();
    await pressAs(world, by, 'request.take');
    await world.settle();
    await pressAs(world, by, 'request.close');
    expect((await lines()).filter((each) => each.includes('request.'))).toEqual(
      expect.arrayContaining([
        `${winner} request.taken: done`,
        `${loser} request.taken: lost`,
        `${winner} request.given-back: done`,
        `${winner} request.closed: done`,
      ]),
    );
    const rows = (await world.trail.newest(99)).filter(({ verb }) => verb.startsWith('request.'));
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${people.member}|20314253|20 31`));
  });

  test('withdrawn > is there without the asker', async () => {
    await askAs(world);
    await world.settle();
    await world.click('request.withdraw', inPrivate('member'), { unitId, kind: 'call-back' });
    expect(await lines()).toContain('request.withdrawn: done');
    const own: unknown[] = [];
    for await (const row of world.trail.ofPerson(people.member)) own.push(row);
    expect(own).toEqual([]);
  });

  test('unit, named, in use, with deputies, taken down > each is there', async () => {
    await world.click('unit.save-deputies', inUnit('coordinator'), { unitId, deputies: people.deputy });
    await world.click('unit.take-down', inUnit('deputy'), { unitId });
    await world.click('unit.take-down', inUnit('coordinator'), { unitId });
    expect((await lines()).toSorted()).toEqual([
      'administrator unit-naming.given coordinator: done',
      'coordinator unit-deputy.given deputy: done',
      'coordinator unit.opened: done',
      'coordinator unit.taken-down: done',
      'deputy unit.taken-down: refused',
    ]);
  });
});

describe('killed at each write of a change', () => {
  const changes = {
    'somebody is named': {
      begin: async () => undefined,
      change: () => world.click('group.name', inChannel('administrator'), { personId: people.deputy }),
      isDone: async () =>
        (await world.ports.channels.find(inChannel('administrator').conversationId))?.body.named.includes(
          people.deputy,
        ) === true,
      verb: 'naming.given',
    },
    'a group is made': {
      begin: () => world.click('group.name', inChannel('administrator'), { personId: people.coordinator }),
      change: () =>
        world.click('group.confirm', inChannel('coordinator'), { ...filledForm, groupVersion: 0 }),
      isDone: async () => (await world.ports.groups.find(groupId)) !== undefined,
      verb: 'group.made',
    },
    'a unit’s channel is taken down': {
      begin: async () => {
        world.roster.of[unitChannel] = world.members('administrator', 'coordinator');
        await setUpUnit(world);
      },
      change: () => world.click('unit.take-down', inUnit('coordinator'), { unitId }),
      isDone: async () => (await world.homes.find(unitId)) === undefined,
      verb: 'unit.taken-down',
    },
  } as const;

  test.each(Object.entries(changes))(
    'while %s > no change is without its row, and none is said done that isn’t',
    async (_, of) => {
      const seen = new Set<string>();
      for (let writes = 0; ; writes += 1) {
        world = await openWorld();
        await of.begin();
        world.crash.inWrites = writes;
        const isKilled = await of.change().then(
          () => false,
          () => true,
        );
        world.crash.inWrites = Number.POSITIVE_INFINITY;
        const row = (await world.trail.newest(99)).find(({ verb }) => verb === of.verb);
        const isDone = await of.isDone();
        if (isDone) expect(row).toBeDefined();
        if (row?.outcome === 'done') expect(isDone).toBe(true);
        seen.add(`${row?.outcome ?? 'none'}, ${isDone ? 'changed' : 'unchanged'}`);
        if (!isKilled) break;
        await world.remove();
      }
      // Before the first row; between it and the change; between the change and the second row; after it.
      expect([...seen].toSorted()).toEqual([
        'begun, changed',
        'begun, unchanged',
        'done, changed',
        'none, unchanged',
      ]);
    },
  );
});
