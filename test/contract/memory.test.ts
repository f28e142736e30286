import type { Collection, Store } from '../../src/storage/contract';
import type { StoreOptions } from '../../src/storage/open';
import { memoryDocuments, memoryOutbox } from '../support/memory-store';
import { documentPromises } from './documents-suite';
import { outboxRivalryPromises } from './outbox-rivals-suite';
import { outboxPromises } from './outbox-suite';

const notKept = async (): Promise<never> => {
  throw new Error('only documents and the outbox are kept in memory');
};

/** What most tests of the slices stand on keeps the databases' promises too: its handles share what they keep. */
describe('store, in memory', () => {
  let collections: Map<string, unknown>;
  let lines: Parameters<typeof memoryOutbox>[1];
  beforeEach(() => {
    collections = new Map();
    lines = new Map();
  });
  const open = async ({ clock = Date.now }: StoreOptions = {}): Promise<Store> => ({
    installations: {
      save: notKept,
      find: notKept,
      removeConversation: notKept,
      removeTeam: notKept,
    },
    counts: { add: notKept, list: notKept },
    documents: <Body>(collection: Collection) => {
      const kept = collections.get(collection) ?? new Map();
      collections.set(collection, kept);
      return memoryDocuments(clock, kept as Parameters<typeof memoryDocuments<Body>>[1]);
    },
    outbox: memoryOutbox(clock, lines),
    rates: { take: notKept, close: notKept },
    clock: async () => clock(),
    isReachable: async () => true,
    close: async () => undefined,
  });
  const handles = { open, reopen: (_: Store, options?: StoreOptions) => open(options) };
  documentPromises(handles);
  outboxPromises(handles);
  outboxRivalryPromises(handles);
});
