// One tick of the program with more and more meetings stored, and always the same number due.
import { due, fillFile, fillMongodb, reached } from './fill.mjs';
import { createMaintenance, newFile, openStore, portsOf } from './world.mjs';

/** As many rows as the delivery takes at once. */
const rowsAtOnce = 8;
const leaseMs = 30_000;

/** What a tick has changed is put back, so that every round meets the same. */
async function renew(store) {
  const meetings = store.documents('meetings');
  for (let number = 0; number < due; number += 1) {
    const { id, body, index } = reached(number);
    await meetings.replace(await meetings.find(id), body, index);
  }
}

/** One round in milliseconds: what is due, claiming the rows that this made, and a tick that finds nothing. */
async function measure(store) {
  await renew(store);
  const faults = [];
  const log = (event) => faults.push(event);
  const ports = portsOf(store);
  const maintenance = createMaintenance({ meetings: () => ports, clock: store.clock, log });
  const claim = () => store.outbox.claim(rowsAtOnce, leaseMs);
  const startedAt = performance.now();
  let woken = 0;
  while (woken < due && faults.length === 0) woken += await maintenance.maintainOnce();
  const wokenAt = performance.now();
  const claimed = [];
  for (let rows = await claim(); rows.length > 0; rows = await claim()) claimed.push(...rows);
  const claimedAt = performance.now();
  for (const row of claimed) await store.outbox.mark(row, { state: 'sent' });
  const idleAt = performance.now();
  const late = (await maintenance.maintainOnce()) + (await claim()).length;
  const idleMs = performance.now() - idleAt;
  if (faults.length > 0 || claimed.length !== due || late > 0)
    throw new Error(`${woken} woken, ${claimed.length} claimed, ${late} late: ${JSON.stringify(faults[0])}`);
  return { wakeMs: wokenAt - startedAt, claimMs: claimedAt - wokenAt, idleMs };
}

/** Opens databases of all sizes, then measures them in turns: [{ stored, rounds }]; the first round isn't kept. */
async function measureSizes(databases, { rounds, say }) {
  const found = databases.map(({ stored }) => ({ stored, rounds: [] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { stored, store }] of databases.entries()) {
      const times = await measure(store);
      say(`tick ${round}/${rounds}, ${stored} stored: ${JSON.stringify(times)}`);
      if (round > 0) found[index].rounds.push(times);
    }
  }
  return found;
}

export async function measureEmbedded({ sizes, rounds, say }) {
  const databases = [];
  for (const stored of sizes) {
    const { file, url, remove } = newFile();
    const store = await openStore(url);
    say(`filling ${stored}`);
    fillFile(file, stored);
    databases.push({ stored, store, remove });
  }
  try {
    return await measureSizes(databases, { rounds, say });
  } finally {
    for (const { store, remove } of databases) {
      await store.close();
      remove();
    }
  }
}

/** One size after the other, since this server keeps everything in memory. */
export async function measureMongodb(server, { sizes, rounds, say }) {
  const found = [];
  for (const stored of sizes) {
    const { uri, remove } = server.newDatabase();
    const store = await openStore(uri);
    say(`filling ${stored} on MongoDB`);
    await fillMongodb(uri, stored);
    found.push(...(await measureSizes([{ stored, store }], { rounds, say })));
    await store.close();
    await remove();
  }
  return found;
}
