import { plainText } from './cpr';
import { describedPatterns } from './described';
import { type Finder, mark, nameFinders } from './names';
import { addresses, birthDates, mail, profiles, telephone } from './traces';

export type PersonKind = 'name' | 'described' | 'telephone' | 'address' | 'mail' | 'profile' | 'birth-date';

/** A place in a text that could be about a person, in the words as they stand there. */
export type PersonLike = { readonly kind: PersonKind; readonly words: string };

const plainly = (patterns: readonly RegExp[]): readonly Finder[] =>
  patterns.map((pattern) => ({ pattern, isMeant: () => true }));

/**
 * What in the text looks like a person: names, somebody who is described (the boy in 8.b), a telephone number, a street
 * with a number, a mail address, a profile, a day of birth. What is among the municipality's own names (`ownNamesOf`) isn't. It
 * only leads to a question: test/privacy/titles.ts measures how often it asks in vain and how often it doesn't ask.
 */
export const findPersonLike = (text: string, ownNames: readonly string[]): readonly PersonLike[] => {
  const plain = plainText(text).replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '');
  const foreign = withoutNames(plain, ownNames);
  const finders: readonly (readonly [PersonKind, readonly Finder[]])[] = [
    ['mail', plainly([mail])],
    ['profile', plainly(profiles)],
    ['birth-date', plainly(birthDates)],
    ['telephone', plainly([telephone])],
    ['address', plainly(addresses)],
    ['name', nameFinders(foreign)],
  ];
  return [...findAll(foreign, finders), ...findAll(plain, [['described', plainly(describedPatterns)]])];
};

/** Each find is taken out of the text, so that nothing is found twice. */
const findAll = (
  text: string,
  finders: readonly (readonly [PersonKind, readonly Finder[]])[],
): readonly PersonLike[] => {
  const found: PersonLike[] = [];
  let rest = text;
  for (const [kind, each] of finders)
    for (const { pattern, isMeant } of each)
      rest = rest.replace(pattern, (words) => {
        if (!isMeant(words.trim())) return words;
        found.push({ kind, words: words.trim() });
        return mark;
      });
  return found;
};

type Own = { readonly compact: string; readonly pattern: string };

const compact = (text: string): string => text.toLocaleLowerCase('da').replace(/\s+/g, '');

const prepared = new WeakMap<readonly string[], readonly Own[]>();

/** Own names, the longest first, made ready once: a large municipality has thousands. */
const preparedOf = (ownNames: readonly string[]): readonly Own[] => {
  const known = prepared.get(ownNames);
  if (known !== undefined) return known;
  const own = [...ownNames]
    .sort((a, b) => b.length - a.length)
    .map((name) => plainText(name).trim())
    .map((name) => ({ compact: compact(name), pattern: escaped(name) }))
    .filter(({ pattern }) => pattern.length > 1);
  prepared.set(ownNames, own);
  return own;
};

/** A mark in the place of every own name. Only those that can be in the text are looked for: a pattern of all takes half a second. */
const withoutNames = (text: string, ownNames: readonly string[]): string => {
  const within = compact(text);
  const patterns = preparedOf(ownNames).flatMap((own) => (within.includes(own.compact) ? [own.pattern] : []));
  if (patterns.length === 0) return text;
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu'),
    mark,
  );
};

const escaped = (words: string): string =>
  words
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/(?<=\d)\s+(?=\d)/g, '\\s*')
    .replace(/ +/g, '\\s+');
