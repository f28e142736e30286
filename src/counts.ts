import { loadConfig } from './config';
import { printCounts } from './statistics/print';

const main = async (): Promise<void> => {
  const { databaseUrl } = loadConfig(process.env);
  await printCounts({ databaseUrl, now: new Date(), print: (line) => process.stdout.write(`${line}\n`) });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The counts can not be read.'}\n`);
  process.exitCode = 1;
});
