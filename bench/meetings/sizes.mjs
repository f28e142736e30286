// The same work with 7, 70 and 700 groups stored: what a person asks, the preview, the night, and how long the loop stood still.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as aTurn, setTimeout as wait } from 'node:timers/promises';
import {
  composeMany,
  coordinatorOf,
  dayMs,
  fillGroups,
  inChannel,
  inPrivate,
  newFile,
  openStore,
} from './groups.mjs';

/** Everybody's groups: hers are three of all, his are all. */
const anna = 'a0000000-0000-4000-8000-00000000aaaa';
const bo = 'a0000000-0000-4000-8000-00000000bbbb';

const firstMeeting = async ({ ports, now }, groupId) => {
  const coming = await ports.meetings.list(groupId, now() + dayMs, 30);
  return coming.find(({ body }) => body.agenda.state === 'open' && body.agenda.closesAt > now() + dayMs).body;
};

const dataOf = ({ groupId, occurrence, revision }) => ({ groupId, occurrence, revision });

/** Each is asked as a person does it: a click with its data, or words. */
const asksOf = async (world) => {
  const { groupIds, functionId } = world;
  const [own] = groupIds;
  const meeting = await firstMeeting(world, own);
  let item = 0;
  const say = (actor, text) => () => world.answer({ kind: 'message', scope: actor.scope, text }, actor);
  const click = (actor, verb, data) => () =>
    world.answer(
      { kind: 'click', scope: actor.scope, verb, data: { version: 1, language: 'da', ...data() } },
      actor,
    );
  const handIn = () => {
    item += 1;
    return {
      ...dataOf(meeting),
      ...{ nonce: `item-${Date.now()}-${item}`, kind: 'discussion', title: 'Uro på parkeringspladsen' },
      ...{ minutes: '15', note: 'Der samles mange om aftenen.', functionId },
    };
  };
  const form = {
    ...{ groupId: own, groupVersion: 1, ruleKind: 'weekly', weekday: '3', every: '1', nth: '2' },
    ...{ startsOn: '2027-01-06', endsOn: '2027-06-30', time: '10:00', lengthMinutes: '120' },
    ...{ place: 'Rådhuset, lokale 2', onHoliday: 'skip' },
  };
  return {
    click: click(inChannel(own, anna), 'meeting.show', () => dataOf(meeting)),
    'hand-in': click(inPrivate(anna), 'agenda.hand-in', handIn),
    mine: say(inPrivate(anna), 'mine grupper'),
    'mine-all': say(inPrivate(bo), 'mine grupper'),
    meetings: say(inPrivate(anna), 'møder'),
    'meetings-all': say(inPrivate(bo), 'møder'),
    calendar: say(inPrivate(anna), 'kalender'),
    agendas: say(inPrivate(bo), 'dagsorden'),
    'set-up': say(inChannel('new', coordinatorOf(own)), 'opsæt'),
    preview: click(inChannel(own, coordinatorOf(own)), 'group.preview', () => form),
  };
};

/** Runs something alone and says how long it took and how long the loop stood still meanwhile, both in ms. */
const measured = async (run) => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await wait(5);
  delay.enable();
  await wait(5);
  const since = performance.now();
  const result = await run();
  const ms = performance.now() - since;
  await aTurn();
  await wait(5);
  delay.disable();
  return { result, ms, blockedMs: delay.max / 1e6 };
};

const bytesOf = (answer) => (answer.kind === 'card' ? Buffer.byteLength(JSON.stringify(answer.card)) : 0);

/** Every ask once: { name: { ms, blockedMs, bytes, reads, rosters } }. */
const askAll = async (world, asks) => {
  const found = {};
  for (const [name, ask] of Object.entries(asks)) {
    world.counted.reads = 0;
    world.counted.rosters = 0;
    const { result, ms, blockedMs } = await measured(ask);
    found[name] = { ms, blockedMs, bytes: bytesOf(result), ...world.counted };
  }
  return found;
};

/** A night later everything is looked after, while somebody clicks: { ms, blockedMs, slowestClickMs }. */
const night = async (world, click) => {
  world.pass(dayMs);
  let isOver = false;
  let slowestClickMs = 0;
  const clicking = async () => {
    while (!isOver) {
      const since = performance.now();
      await wait(20);
      await click();
      slowestClickMs = Math.max(slowestClickMs, performance.now() - since - 20);
    }
  };
  const { ms, blockedMs } = await measured(async () => {
    const clicks = clicking();
    while ((await world.maintainOnce()) > 0) await aTurn();
    isOver = true;
    await clicks;
  });
  const { ms: idleMs } = await measured(() => world.maintainOnce());
  return { ms, blockedMs, slowestClickMs, idleMs };
};

/** Fills a database of each size and asks everything of each in turns: [{ groups, asks: { name: [found] }, nights: [found] }]. */
export async function measureSizes({ sizes, rounds, say }) {
  const worlds = [];
  for (const groups of sizes) {
    const { url, remove } = newFile();
    const clock = { at: Date.now() };
    const store = await openStore(url, { clock: () => clock.at });
    const world = composeMany(store, { groups, clock, everywhere: bo, inThree: anna });
    const since = performance.now();
    await fillGroups(world);
    say(`${groups} groups are there after ${Math.round(performance.now() - since)} ms`);
    worlds.push({ groups, world, asks: await asksOf(world), remove, store });
  }
  const results = worlds.map(({ groups }) => ({ groups, asks: {}, nights: [] }));
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, { groups, world, asks }] of worlds.entries()) {
      const found = await askAll(world, asks);
      say(`${groups} groups, ${round}/${rounds}: ${summary(found)}`);
      if (round === 0) continue;
      for (const [name, one] of Object.entries(found))
        results[index].asks[name] = [...(results[index].asks[name] ?? []), one];
    }
  for (const [index, { groups, world, asks }] of worlds.entries()) {
    const found = await night(world, asks.click);
    results[index].nights.push(found);
    say(`${groups} groups, the night: ${JSON.stringify(found)}`);
  }
  for (const { store, remove } of worlds) {
    await store.close();
    remove();
  }
  return results;
}

const summary = (found) =>
  Object.entries(found)
    .map(
      ([name, { ms, blockedMs, bytes, reads, rosters }]) =>
        `${name} ${ms.toFixed(1)} ms (still ${blockedMs.toFixed(0)}, ${bytes} B, ${reads} reads, ${rosters} rosters)`,
    )
    .join('; ');
