import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { ishojFile } from '../../src/municipality/load';
import { municipalityJsonSchema } from '../../src/municipality/schema';

const read = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));
const written = path.join(__dirname, '../../docs/municipality.schema.json');
const fjordby = path.join(__dirname, '../support/fjordby.json');
const isValid = addFormats(new Ajv({ strict: false })).compile(read(written));

test('docs/municipality.schema.json > is what the loader reads today', () => {
  expect(read(written)).toEqual(municipalityJsonSchema());
});

test.each([ishojFile, fjordby])('%s > is valid against it, and names it', (file) => {
  const content = read(file);
  expect(isValid(content) ? [] : isValid.errors).toEqual([]);
  expect(path.resolve(path.dirname(file), String(content.$schema))).toBe(written);
});

test.each([
  ['a part that nobody knows', (content: Record<string, unknown>) => ({ ...content, phone: '112' })],
  ['a part left out', ({ units: _, ...content }: Record<string, unknown>) => content],
  [
    'a line that is both the plan’s and not',
    (content: Record<string, unknown>) => ({
      ...content,
      whoIsWho: [
        {
          name: { da: 'En', en: 'One' },
          lines: [{ da: 'En', en: 'One', section: 'x', quote: 'y', notFromPlan: true }],
        },
      ],
    }),
  ],
])('a file with %s > is not valid', (_, broken) => {
  expect(isValid(broken(read(ishojFile)))).toBe(false);
});
