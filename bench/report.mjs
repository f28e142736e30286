// Turns the measured numbers into docs/bench.md: medians, ratios, and the goals with their verdicts.
import { cpus, release, totalmem, type } from 'node:os';
import { linesOfProfile } from './explain.mjs';

export function describeMachine() {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} x ${first.model.trim()}, ${memory} GB, ${type()} ${release()}`;
}

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const whole = (value) => Math.round(value).toLocaleString('en-GB');

/** Ours over the peer's, round by round, so that a slow moment of the machine hits both: { middle, low, high }. */
function ratio(ours, peer) {
  const ratios = ours.map((value, index) => value / peer[index]);
  return { middle: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

function goalsOf({ rates, cpu, memory, idle, warm, cold }) {
  const reached = [];
  const atLeast = (text, key, peer, measures, goal) => {
    if (rates[key] && rates[peer]) {
      const ratios = measures.map((measure) => ratio(rates[key][measure], rates[peer][measure]));
      const found = ratios.map(
        ({ middle, low, high }, index) =>
          `${measures[index].slice(0, -2)} ${middle.toFixed(2)} x (rounds ${low.toFixed(2)} to ${high.toFixed(2)})`,
      );
      reached.push({ text, found: found.join(', '), isMet: ratios.every(({ middle }) => middle >= goal) });
    }
  };
  const clicks = ['click-1', 'walk-1'];
  atLeast(
    'A click at least 1.3 x the Microsoft 365 Agents SDK’s bare click',
    'ours',
    'agents-sdk',
    clicks,
    1.3,
  );
  atLeast(
    'A click at least 1.0 x the Teams SDK’s bare click, both on Node 24',
    'ours-24',
    'teams-sdk',
    clicks,
    1,
  );
  atLeast(
    'A message at least 1.0 x the Microsoft 365 Agents SDK’s echo',
    'ours',
    'agents-sdk',
    ['message-1'],
    1,
  );
  for (const [key, floor] of [
    ['ours', 'floor'],
    ['ours-24', 'floor-24'],
  ]) {
    const node = key === 'ours' ? 'this Node' : 'Node 24';
    atLeast(`A click at least 0.7 of the floor’s, on ${node}`, key, floor, ['click-1'], 0.7);
    const reachedNow = reached.at(-1);
    if (rates[key] && rates[floor]) {
      const spent = ratio(cpu[floor]['click-1'], cpu[key]['click-1']).middle;
      reachedNow.found += `; by the processor time of a click ${spent.toFixed(2)} x`;
    }
  }
  const fastest = warm['ours-24'] ? 'ours-24' : 'ours';
  if (warm[fastest]) {
    const starts = { warm: median(warm[fastest]), ...(cold ? { cold: median(cold[fastest]) } : {}) };
    const found = Object.entries(starts).map(([name, time]) => `${name} ${whole(time)} ms`);
    reached.push({
      text: `Ready within 2 s${fastest === 'ours-24' ? ', on Node 24' : ''}`,
      found: found.join(', '),
      isMet: Object.values(starts).every((time) => time <= 2000),
    });
    reached.push({
      text: 'Memory after load no higher than the bare teams-ai echo bot’s',
      found: `${whole(memory.ours.now)} MB against ${whole(memory['teams-ai'].now)} MB`,
      isMet: memory.ours.now <= memory['teams-ai'].now,
    });
    reached.push({
      text: 'Memory when ready, idle, at most 145 MB',
      found: Object.entries(idle)
        .map(([key, size]) => `${whole(size)} MB${key === 'ours-24' ? ' on Node 24' : ''}`)
        .join(', '),
      isMet: Math.round(idle.ours) <= 145,
    });
  }
  return reached;
}

const tableOf = (rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function ratesOf({ bots, rates }) {
  const rows = bots.map((bot) => {
    const own = bots.find(({ isOurs, node }) => isOurs && node === bot.node) ?? bot;
    const cell = (measure) => {
      if (rates[bot.key][measure] === undefined) return '';
      const rate = whole(median(rates[bot.key][measure]));
      const times = ratio(rates[own.key][measure], rates[bot.key][measure]).middle.toFixed(2);
      return own === bot ? rate : `${rate} (${times} x)`;
    };
    const cells = ['click-1', 'walk-1', 'message-1', 'click-8', 'message-8'].map(cell);
    return [bot.isOurs ? `**${bot.name}**` : bot.name, bot.nodeVersion, ...cells];
  });
  const head = ['Bot', 'Node', 'Click/s', 'Walking/s', 'Message/s', 'Click/s, 8 lines', 'Message/s, 8 lines'];
  return tableOf([head, ['---', '---', ...Array(5).fill('---:')], ...rows]);
}

function costsOf({ bots, cpu, memory, warm, cold }) {
  const start = (times, { key, isFloor }) =>
    isFloor ? '' : times ? whole(median(times[key])) : 'not measured';
  const spent = (values) => (values ? median(values).toFixed(2) : '');
  const rows = bots.map((bot) => [
    bot.isOurs ? `**${bot.name}**` : bot.name,
    bot.nodeVersion,
    spent(cpu[bot.key]['click-1']),
    spent(cpu[bot.key]['message-1']),
    whole(memory[bot.key].now),
    start(warm, bot),
    start(cold, bot),
  ]);
  const costs = ['CPU a click, ms', 'CPU a message, ms', 'Memory, MB', 'Ready warm, ms', 'Ready cold, ms'];
  return tableOf([['Bot', 'Node', ...costs], ['---', '---', ...Array(5).fill('---:')], ...rows]);
}

const newResults = ({ bots, firstResults }) =>
  bots
    .filter(({ key }) => firstResults[key])
    .map(({ key, nodeVersion }) => `${firstResults[key].toFixed(1)} ms on Node ${nodeVersion}`)
    .join(' and ');

/** docs/bench.md as text. */
export function writePage(results) {
  const { machine, measuredAt, plan, bots, refusals, profiles } = results;
  const goals = goalsOf(results).map(
    ({ text, found, isMet }) => `| ${text} | ${found} | ${isMet ? 'met' : '**missed**'} |`,
  );
  const refused = bots.map(({ key, name }) => `${name} with ${refusals[key]}`);
  return `# Vejviser beside bare bots

