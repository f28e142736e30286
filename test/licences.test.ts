import { readFileSync } from 'node:fs';
import path from 'node:path';

type Shipped = { readonly name: string; readonly version: string; readonly licence: string };
const {
  mayShip,
  shippedIn,
  textOf,
}: {
  readonly mayShip: (licence: string) => boolean;
  readonly shippedIn: (lock: unknown) => readonly Shipped[];
  readonly textOf: (shipped: readonly Shipped[]) => string;
} = require('../scripts/licences.js');

const root = path.join(__dirname, '..');
const shipped = shippedIn(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));

describe('licences', () => {
  it('every package that is shipped > stands in the list with its licence, and none forbids it', () => {
    expect(shipped.length).toBeGreaterThan(50);
    expect(shipped.filter(({ licence }) => !mayShip(licence))).toEqual([]);
    expect(readFileSync(path.join(root, 'docs/licences.md'), 'utf8')).toBe(textOf(shipped));
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['(ISC AND CC-BY-3.0)', false],
    ['(MIT AND AGPL-3.0-only)', false],
    ['GPL-3.0-only', false],
    ['unknown', false],
  ])('%s > may be shipped: %s', (licence, may) => {
    expect(mayShip(licence)).toBe(may);
  });
});
