// Where the time and the memory of our own bot go: a CPU profile under one line of clicks as people make them, and the weight of each import.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBot, untilReady } from './bots.mjs';
import { load } from './load.mjs';
import { requestsOf } from './requests.mjs';

/** Whom a stack frame's time belongs to. A sample goes to the innermost of its frames that anybody claims. */
const OWNERS = [
  ['checking the token', /jsonwebtoken|node_modules\/jw[as]\/|dist\/teams\/(token|signing-keys)/],
  ['updating the shown messages', /botframework|@azure|dist\/teams\/(connector|http-client|outgoing|shown)/],
  ['making the card', /adaptivecards-templating|adaptive-expressions|antlr|dist\/cards|invoke-answer/],
  ['checking shapes (zod)', /node_modules\/zod/],
  ['counting without persons', /libsql|dist\/(storage|statistics)/],
  ['the rules and their words', /dist\/(concern|chat|text|privacy|municipality\/(?!wall-time))/],
  ['the log and the counters', /node_modules\/(pino|prom-client|sonic-boom)|safe-stable/],
  ['restify, the gate and the turn', /restify|find-my-way|dist\/(http|teams)/],
  [
    "Node's HTTP and sockets",
    /node:(_http|net|internal\/(stream|http|js_stream)|events|_stream|internal\/tim)/,
  ],
];

function ownerOf(node, parents) {
  for (let each = node; each; each = parents.get(each.id)) {
    const { url, functionName } = each.callFrame;
    if (functionName === '(garbage collector)') {
      return 'collecting garbage';
    }
    const owner = OWNERS.find(([, pattern]) => pattern.test(url));
    if (owner) {
      return owner[0];
    }
  }
  return "Node's event loop and native code";
}

/** Busy time per owner as [{ owner, share }], biggest first. Samples before `fromMs` of the process's life are left out. */
export function sumUp(recorded, fromMs) {
  const nodes = new Map(recorded.nodes.map((node) => [node.id, node]));
  const parents = new Map();
  for (const node of recorded.nodes) {
    for (const child of node.children ?? []) {
      parents.set(child, node);
    }
  }
  const spent = new Map();
  let clock = 0;
  let busy = 0;
  for (const [index, id] of recorded.samples.entries()) {
    clock += recorded.timeDeltas[index];
    const node = nodes.get(id);
    if (clock < fromMs * 1000 || node.callFrame.functionName === '(idle)') {
      continue;
    }
    const owner = ownerOf(node, parents);
    spent.set(owner, (spent.get(owner) ?? 0) + recorded.timeDeltas[index]);
    busy += recorded.timeDeltas[index];
  }
  return [...spent]
    .map(([owner, time]) => ({ owner, share: time / busy }))
    .sort((one, other) => other.share - one.share);
}

/** Profiles a bot under one line of clicks as people make them. */
export async function profile(bot, { setting, context, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-profile-'));
  const running = await startBot(bot, {
    ...setting,
    nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
  });
  await untilReady(running, context);
  const click = { port: running.port, lines: 1, nextRequest: requestsOf('walk', context) };
  await load({ ...click, seconds: 1 });
  const fromMs = performance.now() - running.startedAt;
  await load({ ...click, seconds });
  await running.stop();
  const [file] = readdirSync(folder);
  if (file === undefined) {
    return [];
  }
  return sumUp(JSON.parse(readFileSync(join(folder, file))), fromMs);
}

/** The memory that each package added when our own code first asked for it, and what the process held at the end, in MB. */
export async function weigh(bot, { setting, context, seconds }) {
  const report = join(mkdtempSync(join(tmpdir(), 'vejviser-weight-')), 'weight.json');
  const scale = fileURLToPath(new URL('./fakes/scale.js', import.meta.url));
  const running = await startBot(bot, {
    ...setting,
    nodeOptions: ['--require', scale],
    environment: { WEIGHT_REPORT: report },
  });
  await untilReady(running, context);
  await load({ port: running.port, lines: 1, seconds, nextRequest: requestsOf('click', context) });
  await running.stop();
  return JSON.parse(readFileSync(report));
}
