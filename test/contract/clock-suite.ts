import type { Store } from '../../src/storage/contract';
import { waitFor } from './outbox-rows';
import type { Handles } from './store-suite';

const hourMs = 3_600_000;

/** What the limits promise, and that time is the database's own. */
export const clockPromises = ({ open, reopen }: Handles): void => {
  const limits = [
    { max: 2, ms: 1_000 },
    { max: 3, ms: 10_000 },
  ];
  const noon = 1_800_000_000_000;
  let at: number;
  let store: Store;
  beforeEach(async () => {
    at = noon;
    store = await open({ clock: () => at });
  });

  test('limits > a permit is refused while any of them is full, with the exact time to wait', async () => {
    const take = () => waitFor(store, 'channel', limits);
    expect(await take()).toBe(0);
    at = noon + 400;
    expect(await take()).toBe(0);
    at = noon + 700;
    expect(await take()).toBe(300);
    at = noon + 999;
    expect(await take()).toBe(1);
    at = noon + 1_000;
    expect(await take()).toBe(0);
    expect(await take()).toBe(9_000);
    at = noon + 9_999;
    expect(await take()).toBe(1);
    at = noon + 10_000;
    expect(await take()).toBe(0);
    expect(await take()).toBe(400);
  });

  test('limits, of another key > have permits of their own', async () => {
    const one = [{ max: 1, ms: 1_000 }];
    expect(await waitFor(store, 'east', one)).toBe(0);
    expect(await waitFor(store, 'west', one)).toBe(0);
    expect(await waitFor(store, 'east', one)).toBe(1_000);
  });

  test('limits, asked for several permits > give as many as every one of them has, and then the time to the next', async () => {
    const take = (most: number) => store.rates.take('tenant', limits, most);
    expect(await take(5)).toEqual({ taken: 2, waitMs: 0 });
    expect(await take(5)).toEqual({ taken: 0, waitMs: 1_000 });
    at = noon + 1_500;
    expect(await take(5)).toEqual({ taken: 1, waitMs: 0 });
    at = noon + 10_000;
    expect(await take(1)).toEqual({ taken: 1, waitMs: 0 });
    expect(await take(9)).toEqual({ taken: 1, waitMs: 0 });
    expect(await take(9)).toEqual({ taken: 0, waitMs: 1_500 });
  });

  test('limits, after the database was opened again > still know their permits', async () => {
    await store.rates.take('east', [{ max: 1, ms: 1_000 }], 1);
    const again = await reopen(store, { clock: () => noon + 250 });
    expect(await waitFor(again, 'east', [{ max: 1, ms: 1_000 }])).toBe(750);
  });

  test('limits, closed > give no permit before the closing is over, whatever shorter one comes later', async () => {
    expect(await waitFor(store, 'east', limits)).toBe(0);
    await store.rates.close('east', 30_000);
    await store.rates.close('east', 2_000);
    await store.rates.close('north', 4_000);
    at = noon + 29_000;
    expect(await waitFor(store, 'west', limits)).toBe(0);
    expect(await waitFor(store, 'north', limits)).toBe(0);
    expect(await waitFor(store, 'east', limits)).toBe(1_000);
    at = noon + 30_000;
    expect(await waitFor(store, 'east', limits)).toBe(0);
    await store.rates.close('east', 1);
    at = noon + 30_001;
    expect(await waitFor(store, 'east', limits)).toBe(0);
    expect(await waitFor(store, 'east', limits)).toBe(999);
  });

  test('limits, asked by many clients at once > give as many permits as there are', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => open({ clock: () => noon })));
    const waits = await Promise.all(
      clients.flatMap((client) => [1, 2].map(() => waitFor(client, 'tenant', [{ max: 7, ms: 1_000 }]))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(7);
    expect(new Set(waits)).toEqual(new Set([0, 1_000]));
  });

  test.each([
    ['behind', -hourMs],
    ['ahead', hourMs],
  ])(
    'client, its clock an hour %s > sees the same time, and nothing is due or lost for it',
    async (_, skewMs) => {
      const real = await open();
      const before = await real.clock();
      const skewed = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + skewMs);
      try {
        const away = await open();
        const told = await away.clock();
        expect(told).toBeGreaterThanOrEqual(before);
        expect(told).toBeLessThan(before + hourMs / 2);
        const row = { kind: 'k', groupId: 'east', subject: 's', to: 'c', usefulUntil: noon * 2 };
        await away.outbox.plan([
          { ...row, id: 'due', dueAt: before - hourMs / 2 },
          { ...row, id: 'not-due', dueAt: before + hourMs / 2 },
        ]);
        const claimed = await away.outbox.claim(9, hourMs / 2);
        expect(claimed.map(({ id }) => id)).toEqual(['due']);
        expect(await real.outbox.claim(9, 1_000)).toEqual([]);
        expect(await away.outbox.attempt(claimed[0]!)).toBe(true);
        const documents = away.documents('meetings');
        await documents.insert('due', {}, { groupId: 'east', at: 1, nextCheckAt: before - hourMs / 2 });
        await documents.insert('not-due', {}, { groupId: 'east', at: 1, nextCheckAt: before + hourMs / 2 });
        expect((await documents.due(9)).map(({ id }) => id)).toEqual(['due']);
        expect(await waitFor(real, 'east', [{ max: 1, ms: hourMs / 2 }])).toBe(0);
        expect(await waitFor(away, 'east', [{ max: 1, ms: hourMs / 2 }])).toBeGreaterThan(0);
      } finally {
        skewed.mockRestore();
      }
    },
  );
};
