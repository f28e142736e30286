import type { Installation, Store } from '../../src/storage/contract';
import type { StoreOptions } from '../../src/storage/open';
import { clockPromises } from './clock-suite';
import { documentPromises } from './documents-suite';
import { outboxRivalryPromises } from './outbox-rivals-suite';
import { outboxPromises } from './outbox-suite';

/** One empty database of its own: `open` may be called several times, `remove` leaves nothing behind. */
export type TestDatabase = { open(options?: StoreOptions): Promise<Store>; remove(): Promise<void> };

/** More handles on the test's database; all are closed when the test is over. */
export type Handles = {
  open(options?: StoreOptions): Promise<Store>;
  reopen(store: Store, options?: StoreOptions): Promise<Store>;
};

const schoolChannel: Installation = {
  conversationId: '19:school@thread.tacv2',
  teamId: 'team-west',
  tenantId: 'tenant-1',
  serviceUrl: 'https://smba.example/emea/',
};
const clubChannel: Installation = {
  conversationId: '19:club@thread.tacv2',
  teamId: 'team-west',
  tenantId: 'tenant-1',
  serviceUrl: 'https://smba.example/amer/',
};
const libraryChannel: Installation = {
  conversationId: '19:library@thread.tacv2',
  teamId: 'team-east',
  tenantId: 'tenant-2',
  serviceUrl: 'https://smba.example/apac/',
};

/** What `Store` promises, whatever the database: every adapter's test calls this once. */
export const describeStore = (name: string, create: () => Promise<TestDatabase>): void => {
  describe(`store, ${name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let others: Store[] = [];
    beforeEach(async () => {
      database = await create();
      store = await database.open();
    });
    afterEach(async () => {
      await Promise.all([store, ...others].map((each) => each.close()));
      others = [];
      await database.remove();
    });
    const openAnother = async (options?: StoreOptions): Promise<Store> => {
      const other = await database.open(options);
      others = [...others, other];
      return other;
    };
    const handles: Handles = {
      open: openAnother,
      reopen: async (closing, options) => {
        await closing.close();
        return openAnother(options);
      },
    };
    const reopen = async (): Promise<void> => {
      await store.close();
      store = await database.open();
    };

    installationPromises(() => store, reopen);
    countPromises(() => store, reopen);
    concurrencyPromises(() => store, openAnother);
    documentPromises(handles);
    outboxPromises(handles);
    outboxRivalryPromises(handles);
    clockPromises(handles);

    test('open > is reachable', async () => {
      expect(await store.isReachable()).toBe(true);
    });

    test('closed > is not reachable, refuses work, and may be closed again', async () => {
      await store.close();
      expect(await store.isReachable()).toBe(false);
      await expect(store.installations.find('19:school@thread.tacv2')).rejects.toThrow();
      await expect(store.installations.save(schoolChannel)).rejects.toThrow();
      await expect(store.counts.list()).rejects.toThrow();
      await expect(store.clock()).rejects.toThrow();
      await expect(store.documents('meetings').due(1)).rejects.toThrow();
      await expect(store.outbox.claim(1, 1_000)).rejects.toThrow();
      await expect(store.outbox.backlog()).rejects.toThrow();
      await expect(store.rates.take('key', [], 1)).rejects.toThrow();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
};

const installationPromises = (store: () => Store, reopen: () => Promise<void>): void => {
  test('installation, never saved > is not found', async () => {
    await store().installations.save(schoolChannel);
    expect(await store().installations.find('19:nowhere@thread.tacv2')).toBeUndefined();
  });

  test('installation, saved > is found, also after the database was opened again', async () => {
    await store().installations.save(schoolChannel);
    await store().installations.save(libraryChannel);
    expect(await store().installations.find(schoolChannel.conversationId)).toEqual(schoolChannel);
    await reopen();
    expect(await store().installations.find(libraryChannel.conversationId)).toEqual(libraryChannel);
  });

  test('installation, saved again with a new service address > has the new one', async () => {
    const moved = { ...schoolChannel, serviceUrl: 'https://smba.example/teams/' };
    await store().installations.save(schoolChannel);
    await store().installations.save(moved);
    expect(await store().installations.find(schoolChannel.conversationId)).toEqual(moved);
  });

  test('installation, its conversation removed > is gone, and its neighbour stays', async () => {
    await store().installations.save(schoolChannel);
    await store().installations.save(clubChannel);
    await store().installations.removeConversation(schoolChannel.conversationId);
    await reopen();
    expect(await store().installations.find(schoolChannel.conversationId)).toBeUndefined();
    expect(await store().installations.find(clubChannel.conversationId)).toEqual(clubChannel);
  });

  test('installation, its team removed > every channel of the team is gone, and the other team stays', async () => {
    for (const each of [schoolChannel, clubChannel, libraryChannel]) await store().installations.save(each);
    await store().installations.removeTeam('team-west');
    expect(await store().installations.find(schoolChannel.conversationId)).toBeUndefined();
    expect(await store().installations.find(clubChannel.conversationId)).toBeUndefined();
    expect(await store().installations.find(libraryChannel.conversationId)).toEqual(libraryChannel);
  });

  test('installation, never saved > may be removed', async () => {
    await expect(store().installations.removeTeam('team-nowhere')).resolves.toBeUndefined();
    await expect(store().installations.removeConversation('19:nowhere')).resolves.toBeUndefined();
  });

  test('installation, with quotes and foreign letters in its ids > is found unchanged', async () => {
    const odd = {
      ...clubChannel,
      conversationId: `19:'; DROP TABLE x;-- "Ærø" $ne 🚪`,
      teamId: '{"$gt":""}',
    };
    await store().installations.save(odd);
    expect(await store().installations.find(odd.conversationId)).toEqual(odd);
  });
};

const countPromises = (store: () => Store, reopen: () => Promise<void>): void => {
  test('counts, none added > lists nothing', async () => {
    await store().counts.add([]);
    expect(await store().counts.list()).toEqual([]);
  });

  test('counts, added several times > are summed for each week and route, in order', async () => {
    await store().counts.add([
      { week: '2027-W01', route: 'general', count: 2 },
      { week: '2026-W53', route: 'under-18', count: 3 },
    ]);
    await store().counts.add([
      { week: '2026-W53', route: 'adult', count: 5 },
      { week: '2026-W53', route: 'under-18', count: 7 },
    ]);
    await reopen();
    expect(await store().counts.list()).toEqual([
      { week: '2026-W53', route: 'adult', count: 5 },
      { week: '2026-W53', route: 'under-18', count: 10 },
      { week: '2027-W01', route: 'general', count: 2 },
    ]);
  });
};

const concurrencyPromises = (store: () => Store, openAnother: () => Promise<Store>): void => {
  test('two handles on one database > lose no increment and see each other', async () => {
    const other = await openAnother();
    const increments = Array.from({ length: 60 }, (_, turn) =>
      (turn % 2 === 0 ? store() : other).counts.add([
        { week: '2026-W20', route: 'general', count: 1 },
        { week: '2026-W20', route: 'under-18', count: 10 },
      ]),
    );
    await Promise.all([...increments, other.installations.save(libraryChannel)]);
    expect(await store().counts.list()).toEqual([
      { week: '2026-W20', route: 'general', count: 60 },
      { week: '2026-W20', route: 'under-18', count: 600 },
    ]);
    expect(await store().installations.find(libraryChannel.conversationId)).toEqual(libraryChannel);
  });
};
