import { setTimeout as realWait } from 'node:timers/promises';
import type { Outcome } from '../../src/delivery/transport';
import type { Store } from '../../src/storage/contract';
import { dayMs, leaseMs, noon, rowOf, startDelivery, type World } from './delivery';

const refused = (status: number, rest: object = {}): Outcome => ({ kind: 'refused', status, ...rest });
const worlds: World[] = [];
const start = async (...args: Parameters<typeof startDelivery>): Promise<World> => {
  const world = await startDelivery(...args);
  worlds.push(world);
  return world;
};
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.remove();
});

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
    world.world.render = async ({ id, revision }) => {
      if (revision === 3) await world.store().outbox.wish(rowOf('a', { revision: 4 }));
      return { kind: 'content', content: `${id} r${revision}`, guarantee: 'latest' };
    };
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    world.pass(leaseMs);
    await world.delivery.tickOnce();
    expect(world.sends.map(({ content }) => content)).toEqual(['a r4']);
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

describe('windows', () => {
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

  test('place that got old while the attempt was written > isn’t used', async () => {
    const world: World = await start((store) => ({
      outbox: {
        ...store.outbox,
        attempt: async (row) => {
          if (row.fence === 1) world.pass(251);
          return store.outbox.attempt(row);
        },
      },
    }));
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    world.pass(2);
    await world.delivery.tickOnce();
    expect(world.sends).toHaveLength(1);
    expect(await world.row('a')).toMatchObject({ state: 'sent', attempts: 2, ambiguous: 0 });
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

/** Rejects while the database is away, and counts. */
const outage = (store: Store) => {
  const state = { isAway: false, rejected: 0 };
  const guarded =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (!state.isAway) return work(...args);
      state.rejected += 1;
      throw new Error('SQLITE_BUSY 19:secret');
    };
  const { claim, attempt, mark, backlog } = store.outbox;
  const outbox = {
    claim: guarded(claim),
    attempt: guarded(attempt),
    mark: guarded(mark),
    backlog: guarded(backlog),
  };
  return { state, outbox };
};

describe('database away', () => {
  test('before a claim > is a log line, and work goes on afterwards', async () => {
    let away: ReturnType<typeof outage> | undefined;
    const world = await start((store) => {
      away = outage(store);
      return { outbox: away.outbox };
    });
    await world.store().outbox.plan([rowOf('a')]);
    away!.state.isAway = true;
    expect(await world.delivery.tickOnce()).toBe(0);
    expect(world.logged).toMatchObject([{ event: 'outbox-unavailable', error: 'Error' }]);
    expect(JSON.stringify(world.logged)).not.toContain('secret');
    away!.state.isAway = false;
    expect(await world.delivery.tickOnce()).toBe(1);
    expect((await world.row('a')).state).toBe('sent');
  });

  test('between the claim and the send > the row is given back when it is back, and is sent soon', async () => {
    const world: World = await start((store) => {
      const away = outage(store);
      const { attempt } = away.outbox;
      return {
        outbox: {
          ...away.outbox,
          attempt: (row) => {
            away.state.isAway = row.fence === 1;
            return attempt(row);
          },
        },
        wait: async (ms) => {
          world.pass(ms);
          away.state.isAway = world.now() < noon + 20_000;
        },
      };
    });
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.sends).toEqual([]);
    expect(await world.row('a')).toMatchObject({ state: 'planned', attempts: 0 });
    world.pass(10_001);
    await world.delivery.tickOnce();
    expect((await world.row('a')).state).toBe('sent');
  });

  test('after a send > the mark is made when it is back, and nothing is sent twice', async () => {
    let sends = 0;
    const world: World = await start((store) => {
      const away = outage(store);
      return {
        outbox: away.outbox,
        wait: async (ms) => {
          world.pass(ms);
          away.state.isAway = world.now() < noon + 20_000;
        },
        transport: {
          send: async () => {
            sends += 1;
            away.state.isAway = true;
            return { kind: 'sent' };
          },
        },
      };
    });
    await world.store().outbox.plan([rowOf('a')]);
    await world.delivery.tickOnce();
    expect(world.now()).toBeGreaterThanOrEqual(noon + 20_000);
    expect(sends).toBe(1);
    expect((await world.row('a')).state).toBe('sent');
  });
});

describe('worker', () => {
  const untilSent = async (world: World, count: number): Promise<void> => {
    for (let round = 0; round < 500 && world.sends.length < count; round += 1) await realWait(10);
  };

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
