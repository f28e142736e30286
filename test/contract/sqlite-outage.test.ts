import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import { aTurn } from '../support/patience';
import { waitFor } from './outbox-rows';

const lock = async (file: string): Promise<ChildProcess> => {
  const holder = spawn(process.execPath, [join(__dirname, '..', 'support', 'sqlite-lock.js'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(holder.stdout!, 'data');
  return holder;
};
const unlock = async (holder: ChildProcess): Promise<void> => {
  holder.stdin!.end();
  await once(holder, 'exit');
};

describe('sqlite file, locked by another process', () => {
  let folder: string;
  let file: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-outage-'));
    file = join(folder, 'vejviser.db');
    store = await openStore(`file:${file}`);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const row = { kind: 'k', groupId: 'g', subject: 's', to: 'c', usefulUntil: 9, dueAt: 1 };
  const meetings = () => store.documents<{ readonly turn: number }>('meetings');

  test('for a while > writes are late and whole, and reads go on', async () => {
    await store.outbox.plan([{ ...row, id: 'a' }]);
    const holder = await lock(file);
    const claiming = store.outbox.claim(5, 60_000);
    const inserting = meetings().insert('late', { turn: 1 }, { groupId: 'g', at: 1 });
    await aTurn();
    expect(await store.outbox.list('g', 0, 9)).toMatchObject([{ id: 'a', state: 'planned' }]);
    expect(await store.isReachable()).toBe(true);
    await unlock(holder);
    expect(await claiming).toMatchObject([{ id: 'a', state: 'leased', fence: 1 }]);
    expect(await inserting).toBe(true);
  });

  test('for a while > the writes of one process are made in their order', async () => {
    const holder = await lock(file);
    const done: number[] = [];
    const turns = [0, 1, 2, 3, 4, 5, 6, 7];
    const writing = turns.map(async (turn) => {
      await meetings().insert(`turn-${turn}`, { turn }, { groupId: 'g', at: 1 });
      done.push(turn);
    });
    await aTurn();
    await unlock(holder);
    await Promise.all(writing);
    expect(done).toEqual(turns);
  });

  test('for too long > every write rejects, nothing is half done, and it works again afterwards', async () => {
    await meetings().insert('kept', { turn: 1 }, { groupId: 'g', at: 1 });
    await store.outbox.plan([{ ...row, id: 'a' }]);
    const [claimed] = await store.outbox.claim(1, 60_000);
    await store.outbox.plan([{ ...row, id: 'b' }]);
    const kept = (await meetings().find('kept'))!;
    const before = await store.outbox.list('g', 0, 9);
    const holder = await lock(file);
    const attempts = await Promise.allSettled([
      meetings().replace(kept, { turn: 2 }, { groupId: 'g', at: 1 }),
      meetings().insert('lost', { turn: 3 }, { groupId: 'g', at: 1 }),
      meetings().remove('kept'),
      store.outbox.plan([
        { ...row, id: 'c' },
        { ...row, id: 'd' },
      ]),
      store.outbox.claim(5, 60_000),
      store.outbox.attempt(claimed!),
      store.outbox.mark(claimed!, { state: 'sent' }),
      store.rates.take('key', [{ max: 1, ms: 60_000 }], 1),
      store.counts.add([{ week: '2026-W30', route: 'adult', count: 1 }]),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual(Array(9).fill('rejected'));
    await unlock(holder);
    expect(await meetings().list('g', 0, 9)).toEqual([kept]);
    expect(await store.outbox.list('g', 0, 9)).toEqual(before);
    expect(await store.counts.list()).toEqual([]);
    expect(await store.outbox.mark(claimed!, { state: 'sent' })).toBe(true);
    expect(await store.outbox.claim(5, 60_000)).toMatchObject([{ id: 'b' }]);
    expect(await waitFor(store, 'key', [{ max: 1, ms: 60_000 }])).toBe(0);
    expect(await meetings().replace(kept, { turn: 4 }, { groupId: 'g', at: 1 })).toBe(true);
  });
});
