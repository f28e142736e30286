import type { Outcome } from '../../src/delivery/transport';
import { leaseMs, noon, removedAfterEach, rowOf, type World } from './delivery';

const refused = (status: number, rest: object = {}): Outcome => ({ kind: 'refused', status, ...rest });
const start = removedAfterEach();

describe('row that is due', () => {
  test('sent > once, marked, counted, and not logged', async () => {
    const world = await start();
    await world.store().outbox.plan([rowOf('a'), rowOf('later', { dueAt: noon + 1 })]);
    expect(await world.delivery.tickOnce()).toBe(1);
    expect(await world.delivery.tickOnce()).toBe(0);
    expect(world.sends.map(({ content }) => content)).toEqual(['a']);
    expect(await world.row('a')).toMatchObject({ state: 'sent', attempts: 1, ambiguous: 0 });
    expect(world.delivered).toEqual(['sent']);
    expect(world.logged).toEqual([]);
    expect(world.isLate).toEqual([false]);
  });

  test('late by more than a quarter of an hour > is rendered as late', async () => {
    const world = await start();
    await world.store().outbox.plan([rowOf('a'), rowOf('b', { dueAt: noon + 1_000 })]);
    world.pass(15 * 60_000 + 2);
    await world.delivery.tickOnce();
    expect(world.isLate).toEqual([true, false]);
  });

  test('of no use any more > isn’t rendered, becomes obsolete and is logged', async () => {
    const world = await start();
    await world.store().outbox.plan([rowOf('a', { usefulUntil: noon + 7_000 }), rowOf('b')]);
    world.pass(7_000);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['b']);
    expect(world.isLate).toHaveLength(1);
    expect((await world.row('a')).state).toBe('obsolete');
    expect(world.logged).toEqual([
      { event: 'row-not-sent', kind: 'day-before', state: 'obsolete', status: undefined },
    ]);
    expect(world.delivered.toSorted()).toEqual(['obsolete', 'sent']);
  });

  test('about a meeting that moved meanwhile > becomes obsolete without an attempt', async () => {
    const world = await start();
    world.world.render = async () => ({ kind: 'obsolete' });
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    expect(await world.row('a')).toMatchObject({ state: 'obsolete', attempts: 0 });
  });

  test('wished for again while it is rendered > isn’t sent in its old state', async () => {
    const world = await start();
    world.world.render = async ({ id, to }) => {
      if (to === rowOf('a').to) await world.store().outbox.requeue([rowOf('a', { to: '19:new' })]);
      return { kind: 'content', content: `${id} ${to}`, guarantee: 'latest' };
    };
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    world.pass(leaseMs);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['a 19:new']);
  });

  test('that can’t be rendered > comes back soon, and the others are sent', async () => {
    const world = await start();
    world.world.render = async ({ id }) => {
      if (id === 'a' && world.now() === noon) throw new TypeError('Kære alle');
      return { kind: 'content', content: id, guarantee: 'at-least-once' };
    };
    await world.store().outbox.plan([rowOf('a'), rowOf('b')]);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['b']);
    expect(world.logged).toMatchObject([{ event: 'row-interrupted', error: 'TypeError' }]);
    expect(JSON.stringify(world.logged)).not.toContain('Kære');
    world.pass(10_001);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['b', 'a']);
  });
});

