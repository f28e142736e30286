import type { OutboxEntry, Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy';
import { noon, rowOf, waitFor } from './outbox-rows';

const source = findMongodb();
const behindProxy = source?.kind === 'running' ? describe.skip : describeWith('MongoDB server', source);
const impatient =
  'serverSelectionTimeoutMS=2000&connectTimeoutMS=2000&timeoutMS=2000&retryWrites=false&retryReads=false';
const index = { groupId: 'east', at: 1 };

type Before = { readonly claimed: OutboxEntry };
type Operation = {
  readonly name: string;
  readonly run: (store: Store, before: Before) => Promise<unknown>;
  /** Whether what was acknowledged is so, as another client sees it. */
  readonly isSo: (store: Store, before: Before) => Promise<boolean>;
};

const stateOf = async (store: Store, id: string) =>
  (await store.outbox.list('east', 0, 99)).find((row) => row.id === id);

const operations: readonly Operation[] = [
  {
    name: 'plan',
    run: ({ outbox }) => outbox.plan(['x', 'y', 'z'].map((id) => rowOf(id))),
    isSo: async (store) =>
      (await stateOf(store, 'x')) !== undefined && (await stateOf(store, 'z')) !== undefined,
  },
  {
    name: 'requeue',
    run: ({ outbox }) => outbox.requeue([rowOf('w', { usefulUntil: noon + 12 })]),
    isSo: async (store) => (await stateOf(store, 'w'))?.usefulUntil === noon + 12,
  },
  {
    name: 'attempt',
    run: async ({ outbox }, { claimed }) => {
      if (!(await outbox.attempt(claimed))) throw new Error('refused');
    },
    isSo: async (store) => (await stateOf(store, 'claimed'))?.attempts === 1,
  },
  {
    name: 'mark',
    run: async ({ outbox }, { claimed }) => {
      if (!(await outbox.mark(claimed, { state: 'sent' }))) throw new Error('refused');
    },
    isSo: async (store) => (await stateOf(store, 'claimed'))?.state === 'sent',
  },
  {
    name: 'insert',
    run: async (store) => {
      if (!(await store.documents('meetings').insert('new', { turn: 1 }, index))) throw new Error('refused');
    },
    isSo: async (store) => (await store.documents('meetings').find('new')) !== undefined,
  },
  {
    name: 'replace',
    run: async (store) => {
      const documents = store.documents('meetings');
      const found = await documents.find('kept');
      if (found === undefined || !(await documents.replace(found, { turn: 5 }, index)))
        throw new Error('refused');
    },
    isSo: async (store) => (await store.documents('meetings').find('kept'))?.version === 2,
  },
  {
    name: 'remove',
    run: (store) => store.documents('meetings').remove('kept'),
    isSo: async (store) => (await store.documents('meetings').find('kept')) === undefined,
  },
  {
    name: 'take',
    run: async (store) => {
      if ((await waitFor(store, 'east', [{ max: 1, ms: 900_000 }])) > 0) throw new Error('refused');
    },
    isSo: async (store) => (await waitFor(store, 'east', [{ max: 1, ms: 900_000 }])) > 0,
  },
  {
    name: 'counts',
    run: ({ counts }) => counts.add([{ week: '2026-W40', route: 'general', count: 3 }]),
    isSo: async ({ counts }) => (await counts.list()).some(({ count }) => count === 3),
  },
];

behindProxy('mongodb, a network that is cut in the middle', () => {
  let server: RunningMongodb;
  beforeAll(async () => {
    server = await startMongodb(source!);
  }, 60_000);
  afterAll(() => server.stop());

  /** Runs the operation while the `cutAt`-th thing that is sent is lost, and says whether it was acknowledged. */
  const attempt = async ({ run, isSo }: Operation, cutAt: number) => {
    const database = newDatabase(server.uri);
    const direct = await openStore(database.uri, { clock: () => noon });
    let sent = 0;
    let isCounting = false;
    let proxy: TcpProxy | undefined;
    const cut = await startTcpProxy({
      port: Number(new URL(server.uri).port),
      onSent: (bytes) => {
        if (isCounting && !isGreeting(bytes)) sent += 1;
        if (isCounting && sent === cutAt) proxy?.set('broken');
      },
    });
    proxy = cut;
    const store = await openStore(`${database.uri.replace(/:\d+\//, `:${cut.port}/`)}?${impatient}`, {
      clock: () => noon,
    });
    try {
      await direct.outbox.plan([rowOf('claimed')]);
      const [claimed] = await direct.outbox.claim(1, 60_000);
      await direct.outbox.plan([rowOf('old')]);
      await direct.documents('meetings').insert('kept', { turn: 4 }, index);
      isCounting = true;
      const isAcknowledged = await run(store, { claimed: claimed! }).then(
        () => true,
        () => false,
      );
      isCounting = false;
      return { isAcknowledged, isSo: await isSo(direct, { claimed: claimed! }), wasCut: sent >= cutAt };
    } finally {
      await store.close();
      await direct.close();
      await cut.close();
      await database.remove();
    }
  };

  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s > is acknowledged only when it is stored, wherever the network is cut',
    async (_, operation) => {
      expect(await attempt(operation, Number.POSITIVE_INFINITY)).toMatchObject({
        isAcknowledged: true,
        isSo: true,
      });
      let cuts = 0;
      for (let cutAt = 1; ; cutAt += 1) {
        const { isAcknowledged, isSo, wasCut } = await attempt(operation, cutAt);
        if (isAcknowledged) expect({ cutAt, isSo }).toEqual({ cutAt, isSo: true });
        if (!wasCut) break;
        cuts += 1;
      }
      expect(cuts).toBeGreaterThan(0);
    },
    120_000,
  );
});

/** The driver greets and watches the server on connections of its own, which isn't the operation. */
const isGreeting = (bytes: Buffer): boolean => /hello|isMaster|ismaster|ping/.test(bytes.toString('latin1'));
