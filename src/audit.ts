import { printAudit } from './audit/print';
import { loadDatabaseUrl } from './config';

const main = async (): Promise<void> => {
  await printAudit({
    databaseUrl: loadDatabaseUrl(process.env),
    isCsv: process.argv.includes('--csv'),
    print: (line) => process.stdout.write(`${line}\n`),
  });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The audit trail can not be read.'}\n`);
  process.exitCode = 1;
});
