import { loadMunicipality } from '../../src/municipality/load';
import { ownNamesOf } from '../../src/privacy/own-names';
import { findPersonLike } from '../../src/privacy/person-like';

const ishoj = ownNamesOf(loadMunicipality('src/municipality/ishoj.json'), [
  'Vejlebroskolen',
  'Ishøj Bycenter',
  'Ishøj Store Torv 20',
]);
const found = (text: string) => findPersonLike(text, ishoj).map(({ kind, words }) => `${kind}: ${words}`);

describe('name', () => {
  test.each([
    ['Peter Hansen', 'Peter Hansen'],
    ['Orientering om Ali Hassan fra 8.b', 'Ali Hassan'],
    ['anne Anne-Marie Østergård-Åberg var her', 'Anne-Marie Østergård-Åberg'],
    ['Mohammed al Hassan', 'Mohammed al Hassan'],
    ['hos Jens von Bülow', 'Jens von Bülow'],
    ["Sinéad O'Neill", "Sinéad O'Neill"],
    ['om Ali H.', 'Ali H.'],
    ['om Ali H', 'Ali H'],
    ['og P. Hansen', 'P. Hansen'],
    ['Şükrü Yılmaz', 'Şükrü Yılmaz'],
    ['Ali  Hassan', 'Ali  Hassan'],
    ['Ali\u00a0Hassan', 'Ali Hassan'],
    ['A\u200bli Has\u00adsan', 'Ali Hassan'],
    ['ALI HASS', 'ALI HASS'],
    ["kaldet 'Ali Hassan'", "Ali Hassan'"],
    ['-Ali Hassan', 'Ali Hassan'],
    ['(»Ali Hassan«)', 'Ali Hassan'],
    ['Ali **Hassan**', 'Ali Hassan'],
    ['Ali <b>Hassan</b>', 'Ali  Hassan'],
    ['Karen Birgitte Blixen', 'Karen Birgitte Blixen'],
    ['samtale med ahmed i 8b', 'ahmed'],
    ['ahmed 8.b', 'ahmed'],
  ])('%j > is asked about', (text, words) => {
    expect(found(text)).toEqual([`name: ${words}`]);
  });

  test.each([
    'Uro på parkeringspladsen',
    'Fyrværkeri efter nytår',
    'Orientering fra politiet. Skolen er med',
    'Skolen\nPolitiet',
    'Kan I komme? I Ishøj er der plads',
    'SSP og PPR',
    'Ny SSP-lærer',
    'PPR Konsulent',
    'ali hassan',
    'Elev, Lærer',
    'Klub i 7. og 8. klasse',
    '',
  ])('%j > is none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    'Ishøj Kommune',
    'Nyt fra Ishøj Kommunes center',
    'Center for Børn og Forebyggelse',
    'Stabsenheden for Tryghed og Kriminalitetsforebyggelse',
    'Fra Ishøj Kommune',
    'Møde med Ishøj Lokalpoliti',
    'Ungdomsskolen PPR Politiet',
    'SSP-Netværksgruppe 1',
    'Vejlebroskolen Ishøj',
    'Ishøj  Bycenter',
    'Familiecenteret StraXen',
  ])("the municipality's own %j > is none", (text) => {
    expect(found(text)).toEqual([]);
  });

  test('beside an own name > is asked about alone', () => {
    expect(found('Ishøj Kommune Peter Hansen Ungdomsskolen')).toEqual(['name: Peter Hansen']);
  });

  test("an own name that is not the municipality's > is asked about", () => {
    expect(findPersonLike('Gule Pakhus', [])).toEqual([{ kind: 'name', words: 'Gule Pakhus' }]);
    expect(findPersonLike('Gule Pakhus', ['Gule Pakhus'])).toEqual([]);
  });

  test.each(['.*', 'a(b', '[x', 'C++', '\\', 'A|B'])('the list holds %j > it is read as it stands', (own) => {
    expect(findPersonLike('Peter Hansen', [own])).toEqual([{ kind: 'name', words: 'Peter Hansen' }]);
  });
});

describe('telephone', () => {
  test.each([
    '23456789',
    '23 45 67 89',
    '2345 6789',
    '23 456 789',
    '234 56 789',
    '23-45-67-89',
    '23.45.67.89',
    '+4523456789',
    '+45 23 45 67 89',
    '0045 23 45 67 89',
    '23\u00a045\u00a067\u00a089',
    '2 3 4 5 6 7 8 9',
    '٢٣٤٥٦٧٨٩',
    '+46 70 123 45 67',
  ])('%j > is asked about', (number) => {
    expect(findPersonLike(`ring ${number} i aften`, ishoj)).toMatchObject([{ kind: 'telephone' }]);
  });

  test.each([
    'skoleåret 2026-2027',
    'den 12.11.2026',
    'den 2026-11-12',
    'kl. 12.30-13.15',
    '15 til 20 unge i 7. og 8. klasse',
    '1234567',
    '112',
    'lov nr. 1234 af 2020',
  ])('%j > is none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test("the staff unit's own number > is none", () => {
    expect(found('Ring til Stabsenheden 43 57 75 55')).toEqual([]);
    expect(found('Ring 43577555')).toEqual([]);
    expect(found('Ring 43577556')).toEqual(['telephone: 43577556']);
  });
});

describe('address', () => {
  test.each([
    'Vejlebrovej 45',
    'vejlebrovej 45',
    'VEJLEBROVEJ 45',
    'Søndergade 7, 2. th.',
    'Strandgaden 12B',
    'Ahorn allé 3',
    'Ahornallé 3',
    'ahornalle 3',
    'Gamle Alle 3',
    'Lille Stræde 9',
    'på plads 4',
    'Køge Torv 11',
    'Birkevænget 101',
    'Elmevænge nr. 8',
    'Vej 12',
    'Vejlebrovej, 45',
    'Vildtbanegård 32',
    'Vejleåparken 5 b',
  ])('%j > is asked about', (text) => {
    expect(findPersonLike(`hos dem i ${text}`, ishoj).map(({ kind }) => kind)).toContain('address');
  });

  test.each([
    'alle 3 skoler',
    'Alle 5 grupper kommer',
    'Vejlebrovej er mørk',
    'undervejs 3 gange',
    'på vej',
    'Vejlebrovej 2026',
    'i haven 3 gange',
    'Ishøj Store Torv 20',
    'gader og 3 veje',
  ])('%j > is none', (text) => {
    expect(found(text).filter((each) => each.startsWith('address'))).toEqual([]);
  });
});

test('a name, a number and a street in one text > are asked about together', () => {
  expect(found('Ali Hassan, Vejlebrovej 45, 23 45 67 89')).toEqual([
    'telephone: 23 45 67 89',
    'address: Vejlebrovej 45',
    'name: Ali Hassan',
  ]);
});

test('long texts without end > are read to the end', () => {
  for (const piece of ['A', 'Aa ', 'a-', '1 ', '12', 'vej', 'Aa', "O'", '+1 ', 'alle '])
    expect(Array.isArray(findPersonLike(piece.repeat(20_000), ishoj))).toBe(true);
});

test("the file's own names > stand in the list, with their parts and numbers", () => {
  expect(ishoj).toEqual(
    expect.arrayContaining([
      'Ishøj Kommune',
      'Ishøj',
      'Familiecenteret',
      'StraXen',
      'SSP-NU',
      'Politiet',
      '43 57 75 55',
    ]),
  );
});
