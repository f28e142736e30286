import { plainText } from './cpr';

/** A place in a text that could be about a person, in the words as they stand there. */
export type PersonLike = { readonly kind: 'name' | 'telephone' | 'address'; readonly words: string };

const wordStart = "(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]['’-])";
const space = '[^\\S\\n]{1,3}';
const capitalised = "\\p{Lu}[\\p{L}'’-]{1,40}";
/** "I" is a word of its own in Danish and in English. */
const initial = '(?!I\\b)\\p{Lu}(?![\\p{L}\\p{N}])\\.?';
const particle = `(?:(?:von|van|el|al|bin|ibn)${space})?`;
const name = new RegExp(
  `${wordStart}(?:${capitalised}(?:${space}${particle}(?:${capitalised}|${initial}))+` +
    `|${initial}[^\\S\\n]{0,2}${capitalised})`,
  'gu',
);

const gap = '[ .–-]{1,3}';
const telephone = new RegExp(
  `(?<!\\d)(?:\\+\\d[\\d ]{7,14}\\d|\\d{8}|\\d(?:${gap}\\d){7}|\\d\\d(?<same>${gap})\\d\\d\\k<same>\\d\\d\\k<same>\\d\\d` +
    // Two years, as of a school year, are no number.
    `|(?!(?:19|20)\\d\\d${gap}20)\\d{4}${gap}\\d{4}|\\d\\d \\d{3} \\d{3}|\\d{3} \\d\\d \\d{3})(?!\\d)`,
  'g',
);

const number = `,?${space}(?:nr\\.?\\s?)?\\d{1,3}(?!\\d)(?:\\s?[A-Za-z](?![\\p{L}\\p{N}]))?`;
const street =
  "[\\p{L}'’-]{0,40}(?:vej|gade|stræde|plads|torv|vænge|boulevard|allé)(?:en|et|n|t)?|\\p{L}{4,40}alle";
/** "alle" also means all, and a park or a garden is mostly just that: these count in a name only. */
const namedStreet =
  `\\p{Lu}\\p{L}{1,40}${space}[Aa]lle` +
  '|\\p{Lu}\\p{L}{1,40}(?:park|gård|have|plan|bakke|sti|toft|lund|eng|mark)(?:en)?';
const address = new RegExp(`${wordStart}(?:${street})${number}`, 'giu');
const namedAddress = new RegExp(`${wordStart}(?:${namedStreet})${number}`, 'gu');

/**
 * What in the text looks like a person: two capitalised words in a row, a telephone number, a street with a number. What is
 * among the municipality's own names (`ownNamesOf`) isn't. It finds too much rather than too little: it only leads to a question.
 */
export const findPersonLike = (text: string, ownNames: readonly string[]): readonly PersonLike[] => {
  const foreign = withoutNames(plainText(text).replace(/[*_`~]/g, ''), ownNames);
  const all = (kind: PersonLike['kind'], pattern: RegExp): readonly PersonLike[] =>
    [...foreign.matchAll(pattern)].map(([words]) => ({ kind, words: words.trim() }));
  const names = all('name', name).filter(({ words }) => isName(words));
  return [
    ...names,
    ...all('telephone', telephone),
    ...all('address', address),
    ...all('address', namedAddress),
  ];
};

const isAcronym = (word: string): boolean => /^\p{Lu}{2,4}$/u.test(word);

/** "SSP Netværk" is one name at most, and it isn't a person's. */
const isName = (words: string): boolean => {
  const each = words.split(/\s+/);
  return each.every(isAcronym) || each.filter((word) => !isAcronym(word)).length > 1;
};

/** A mark in the place of every own name, so that its neighbours don't become a pair. */
const withoutNames = (text: string, ownNames: readonly string[]): string => {
  const patterns = [...ownNames]
    .sort((a, b) => b.length - a.length)
    .map((own) => escaped(plainText(own).trim()))
    .filter((own) => own.length > 1);
  if (patterns.length === 0) return text;
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu'),
    ';',
  );
};

const escaped = (words: string): string =>
  words
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/(?<=\d)\s+(?=\d)/g, '\\s*')
    .replace(/ +/g, '\\s+');
