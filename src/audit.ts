import { parseArgs } from 'node:util';
import { printAudit, type Which } from './audit/print';
import { loadDatabaseUrl } from './config';

const options = {
  csv: { type: 'boolean', default: false },
  newest: { type: 'string' },
  person: { type: 'string' },
} as const;

const whichOf = ({ newest, person }: { newest?: string; person?: string }): Which => {
  if (person !== undefined) return { kind: 'person', personId: person };
  if (newest === undefined) return { kind: 'all' };
  const limit = Number(newest);
  if (!Number.isInteger(limit) || limit < 1) throw new Error('--newest wants a number of rows, 1 or more');
  return { kind: 'newest', limit };
};

const main = async (): Promise<void> => {
  const { csv, ...values } = parseArgs({ options }).values;
  await printAudit({
    databaseUrl: loadDatabaseUrl(process.env),
    isCsv: csv,
    which: whichOf(values),
    print: (line) => process.stdout.write(`${line}\n`),
  });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The audit trail can not be read.'}\n`);
  process.exitCode = 1;
});
