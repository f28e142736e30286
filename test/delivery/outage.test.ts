import type { Store } from '../../src/storage/contract';
import { noon, removedAfterEach, rowOf, type World } from './delivery';

const start = removedAfterEach();

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
