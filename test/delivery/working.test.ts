import { setTimeout as realWait } from 'node:timers/promises';
import type { Outcome } from '../../src/delivery/transport';
import { until } from '../support/patience';
import { dayMs, removedAfterEach, rowOf, type World } from './delivery';

const start = removedAfterEach();

describe('worker', () => {
  const untilSent = (world: World, count: number): Promise<true> =>
    until(
      () => world.sends.length >= count,
      () => `${world.sends.length} of ${count} were sent`,
    );

  test('started > sends what is due until it is stopped, and reports the backlog', async () => {
    const world = await start(() => ({ wait: (ms) => realWait(ms), idleMs: 5, concurrency: 2 }));
    const rows = Array.from({ length: 5 }, (_, n) => rowOf(`row-${n}`, { to: `19:${n}` }));
    await world.store().outbox.plan(rows);
    world.delivery.start();
    await untilSent(world, 5);
    await world.store().outbox.plan([rowOf('more')]);
    await untilSent(world, 6);
    await world.delivery.stop();
    await world.store().outbox.plan([rowOf('after the stop')]);
    await realWait(30);
    expect(world.sends.map(({ content }) => content).toSorted()).toEqual([
      'more',
      ...rows.map(({ id }) => id),
    ]);
    expect(world.backlogs).toEqual([{ due: 3, lagMs: 0 }]);
  });

  test('stopped in the middle of a send > waits for it and marks it', async () => {
    const world = await start(() => ({ wait: (ms) => realWait(ms), idleMs: 5 }));
    let answer: (outcome: Outcome) => void = () => undefined;
    world.answer(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await world.store().outbox.plan([rowOf('a')]);
    world.delivery.start();
    await untilSent(world, 1);
    let isStopped = false;
    const stopped = world.delivery.stop().then(() => {
      isStopped = true;
    });
    await realWait(30);
    expect(isStopped).toBe(false);
    answer({ kind: 'sent' });
    await stopped;
    expect((await world.row('a')).state).toBe('sent');
  });

  test('stopped while rows wait for a place > gives them back at once', async () => {
    const limits = { conversation: [], tenant: [{ max: 1, ms: dayMs }], slackMs: 500 };
    const world = await start(() => ({ wait: () => realWait(5), limits, leaseMs: 9 * dayMs }));
    await world.store().outbox.plan([rowOf('a'), rowOf('b')]);
    world.delivery.start();
    await untilSent(world, 1);
    await world.delivery.stop();
    expect((await world.store().outbox.list('east', 0, 9)).map(({ state }) => state)).toEqual([
      'sent',
      'planned',
    ]);
  });

  test('one row hangs > the others are sent meanwhile', async () => {
    const world = await start(() => ({ wait: (ms) => realWait(ms), idleMs: 5, concurrency: 2 }));
    let answer: (outcome: Outcome) => void = () => undefined;
    world.answer(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await world
      .store()
      .outbox.plan(Array.from({ length: 6 }, (_, n) => rowOf(`row-${n}`, { to: `19:${n}` })));
    world.delivery.start();
    await untilSent(world, 6);
    expect(world.sends).toHaveLength(6);
    answer({ kind: 'sent' });
    await world.delivery.stop();
  });
});
