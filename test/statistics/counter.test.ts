import { createCounter } from '../../src/statistics/counter';
import type { WeeklyCount } from '../../src/storage/contract';

/** Remembers each batch; answers as it is told. */
const fakeStore = () => {
  const batches: (readonly WeeklyCount[])[] = [];
  const answers: Promise<void>[] = [];
  return {
    batches,
    answerNext: (answer: Promise<void>): void => void answers.push(answer),
    counts: {
      add: (counts: readonly WeeklyCount[]): Promise<void> => {
        batches.push(counts);
        return answers.shift() ?? Promise.resolve();
      },
      list: async () => [],
    },
  };
};

const outage = (): Promise<void> => Promise.reject(new Error('database away'));

test('counter, nothing counted > leaves the database alone', async () => {
  const store = fakeStore();
  await createCounter({ store, now: () => new Date('2026-11-30T10:00:00Z') }).flush();
  expect(store.batches).toEqual([]);
});

test('counter, flushed > saves the sum of each week and route once', async () => {
  const store = fakeStore();
  let now = new Date('2026-12-06T22:59:00Z');
  const counter = createCounter({ store, now: () => now });
  for (const route of ['staff-unit', 'danger', 'staff-unit']) counter.count(route);
  now = new Date('2026-12-06T23:01:00Z');
  counter.count('staff-unit');
  await counter.flush();
  await counter.flush();
  expect(store.batches).toEqual([
    [
      { week: '2026-W49', route: 'staff-unit', count: 2 },
      { week: '2026-W49', route: 'danger', count: 1 },
      { week: '2026-W50', route: 'staff-unit', count: 1 },
    ],
  ]);
});

test('counter, its flush failed > keeps the numbers and adds the new ones', async () => {
  const store = fakeStore();
  const counter = createCounter({ store, now: () => new Date('2026-11-30T10:00:00Z') });
  counter.count('danger');
  counter.count('danger');
  store.answerNext(outage());
  const failed = counter.flush();
  counter.count('danger');
  counter.count('general');
  await expect(failed).rejects.toThrow('database away');
  await counter.flush();
  expect(store.batches.at(-1)).toEqual([
    { week: '2026-W49', route: 'danger', count: 3 },
    { week: '2026-W49', route: 'general', count: 1 },
  ]);
});

test('counter, flushed while a flush is under way > waits for it, then saves only what is new', async () => {
  const store = fakeStore();
  const counter = createCounter({ store, now: () => new Date('2026-11-30T10:00:00Z') });
  let finish = (): void => undefined;
  store.answerNext(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  counter.count('general');
  const first = counter.flush();
  await Promise.resolve();
  counter.count('teaching');
  const last = counter.flush();
  await new Promise(setImmediate);
  expect(store.batches).toHaveLength(1);
  finish();
  await Promise.all([first, last]);
  expect(store.batches).toEqual([
    [{ week: '2026-W49', route: 'general', count: 1 }],
    [{ week: '2026-W49', route: 'teaching', count: 1 }],
  ]);
});
