import { readdirSync, readFileSync } from 'node:fs';

const sources = readdirSync('src/text').map(
  (file) => [file, readFileSync(`src/text/${file}`, 'utf8')] as const,
);
const read = (name: string, file: string) => [name, readFileSync(file, 'utf8')] as const;
const others = [
  read('ishoj.json', 'src/municipality/ishoj.json'),
  read('manifest.json', 'appPackage/manifest.json'),
  read('en.json', 'appPackage/en.json'),
];

/** What no colleague would say, and words for which the house has another: each was on a card once. */
const notSaid = [
  'alle andre har deres egen vej',
  'et ventet barn',
  'Det kommer ud over underretningen',
  'Temaer, der hører til her',
  'står ved magt',
  'dets ord',
  'punkternes ord',
  'Tag det faste punkt af',
  'Vælg ud for',
  'Giv lov',
  'givet lov',
  'Det, der sendes',
  'minutterne',
  'er gået',
  '1 er hver gang',
  'ingen underretning',
  'Det blev ikke gjort',
  'Svar på sent punkt',
  'Den har ingen tekst',
  'fra gadeplan"',
  "coming: 'kommer'",
  'Familiecentret',
  'Save the minutes',
  'no report',
  'Write no name',
  'stand here',
  'Can’t it wait',
  "Can't it wait",
  'Who comes',
  'of yours',
  'on your way again',
  'rules hold',
  'a certain young person',
  'Orientation',
  'and in an item',
  'centret',
  'dertil.',
  'uden for 8-16',
  'falder væk',
  'på ny',
  'Giv mig en',
  'adresse på nettet',
  'et vejskilt',
  'and it in by',
  'is left out',
  'Others read along',
  'Does this fit',
  'anded in',
  'ingle case',
];

test.each(notSaid)('%j > is in no text', (words) => {
  const found = [...sources, ...others].filter(([, text]) => text.includes(words)).map(([file]) => file);
  expect(found).toEqual([]);
});

test('a second imperative > has no comma before it', () => {
  const imperative =
    /, og (?:drøft|find|giv|hent|kopiér|læg|meld|prøv|send|sig|skriv|slet|sæt|udsend|vælg)\b/g;
  const found = [...sources, ...others].flatMap(([, text]) => text.match(imperative) ?? []);
  expect(found).toEqual([]);
});

test('a word to write in a channel > stands after @Vejviser', () => {
  const alone = /[»“](?:opsæt|set up)[«”]/g;
  expect(sources.flatMap(([, text]) => text.match(alone) ?? [])).toEqual([]);
});
