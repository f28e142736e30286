// Measures Vejviser beside bare bots on the SDKs around it and writes docs/bench.md and docs/bench.svg.
// `--quick` runs everything once and briefly, prints the page and writes nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { botId, clickAnswerFile, cpuSecondsOf, listBots, memoryOf, startBot, untilReady } from './bots.mjs';
import { drawChart } from './chart.mjs';
import { dropFileCache } from './cold.mjs';
import { startConnector, startIdentity } from './fakes/start.mjs';
import { load, openLine } from './load.mjs';
import { profile, weigh } from './profile.mjs';
import { describeMachine, writePage } from './report.mjs';
import { requestsOf, resultCount, tenantId } from './requests.mjs';

const isQuick = process.argv.includes('--quick');
const plan = isQuick
  ? { starts: 1, coldStarts: 0, rounds: 1, seconds: 1, warmUpSeconds: 1, profileSeconds: 2 }
  : { starts: 5, coldStarts: 3, rounds: 7, seconds: 2, warmUpSeconds: 3, profileSeconds: 6 };
const loads = [
  { kind: 'click', lines: 1 },
  { kind: 'walk', lines: 1 },
  { kind: 'message', lines: 1 },
  { kind: 'click', lines: 8 },
  { kind: 'message', lines: 8 },
];
const TOKENS_PER_BOT = 200;
// Lets a bot finish what it does after its answers (ours updates the shown messages) before the next one's turn.
const PAUSE_MS = 300;

/** The floor answers clicks alone, and it can't start without our answer. */
const takes = ({ isFloor }, kind) => !isFloor || kind === 'click';

const say = (text) => process.stderr.write(`${text}\n`);

/** Refuses to measure a bot that lets a forged token in, answers no card, or doesn't send exactly one reply. */
async function prove(running, { context, forged, connector }) {
  const { name } = running.bot;
  const ask = async (kind, tokens) => {
    const line = await openLine(running.port);
    const answer = await line.ask(requestsOf(kind, { ...context, tokens })());
    line.close();
    return answer;
  };
  const before = await connector.count();
  for (const kind of ['click', 'message'].filter((each) => takes(running.bot, each))) {
    const { status } = await ask(kind, forged);
    if (status < 400) {
      throw new Error(`${name} answered ${status} to a ${kind} with a forged token`);
    }
    running.refusal = status;
  }
  const click = await ask('click', context.tokens);
  if (click.status !== 200 || !click.body.includes('AdaptiveCard')) {
    throw new Error(`${name} answered a click with ${click.status} and no card`);
  }
  if (running.bot.key === 'ours') writeFileSync(clickAnswerFile, click.body);
  if (!takes(running.bot, 'message')) return;
  await ask('message', context.tokens);
  await sleep(500);
  const after = await connector.count();
  if (after.replies - before.replies !== 1 || after.strangers > 0) {
    throw new Error(`${name} sent ${after.replies - before.replies} replies to one message`);
  }
}

/** Milliseconds for a result that a freshly started bot has not made before, the mean over all of them. */
async function measureFirstResults({ port }, context) {
  const line = await openLine(port);
  const nextRequest = requestsOf('result', context);
  const startedAt = performance.now();
  for (let made = 0; made < resultCount; made += 1) await line.ask(nextRequest());
  const tookMs = performance.now() - startedAt;
  line.close();
  return tookMs / resultCount;
}

async function measureStarts(bots, { setting, count, prepare }) {
  const measured = bots.filter(({ isFloor }) => !isFloor);
  const times = Object.fromEntries(measured.map(({ key }) => [key, []]));
  for (let round = 0; round < count; round += 1) {
    for (const bot of measured) {
      prepare?.();
      const running = await startBot(bot, setting);
      times[bot.key].push(await untilReady(running, setting.contexts[bot.key]));
      await running.stop();
      say(`start ${round + 1}/${count}: ${bot.name} ${Math.round(times[bot.key].at(-1))} ms`);
    }
  }
  return times;
}

/** The replies sent since `before`, once there are `wanted` of them or two seconds have gone. */
async function repliesSince(before, { wanted, connector }) {
  const until = performance.now() + 2000;
  for (;;) {
    const sent = (await connector.count()).replies - before;
    if (sent >= wanted || performance.now() > until) {
      return sent;
    }
    await sleep(2);
  }
}

/** One bot under one load: { rate, cpuMs } for each answer; a message counts when its reply has reached the connector. */
async function measureOnce(running, { kind, lines, seconds, context, connector }) {
  const before = (await connector.count()).replies;
  const cpuBefore = cpuSecondsOf(running.pid);
  const startedAt = performance.now();
  const { answered, faults } = await load({
    port: running.port,
    lines,
    seconds,
    nextRequest: requestsOf(kind, context),
  });
  const wanted = kind === 'message' ? answered : 0;
  const sent = await repliesSince(before, { wanted, connector });
  const tookSeconds = (performance.now() - startedAt) / 1000;
  if (sent !== wanted || Object.keys(faults).length > 0) {
    throw new Error(`${running.bot.name}: ${answered} answers, ${sent} replies, ${JSON.stringify(faults)}`);
  }
  await sleep(PAUSE_MS);
  return { rate: answered / tookSeconds, cpuMs: ((cpuSecondsOf(running.pid) - cpuBefore) * 1000) / answered };
}

