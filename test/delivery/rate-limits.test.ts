import { leaseMs, noon, removedAfterEach, rowOf, type World } from './delivery';

const start = removedAfterEach();

describe('limits', () => {
  test('full conversation > its rows wait and lose nothing, others go on', async () => {
    const world = await start();
    const rows = Array.from({ length: 20 }, (_, n) => rowOf(`row-${n}`));
    await world.store().outbox.plan([...rows, rowOf('west', { to: '19:west' })]);
    for (let tick = 0; tick < 500 && world.sends.length < 21; tick += 1) {
      await world.delivery.tickOnce();
      world.pass(100);
    }
    const [east, west] = ['row', 'west'].map((name) =>
      world.sends.filter((each) => each.content.startsWith(name)),
    );
    expect(new Set(east?.map(({ content }) => content)).size).toBe(20);
    expect(west?.[0]?.at).toBeLessThan(noon + 1_000);
    for (const [max, ms] of [
      [7, 1_000],
      [8, 2_000],
    ] as const)
      for (const [n, each] of (east ?? []).slice(max).entries())
        expect(each.at - east![n]!.at).toBeGreaterThanOrEqual(ms);
    expect(world.delivered).toEqual(Array(21).fill('sent'));
  });

  test('full tenant > the next row waits for its place, in the same tick', async () => {
    const limits = { conversation: [], tenant: [{ max: 2, ms: 1_000 }], slackMs: 500 };
    const world = await start(() => ({ limits, concurrency: 1 }));
    await world.store().outbox.plan(['a', 'b', 'c'].map((id) => rowOf(id, { to: `19:${id}` })));
    for (const _ of [1, 2, 3]) await world.delivery.tickOnce();
    expect(world.sends.map(({ at }) => at - noon)).toEqual([0, 0, 1_500]);
  });

  /** A database to which every attempt takes 251 ms, one more than a place lasts. */
  const farAway = (max: number) =>
    start((store) => ({
      limits: { conversation: [{ max, ms: 9_000 }], tenant: [], slackMs: 500 },
      outbox: {
        ...store.outbox,
        attempt: async (row) => {
          far?.pass(251);
          return store.outbox.attempt(row);
        },
      },
    }));
  let far: World | undefined;

  test('place that got old while the attempt was written > a fresh one is taken, and the row is sent at once', async () => {
    far = await farAway(2);
    await far.store().outbox.plan([rowOf('a')]);
    await far.delivery.tickOnce();
    expect(far.sends).toMatchObject([{ content: 'a', at: noon + 251 }]);
    expect(await far.row('a')).toMatchObject({ state: 'sent', attempts: 1, ambiguous: 0 });
  });

  test('place that got old, and no fresh one > the row waits for one, and no attempt is counted', async () => {
    far = await farAway(1);
    await far.store().outbox.plan([rowOf('a')]);
    await far.delivery.tickOnce();
    expect(far.sends).toEqual([]);
    expect(await far.row('a')).toMatchObject({ state: 'planned', attempts: 0, ambiguous: 0 });
  });

  test('many rows, one process > the tenant’s places are asked for together', async () => {
    const asked: number[] = [];
    const world = await start(({ rates }) => ({
      rates: {
        ...rates,
        take: (key, limits, most) => {
          if (key === 'tenant') asked.push(most);
          return rates.take(key, limits, most);
        },
      },
    }));
    await world.store().outbox.plan(Array.from({ length: 8 }, (_, n) => rowOf(`${n}`, { to: `19:${n}` })));
    await world.delivery.tickOnce();
    expect(world.sends).toHaveLength(8);
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  test('more than half of the lease gone before the send > the row is left to a new lease', async () => {
    const world = await start();
    world.world.render = async ({ id, attempts, fence }) => {
      if (fence === 1) world.pass(leaseMs / 2 + 1);
      return { kind: 'content', content: `${id} ${attempts}`, guarantee: 'at-most-once' };
    };
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    world.pass(2);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['a 0']);
  });
});
