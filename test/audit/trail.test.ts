import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actingAs } from '../../src/audit/acting';
import { printAudit, type Which } from '../../src/audit/print';
import { recorded } from '../../src/audit/recorded';
import type { AuditAction, AuditRow } from '../../src/audit/row';
import { createTrail } from '../../src/audit/trail';
import { dayMs } from '../../src/duration';
import type { Collection, Documents } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import { memoryDocuments } from '../support/memory-store';

const start = Date.parse('2026-12-01T08:00:00Z');
const named: AuditAction = { verb: 'naming.given', thing: { kind: 'group', id: 'east' }, whom: 'bo' };
const moved: AuditAction = { verb: 'group.moved', thing: { kind: 'group', id: 'west' } };

const openTrail = () => {
  const time = { now: start };
  const rows = memoryDocuments<AuditRow>(() => time.now);
  // The trail opens no collection but its own.
  const documents = <Body>(name: Collection) => {
    if (name !== 'audit') throw new Error(name);
    return rows as unknown as Documents<Body>;
  };
  const trail = createTrail({ documents, clock: async () => time.now });
  const doAs = (by: string, action: AuditAction, outcome: 'done' | 'lost' = 'done') =>
    actingAs({ by, now: time.now }, async () => (await trail.begin([action]))(outcome));
  return { time, rows, trail, doAs };
};