describe('answer of Teams', () => {
  test('503 > is sent again after the wait, and not before', async () => {
    const world = await start();
    world.answer(refused(503));
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    world.pass(999);
    expect(await world.delivery.tickOnce()).toBe(0);
    world.pass(2);
    expect(await world.delivery.tickOnce()).toBe(1);
    expect(await world.row('a')).toMatchObject({ state: 'sent', attempts: 2, ambiguous: 0 });
    expect(world.delivered).toEqual(['retried', 'sent']);
    expect(world.logged).toEqual([{ event: 'row-again', kind: 'day-before', status: 503 }]);
  });

  test('429 with Retry-After > nothing goes to that conversation meanwhile, from any process; others are served', async () => {
    const world = await start();
    world.answer(refused(429, { retryAfterMs: 20_000 }));
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    await world.store().outbox.plan([rowOf('b', { dueAt: noon }), rowOf('w', { to: '19:west' })]);
    world.pass(19_999);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['a', 'w']);
    world.pass(1_100);
    while ((await world.delivery.tickOnce()) > 0);
    expect(
      world.sends
        .slice(2)
        .map(({ content }) => content)
        .toSorted(),
    ).toEqual(['a', 'b']);
    expect(world.sends[2]?.at).toBeGreaterThanOrEqual(noon + 20_000);
  });

  test('none, a reminder > is repeated twice and then unknown', async () => {
    const world = await start();
    world.answer({ kind: 'ambiguous' }, refused(504), { kind: 'ambiguous' });
    await world.store().outbox.plan([rowOf('a')]);
    for (let tick = 0; tick < 9; tick += 1) {
      await world.delivery.tickOnce();
      world.pass(10_000);
    }
    expect(world.sends).toHaveLength(3);
    expect(await world.row('a')).toMatchObject({ state: 'unknown', attempts: 3 });
    expect(world.delivered).toEqual(['retried', 'retried', 'unknown']);
    expect(world.logged.at(-1)).toEqual({
      event: 'row-not-sent',
      kind: 'day-before',
      state: 'unknown',
      status: undefined,
    });
  });

  test('none, a receipt > is unknown at once', async () => {
    const world = await start();
    world.world.guarantee = 'at-most-once';
    world.answer({ kind: 'ambiguous' });
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect((await world.row('a')).state).toBe('unknown');
  });

  test('a transport that throws > is no answer', async () => {
    const world = await start();
    world.answer(Promise.reject(new Error('socket')));
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(await world.row('a')).toMatchObject({ state: 'planned', ambiguous: 1 });
  });

  test.each([
    [404, 'ConversationNotFound', ['a']],
    [403, 'BotNotInConversationRoster', ['a']],
    [404, 'ActivityNotFound', []],
    [413, undefined, []],
  ])('%i %s > failed, and told where the channel is gone', async (status, code, told) => {
    const world = await start();
    world.answer(refused(status, { code }));
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.gone).toEqual(told);
    expect((await world.row('a')).state).toBe('failed');
    expect(world.logged).toEqual([{ event: 'row-not-sent', kind: 'day-before', state: 'failed', status }]);
  });

  test('channel gone, but it can’t be told at once > is told before the row is given up', async () => {
    let tries = 0;
    const world = await start(() => ({
      onGone: async () => {
        tries += 1;
        if (tries < 3) throw new Error('database away');
        return undefined;
      },
    }));
    world.answer(refused(404, { code: 'ConversationNotFound' }));
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(tries).toBe(3);
    expect((await world.row('a')).state).toBe('failed');
  });
});

describe('process that died', () => {
  const diesAfter = async (world: World, isAttempted: boolean): Promise<void> => {
    const [row] = await world.store().outbox.claim(1, leaseMs);
    if (isAttempted) await world.store().outbox.attempt(row!);
    world.pass(leaseMs);
  };

  test.each([
    ['before the attempt, a reminder', 'at-least-once', false, 'sent'],
    ['before the attempt, a receipt', 'at-most-once', false, 'sent'],
    ['after the attempt, a reminder', 'at-least-once', true, 'sent'],
    ['after the attempt, an update', 'latest', true, 'sent'],
    ['after the attempt, a receipt', 'at-most-once', true, 'unknown'],
  ] as const)('%s > %s', async (_, guarantee, isAttempted, state) => {
    const world = await start();
    world.world.guarantee = guarantee;
    await world.store().outbox.plan([rowOf('a')]);
    await diesAfter(world, isAttempted);
    await world.delivery.tickOnce();
    expect((await world.row('a')).state).toBe(state);
    expect(world.sends).toHaveLength(state === 'sent' ? 1 : 0);
  });

  test('three times after an attempt > a reminder isn’t sent a fourth time', async () => {
    const world = await start();
    await world.store().outbox.plan([rowOf('a')]);
    for (const _ of [1, 2, 3]) await diesAfter(world, true);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    expect((await world.row('a')).state).toBe('unknown');
  });
});
