import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const paper = readFileSync(path.join(root, 'docs/trusselsbillede.md'), 'utf8');
const [, table = ''] = paper.split('## Hvem kan hvad');
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| den, der |'))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| ?| ?\|$/g, '').trim()));

/** The tests that a cell names, as file and title. */
const namedIn = (cell: string): readonly { readonly file: string; readonly title: string }[] =>
  [...cell.matchAll(/`(test\/[^`]+)`: (.+?)(?: · |$)/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));

describe('threats', () => {
  it('every row > names a test that holds it, or says why there is none', () => {
    expect(rows.length).toBeGreaterThan(20);
    const bare = rows.filter((cells) => namedIn(cells.at(-1) ?? '').length === 0).map(([who]) => who);
    expect(bare).toEqual(['har taget bottens hemmelighed']);
  });

  it('every named test > is there, under that title', () => {
    const missing = rows
      .flatMap((cells) => namedIn(cells.at(-1) ?? ''))
      .filter(({ file, title }) => {
        const at = path.join(root, file);
        return !existsSync(at) || !readFileSync(at, 'utf8').includes(title);
      });
    expect(missing).toEqual([]);
  });
});
