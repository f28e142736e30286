import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { type Judged, seedsIn } from './judged';

const document = path.join(__dirname, '../../docs/reliability.md');
const [begin, end] = ['<!-- stories -->', '<!-- end of stories -->'];

const rowOf = ({ database, version, seeds, broken, cpuSeconds, on }: Judged): string => {
  const count = seedsIn(seeds).length;
  const each = Math.round((1_000 * cpuSeconds) / count);
  const cells = [database, version, count, seeds, seedsIn(broken).length, broken, `${each} ms`, on];
  return `| ${cells.join(' | ')} |`;
};

const sumOf = (database: string, all: readonly Judged[]): string => {
  const own = all.filter((each) => each.database === database);
  const count = (of: 'seeds' | 'broken'): number => own.flatMap((each) => seedsIn(each[of])).length;
  return `**${count('seeds').toLocaleString('en')} stories on ${database}, ${count('broken')} of which broke a promise.**`;
};

/** Puts what was judged so far into the document. */
export const writeFigures = (all: readonly Judged[]): void => {
  const text = readFileSync(document, 'utf8');
  const databases = [...new Set(all.map(({ database }) => database))].toSorted();
  const table = [
    `Node ${process.version}, ${cpus().length} cores.`,
    '',
    ...databases.flatMap((each) => [sumOf(each, all), '']),
    '| database | commit | stories | seeds | broke a promise | seeds of those | CPU a story | on |',
    '|---|---|---|---|---|---|---|---|',
    ...all.map(rowOf),
  ].join('\n');
  writeFileSync(
    document,
    `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`,
  );
};
