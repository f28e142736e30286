import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import { type Connection, connect, type Session } from '../../src/storage/sqlite/connection';
import { documentsIn } from '../../src/storage/sqlite/documents';
import { outboxIn } from '../../src/storage/sqlite/outbox';
import { ratesIn } from '../../src/storage/sqlite/rates';
import { until } from '../support/patience';

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-documents-'));
  file = join(folder, 'vejviser.db');
  store = await openStore(`file:${file}`);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('sqlite file, words of documents', () => {
  const traces = (): ReadonlySet<string> =>
    new Set(
      readdirSync(folder).flatMap(
        (name) =>
          readFileSync(join(folder, name), 'latin1').match(/trace-of-(id|text|group|note|person)/g) ?? [],
      ),
    );
  const untilGone = (trace: string): Promise<true> =>
    until(
      () => !traces().has(trace),
      () => `${trace} stays`,
    );
  const meetings = () => store.documents<{ readonly text: string }>('meetings');

  test('document, removed > its bytes are in no file', async () => {
    for (let turn = 1; turn <= 30; turn += 1)
      await meetings().insert(
        `trace-of-id-${turn}`,
        { text: 'trace-of-text '.repeat(turn * 20) },
        { groupId: 'trace-of-group', at: turn, nextCheckAt: turn },
      );
    expect(traces()).toEqual(new Set(['trace-of-id', 'trace-of-text', 'trace-of-group']));
    for (let turn = 1; turn <= 30; turn += 1) await meetings().remove(`trace-of-id-${turn}`);
    expect(traces()).toEqual(new Set());
  });

  test('document, replaced by one without a text > the text is in no file seconds later', async () => {
    await meetings().insert('one', { text: 'trace-of-note '.repeat(400) }, { groupId: 'east', at: 1 });
    expect(traces()).toContain('trace-of-note');
    await meetings().replace((await meetings().find('one'))!, { text: '' }, { groupId: 'east', at: 1 });
    await untilGone('trace-of-note');
  });

  test('row of the outbox, forgotten > its receiver is in no file seconds later', async () => {
    const row = { kind: 'k', groupId: 'g', subject: 's', usefulUntil: 9, dueAt: 1 };
    await store.outbox.plan([{ ...row, id: 'a', to: 'trace-of-person' }]);
    expect(traces()).toContain('trace-of-person');
    const [claimed] = await store.outbox.claim(1, 1_000);
    await store.outbox.mark(claimed!, { state: 'sent' });
    expect(await store.outbox.prune(2)).toBe(1);
    await untilGone('trace-of-person');
  });
});

test('sqlite statements > each finds its rows by an index, and none sorts or scans a table', async () => {
  const real = await connect(file);
  const seen = new Set<string>();
  const connection = {
    open: true,
    exec: (sql: string) => real.exec(sql),
    prepare: (sql: string) => {
      seen.add(sql);
      return real.prepare(sql);
    },
    transaction: real.transaction.bind(real),
  } as unknown as Connection;
  const session: Session = { connection, now: () => 1_000 };
  const row = { kind: 'k', groupId: 'g', subject: 's', to: 'c', usefulUntil: 9, dueAt: 1 };
  const meetings = documentsIn<object>(session, 'meetings');
  await meetings.insert('one', {}, { groupId: 'g', at: 1, nextCheckAt: 1 });
  await meetings.replace((await meetings.find('one'))!, {}, { groupId: 'g', at: 1, nextCheckAt: 1 });
  await meetings.due(5);
  await meetings.list('g', 0, 5);
  await meetings.remove('one');
  const outbox = outboxIn(session);
  await outbox.requeue([{ ...row, id: 'a' }]);
  const [claimed] = await outbox.claim(5, 1_000);
  await outbox.attempt(claimed!);
  await outbox.mark(claimed!, { state: 'sent' });
  await outbox.list('g', 0, 5);
  await outbox.prune(5);
  await outbox.backlog();
  await ratesIn(session).take('key', [{ max: 1, ms: 10 }], 1);
  const statements = [...seen].filter((sql) => /\bFROM\b|\bUPDATE\b/.test(sql) && !/PRAGMA/.test(sql));
  expect(statements.length).toBeGreaterThanOrEqual(14);
  for (const sql of statements) {
    const plan = real.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { readonly detail: string }[];
    expect(plan.filter(({ detail }) => /^SCAN|TEMP B-TREE/.test(detail))).toEqual([]);
  }
  real.close();
});
