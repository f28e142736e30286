// docs/bench-meetings.md and its picture, from the results of one run.
import { drawPanels } from '../chart.mjs';
import { median } from '../report.mjs';
import { due } from './fill.mjs';

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

/** docs/bench-meetings.md as text. */
export function writePage(results) {
  const { machine, measuredAt, plan, embedded, items, jobs, server } = results;
  return `# Meetings, items and reminders, measured

Written by \`npm run bench:meetings\` on ${measuredAt.slice(0, 10)}. ${machine}.

![A tick by meetings stored, items and jobs a second](bench-meetings.svg)

## A tick

${due} meetings have just reached their deadline: they are found, their agendas closed, their cards' updates put into the
outbox ("maintenance"), and those rows claimed ("claiming"). Embedded database; goal: as long with many meetings stored as with few, within 1.5 x.
Found: ${flatnessOf(embedded)}.

${ticksOf(embedded)}

${mongodbOf(results)}

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
meetings. Items: ${plan.items} in a fresh database a round. Jobs: ${plan.jobs} in a fresh database a round.
`;
}

/** docs/bench-meetings.svg as text. */
export function drawPage({ embedded, items, jobs, peerName }) {
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
