import { setTimeout as realWait } from 'node:timers/promises';
import { rowOf, startDelivery, type World } from './delivery';

const worlds: World[] = [];
const start = async (...args: Parameters<typeof startDelivery>): Promise<World> => {
  const world = await startDelivery(...args);
  worlds.push(world);
  return world;
};
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.remove();
});

describe('many rows that are due', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => rowOf(`${n}`, { to: `19:channel-${n}` }));
  const untilSent = async (world: World, count: number): Promise<void> => {
    while (world.sends.length < count) await realWait(5);
    await world.delivery.stop();
  };

  test('of rows of which eight go at once > each claim asks for four or more', async () => {
    const limits: number[] = [];
    const world = await start(({ outbox }) => ({
      wait: async (ms) => {
        world.pass(ms);
        await realWait(0);
      },
      outbox: {
        ...outbox,
        claim: (limit, ms) => {
          if (world.sends.length < 40) limits.push(limit);
          return outbox.claim(limit, ms);
        },
      },
    }));
    await world.store().outbox.plan(rows(40));
    world.delivery.start();
    await untilSent(world, 40);
    expect(limits.length).toBeGreaterThan(1);
    expect(Math.min(...limits)).toBeGreaterThanOrEqual(4);
  });

  test('rows that finish while the backlog is counted > no pause before the next claim', async () => {
    const steps: string[] = [];
    const world = await start(({ outbox }) => ({
      idleMs: 777,
      wait: async (ms) => {
        if (ms === 777) steps.push('pause');
        world.pass(ms);
        await realWait(0);
      },
      outbox: {
        ...outbox,
        claim: (limit, ms) => {
          steps.push('claim');
          return outbox.claim(limit, ms);
        },
        backlog: async () => {
          while (world.sends.length < 8) await realWait(1);
          return outbox.backlog();
        },
      },
    }));
    await world.store().outbox.plan(rows(16));
    world.delivery.start();
    await untilSent(world, 16);
    expect(steps.slice(0, 2)).toEqual(['claim', 'claim']);
  });
});
