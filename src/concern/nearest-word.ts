import { distance } from 'fastest-levenshtein';

const mostEdits = 2;
const longest = 24;

/** In a short word two edits make too many others. */
const editsFor = (word: string): number => (word.length < 5 ? 1 : mostEdits);

const isSwapped = (typed: string, word: string): boolean =>
  Array.from({ length: typed.length - 1 }, (_, at) => at).some(
    (at) => `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}` === word,
  );

/** The known word that a misspelt one is at most two edits from; `undefined` for anything else. */
export const nearestWord = (typed: string, known: readonly string[]): string | undefined => {
  if (typed === '' || typed.length > longest) return undefined;
  const near = known
    .map((word) => ({ word, edits: isSwapped(typed, word) ? 1 : distance(typed, word) }))
    .filter(({ word, edits }) => edits <= Math.min(editsFor(word), editsFor(typed)));
  const isOtherwise = (word: string): number => Number(word[0] !== typed[0]);
  return near.toSorted(
    (one, other) => one.edits - other.edits || isOtherwise(one.word) - isOtherwise(other.word),
  )[0]?.word;
};
