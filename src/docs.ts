import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { routingTable } from './concern/routing-table';
import { ishojFile, loadMunicipality, municipalityFilesIn } from './municipality/load';
import { municipalityJsonSchema } from './municipality/schema';
import { columnsOf } from './storage/sqlite/columns';
import { storedTable } from './stored/table';

/** The text between a document's two marks is written; the rest is somebody's own. */
const between = (document: string, text: string): string => {
  const marks = /(<!-- generated: npm run docs -->\n)[\s\S]*(<!-- end of generated -->)/;
  if (!marks.test(document)) throw new Error('a document has lost its marks of what is generated');
  return document.replace(marks, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
};

type Generated = { readonly name: string; readonly make: (present: string) => string };

/** A table for each municipality that has its file beside Ishøj's. */
const routingTables = (): readonly Generated[] =>
  municipalityFilesIn(path.dirname(ishojFile)).map((file) => ({
    name: file === ishojFile ? 'routing.md' : `routing-${path.parse(file).name}.md`,
    make: () => routingTable(loadMunicipality(file)),
  }));

const generated: readonly Generated[] = [
  ...routingTables(),
  { name: 'municipality.schema.json', make: () => `${JSON.stringify(municipalityJsonSchema(), null, 2)}\n` },
  { name: 'databeskyttelse.md', make: (present) => between(present, storedTable(columnsOf())) },
];

const main = (): void => {
  for (const { name, make } of generated) {
    const file = path.join(__dirname, '../docs', name);
    const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const text = make(present);
    if (text === present) continue;
    if (process.argv.includes('--check')) throw new Error(`docs/${name} is stale: run \`npm run docs\`.`);
    writeFileSync(file, text);
  }
};

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The documents can not be written.'}\n`);
  process.exitCode = 78;
}
