import type { Store } from '../../src/storage/contract';
import { noon, rowOf } from './outbox-rows';
import type { Handles } from './store-suite';

/** What the outbox promises to several processes at once. */
export const outboxRivalryPromises = ({ open }: Pick<Handles, 'open'>): void => {
  let at: number;
  let outbox: Store['outbox'];
  beforeEach(async () => {
    at = noon;
    outbox = (await open({ clock: () => at })).outbox;
  });

  test('claim, by 20 clients at once > every row once', async () => {
    const ids = Array.from({ length: 120 }, (_, n) => `row-${String(n).padStart(3, '0')}`);
    await outbox.plan(ids.map((id, n) => rowOf(id, { dueAt: noon - 1_000 + n })));
    const clients = await Promise.all(Array.from({ length: 20 }, () => open({ clock: () => at })));
    const claimAll = async (client: Store): Promise<readonly string[]> => {
      const rows = await client.outbox.claim(5, 600_000);
      return rows.length === 0 ? [] : [...rows.map(({ id }) => id), ...(await claimAll(client))];
    };
    const claimed = (await Promise.all(clients.map(claimAll))).flat();
    expect(claimed.sort()).toEqual(ids);
  });

  test('wishes and claims at once > one sender at most holds the row', async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, () => open({ clock: () => at })));
    for (let round = 0; round < 5; round += 1) {
      await outbox.requeue([rowOf('a', { usefulUntil: noon + round })]);
      const claims = await Promise.all(
        clients.map(async (client, turn) => {
          if (turn % 2 === 0) await client.outbox.requeue([rowOf('a', { usefulUntil: noon + 10 + turn })]);
          return { client, rows: await client.outbox.claim(1, 1_000) };
        }),
      );
      const attempts = await Promise.all(
        claims.flatMap(({ client, rows }) => rows.map((row) => client.outbox.attempt(row))),
      );
      expect(attempts.filter(Boolean).length).toBeLessThanOrEqual(1);
      at += 10_000;
    }
    expect((await outbox.claim(1, 1_000))[0]).toMatchObject({ id: 'a' });
  });
};
