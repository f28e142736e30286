import { readFileSync } from 'node:fs';
import path from 'node:path';
import { routingTable } from '../../src/concern/routing-table';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';

const written = readFileSync(path.join(__dirname, '../../docs/routing.md'), 'utf8');
const municipality = loadMunicipality(ishojFile);

describe('docs/routing.md', () => {
  test('is what the table says today', () => {
    expect(written).toBe(routingTable(municipality));
  });

  test('has a line for every way in which a rule can hold', () => {
    const lines = written.split('\n').filter((line) => /^\| \d/.test(line));
    expect(lines).toHaveLength(municipality.rules.flatMap(({ when }) => when).length);
  });
});