async function measureRates(processes, { setting, connector }) {
  const rates = Object.fromEntries(processes.map(({ bot }) => [bot.key, {}]));
  const cpu = structuredClone(rates);
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const each of loads) {
      for (const running of processes.filter(({ bot }) => takes(bot, each.kind))) {
        const { key, name } = running.bot;
        const seconds = round === 0 ? plan.warmUpSeconds : plan.seconds;
        const context = setting.contexts[key];
        const { rate, cpuMs } = await measureOnce(running, { ...each, seconds, context, connector });
        say(`round ${round}/${plan.rounds}: ${each.kind} x ${each.lines}: ${name} ${Math.round(rate)}/s`);
        if (round > 0) {
          const measure = `${each.kind}-${each.lines}`;
          rates[key][measure] = [...(rates[key][measure] ?? []), rate];
          cpu[key][measure] = [...(cpu[key][measure] ?? []), cpuMs];
        }
      }
    }
  }
  return { rates, cpu };
}

async function prepareContexts(bots, { identity, connector }) {
  const contexts = {};
  const forgeries = {};
  for (const { key, issuer } of bots) {
    const claims = { iss: issuer, aud: botId, serviceurl: connector.url, tid: tenantId };
    const each = Array.from({ length: TOKENS_PER_BOT }, (_, index) => ({
      ...claims,
      jti: `${key}-${index}`,
    }));
    contexts[key] = { botId, serviceUrl: connector.url, tokens: await identity.sign(each) };
    forgeries[key] = await identity.sign([claims], true);
  }
  return { contexts, forgeries };
}

async function measureAll(bots, { identity, connector }) {
  const { contexts, forgeries } = await prepareContexts(bots, { identity, connector });
  const setting = { identityUrl: identity.url, connectorUrl: connector.url, contexts };
  const warm = await measureStarts(bots, { setting, count: plan.starts });
  const processes = [];
  const firstResults = {};
  const idle = {};
  for (const bot of bots) {
    const running = await startBot(bot, setting);
    processes.push(running);
    await untilReady(running, contexts[bot.key]);
    await sleep(PAUSE_MS);
    await prove(running, { context: contexts[bot.key], forged: forgeries[bot.key], connector });
    if (bot.isOurs) idle[bot.key] = memoryOf(running.pid).now;
    if (bot.isOurs) firstResults[bot.key] = await measureFirstResults(running, contexts[bot.key]);
  }
  const { rates, cpu } = await measureRates(processes, { setting, connector });
  await sleep(2000);
  const memory = Object.fromEntries(processes.map(({ bot, pid }) => [bot.key, memoryOf(pid)]));
  await Promise.all(processes.map(({ stop }) => stop()));
  const refusals = Object.fromEntries(processes.map(({ bot, refusal }) => [bot.key, refusal]));
  const ours = bots.find(({ key }) => key === 'ours');
  const spent = { setting, context: contexts.ours, seconds: plan.profileSeconds };
  const profiles = ours ? { time: await profile(ours, spent), weight: await weigh(ours, spent) } : undefined;
  const canDrop = plan.coldStarts > 0 && dropFileCache();
  const cold = canDrop
    ? await measureStarts(bots, { setting, count: plan.coldStarts, prepare: dropFileCache })
    : undefined;
  return { warm, cold, rates, cpu, memory, idle, refusals, profiles, firstResults };
}

async function main() {
  const bots = listBots();
  const identity = await startIdentity();
  const connector = await startConnector();
  try {
    const measured = await measureAll(bots, { identity, connector });
    const results = {
      measuredAt: new Date().toISOString(),
      machine: describeMachine(),
      plan,
      bots,
      ...measured,
    };
    const artefacts = new URL('artefacts/', import.meta.url);
    mkdirSync(artefacts, { recursive: true });
    writeFileSync(new URL('results.json', artefacts), JSON.stringify(results, undefined, 1));
    const page = writePage(results);
    process.stdout.write(page);
    if (!isQuick) {
      writeFileSync(new URL('../docs/bench.md', import.meta.url), page);
      writeFileSync(
        new URL('../docs/bench.svg', import.meta.url),
        drawChart({ ...results, bots: results.bots.filter(({ isFloor }) => !isFloor) }),
      );
    }
  } finally {
    identity.stop();
    connector.stop();
  }
}

main().catch((fault) => {
  say(fault.stack);
  process.exit(1);
});
