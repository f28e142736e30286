import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareFiles } from '../../src/concern/comparison/comparison';
import { comparisonReport } from '../../src/concern/comparison/report';
import { findRoute } from '../../src/concern/route';
import { everyCombination } from '../../src/municipality/facts';
import { ishojFile, parseMunicipality } from '../../src/municipality/load';
import type { MunicipalityFile } from '../../src/municipality/schema';

const file = (): MunicipalityFile => JSON.parse(readFileSync(ishojFile, 'utf8'));
const changed = (change: (content: MunicipalityFile) => void): MunicipalityFile => {
  const content = file();
  change(content);
  return content;
};
const before = parseMunicipality(file());
const comparedWith = (change: (content: MunicipalityFile) => void) => {
  const after = parseMunicipality(changed(change));
  const comparison = compareFiles(before, after);
  return {
    comparison,
    text: comparisonReport(comparison, after, 'text'),
    markdown: comparisonReport(comparison, after, 'markdown'),
  };
};
const met = ({ comparison }: ReturnType<typeof comparedWith>, kind: string): number =>
  comparison.changes
    .filter((change) => change.kind === kind)
    .reduce((sum, { situations }) => sum + situations.length, 0);

test('the same file > changes no answer', () => {
  const { comparison, text } = comparedWith(() => undefined);
  expect(comparison).toEqual({ compared: 2 * everyCombination.length, changes: [], otherParts: [] });
  expect(text).toContain('0 svar af 1.232 bliver anderledes.');
});

test('a unit with another telephone > counts the answers that begin with it, and says the old and the new number', () => {
  const found = comparedWith(({ units }) => {
    units['staff-unit'].telephone = '11 22 33 44';
  });
  const beginWithIt = (['inside-or-unknown', 'probably-nobody'] as const).flatMap((hours) =>
    everyCombination.filter((answers) => {
      const { steps } = findRoute(before, answers, () => hours);
      const first = steps.find(({ by, unit }) => by.includes('telephone') && before.units[unit]?.telephone);
      return first?.unit === 'staff-unit';
    }),
  );
  expect(beginWithIt.length).toBeGreaterThan(0);
  expect(met(found, 'number')).toBe(beginWithIt.length);
  expect(found.text).toContain(`Begynder med et andet nummer (${beginWithIt.length})`);
  expect(found.markdown).toContain('11 22 33 44');
  expect(found.markdown).toContain(before.units['staff-unit'].telephone);
});

test('a duty that no longer covers the schools > says where the duty goes, and to whom', () => {
  const found = comparedWith(({ duties }) => {
    const [first] = Object.values(duties);
    if (first !== undefined) first.title.da = 'Du må gerne underrette';
  });
  expect(met(found, 'duty')).toBeGreaterThan(0);
  expect(found.text).toMatch(/Før:\n\n {2}Pligt: .+/);
  expect(found.text).toContain('Pligt: Du må gerne underrette');
});

test('a sentence reworded > leaves numbers and steps, and shows the sentence before and after', () => {
  const found = comparedWith(({ notes }) => {
    const [note] = Object.values(notes);
    if (note !== undefined) note.text.da = 'En helt ny sætning.';
  });
  expect(found.comparison.changes.every(({ kind }) => kind === 'sentences')).toBe(true);
  expect(met(found, 'sentences')).toBeGreaterThan(0);
  expect(found.markdown).toContain('- »En helt ny sætning.');
});

test('opening hours filled in > change what is said when nobody is there', () => {
  const found = comparedWith(({ units }) => {
    units['family-centre'].openingHours = {
      weekdays: { monday: [{ from: '09:00', to: '15:00' }] },
      closedOn: [],
    };
  });
  expect(found.comparison.changes.length).toBeGreaterThan(0);
  for (const { situations } of found.comparison.changes)
    expect(new Set(situations.map(({ hours }) => hours))).toEqual(new Set(['away']));
  expect(found.text).toContain('uden for åbningstid');
});

test('school holidays filled in > change no answer and are named', () => {
  const { comparison, text } = comparedWith((content) => {
    content.schoolHolidays = [
      { from: '2027-02-15', to: '2027-02-19', name: { da: 'vinterferie', en: 'winter holidays' } },
    ];
  });
  expect(comparison.changes).toEqual([]);
  expect(text).toContain('Også ændret i filen, uden at et svar ændres: schoolHolidays.');
});

describe('npm run compare', () => {
  const root = path.join(__dirname, '../..');
  const folder = mkdtempSync(path.join(tmpdir(), 'vejviser-compare-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--require', './test/support/typescript-hook.js', 'src/compare.ts', ...args],
      { cwd: root, encoding: 'utf8' },
    );
  const written = (content: unknown): string => {
    const name = path.join(folder, 'new.json');
    writeFileSync(name, JSON.stringify(content));
    return name;
  };

  test('with a sound file > prints a page of Markdown', () => {
    const { status, stdout } = run(
      '--markdown',
      ishojFile,
      written(
        changed(({ units }) => {
          units['family-centre'].telephone = '55 66 77 88';
        }),
      ),
    );
    expect(stdout).toMatch(/^# Hvad den nye fil ændrer: Ishøj Kommune\n/);
    expect(stdout).toContain('55 66 77 88');
    expect(status).toBe(0);
  });

  test('with a file that has a dead end > says so and compares nothing', () => {
    const { status, stdout, stderr } = run(
      ishojFile,
      written(
        changed((content) => {
          content.rules = content.rules.filter(({ collect }) => collect !== 'step');
        }),
      ),
    );
    expect(stderr).toContain('a dead end');
    expect(stdout).toBe('');
    expect(status).toBe(78);
  });

  test('without a second file > says how it is used', () => {
    const { status, stderr } = run(ishojFile);
    expect(stderr).toContain('npm run compare -- [--markdown] old.json new.json');
    expect(status).toBe(64);
  });
});
