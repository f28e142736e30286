import { loadDatabaseUrl } from './config';
import { printCounts } from './statistics/print';

const main = async (): Promise<void> => {
  await printCounts({
    databaseUrl: loadDatabaseUrl(process.env),
    now: new Date(),
    print: (line) => process.stdout.write(`${line}\n`),
  });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The counts can not be read.'}\n`);
  process.exitCode = 1;
});
