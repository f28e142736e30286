import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { type Databases, mongodbDatabases, type RunDatabase, sqliteDatabases } from './databases';
import { type Figures, runScenario, type Scenario } from './run-scenario';
import { type DatabaseName, faultsOf, full, scenariosOf, short } from './scenarios';

// `npm run reliability -- --full` also writes the figures into docs/reliability.md; without it the short runs are made.
// Words after it choose runs by their names, such as `MongoDB` or `kills`; the figures of the others stay.
const words = process.argv.slice(2);
const isFull = words.includes('--full');
const chosen = words.filter((word) => word !== '--full');
const document = path.join(__dirname, '../../docs/reliability.md');
const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'];

const showEveryMs = 2_000;

type Run = { readonly database: DatabaseName; readonly scenario: Scenario; readonly figures: Figures };

const isChosen = (name: DatabaseName, scenario: Scenario): boolean =>
  chosen.every((word) => `${name}, ${scenario.name}`.includes(word));

const runOne = async (
  name: DatabaseName,
  scenario: Scenario,
  open: () => Promise<RunDatabase>,
): Promise<Run> => {
  const database = await open();
  const startedAt = Date.now();
  let shown = { done: -1, at: 0 };
  const show = (done: number): void => {
    if (done === shown.done || (done < scenario.rows && Date.now() - shown.at < showEveryMs)) return;
    shown = { done, at: Date.now() };
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

const tableOf = (rows: readonly string[]): string =>
  [
    `Node ${process.version}, ${cpus().length} cores, everything on one machine, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '| database | run | rows | kills | lost | twice | no answer | most | early | over a window | rows/s | done after |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');

/** The new figures among those that the document has. */
const writeFigures = (runs: readonly Run[]): void => {
  const text = readFileSync(document, 'utf8');
  const kept = text.split('\n');
  const rows = names.flatMap((name) =>
    scenariosOf(full, name).map((scenario) => {
      const run = runs.find((each) => each.database === name && each.scenario.name === scenario.name);
      return run ? rowOf(run) : kept.find((line) => line.startsWith(`| ${name} | ${scenario.name} |`));
    }),
  );
  const table = tableOf(rows.filter((row) => row !== undefined));
  const head = text.slice(0, text.indexOf(begin) + begin.length);
  writeFileSync(document, `${head}\n${table}\n${text.slice(text.indexOf(end))}`);
};

const names: readonly DatabaseName[] = ['embedded', 'MongoDB'];
const start = (name: DatabaseName): Promise<Databases | undefined> =>
  name === 'embedded' ? Promise.resolve(sqliteDatabases()) : mongodbDatabases();

const main = async (): Promise<void> => {
  const runs: Run[] = [];
  for (const name of names) {
    const scenarios = scenariosOf(isFull ? full : short, name).filter((each) => isChosen(name, each));
    const databases = scenarios.length > 0 ? await start(name) : undefined;
    if (databases === undefined) {
      process.stdout.write(`${name}: nothing chosen, or no server on this machine\n`);
      continue;
    }
    for (const scenario of scenarios) {
      runs.push(await runOne(name, scenario, databases.open));
      if (isFull) writeFigures(runs);
    }
    await databases.stop();
  }
  if (!isFull) process.stdout.write(`${tableOf(runs.map(rowOf))}\n`);
  process.exitCode = runs.some(({ scenario, figures }) => faultsOf(scenario, figures).length > 0) ? 1 : 0;
};

void main();
