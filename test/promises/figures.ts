import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';

const document = path.join(__dirname, '../../docs/reliability.md');
const [begin, end] = ['<!-- stories -->', '<!-- end of stories -->'];

export type Figures = {
  readonly database: string;
  readonly stories: number;
  readonly firstSeed: number;
  readonly broken: number;
  readonly knownHoles: number;
  readonly seconds: number;
};

/** Puts the figures of one database among those that the document has. */
export const writeFigures = ({
  database,
  stories,
  firstSeed,
  broken,
  knownHoles,
  seconds,
}: Figures): void => {
  const text = readFileSync(document, 'utf8');
  const kept = text
    .slice(text.indexOf(begin), text.indexOf(end))
    .split('\n')
    .filter((line) => /^\| (embedded|mongodb) /.test(line) && !line.startsWith(`| ${database} `));
  const day = new Date().toISOString().slice(0, 10);
  const cells = [database, stories, firstSeed, broken, knownHoles, `${seconds} s`, day];
  const table = [
    `Node ${process.version}, ${cpus().length} cores.`,
    '',
    '| database | stories | first seed | stories that broke a promise | open holes | took | on |',
    '|---|---|---|---|---|---|---|',
    ...[...kept, `| ${cells.join(' | ')} |`].toSorted(),
  ].join('\n');
  writeFileSync(
    document,
    `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`,
  );
};
