// The outbox beside agenda, the npm scheduler: jobs a second on the same MongoDB server, with a job that does nothing.
import { readFileSync } from 'node:fs';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { createDelivery, openStore, packageOf } from './world.mjs';

const { version } = JSON.parse(readFileSync(new URL('../node_modules/agenda/package.json', import.meta.url)));
export const peerName = `agenda ${version}`;

const atOnce = 8;
const everyMs = 100;
/** Nobody's limits: agenda has none either. */
const boundless = [{ max: 1_000_000, ms: 1_000 }];

/** Resolves with the seconds until `count` jobs have been done; `done` is to be called for each. */
function counted(count) {
  let finish;
  let left = count;
  const all = new Promise((resolve) => {
    finish = resolve;
  });
  const done = () => {
    left -= 1;
    if (left === 0) finish();
  };
  return { all, done };
}

async function runOurs(uri, count) {
  const store = await openStore(uri);
  const now = await store.clock();
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ id: `row-${n}`, kind: 'day-before', groupId: 'bench', subject: `bench/${n}`, revision: 1 },
    ...{ to: `19:${n}@thread.tacv2`, dueAt: now - 1, usefulUntil: now + 3_600_000 },
  }));
  await store.outbox.plan(rows);
  const { all, done } = counted(count);
  const delivery = createDelivery({
    outbox: store.outbox,
    rates: store.rates,
    clock: () => performance.now(),
    render: async (row) => ({ kind: 'content', content: row.id, guarantee: 'at-least-once' }),
    transport: { send: async () => ({ kind: 'sent' }) },
    onGone: async () => undefined,
    metrics: { delivered: done, backlog: () => undefined },
    log: () => undefined,
    limits: { conversation: boundless, tenant: boundless, slackMs: 500 },
    ...{ concurrency: atOnce, leaseMs: 30_000, idleMs: everyMs },
  });
  const startedAt = performance.now();
  delivery.start();
  await all;
  const seconds = (performance.now() - startedAt) / 1_000;
  await delivery.stop();
  await store.close();
  return seconds;
}

async function runPeer(uri, count) {
  const { MongoClient } = packageOf('mongodb');
  const client = await new MongoClient(uri).connect();
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: client.db() }),
    ...{
      processEvery: everyMs,
      maxConcurrency: atOnce,
      defaultConcurrency: atOnce,
      defaultLockLimit: atOnce,
    },
  });
  agenda.on('error', () => undefined);
  await agenda.ready;
  const { all, done } = counted(count);
  agenda.define('remind', (_, end) => end());
  // Said after the job's end has been written, as ours is.
  agenda.on('complete:remind', done);
  const at = new Date(Date.now() - 1);
  for (let n = 0; n < count; n += 1) await agenda.create('remind', { n }).schedule(at).save();
  const startedAt = performance.now();
  await agenda.start();
  await all;
  const seconds = (performance.now() - startedAt) / 1_000;
  await agenda.stop();
  await client.close();
  return seconds;
}

const patienceMs = 120_000;
const patiently = (work) =>
  Promise.race([
    work,
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`not done after ${patienceMs / 1_000} s`)), patienceMs).unref(),
    ),
  ]);

/** Both in turns: { ours, peer } in jobs a second, or { ours, fault } when the peer doesn't run on this server. */
export async function measureJobs(server, { jobs, rounds, say }) {
  const rates = { ours: [], peer: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of [
      ['ours', runOurs],
      ['peer', runPeer],
    ]) {
      const { uri, remove } = server.newDatabase();
      try {
        const rate = jobs / (await patiently(run(uri, jobs)));
        say(`jobs ${round}/${rounds}, ${name}: ${Math.round(rate)}/s`);
        if (round > 0) rates[name].push(rate);
      } catch (error) {
        if (name === 'ours') throw error;
        return { ours: rates.ours, fault: `${error.name}: ${error.message}` };
      } finally {
        await remove();
      }
    }
  }
  return rates;
}
