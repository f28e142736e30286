import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { routingTable } from './concern/routing-table';
import { ishojFile, loadMunicipality } from './municipality/load';

const file = path.join(__dirname, '../docs/routing.md');

const main = (): void => {
  const text = routingTable(loadMunicipality(ishojFile));
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text)
    throw new Error('docs/routing.md is stale: run `npm run docs`.');
};

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The table can not be written.'}\n`);
  process.exitCode = 78;
}
