import { distance } from 'fastest-levenshtein';

const mostEdits = 2;
const longest = 24;

/** In a word of three letters two edits make any other word of three letters. */
const editsFor = (word: string): number => (word.length < 4 ? 1 : mostEdits);

/** The known word that a misspelt one is at most two edits from; `undefined` for anything else. */
export const nearestWord = (typed: string, known: readonly string[]): string | undefined => {
  if (typed === '' || typed.length > longest) return undefined;
  const near = known
    .map((word) => ({ word, edits: distance(typed, word) }))
    .filter(({ word, edits }) => edits <= editsFor(word));
  return near.toSorted((one, other) => one.edits - other.edits)[0]?.word;
};
