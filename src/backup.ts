import { loadDatabaseUrl } from './config';
import { backUp } from './storage/back-up';

const main = async (): Promise<void> => {
  const target = process.argv[2];
  if (target === undefined) throw new Error('Say where to: npm run backup -- <file>');
  await backUp(loadDatabaseUrl(process.env), target);
  process.stdout.write(`The database has been copied to ${target}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The database can not be copied.'}\n`);
  process.exitCode = 1;
});
