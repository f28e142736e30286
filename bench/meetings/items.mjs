// Items handed in by card: the whole of the desk's work, from the click's data to the receipt, on each database.
import {
  actor,
  dateAt,
  deskOf,
  functionId,
  groupId,
  newFile,
  openStore,
  portsOf,
  setUp,
  storedMeeting,
} from './world.mjs';

const meetings = 40;

const clickOf = (number) => ({
  kind: 'click',
  scope: 'personal',
  verb: 'agenda.hand-in',
  data: {
    ...{ version: 1, language: 'da', groupId, occurrence: dateAt(200 + (number % meetings)), revision: 0 },
    ...{
      nonce: `bench-item-${number}`,
      kind: 'discussion',
      title: 'Uro på parkeringspladsen',
      minutes: '15',
    },
    ...{ note: 'Der samles mange om aftenen, mest om fredagen.', functionId },
  },
});

/** Items a second with so many handed in at a time, each to another meeting than its neighbours. */
async function measure(store, { lines, items }) {
  const ports = portsOf(store);
  await setUp(ports);
  for (let number = 0; number < meetings; number += 1) {
    const { meeting, index, rows } = storedMeeting(dateAt(200 + number));
    await ports.meetings.insert(`${groupId}/${meeting.occurrence}`, meeting, index);
    await store.outbox.plan(rows);
  }
  const desk = deskOf(ports);
  let next = 0;
  const line = async () => {
    while (next < items) {
      const number = next;
      next += 1;
      await desk.answer(clickOf(number), actor, new Date());
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: lines }, line));
  const seconds = (performance.now() - startedAt) / 1_000;
  const stored = (await ports.meetings.list(groupId, 0, meetings)).flatMap(({ body }) => body.agenda.items);
  if (stored.length !== items) throw new Error(`${stored.length} of ${items} items are stored`);
  return items / seconds;
}

/** Opens a fresh database for each round: { embedded, mongodb } with rates by number of lines, the databases in turns. */
export async function measureItems(server, { items, rounds, say }) {
  const openers = {
    embedded: () => newFile(),
    ...(server
      ? {
          mongodb: () => {
            const { uri, remove } = server.newDatabase();
            return { url: uri, remove };
          },
        }
      : {}),
  };
  const rates = Object.fromEntries(Object.keys(openers).map((name) => [name, { 1: [], 8: [] }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, open] of Object.entries(openers)) {
      for (const lines of [1, 8]) {
        const { url, remove } = open();
        const store = await openStore(url);
        const rate = await measure(store, { lines, items });
        say(`items ${round}/${rounds}, ${name}, ${lines} at a time: ${Math.round(rate)}/s`);
        if (round > 0) rates[name][lines].push(rate);
        await store.close();
        await remove();
      }
    }
  }
  return rates;
}
