import { isFinal } from '../../src/delivery/retry-policy';
import type { OutboxEntry } from '../../src/storage/contract';
import { noon, rowOf, startDelivery, type World } from './delivery';

const hour = 3_600_000;

describe('a row that must wait', () => {
  let world: World;
  beforeEach(async () => {
    world = await startDelivery();
  });
  afterEach(() => world.remove());

  test('takes no place and no attempt, comes when it may, and still counts as late', async () => {
    const opensAt = noon + 3 * hour;
    world.world.render = async (row: OutboxEntry) =>
      row.changedAt < opensAt
        ? { kind: 'later', at: opensAt }
        : { kind: 'content', content: row.id, guarantee: 'at-least-once' };
    await world.store().outbox.plan([rowOf('a')]);
    world.pass(hour);
    await world.delivery.tickOnce();
    expect(await world.row('a')).toMatchObject({ state: 'planned', dueAt: noon, attempts: 0, ambiguous: 0 });
    world.pass(2 * hour - 1_000);
    expect(await world.delivery.tickOnce()).toBe(0);
    world.pass(1_000);
    await world.delivery.tickOnce();
    expect(world.sends).toHaveLength(1);
    expect(world.isLate).toEqual([true, true]);
  });
});

test.each([
  [{ kind: 'refused', status: 403 }, true],
  [{ kind: 'refused', status: 404, code: 'ConversationNotFound' }, true],
  [{ kind: 'refused', status: 429, retryAfterMs: 5 }, false],
  [{ kind: 'refused', status: 503 }, false],
  [{ kind: 'refused', status: 504 }, false],
  [{ kind: 'ambiguous' }, false],
  [{ kind: 'sent' }, false],
] as const)('%j > asking again is no use: %s', (outcome, expected) => {
  expect(isFinal(outcome)).toBe(expected);
});