describe('audit trail', () => {
  test('action that was done > is one line with who, what, of whom and when, and nothing else', async () => {
    const { trail, doAs } = openTrail();
    await doAs('anna', named);
    expect(await trail.newest(9)).toEqual([
      { by: 'anna', verb: 'naming.given', thing: named.thing, whom: 'bo', at: start, outcome: 'done' },
    ]);
  });

  test('action of which nobody knows what came > stays begun', async () => {
    const { trail } = openTrail();
    await actingAs({ by: 'anna', now: start }, () => trail.begin([named]));
    expect(await trail.newest(9)).toMatchObject([{ by: 'anna', outcome: 'begun' }]);
  });

  test('action of the program > has nobody; one of an asker neither, though it was a click', async () => {
    const { trail, doAs } = openTrail();
    const withdrawn: AuditAction = {
      verb: 'request.withdrawn',
      thing: { kind: 'request', id: 'staff-unit/k' },
      isAskers: true,
    };
    await (await trail.begin([moved]))('done');
    await doAs('asker', withdrawn);
    expect((await trail.newest(9)).map(({ by }) => by)).toEqual([undefined, undefined]);
    expect(JSON.stringify(await trail.newest(9))).not.toContain('asker');
  });

  test('many actions > the newest come first, as many as are asked for, each once', async () => {
    const { time, trail, doAs } = openTrail();
    for (let each = 0; each < 40; each += 1) {
      time.now = start + each;
      await doAs('anna', named, each % 3 === 0 ? 'lost' : 'done');
    }
    const newest = await trail.newest(15);
    expect(newest.map(({ at }) => at - start)).toEqual(Array.from({ length: 15 }, (_, each) => 39 - each));
    expect(newest[0]?.outcome).toBe('lost');
  });

  test('somebody’s rows > are what they did and what was done about their rights, of nobody else', async () => {
    const { time, trail, doAs } = openTrail();
    await doAs('anna', named);
    time.now += 1;
    await doAs('bo', moved);
    time.now += 1;
    await doAs('cilla', moved);
    const of = async (personId: string) => {
      const found: unknown[] = [];
      for await (const { by, verb } of trail.ofPerson(personId)) found.push([by, verb]);
      return found;
    };
    expect(await of('bo')).toEqual([
      ['anna', 'naming.given'],
      ['bo', 'group.moved'],
    ]);
    expect(await of('dan')).toEqual([]);
  });

  test('the same refusal again and again > is one row an hour', async () => {
    const { time, rows, trail } = openTrail();
    const knock = () => actingAs({ by: 'dan', now: time.now }, () => trail.note(named, 'refused'));
    for (let each = 0; each < 50; each += 1) await knock();
    expect(rows.all()).toHaveLength(1);
    time.now += 3_600_000;
    await knock();
    expect(await trail.newest(9)).toHaveLength(2);
  });

  test('row before its year > can’t be changed or removed; after it, it is pruned', async () => {
    const { time, rows, trail, doAs } = openTrail();
    await doAs('anna', named);
    const before = rows.all();
    expect(Object.keys(trail).toSorted()).toEqual([
      ...['all', 'backlog', 'begin', 'newest', 'note', 'ofPerson', 'prune'],
    ]);
    // The same key again changes nothing.
    await actingAs({ by: 'dan', now: start }, () => trail.note(named, 'refused'));
    const known = rows.all();
    time.now = start + 365 * dayMs - 1;
    await trail.prune();
    expect(rows.all()).toEqual(known);
    expect(known).toEqual(expect.arrayContaining([...before]));
    time.now += 1;
    expect(await trail.prune()).toBe(3);
    expect(rows.all()).toEqual([]);
  });

  test('its collection > is opened by the trail alone', () => {
    const src = path.join(__dirname, '../../src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const opening = files.filter((file) =>
      /documents(<[^>]*>)?\(\s*['"`]audit/.test(readFileSync(path.join(src, file), 'utf8')),
    );
    expect(opening).toEqual(['audit/trail.ts']);
  });
});

describe('documents whose changes are recorded', () => {
  const open = () => {
    const world = openTrail();
    const things = memoryDocuments<string>(() => start);
    const actionsOf = ({ after }: { readonly after: string | undefined }) =>
      after === 'quiet' ? [] : [named];
    return { ...world, things, kept: recorded<string>(things, { trail: world.trail, actionsOf }) };
  };
  const index = { groupId: '', at: 0 };

  test('change that others were faster with > is lost', async () => {
    const { kept, trail } = open();
    await kept.insert('one', 'quiet', index);
    const doc = { id: 'one', version: 9, body: 'quiet' };
    expect(await kept.replace(doc, 'loud', index)).toBe(false);
    expect(await trail.newest(9)).toMatchObject([{ outcome: 'lost' }]);
  });

  test('change of which there is nothing to tell > costs nothing', async () => {
    const { kept, rows } = open();
    await kept.insert('one', 'quiet', index);
    expect(rows.all()).toEqual([]);
  });

  test('trail that can’t be written > lets nothing be changed', async () => {
    const { things, trail } = open();
    const begin = async () => {
      throw new Error('the database is away');
    };
    const kept = recorded<string>(things, { trail: { ...trail, begin }, actionsOf: () => [named] });
    await expect(kept.insert('one', 'loud', index)).rejects.toThrow('away');
    expect(things.all()).toEqual([]);
  });
});

describe('printed audit trail', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vejviser-audit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const printed = async (isCsv: boolean, which: Which = { kind: 'all' }): Promise<readonly string[]> => {
    const lines: string[] = [];
    await printAudit({
      databaseUrl: `file:${folder}/vejviser.db`,
      isCsv,
      which,
      print: (line) => lines.push(line),
    });
    return lines;
  };

  test('of an embedded database, as text and as CSV > is the whole trail, the oldest first', async () => {
    expect(await printed(false)).toEqual(['Nothing has been changed within a year.']);
    const store = await openStore(`file:${folder}/vejviser.db`);
    const trail = createTrail(store);
    for (const [at, action] of [named, moved].entries())
      await actingAs({ by: 'anna', now: start + at }, async () => (await trail.begin([action]))('done'));
    await store.close();
    expect(await printed(true)).toEqual([
      'at,by,verb,kind,thing,whom,outcome',
      '2026-12-01T08:00:00.000Z,anna,naming.given,group,east,bo,done',
      '2026-12-01T08:00:00.001Z,anna,group.moved,group,west,,done',
    ]);
    expect(await printed(false)).toEqual([
      '2026-12-01T08:00:00.000Z  done     naming.given        group east  of bo  by anna',
      '2026-12-01T08:00:00.001Z  done     group.moved         group west  by anna',
    ]);
    const [first, second] = await printed(false);
    expect(await printed(false, { kind: 'newest', limit: 1 })).toEqual([second]);
    expect(await printed(false, { kind: 'person', personId: 'bo' })).toEqual([first]);
  });
});
