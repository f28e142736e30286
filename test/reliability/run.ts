import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { mongodbDatabases, type RunDatabase, sqliteDatabases } from './databases';
import { type Figures, runScenario, type Scenario } from './run-scenario';
import { faultsOf, full, scenariosOf, short } from './scenarios';

// `npm run reliability -- --full` also writes the figures into docs/reliability.md; without it the short runs are made.
const isFull = process.argv.includes('--full');
const document = path.join(__dirname, '../../docs/reliability.md');
const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'];

type Run = { readonly database: string; readonly scenario: Scenario; readonly figures: Figures };

const runOne = async (name: string, scenario: Scenario, open: () => Promise<RunDatabase>): Promise<Run> => {
  const database = await open();
  const startedAt = Date.now();
  const show = (done: number): void => {
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    const line = `${name}, ${scenario.name}: ${done} of ${scenario.rows} after ${seconds} s`;
    process.stdout.write(process.stdout.isTTY ? `\r${line} ` : `${line}\n`);
  };
  try {
    const figures = await runScenario(scenario, database, show);
    const faults = faultsOf(scenario, figures);
    process.stdout.write(
      `${process.stdout.isTTY ? '\n' : ''}  ${faults.length === 0 ? 'kept' : faults.join(', ')}\n`,
    );
    return { database: name, scenario, figures };
  } finally {
    await database.remove();
  }
};

const rowOf = ({ database, scenario, figures }: Run): string => {
  const { rows, kills, lost, duplicates, ambiguous, most, early, overWindow } = figures;
  const { perSecond, recoverySeconds } = figures;
  const cells = [
    ...[database, scenario.name, rows, kills, lost, duplicates, ambiguous, most, early, overWindow],
    ...[Math.round(perSecond), recoverySeconds === 0 ? '' : `${Math.ceil(recoverySeconds)} s`],
  ];
  return `| ${cells.join(' | ')} |`;
};

const tableOf = (runs: readonly Run[]): string =>
  [
    `Node ${process.version}, ${cpus().length} cores, everything on one machine, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '| database | run | rows | kills | lost | twice | no answer | most | early | over a window | rows/s | done after |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...runs.map(rowOf),
  ].join('\n');

const writeFigures = (runs: readonly Run[]): void => {
  const text = readFileSync(document, 'utf8');
  const head = text.slice(0, text.indexOf(begin) + begin.length);
  writeFileSync(document, `${head}\n${tableOf(runs)}\n${text.slice(text.indexOf(end))}`);
};

const main = async (): Promise<void> => {
  const scenarios = scenariosOf(isFull ? full : short);
  const runs: Run[] = [];
  const mongodb = await mongodbDatabases();
  if (mongodb === undefined)
    process.stdout.write('no MongoDB server on this machine: only the embedded database\n');
  const databases = [
    ['embedded', sqliteDatabases()] as const,
    ...(mongodb ? [['MongoDB', mongodb] as const] : []),
  ];
  for (const [name, { open, stop }] of databases) {
    for (const scenario of scenarios) {
      runs.push(await runOne(name, scenario, open));
      if (isFull) writeFigures(runs);
    }
    await stop();
  }
  if (!isFull) process.stdout.write(`${tableOf(runs)}\n`);
  process.exitCode = runs.some(({ scenario, figures }) => faultsOf(scenario, figures).length > 0) ? 1 : 0;
};

void main();
