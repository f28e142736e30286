import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import type { Group } from '../../src/meetings/model/group';
import type { Meeting } from '../../src/meetings/model/meeting';
import { collections } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import { columnsOf } from '../../src/storage/sqlite/columns';
import { type ClassId, classes } from '../../src/stored/classes';
import { bodies, fields } from '../../src/stored/fields';
import type { Classified } from '../../src/stored/paths';
import { storedTable, unclassified } from '../../src/stored/table';
import { findMongodb, newDatabase, startMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';

const root = path.join(__dirname, '../..');

describe('what is stored', () => {
  it('every column of the embedded database > has a class, and no class is of a column that is gone', () => {
    expect(unclassified(columnsOf())).toEqual([]);
  });

  it('a new column or table > stops the table until it is classified', () => {
    const { outbox = [], ...others } = columnsOf();
    const columns = { ...others, outbox: [...outbox, 'words'], people: ['name'] };
    expect(() => storedTable(columns)).toThrow(/outbox\.words has no class[\s\S]*people\.name has no class/);
    expect(() => storedTable(others)).toThrow("outbox.recipient isn't stored");
  });

  it('a new field of a document > does not compile until it is classified', () => {
    type Known = Classified<Group, ClassId>;
    const known = bodies.groups as Known;
    // @ts-expect-error nobody has said what a nickname is for
    const group: Classified<Group & { readonly nickname: string }, ClassId> = known;
    // @ts-expect-error nor a field deep in a list
    const meeting: Classified<
      Meeting & { readonly agenda: { readonly items: readonly { readonly whom: string }[] } },
      ClassId
    > = bodies.meetings as Classified<Meeting, ClassId>;
    expect([group, meeting]).toEqual([bodies.groups, bodies.meetings]);
  });

  it('every class > is used, and every id of a person is marked as one', () => {
    const used = new Set(
      [...Object.values(fields), ...Object.values(bodies)].flatMap((own) => Object.values(own)),
    );
    expect([...used].sort()).toEqual(Object.keys(classes).sort());
    const ofPeople = Object.values(bodies).flatMap((own) =>
      Object.entries(own).filter(([field]) =>
        /personId|coordinator$|deputy|named|knownGuests|remindees|\.by$|author|publishedBy|heldBy/.test(
          field,
        ),
      ),
    );
    expect(ofPeople.length).toBeGreaterThan(12);
    for (const [field, id] of ofPeople)
      expect([field, classes[id].personal]).toEqual([field, 'ja, ansat eller gæst']);
  });

  it('the paper > has the table as it is now', () => {
    const paper = readFileSync(path.join(root, 'docs/databeskyttelse.md'), 'utf8');
    expect(paper).toContain(storedTable(columnsOf()));
    // The gate's command says the same.
    execFileSync(process.execPath, [path.join(root, 'dist/docs.js'), '--check']);
  });
});

const source = findMongodb();
describeWith('MongoDB server', source)('what is stored, in MongoDB', () => {
  it('every collection and field > has the class of its namesake in the embedded database', async () => {
    const server = await startMongodb(source!);
    const database = newDatabase(server.uri);
    const store = await openStore(database.uri);
    for (const name of collections)
      await store.documents<object>(name).insert('one', {}, { groupId: 'east', at: 1, nextCheckAt: 2 });
    await store.counts.add([{ week: '2026-W40', route: 'a', count: 1 }]);
    const place = { conversationId: '19:c', teamId: '19:t', tenantId: 't', serviceUrl: 'https://s.example/' };
    await store.installations.save(place);
    const row = {
      id: 'r',
      kind: 'day-before',
      groupId: 'east',
      subject: 'east/1',
      to: '19:c',
      dueAt: 1,
      usefulUntil: 9e12,
    };
    await store.outbox.plan([row]);
    await store.outbox.claim(1, 60_000);
    await store.outbox.requeue([row]);
    await store.rates.take('19:c', [{ max: 1, ms: 1_000 }], 1);
    await store.rates.close('19:c', 1_000);
    await store.close();

    const client = new MongoClient(database.uri);
    const kept: [string, string][] = [];
    for (const { name } of await client.db().listCollections().toArray()) {
      const [document] = await client.db().collection(name).find().toArray();
      kept.push(...Object.keys(document ?? {}).map((field): [string, string] => [name, field]));
    }
    await client.close();
    await database.remove();
    await server.stop();

    // The schema's own number, a week's counts in one document, a key's places in one document.
    const own: Readonly<Record<string, readonly string[]>> = {
      schema: ['_id', 'version'],
      weeklyCounts: ['_id', 'routes'],
      takenPlaces: ['_id', 'taken', 'expiresAt', 'change', 'closedUntil'],
    };
    const without = kept.filter(([name, field]) => {
      const known = own[name] ?? [
        ...Object.keys(fields[name] ?? {}),
        ...(Object.hasOwn(bodies, name) ? ['body'] : []),
      ];
      return !(known.includes(field) || (own[name] === undefined && field === '_id'));
    });
    expect(without).toEqual([]);
    expect(new Set(kept.map(([name]) => name))).toEqual(
      new Set([...Object.keys(fields), 'schema'].filter((name) => name in own || name in fields)),
    );
  }, 60_000);
});
