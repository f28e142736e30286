import { rehearse } from './restore';

const sizes = [
  { meetings: 400, rows: 4_000 },
  { meetings: 4_000, rows: 40_000 },
];
const mb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
const s = (ms: number): string => (ms / 1_000).toFixed(1);

/** Prints the table of docs/drift.md. */
const main = async (): Promise<void> => {
  process.stdout.write(
    '| møder | rækker | database | kopi | kopien tog | klar efter start | tilbage igen |\n',
  );
  process.stdout.write('|---|---|---|---|---|---|---|\n');
  for (const size of sizes) {
    const found = await rehearse(size);
    const isWhole = JSON.stringify(found.restored) === JSON.stringify(found.saved);
    process.stdout.write(
      `| ${size.meetings} | ${size.rows} | ${mb(found.databaseBytes)} MB | ${mb(found.backupBytes)} MB | ${s(found.backupMs)} s | ${s(found.readyMs)} s | ${isWhole ? 'alt' : 'IKKE ALT'} |\n`,
    );
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
