import type { Outbox, OutboxEntry, Store } from '../../src/storage/contract';
import { noon, rowOf } from './outbox-rows';
import type { Handles } from './store-suite';

/** What the outbox promises, by a clock that only the test moves. */
export const outboxPromises = ({ open, reopen }: Handles): void => {
  let at: number;
  let store: Store;
  let outbox: Outbox;
  beforeEach(async () => {
    at = noon;
    store = await open({ clock: () => at });
    outbox = store.outbox;
  });
  const stored = async (id: string): Promise<OutboxEntry> =>
    (await outbox.list('east', 0, 99)).find((entry) => entry.id === id)!;
  const claimOne = async (leaseMs = 1_000): Promise<OutboxEntry> => (await outbox.claim(1, leaseMs))[0]!;

  test('row, planned twice > is there once, as it was first, also after the database was opened again', async () => {
    await outbox.plan([]);
    await outbox.plan([rowOf('a')]);
    await outbox.plan([rowOf('b'), rowOf('a', { dueAt: noon + 7, usefulUntil: noon + 4 })]);
    const rows = await outbox.list('east', 0, 9);
    expect(rows).toEqual([
      { ...rowOf('a'), state: 'planned', attempts: 0, ambiguous: 0, changedAt: noon, fence: 0 },
      { ...rowOf('b'), state: 'planned', attempts: 0, ambiguous: 0, changedAt: noon, fence: 0 },
    ]);
    expect(await (await reopen(store)).outbox.list('east', 0, 9)).toEqual(rows);
  });

  test('row, sent and planned again > stays sent', async () => {
    await outbox.plan([rowOf('a')]);
    expect(await outbox.mark(await claimOne(), { state: 'sent' })).toBe(true);
    await outbox.plan([rowOf('a')]);
    expect((await stored('a')).state).toBe('sent');
    expect(await outbox.claim(9, 1_000)).toEqual([]);
  });

  test('claim > takes what is due, the longest first, no more than asked, and nothing that is not', async () => {
    await outbox.plan([
      rowOf('now', { dueAt: noon }),
      rowOf('later', { dueAt: noon + 1 }),
      rowOf('long', { dueAt: noon - 9_000 }),
      rowOf('late', { dueAt: noon - 50 }),
    ]);
    expect(await outbox.claim(0, 1_000)).toEqual([]);
    const first = await outbox.claim(2, 1_000);
    expect(first.map(({ id, state, fence }) => [id, state, fence])).toEqual([
      ['long', 'leased', 1],
      ['late', 'leased', 1],
    ]);
    expect((await outbox.claim(9, 1_000)).map(({ id }) => id)).toEqual(['now']);
    expect(await outbox.claim(9, 1_000)).toEqual([]);
  });

  test('lease, run out > the row is claimed again with its attempts and a new fence, and the old fence marks nothing', async () => {
    await outbox.plan([rowOf('a')]);
    const lost = await claimOne(1_000);
    expect(await outbox.attempt(lost)).toBe(true);
    at = noon + 999;
    expect(await outbox.claim(9, 1_000)).toEqual([]);
    at = noon + 1_000;
    expect(await outbox.attempt(lost)).toBe(false);
    const again = await claimOne(1_000);
    expect(again).toMatchObject({ id: 'a', attempts: 1, fence: lost.fence + 1, changedAt: noon + 1_000 });
    expect(await outbox.attempt(lost)).toBe(false);
    expect(await outbox.mark(lost, { state: 'sent' })).toBe(false);
    expect((await stored('a')).state).toBe('leased');
    expect(await outbox.attempt(again)).toBe(true);
    expect(await outbox.mark(again, { state: 'unknown' })).toBe(true);
    expect(await stored('a')).toMatchObject({ state: 'unknown', attempts: 2 });
  });

  test('lease, run out without an attempt or after a marked one > nothing is ambiguous', async () => {
    await outbox.plan([rowOf('a')]);
    await claimOne(1_000);
    at = noon + 1_000;
    const second = await claimOne(1_000);
    expect(second.ambiguous).toBe(0);
    await outbox.attempt(second);
    await outbox.mark(second, { state: 'again', at: noon + 1_100, wasAmbiguous: false });
    at = noon + 1_100;
    await claimOne(1_000);
    at = noon + 2_100;
    expect(await claimOne(1_000)).toMatchObject({ attempts: 1, ambiguous: 0 });
  });

  test('lease, run out after an attempt > the next claim counts it as ambiguous, once', async () => {
    await outbox.plan([rowOf('a')]);
    await outbox.attempt(await claimOne(1_000));
    at = noon + 1_000;
    expect(await claimOne(1_000)).toMatchObject({ attempts: 1, ambiguous: 1 });
    at = noon + 2_000;
    const third = await claimOne(1_000);
    expect(third).toMatchObject({ attempts: 1, ambiguous: 1 });
    await outbox.attempt(third);
    at = noon + 3_000;
    const fourth = await claimOne(1_000);
    expect(fourth).toMatchObject({ attempts: 2, ambiguous: 2 });
    await outbox.requeue([rowOf('a')]);
    at = noon + 4_000;
    expect(await claimOne(1_000)).toMatchObject({ attempts: 0, ambiguous: 0 });
  });

  test('mark, after the lease ran out but before anybody claimed > counts', async () => {
    await outbox.plan([rowOf('a')]);
    const claimed = await claimOne(1_000);
    at = noon + 5_000;
    expect(await outbox.mark(claimed, { state: 'sent' })).toBe(true);
    expect(await outbox.claim(9, 1_000)).toEqual([]);
  });

  test('mark, again > puts the row back in line for then, and counts what was ambiguous', async () => {
    await outbox.plan([rowOf('a')]);
    const first = await claimOne();
    await outbox.attempt(first);
    expect(await outbox.mark(first, { state: 'again', at: noon + 300, wasAmbiguous: true })).toBe(true);
    expect(await outbox.mark(first, { state: 'sent' })).toBe(false);
    at = noon + 299;
    expect(await outbox.claim(9, 1_000)).toEqual([]);
    at = noon + 300;
    const second = await claimOne();
    expect(second).toMatchObject({ attempts: 1, ambiguous: 1, dueAt: noon - 100 });
    await outbox.mark(second, { state: 'again', at: noon + 400, wasAmbiguous: false });
    expect(await stored('a')).toMatchObject({ state: 'planned', attempts: 1, ambiguous: 1 });
  });

  test.each(['sent', 'unknown', 'failed', 'obsolete'] as const)(
    'row, marked %s > is never claimed again, and its attempt is refused',
    async (state) => {
      await outbox.plan([rowOf('a')]);
      const claimed = await claimOne();
      expect(await outbox.mark(claimed, { state })).toBe(true);
      at = noon + 100_000;
      expect(await outbox.claim(9, 1_000)).toEqual([]);
      expect(await outbox.attempt(claimed)).toBe(false);
      expect(await outbox.mark(claimed, { state: 'again', at, wasAmbiguous: true })).toBe(false);
      expect(await stored('a')).toMatchObject({ state, ambiguous: 0, changedAt: noon });
    },
  );

  test('requeue, for a row that is not there > plans it', async () => {
    await outbox.requeue([rowOf('a')]);
    expect((await claimOne()).id).toBe('a');
  });

  test('requeue, for a sent row > sends the latest state as if it were new', async () => {
    await outbox.requeue([rowOf('a')]);
    const first = await claimOne();
    await outbox.attempt(first);
    await outbox.mark(first, { state: 'sent' });
    await outbox.requeue([rowOf('a', { dueAt: noon - 7, usefulUntil: noon + 70, to: '19:new' })]);
    const again = await claimOne();
    expect(again).toMatchObject({ dueAt: noon - 7, usefulUntil: noon + 70, to: '19:new' });
    expect(again).toMatchObject({ attempts: 0, ambiguous: 0 });
    expect(again.fence).toBeGreaterThan(first.fence);
  });

  test('requeue, while an older send is under way > waits for its mark, however it ends, and is in line as if it were new', async () => {
    for (const [n, state] of (['sent', 'unknown', 'failed', 'obsolete'] as const).entries()) {
      const id = `row-${state}`;
      await outbox.requeue([rowOf(id)]);
      const older = await claimOne(1_000);
      await outbox.attempt(older);
      await outbox.requeue([rowOf(id, { usefulUntil: noon + 9 + n })]);
      at += 500;
      expect(await outbox.claim(9, 1_000)).toEqual([]);
      expect(await outbox.mark(older, { state })).toBe(false);
      const newer = await claimOne();
      expect(newer).toMatchObject({ id, usefulUntil: noon + 9 + n, attempts: 0, ambiguous: 0 });
      expect(newer.fence).toBeGreaterThan(older.fence);
      expect(await outbox.mark(older, { state: 'sent' })).toBe(false);
      expect(await outbox.mark(newer, { state: 'sent' })).toBe(true);
    }
  });

  test('requeue, while an older send is under way that is to be repeated > comes not before that', async () => {
    await outbox.requeue([rowOf('a')]);
    const older = await claimOne(9_000);
    await outbox.requeue([rowOf('a', { usefulUntil: noon + 9 })]);
    expect(await outbox.mark(older, { state: 'again', at: noon + 700, wasAmbiguous: true })).toBe(false);
    at = noon + 699;
    expect(await outbox.claim(9, 1_000)).toEqual([]);
    at = noon + 700;
    expect(await claimOne()).toMatchObject({ usefulUntil: noon + 9, ambiguous: 0 });
  });

  test('requeue, while a send is about to begin > it does not begin', async () => {
    await outbox.requeue([rowOf('a')]);
    const older = await claimOne(1_000);
    await outbox.requeue([rowOf('a', { usefulUntil: noon + 9 })]);
    expect(await outbox.attempt(older)).toBe(false);
  });

  test('requeue, while an older send is under way whose process dies > is in line at the end of the lease', async () => {
    await outbox.requeue([rowOf('a')]);
    await outbox.attempt(await claimOne(1_000));
    await outbox.requeue([rowOf('a', { usefulUntil: noon + 9 })]);
    at = noon + 999;
    expect(await outbox.claim(9, 1_000)).toEqual([]);
    at = noon + 1_000;
    const newer = await claimOne();
    expect(newer).toMatchObject({ usefulUntil: noon + 9, state: 'leased', attempts: 0, ambiguous: 0 });
    expect(await outbox.attempt(newer)).toBe(true);
  });

  test('requeue, for a row in line > is no reason to wait longer', async () => {
    await outbox.requeue([rowOf('a', { dueAt: noon + 100 })]);
    await outbox.requeue([rowOf('a', { dueAt: noon + 900, usefulUntil: noon + 8 })]);
    at = noon + 100;
    expect(await claimOne()).toMatchObject({ usefulUntil: noon + 8, dueAt: noon + 900 });
    await outbox.requeue([rowOf('b', { dueAt: noon + 900 })]);
    await outbox.requeue([rowOf('b', { dueAt: noon + 200 })]);
    at = noon + 200;
    expect((await claimOne()).id).toBe('b');
  });

  test('mark, of an attempt that was not made > takes it back', async () => {
    await outbox.plan([rowOf('a')]);
    const first = await claimOne(1_000);
    await outbox.attempt(first);
    const mark = { state: 'again', at: noon, wasAmbiguous: false, wasNoAttempt: true } as const;
    expect(await outbox.mark(first, mark)).toBe(true);
    const second = await claimOne(1_000);
    expect(second).toMatchObject({ attempts: 0, ambiguous: 0 });
    at = noon + 1_000;
    expect(await claimOne()).toMatchObject({ attempts: 0, ambiguous: 0 });
  });

  test('list > is of the group, from the instant on, ordered by when they are due, and no longer than asked', async () => {
    await outbox.plan([
      rowOf('c', { dueAt: 30 }),
      rowOf('b', { dueAt: 20 }),
      rowOf('a', { dueAt: 20 }),
      rowOf('d', { dueAt: 10 }),
      rowOf('w', { dueAt: 20, groupId: 'west' }),
    ]);
    const ids = async (from: number, limit: number) =>
      (await outbox.list('east', from, limit)).map(({ id }) => id);
    expect(await ids(20, 9)).toEqual(['a', 'b', 'c']);
    expect(await ids(0, 2)).toEqual(['d', 'a']);
    expect(await ids(0, 0)).toEqual([]);
  });

  test('prune > removes final rows that were due before, and no row that still lives', async () => {
    await outbox.plan([rowOf('sent', { dueAt: 10 }), rowOf('edge', { dueAt: 20 })]);
    for (const row of await outbox.claim(9, 1_000)) await outbox.mark(row, { state: 'sent' });
    await outbox.plan([rowOf('leased', { dueAt: 5 })]);
    await outbox.claim(9, 1_000);
    await outbox.plan([rowOf('planned', { dueAt: 6 })]);
    expect(await outbox.prune(20)).toBe(1);
    expect((await outbox.list('east', 0, 9)).map(({ id }) => id)).toEqual(['leased', 'planned', 'edge']);
    expect(await outbox.prune(21)).toBe(1);
  });

  test('backlog > counts what could be claimed, and for how long the first of it', async () => {
    expect(await outbox.backlog()).toEqual({ due: 0, lagMs: 0 });
    await outbox.plan([
      rowOf('a', { dueAt: noon - 700 }),
      rowOf('b', { dueAt: noon }),
      rowOf('c', { dueAt: noon + 1 }),
    ]);
    expect(await outbox.backlog()).toEqual({ due: 2, lagMs: 700 });
    await claimOne(5_000);
    expect(await outbox.backlog()).toEqual({ due: 1, lagMs: 0 });
    at = noon + 5_002;
    expect(await outbox.backlog()).toEqual({ due: 3, lagMs: 5_002 });
  });
};
