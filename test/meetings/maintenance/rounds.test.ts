// However many groups are due at once, each has its turn soon, and none waits for another's channel.
import { maintainGroup } from '../../../src/meetings/maintenance/maintain';
import { createMaintenance } from '../../../src/meetings/maintenance/worker';
import { idOf, type ManyGroups, openMany } from '../scale/many-groups';

const dayMs = 86_400_000;
const own = idOf(0);

const maintenanceOf = (world: ManyGroups, ports = world.ports) => {
  const logged: string[] = [];
  const { maintainOnce } = createMaintenance({
    meetings: () => ports,
    clock: async () => world.time.now,
    log: ({ event }) => void logged.push(event),
  });
  return { maintainOnce, logged };
};

const lookAfter = async (world: ManyGroups): Promise<void> => {
  const doc = await world.groups.find(own);
  if (doc !== undefined) await maintainGroup(world.ports, doc, world.time.now);
};

test('a group beside six and beside 699 others > costs as many calls a night', async () => {
  const costOf = async (groups: number) => {
    const world = await openMany(groups);
    await lookAfter(world);
    Object.assign(world.counted, { calls: 0, read: 0 });
    await lookAfter(world);
    return { ...world.counted };
  };
  expect(await costOf(700)).toEqual(await costOf(7));
});

test('a group of which nothing is new > has no meeting written and no row planned', async () => {
  const world = await openMany(7);
  await lookAfter(world);
  world.time.now += 3_600_000;
  const meetings = world.meetings.entries();
  const rows = world.outbox.rows().length;
  await lookAfter(world);
  const isSame = world.meetings.entries().every(({ doc }, n) => doc === meetings[n]?.doc);
  expect([isSame, world.outbox.rows().length]).toEqual([true, rows]);
});

test('seven hundred groups due in one night > have all been looked after in twenty passes', async () => {
  const world = await openMany(700);
  world.time.now += dayMs;
  const { maintainOnce, logged } = maintenanceOf(world);
  let passes = 0;
  for (; (await maintainOnce()) > 0; passes += 1);
  expect(passes).toBeLessThanOrEqual(20);
  expect([new Set(world.asked).size, await world.groups.due(9), logged]).toEqual([700, [], []]);
});

test('a channel that Teams is slow to answer for > keeps nobody else waiting', async () => {
  const world = await openMany(60);
  world.time.now += dayMs;
  let answer: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { roster } = world.ports;
  const slow: typeof roster = async (channel) => {
    if (channel.conversationId.startsWith(`19:${idOf(3)}@`)) await late;
    return roster(channel);
  };
  const pass = maintenanceOf(world, { ...world.ports, roster: slow }).maintainOnce();
  const lookedAt = () => new Set(world.asked).size;
  for (let turns = 0; turns < 5_000 && lookedAt() < 49; turns += 1)
    await new Promise((resolve) => setImmediate(resolve));
  expect(lookedAt()).toBe(49);
  answer();
  await pass;
  expect(lookedAt()).toBe(50);
});
