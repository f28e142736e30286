import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { Line } from '../../src/municipality/schema';

/** The action plan's text by section, as the municipality published it, in one line each. */
const plan = JSON.parse(readFileSync(path.join(__dirname, '../support/handleplan.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const { plan: _, ...municipality } = loadMunicipality(ishojFile);

const isLine = (value: object): value is Line => 'quote' in value || 'notFromPlan' in value;

/** Every sentence of the file that says where it rests. */
const linesIn = (value: unknown): readonly Line[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isLine(value) ? [value] : Object.values(value).flatMap(linesIn);
};

const lines = linesIn(municipality);
const cited = lines.flatMap((line) => ('quote' in line ? [line] : []));
const own = lines.flatMap((line) => ('quote' in line ? [] : [line]));

describe('Ishøj’s file, what it cites', () => {
  test('stands in the plan, word by word, under the section cited', () => {
    const missing = cited.filter(({ section, quote }) => !plan[section]?.includes(quote));
    expect(missing).toEqual([]);
    expect(cited.length).toBeGreaterThan(80);
  });

  test('says "skal" only where the plan does, and the plan’s "pligt" is a duty', () => {
    const stricter = cited.filter(
      ({ da, quote }) => /\b(skal|pligt)\b/i.test(da) && !/\b(skal|pligt|underretningspligt)\b/i.test(quote),
    );
    expect(stricter).toEqual([]);
  });

  test('has every number and address of the plan, and no other', () => {
    const contacts = Object.values(municipality.units).flatMap((unit) =>
      unit?.national ? [] : [unit?.telephone ?? '', unit?.mail ?? ''],
    );
    const given = contacts.filter((contact) => contact !== '');
    const text = Object.values(plan).join(' ');
    expect(given.toSorted()).toEqual(
      [...new Set(text.match(/\b\d\d \d\d \d\d \d\d\b|\S+@\S+\b/g))].toSorted(),
    );
  });
});

describe('Ishøj’s file, what is its own', () => {
  test('promises nothing on a unit’s behalf', () => {
    const promises = /hjælper dig|helps you/i;
    expect(lines.filter(({ da, en }) => promises.test(da) || promises.test(en))).toEqual([]);
  });

  test('is no law: nothing about parents, consent or receipts but that the plan is silent', () => {
    const law = /samtykke|forældre|anonym|kvittering|loven|§/i;
    expect(own.filter(({ da }) => law.test(da))).toEqual([]);
    const { topics } = municipality.unsaid;
    expect(topics.filter(({ da }) => !/^(om du|hvad du gør)/.test(da))).toEqual([]);
  });
});