Written by \`npm run bench\` on ${measuredAt.slice(0, 10)}. ${machine}, bot, load and fakes on one machine.
Meetings, items and reminders are measured on [a page of their own](bench-meetings.md).

![Clicks and messages a second, memory and time to ready, for each bot](bench.svg)

${ratesOf(results)}

${costsOf(results)}

Click: always the same result. Walking: the clicks as people make them, four to a result, the results in turn. Ours
makes a card once and remembers it while the units' opening stays as it is; the first time it takes ${newResults(results)}, just started.

Medians of ${plan.rounds} rounds of ${plan.seconds} s; the bots took turns within each round. In brackets: ours over that bot's on the
same Node, the median over the rounds. CPU: the bot's process alone, one line. Ready: from the start of the process until it answers a signed click with a card,
median of ${plan.starts} starts (cold: the kernel's file cache dropped before each, ${plan.coldStarts} starts). Memory: VmRSS 2 s after the last load.

## Goals

| Goal | Found | Verdict |
| --- | --- | --- |
${goals.join('\n')}

${profiles ? linesOfProfile(profiles, results.memory.ours.now) : ''}

## What was done

- One line is one kept-alive connection that sends its next request when the last answer is complete. Every request has a
  signed token (RS256, 200 different ones for each bot in turn), an activity id of its own and one of 20 conversations.
- Ours does its whole job: entry gate, token, replay memory, parsing, decision table, result card in the answer (up to 15 KB), and
  afterwards the update of the shown message; its message answers with the first card. The peers echo a text and answer a click with one
  small static card.
- Each bot refused a forged signature before it was measured: ${refused.join(', ')}. Each message that
  counted had its reply at the connector.
- The floor is bare \`node:http\` with our own token check, which answers every click with the bytes of our answer and does nothing
  else (\`bench/bots/floor.js\`). What ours does beyond it: the gate, the shape, tenant and replay checks, the rules, the counts, the
  update of the message.
- The peers are in \`bench/bots/\`, as their own read-mes build them, with \`NODE_ENV=production\`. They get their outgoing token as a
  managed identity does; the Agents SDK's callers carry a token of the tenant's issuer, since its address for the connector's
  keys is fixed.
`;
}
