import type { Operation, Store } from '../../src/storage/contract';
import { timedStore } from '../../src/storage/timed';
import { memoryDocuments, memoryOutbox } from '../support/memory-store';

const at = (): number => 1_900_000_000_000;
/** A store of which only the documents, the outbox and the limits are asked; each reading of the clock takes 7 ms. */
const watchedStore = () => {
  let now = 0;
  const seen: Operation[] = [];
  const groups = memoryDocuments<{ readonly name: string }>(at);
  const away = async (): Promise<never> => {
    throw new RangeError('the server with the password is away');
  };
  const store = timedStore(
    {
      documents: () => groups,
      outbox: memoryOutbox(at),
      rates: { take: away, close: away },
      installations: {},
      counts: {},
      isReachable: async () => true,
    } as unknown as Store,
    {
      clock: () => {
        now += 7;
        return now;
      },
      observe: (operation) => seen.push(operation),
    },
  );
  return { store, seen };
};

describe('timed store', () => {
  it('an operation that goes well > is observed with its collection and duration, and gives its result', async () => {
    const { store, seen } = watchedStore();
    const groups = store.documents<{ readonly name: string }>('groups');
    expect(await groups.insert('east', { name: 'East' }, { groupId: 'east', at: 3 })).toBe(true);
    expect((await groups.find('east'))?.body).toEqual({ name: 'East' });
    expect(seen).toEqual([
      { name: 'insert', collection: 'groups', ms: 7 },
      { name: 'find', collection: 'groups', ms: 7 },
    ]);
  });

  it('an operation that fails > rejects as before and is observed by the fault’s class, never its message', async () => {
    const { store, seen } = watchedStore();
    await expect(store.rates.take('a-conversation', [], 1)).rejects.toThrow('with the password');
    expect(seen).toEqual([{ name: 'take', collection: 'rates', ms: 7, error: 'RangeError' }]);
    expect(JSON.stringify(seen)).not.toMatch(/password|a-conversation/);
  });
});
