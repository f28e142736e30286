// docs/bench-meetings.md and its picture, from the results of one run.
import { tmpdir } from 'node:os';
import { drawPanels } from '../chart.mjs';
import { median } from '../report.mjs';
import { due } from './fill.mjs';

const isInMemory = tmpdir().startsWith('/dev/shm');

const whole = (value) => Math.round(value).toLocaleString('en-GB');
const oneDigit = (value) => value.toFixed(1);
const tickOf = ({ wakeMs, claimMs }) => wakeMs + claimMs;

/** How many times as long a tick takes as with the fewest meetings, round by round. */
export const ratioOf = (sizes, index) =>
  median(sizes[index].rounds.map((round, n) => tickOf(round) / tickOf(sizes[0].rounds[n])));

const tableOf = (head, rows) =>
  [head, head.map((_, n) => (n === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const ticksOf = (sizes) =>
  tableOf(
    ['Meetings stored', 'Maintenance, ms', 'Claiming, ms', 'Nothing due, ms', 'Beside the fewest'],
    sizes.map(({ stored, rounds }, index) => [
      whole(stored),
      whole(median(rounds.map(({ wakeMs }) => wakeMs))),
      oneDigit(median(rounds.map(({ claimMs }) => claimMs))),
      oneDigit(median(rounds.map(({ idleMs }) => idleMs))),
      `${ratioOf(sizes, index).toFixed(2)} x`,
    ]),
  );

const flatnessOf = (sizes) => {
  const worst = Math.max(...sizes.map((_, index) => ratioOf(sizes, index)));
  return `${worst.toFixed(2)} x at the most, ${worst <= 1.5 ? 'met' : '**missed**'}`;
};

const databaseNames = { embedded: 'embedded', mongodb: 'MongoDB' };
const itemsOf = (items) =>
  tableOf(
    ['Database', 'One after the other, /s', 'Eight at a time, /s'],
    Object.entries(items).map(([name, rates]) => [
      databaseNames[name],
      whole(median(rates[1])),
      whole(median(rates[8])),
    ]),
  );

const jobsOf = ({ jobs, peerName }) => {
  if (jobs.peer === undefined || jobs.fault !== undefined)
    return `${peerName} doesn't run on this server: \`${jobs.fault}\`. Ours: ${whole(median(jobs.ours))} jobs a second.`;
  const ratio = median(jobs.ours.map((rate, n) => rate / jobs.peer[n]));
  return tableOf(
    ['', 'Jobs/s'],
    [
      ['**Vejviser’s outbox**', `${whole(median(jobs.ours))} (${ratio.toFixed(2)} x)`],
      [peerName, whole(median(jobs.peer))],
    ],
  );
};

const mongodbOf = ({ server, mongodb }) =>
  mongodb === undefined
    ? 'No MongoDB server was there.'
    : `MongoDB, on ${server}. The compatible server keeps no plain indexes and so looks at every document; that every query
has its index is asserted in \`test/contract\`. Printed, not judged: one round after one that isn't kept.

${ticksOf(mongodb)}`;

const askNames = {
  click: 'A meeting’s card, in its channel',
  'hand-in': 'An item handed in',
  mine: '`mine grupper`, by a member of three groups',
  'mine-all': '`mine grupper`, by a member of every group',
  meetings: '`møder` in private, three groups',
  'meetings-all': '`møder` in private, every group',
  calendar: '`kalender`, three groups',
  agendas: '`dagsorden` in private, every group',
  'set-up': '`opsæt` in a new channel',
  preview: 'The preview of a plan, with its clashes',
};

const msOf = (found) => median(found.map(({ ms }) => ms));
const mostOf = (found, read) => Math.max(...found.map(read));

/** How many times as long an ask takes as with the fewest groups, round by round. */
const askRatio = (groups, name) => {
  const [fewest, most] = [groups[0].asks[name], groups.at(-1).asks[name]];
  return median(most.map(({ ms }, n) => ms / fewest[n].ms));
};

const asksTable = (groups) =>
  tableOf(
    ['', ...groups.map((each) => `${each.groups}, ms`), 'Most beside fewest', 'Largest card, bytes'],
    Object.entries(askNames).map(([name, title]) => [
      title,
      ...groups.map(({ asks }) => oneDigit(msOf(asks[name]))),
      `${askRatio(groups, name).toFixed(2)} x`,
      whole(Math.max(...groups.map(({ asks }) => mostOf(asks[name], ({ bytes }) => bytes)))),
    ]),
  );

const nightTable = (groups) =>
  tableOf(
    [
      'Groups',
      'The night, ms',
      'Slowest click meanwhile, ms',
      'Loop still in the night, ms',
      'Loop still in an ask, ms',
      'Nothing due, ms',
    ],
    groups.map(({ groups: count, asks, nights }) => [
      whole(count),
      whole(mostOf(nights, ({ ms }) => ms)),
      whole(mostOf(nights, ({ slowestClickMs }) => slowestClickMs)),
      whole(mostOf(nights, ({ blockedMs }) => blockedMs)),
      whole(Math.max(...Object.values(asks).map((found) => mostOf(found, ({ blockedMs }) => blockedMs)))),
      oneDigit(mostOf(nights, ({ idleMs }) => idleMs)),
    ]),
  );

const verdict = (isMet) => (isMet ? 'met' : '**missed**');

const goalsOfGroups = (groups) => {
  const click = askRatio(groups, 'click');
  const bytes = Math.max(
    ...groups.flatMap(({ asks }) => Object.values(asks).map((found) => mostOf(found, (each) => each.bytes))),
  );
  const still = Math.max(
    ...groups.flatMap(({ asks, nights }) => [
      ...Object.values(asks).map((found) => mostOf(found, ({ blockedMs }) => blockedMs)),
      mostOf(nights, ({ blockedMs }) => blockedMs),
    ]),
  );
  return [
    `A click within 1.5 x: ${click.toFixed(2)} x, ${verdict(click <= 1.5)}.`,
    `No card over 28 KB: ${whole(bytes)} bytes, ${verdict(bytes < 28 * 1024)}.`,
    `The event loop never still for over 100 ms: ${whole(still)} ms, ${verdict(still <= 100)}.`,
  ].join('\n');
};

const groupsOf = (groups) => `${asksTable(groups)}

${nightTable(groups)}`;

/** docs/bench-meetings.md as text. */
export function writePage(results) {
  const { machine, measuredAt, plan, embedded, groups, items, jobs, server } = results;
  return `# Meetings, items and reminders, measured

Written by \`npm run bench:meetings\` on ${measuredAt.slice(0, 10)}. ${machine}.

![A tick by meetings stored, a click, a list and the preview by groups, items and jobs a second](bench-meetings.svg)

## A tick

${due} meetings have just reached their deadline: they are found, their agendas closed, their cards' updates put into the
outbox ("maintenance"), and those rows claimed ("claiming"). Embedded database; goal: as long with many meetings stored as with few, within 1.5 x.
Found: ${flatnessOf(embedded)}.

${ticksOf(embedded)}

${mongodbOf(results)}

## More groups

The same program with ${groups.map((each) => each.groups).join(', ')} groups in one process, embedded database. Each group has 25 members, a channel of its
own and a meeting every other week; Teams answers at once. "The night" is a day later, when every group is looked after;
somebody clicks all the while.

${goalsOfGroups(groups)}

${groupsOf(groups)}

## Items handed in

From the click's data to the receipt's card, everything but HTTP and the token: role, form, search for names and CPR
numbers, the meeting's change, its rows. Each item goes to another meeting than its neighbours.

${itemsOf(items)}

${
  server === undefined
    ? ''
    : `## Reminders beside a scheduler

Jobs that do nothing, all due, eight at once, on ${server}. Ours also takes a permit within the limits of its conversation and
of the tenant, counts the attempt and guards its mark with a fence; the peer locks, and writes the start and the end. A
claim of ours takes several rows, which weighs more where no index is kept than it will on a real server.

${jobsOf({ jobs, peerName: results.peerName })}
`
}
## What was done

One process, everything through the built program's own modules. Medians of ${plan.rounds} rounds (ticks ${plan.tickRounds}) in turns, after
one that isn't kept; ratios are of the same round. Ticks: files of their own per size, filled beforehand with as many outbox rows as
meetings. Groups: set up as a coordinator's yes does it, ${plan.groupRounds} rounds; the loop's stillness is the longest that
\`monitorEventLoopDelay\` saw in any round. Items: ${plan.items} in a fresh database a round. Jobs: ${plan.jobs} in a fresh database a round.${
    isInMemory ? ` The\ndatabases' folder is in memory: a disk's waits come on top of every write.` : ''
  }
`;
}

/** docs/bench-meetings.svg as text. */
export function drawPage({ embedded, groups, items, jobs, peerName }) {
  const panels = [
    {
      title: `A tick with ${due} meetings due, ms`,
      note: 'by meetings stored, embedded database; less is better',
      values: embedded.map(({ stored, rounds }) => ({
        name: `${whole(stored)} stored`,
        isOurs: true,
        value: median(rounds.map(tickOf)),
      })),
    },
    ...[
      ['click', 'A click in a channel, ms'],
      ['mine-all', '“mine grupper” of a member of every group, ms'],
      ['preview', 'The preview of a plan, ms'],
    ].map(([name, title]) => ({
      title,
      note: 'by groups stored; less is better',
      values: groups.map(({ groups: count, asks }) => ({
        name: `${whole(count)} groups`,
        isOurs: true,
        value: msOf(asks[name]),
      })),
    })),
    {
      title: 'Items handed in a second',
      note: 'eight at a time; more is better',
      values: Object.entries(items).map(([name, rates]) => ({
        name: databaseNames[name],
        isOurs: true,
        value: median(rates[8]),
      })),
    },
    ...(jobs?.peer?.length > 0
      ? [
          {
            title: 'Jobs a second',
            note: 'the same MongoDB server; more is better',
            values: [
              { name: 'Vejviser’s outbox', isOurs: true, value: median(jobs.ours) },
              { name: peerName, isOurs: false, value: median(jobs.peer) },
            ],
          },
        ]
      : []),
  ];
  return drawPanels(panels, 'A tick by meetings stored, items handed in and jobs a second');
}
