import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { routingTable } from './concern/routing-table';
import { ishojFile, loadMunicipality } from './municipality/load';

const file = path.join(__dirname, '../docs/routing.md');
const text = routingTable(loadMunicipality(ishojFile));

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/routing.md is stale: run `npm run docs`.\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
