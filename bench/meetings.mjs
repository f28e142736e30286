// Measures ticks, items and jobs of the meetings' part and writes docs/bench-meetings.md and docs/bench-meetings.svg.
// `--quick` runs everything once and small, prints the page and writes nothing; `--short` leaves out the largest, and writes.
import { writeFileSync } from 'node:fs';
import { measureItems } from './meetings/items.mjs';
import { measureJobs, peerName } from './meetings/jobs.mjs';
import { drawPage, writePage } from './meetings/page.mjs';
import { startServer } from './meetings/server.mjs';
import { measureSizes } from './meetings/sizes.mjs';
import { measureEmbedded, measureMongodb } from './meetings/tick.mjs';
import { describeMachine } from './report.mjs';

const isQuick = process.argv.includes('--quick');
const isShort = process.argv.includes('--short');
const whole = {
  ...{ sizes: [1_000, 10_000, 100_000, 1_000_000], mongodbSizes: [1_000, 10_000, 100_000] },
  ...{ groups: [7, 70, 700], groupRounds: 15 },
  ...{ rounds: 5, tickRounds: 15, mongodbRounds: 1, items: 400, jobs: 500 },
};
const short = {
  ...whole,
  ...{ sizes: [1_000, 10_000, 100_000], mongodbSizes: [1_000], groupRounds: 5, tickRounds: 5, rounds: 3 },
  ...{ items: 200, jobs: 200 },
};
const plan = isQuick
  ? {
      sizes: [1_000, 10_000],
      mongodbSizes: [1_000],
      rounds: 1,
      tickRounds: 1,
      mongodbRounds: 1,
      items: 100,
      jobs: 100,
      groups: [7, 70],
      groupRounds: 1,
    }
  : isShort
    ? short
    : whole;

const say = (text) => process.stderr.write(`${text}\n`);

async function main() {
  const { sizes, mongodbSizes, rounds, tickRounds, mongodbRounds, groups, groupRounds, items, jobs } = plan;
  const byGroups = await measureSizes({ sizes: groups, rounds: groupRounds, say });
  const embedded = await measureEmbedded({ sizes, rounds: tickRounds, say });
  const server = await startServer();
  try {
    const results = {
      ...{
        measuredAt: new Date().toISOString(),
        machine: describeMachine(),
        plan,
        peerName,
        server: server?.name,
      },
      embedded,
      groups: byGroups,
      items: await measureItems(server, { items, rounds, say }),
      jobs: server && (await measureJobs(server, { jobs, rounds, say })),
      mongodb: server && (await measureMongodb(server, { sizes: mongodbSizes, rounds: mongodbRounds, say })),
    };
    const page = writePage(results);
    process.stdout.write(page);
    if (isQuick) return;
    writeFileSync(new URL('../docs/bench-meetings.md', import.meta.url), page);
    writeFileSync(new URL('../docs/bench-meetings.svg', import.meta.url), drawPage(results));
  } finally {
    await server?.stop();
  }
}

main().catch((fault) => {
  say(fault.stack);
  process.exit(1);
});
