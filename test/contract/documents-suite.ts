import type { Store } from '../../src/storage/contract';
import { update } from '../../src/storage/update';
import type { Handles } from './store-suite';

type Body = { readonly title: string; readonly notes?: readonly string[] };

/** What documents promise; `noon` is what the replaced clock tells until a test moves it. */
export const documentPromises = ({ open, reopen }: Handles): void => {
  const noon = 1_800_000_000_000;
  let at: number;
  let store: Store;
  const meetings = () => store.documents<Body>('meetings');
  beforeEach(async () => {
    at = noon;
    store = await open({ clock: () => at });
  });

  test('document, never inserted > is not found, and removing it is no fault', async () => {
    expect(await meetings().find('nowhere')).toBeUndefined();
    await expect(meetings().remove('nowhere')).resolves.toBeUndefined();
  });

  test('document, inserted > is found as it was, also after the database was opened again', async () => {
    const body = { title: `Ærø "'; {$gt} 🚪`, notes: ['a.b', ''] };
    expect(await meetings().insert('east/1', body, { groupId: 'east', at: 5 })).toBe(true);
    const found = await meetings().find('east/1');
    expect(found).toEqual({ id: 'east/1', version: expect.any(Number), body });
    expect(await (await reopen(store)).documents('meetings').find('east/1')).toEqual(found);
  });

  test('document, its id taken > is not inserted, and the first one stays', async () => {
    await meetings().insert('east/1', { title: 'first' }, { groupId: 'east', at: 5 });
    expect(await meetings().insert('east/1', { title: 'second' }, { groupId: 'west', at: 6 })).toBe(false);
    expect((await meetings().find('east/1'))?.body).toEqual({ title: 'first' });
    expect(await meetings().list('west', 0, 9)).toEqual([]);
  });

  test('document, inserted by many clients at once > by exactly one', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => open()));
    const answers = await Promise.all(
      clients.map((client, turn) =>
        client
          .documents<Body>('channels')
          .insert('19:one', { title: `${turn}` }, { groupId: 'east', at: turn }),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    const kept = await store.documents<Body>('channels').find('19:one');
    expect(kept?.body.title).toBe(`${answers.indexOf(true)}`);
  });

  test('document, replaced from a stale reading > the change is refused and nothing changes', async () => {
    await meetings().insert('east/1', { title: 'first' }, { groupId: 'east', at: 5 });
    const read = (await meetings().find('east/1'))!;
    expect(await meetings().replace(read, { title: 'second' }, { groupId: 'east', at: 6 })).toBe(true);
    expect(await meetings().replace(read, { title: 'third' }, { groupId: 'east', at: 7 })).toBe(false);
    const now = (await meetings().find('east/1'))!;
    expect(now.body).toEqual({ title: 'second' });
    expect(now.version).toBeGreaterThan(read.version);
    expect(await meetings().list('east', 7, 9)).toEqual([]);
  });

  test('document, replaced by many clients at once > no change is lost', async () => {
    const groups = (client: Store) => client.documents<{ readonly count: number }>('groups');
    await groups(store).insert('east', { count: 0 }, { groupId: 'east', at: 0 });
    const addOne = async (client: Store): Promise<void> => {
      const read = (await groups(client).find('east'))!;
      const isReplaced = await groups(client).replace(
        read,
        { count: read.body.count + 1 },
        { groupId: 'east', at: 0 },
      );
      if (!isReplaced) await addOne(client);
    };
    const clients = await Promise.all(Array.from({ length: 5 }, () => open()));
    await Promise.all(clients.flatMap((client) => [addOne(client), addOne(client)]));
    expect((await groups(store).find('east'))?.body).toEqual({ count: 10 });
  });

  test('document, updated by forty at once > every one has its turn, and no change is lost', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => open()));
    const index = { groupId: 'east', at: 5 };
    await meetings().insert('east/1', { title: '', notes: [] }, index);
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        update(
          (clients[turn % 4] ?? store).documents<Body>('meetings'),
          'east/1',
          ({ title, notes = [] }) => ({
            kind: 'save',
            body: { title, notes: [...notes, `${turn}`] },
            index,
          }),
        ),
      ),
    );
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['saved']));
    expect((await meetings().find('east/1'))?.body.notes).toHaveLength(40);
  });

  test('document, removed > is gone, can not be replaced, and its id is free', async () => {
    await meetings().insert('east/1', { title: 'first' }, { groupId: 'east', at: 5, nextCheckAt: 1 });
    const read = (await meetings().find('east/1'))!;
    await meetings().remove('east/1');
    expect(await meetings().find('east/1')).toBeUndefined();
    expect(await meetings().due(9)).toEqual([]);
    expect(await meetings().replace(read, { title: 'second' }, { groupId: 'east', at: 5 })).toBe(false);
    expect(await meetings().insert('east/1', { title: 'third' }, { groupId: 'east', at: 5 })).toBe(true);
  });

  test('documents, of one collection > are unknown to another', async () => {
    await meetings().insert('one', { title: 'meeting' }, { groupId: 'east', at: 5 });
    expect(await store.documents('feeds').find('one')).toBeUndefined();
    expect(await store.documents('feeds').list('east', 0, 9)).toEqual([]);
    expect(await store.documents('links').insert('one', { title: 'link' }, { groupId: 'east', at: 5 })).toBe(
      true,
    );
    expect((await store.documents('links').due(9)).length).toBe(0);
  });

  test('list > is of the group, from the instant on, ordered by it and then by id, and no longer than asked', async () => {
    for (const [id, groupId, instant] of [
      ['d', 'east', 30],
      ['b', 'east', 20],
      ['a', 'east', 20],
      ['c', 'east', 10],
      ['e', 'west', 20],
    ] as const)
      await meetings().insert(id, { title: id }, { groupId, at: instant });
    const ids = async (from: number, limit: number) =>
      (await meetings().list('east', from, limit)).map(({ id }) => id);
    expect(await ids(20, 9)).toEqual(['a', 'b', 'd']);
    expect(await ids(0, 2)).toEqual(['c', 'a']);
    expect(await ids(31, 9)).toEqual([]);
    expect(await ids(0, 0)).toEqual([]);
  });

  test('between > is of every group, from the instant on and before the other, and no longer than asked', async () => {
    for (const [id, groupId, instant] of [
      ['d', 'east', 30],
      ['b', 'east', 20],
      ['a', 'west', 20],
      ['c', 'north', 10],
    ] as const)
      await meetings().insert(id, { title: id }, { groupId, at: instant });
    const ids = async (from: number, to: number, limit = 9) =>
      (await meetings().between(from, to, limit)).map(({ id }) => id);
    expect(await ids(10, 30)).toEqual(['c', 'a', 'b']);
    expect(await ids(11, 31)).toEqual(['a', 'b', 'd']);
    expect(await ids(0, 99, 2)).toEqual(['c', 'a']);
    expect(await ids(31, 99)).toEqual([]);
    expect(await ids(0, 99, 0)).toEqual([]);
  });

  test('page > after page gives every document once, whatever its group', async () => {
    for (const id of ['b', 'd', 'a', 'c', 'Å'])
      await meetings().insert(id, { title: id }, { groupId: `of ${id}`, at: 7 });
    const ids = async (after: string, limit: number) =>
      (await meetings().page(after, limit)).map(({ id }) => id);
    expect(await ids('', 2)).toEqual(['a', 'b']);
    expect(await ids('b', 2)).toEqual(['c', 'd']);
    expect(await ids('d', 2)).toEqual(['Å']);
    expect(await ids('Å', 2)).toEqual([]);
    expect(await ids('', 0)).toEqual([]);
  });

  test('due > names what is to be woken by now, the longest due first, until it is put off', async () => {
    for (const [id, nextCheckAt] of [
      ['later', noon + 1],
      ['now', noon],
      ['long', noon - 50],
    ] as const)
      await meetings().insert(id, { title: id }, { groupId: 'east', at: 1, nextCheckAt });
    await meetings().insert('never', { title: 'never' }, { groupId: 'east', at: 1 });
    const due = async (limit = 9) => (await meetings().due(limit)).map(({ id }) => id);
    expect(await due()).toEqual(['long', 'now']);
    expect(await due(1)).toEqual(['long']);
    at = noon + 1;
    expect(await due()).toEqual(['long', 'now', 'later']);
    const [first, second] = await meetings().due(2);
    await meetings().replace(first!, first!.body, { groupId: 'east', at: 1 });
    await meetings().replace(second!, second!.body, { groupId: 'east', at: 1, nextCheckAt: at + 1 });
    expect(await due()).toEqual(['later']);
  });

  test('putOff > changes nothing but when it is due, and nothing at all of what was changed meanwhile', async () => {
    await meetings().insert('a', { title: 'plum' }, { groupId: 'east', at: 3, nextCheckAt: noon });
    const read = (await meetings().find('a'))!;
    await meetings().putOff(read, noon + 500);
    expect(await meetings().find('a')).toEqual(read);
    expect(await meetings().due(9)).toEqual([]);
    at = noon + 500;
    expect(await meetings().due(9)).toEqual([read]);
    await meetings().replace(read, { title: 'pear' }, { groupId: 'east', at: 3, nextCheckAt: noon });
    await meetings().putOff(read, noon + 9_000);
    expect((await meetings().due(9)).map(({ id }) => id)).toEqual(['a']);
  });

  test('backlog > counts what is due and tells how long the first has been; nothing due is none', async () => {
    await meetings().insert('never', { title: 'never' }, { groupId: 'east', at: 1 });
    await meetings().insert('later', { title: 'later' }, { groupId: 'east', at: 1, nextCheckAt: noon + 30 });
    expect(await meetings().backlog()).toEqual({ due: 0, lagMs: 0 });
    await meetings().insert('now', { title: 'now' }, { groupId: 'east', at: 1, nextCheckAt: noon });
    await meetings().insert('long', { title: 'long' }, { groupId: 'east', at: 1, nextCheckAt: noon - 70 });
    at = noon + 5;
    expect(await meetings().backlog()).toEqual({ due: 2, lagMs: 75 });
    expect(await store.documents('groups').backlog()).toEqual({ due: 0, lagMs: 0 });
  });
};
