import { openStore } from '../../src/storage/open';

/** Writes until it is killed; every printed number is a round whose promises have been kept. */
const writeForEver = async (databaseUrl: string): Promise<void> => {
  const store = await openStore(databaseUrl);
  for (let round = 1; ; round += 1) {
    await store.counts.add([
      { week: '2026-W30', route: 'left', count: 1 },
      { week: '2026-W30', route: 'right', count: 1 },
    ]);
    await store.installations.save({
      conversationId: `19:kept-${round}`,
      teamId: `team-${round}`,
      tenantId: `tenant-${round}`,
      serviceUrl: `https://smba.example/${round}/`,
    });
    await store.installations.save({
      conversationId: '19:gone',
      teamId: 'a',
      tenantId: 'b',
      serviceUrl: 'c',
    });
    await store.installations.removeConversation('19:gone');
    process.stdout.write(`${round}\n`);
  }
};

void writeForEver(process.argv[2] ?? '');
