import path from 'node:path';
import { changeFact, confirmFact, emptyOverlay, type Overlay } from '../../src/facts/model/overlay';
import { type Topic, textIn, topics } from '../../src/facts/model/topic';
import { parseTyped, typedOf } from '../../src/facts/model/typed';
import { withFacts } from '../../src/facts/model/with-facts';
import { ishojFile, loadMunicipalityFile, municipalityOf } from '../../src/municipality/load';
import type { MunicipalityFile } from '../../src/municipality/schema';

const ishoj = loadMunicipalityFile(ishojFile);
const fjordby = loadMunicipalityFile(path.join(__dirname, '../support/fjordby.json'));
const rita = { personId: 'rita', name: 'Rita Opfundet' };
const at = Date.parse('2026-11-25T23:30:00Z');

const changed = (
  file: MunicipalityFile,
  topic: Topic,
  is: unknown,
  overlay: Overlay = emptyOverlay,
): Overlay =>
  changeFact(overlay, { topic, over: textIn(file, topic), by: rita, at, value: JSON.stringify(is) });

test('file nobody has corrected > is in force as it is', () => {
  expect(withFacts(ishoj, emptyOverlay)).toEqual({ file: ishoj, refused: [], clashing: [] });
});

test.each(['da', 'en'] as const)(
  'every fact of every file, in %s > is read from its form as it was',
  (language) => {
    for (const file of [ishoj, fjordby])
      for (const topic of topics) {
        const parsed = parseTyped(file, topic, typedOf(file, topic, language));
        expect([topic, parsed.kind === 'value' && JSON.stringify(parsed.is)]).toEqual([
          topic,
          textIn(file, topic),
        ]);
      }
  },
);

test('number corrected > is in force, and whoever corrected it vouches for it from that day in Denmark on', () => {
  const overlay = changed(ishoj, 'staff-unit', { telephone: '43 57 00 01', mail: 'tk@ishoj.dk' });
  const { units } = withFacts(ishoj, overlay).file;
  expect(units['staff-unit']).toEqual({
    ...ishoj.units['staff-unit'],
    telephone: '43 57 00 01',
    confirmedOn: '2026-11-26',
  });
  expect({ ...units, 'staff-unit': 0 }).toEqual({ ...ishoj.units, 'staff-unit': 0 });
});

test('fact confirmed > counts as long as the file has what was confirmed', () => {
  const overlay = confirmFact(emptyOverlay, {
    topic: 'staff-unit',
    over: textIn(ishoj, 'staff-unit'),
    by: rita,
    at,
  });
  expect(withFacts(ishoj, overlay).file.units['staff-unit'].confirmedOn).toBe('2026-11-26');
  const staff = { ...ishoj.units['staff-unit'], telephone: '43 57 00 02' };
  const later = { ...ishoj, units: { ...ishoj.units, 'staff-unit': staff } };
  expect(withFacts(later, overlay)).toEqual({ file: later, refused: [], clashing: [] });
});

test('out-of-hours duty > comes with a number and goes with it', () => {
  const overlay = changed(ishoj, 'out-of-hours', { telephone: '43 57 00 03' });
  const { file } = withFacts(ishoj, overlay);
  expect(file.units['out-of-hours']).toMatchObject({
    telephone: '43 57 00 03',
    name: { en: 'The out-of-hours duty' },
  });
  expect(withFacts(fjordby, changed(fjordby, 'out-of-hours', {})).file.units['out-of-hours']).toBeUndefined();
});

test('file changed under a correction > loses nothing silently', () => {
  const overlay = changed(ishoj, 'staff-unit', { telephone: '43 57 00 01', mail: 'tk@ishoj.dk' });
  const fileWith = (telephone: string): MunicipalityFile => ({
    ...ishoj,
    units: { ...ishoj.units, 'staff-unit': { ...ishoj.units['staff-unit'], telephone } },
  });
  const other = withFacts(fileWith('43 57 00 09'), overlay);
  expect(other.clashing).toEqual(['staff-unit']);
  expect(other.file.units['staff-unit'].telephone).toBe('43 57 00 01');
  expect(withFacts(fileWith('43 57 00 01'), overlay).clashing).toEqual([]);
});

test('what doesn’t go with the file > doesn’t count, and everything else does', () => {
  const bad = changed(ishoj, 'family-centre', { mail: 'x@ishoj.dk' });
  const both = changed(
    ishoj,
    'school-holidays',
    [{ from: '2027-02-13', to: '2027-02-21', name: { da: 'v', en: 'w' } }],
    bad,
  );
  const { file, refused } = withFacts(ishoj, both);
  expect(refused).toEqual(['family-centre']);
  expect(file.units['family-centre']).toEqual(ishoj.units['family-centre']);
  expect(municipalityOf(file).schoolHolidays).toHaveLength(1);
});

test.each([
  [
    'staff-unit',
    { telephone: '12', mail: 'x', hours: 'mandag' },
    { telephone: 'telephone', mail: 'mail', hours: 'hours' },
  ],
  ['report-form', { url: 'http://x.dk', places: '' }, { url: 'address', places: 'missing' }],
  ['safe-mail', { da: 'cpr 010203-1234', en: 'x' }, { da: 'cpr' }],
  ['closed-days', { days: 'juleaften' }, { days: 'closed-day' }],
  ['school-holidays', { days: 'vinterferie' }, { days: 'holiday' }],
] as const)('%s filled in wrongly > is told beside each field', (topic, typed, faults) => {
  const parsed = parseTyped(ishoj, topic, typed);
  const kinds =
    parsed.kind === 'faults' ? Object.entries(parsed.faults).map(([field, { kind }]) => [field, kind]) : [];
  expect(Object.fromEntries(kinds)).toEqual(faults);
});
