import { typedLimit } from '../meetings/typed-fields';
import { looksLikeCpr } from '../privacy/cpr';
import { findPersonLike, type PersonLike } from '../privacy/person-like';

/** Why a text isn't taken. */
export type TextFault = 'missing' | 'too-long' | 'cpr';

/** Control characters, halves of a pair, marks that turn the direction of writing, and what can't be seen. */
const unseen =
  /[^\P{Cc}\n]|\p{Cs}|[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\uffff]/gu;

/** The text in one line, of characters that can be seen. */
export const oneLine = (text: string): string => severalLines(text).replace(/\s+/gu, ' ');

/** The text with at most one empty line in a row, of characters that can be seen. */
export const severalLines = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What is wrong with a text; `most` counts what a text box counts, UTF-16 units. */
export const textFault = (
  text: string,
  { most, isRequired }: { readonly most: number; readonly isRequired: boolean },
): TextFault | undefined => {
  if (looksLikeCpr(text)) return 'cpr';
  if (isRequired && !saysSomething(text)) return 'missing';
  return text.length > most ? 'too-long' : undefined;
};

export type ParsedLine =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'fault'; readonly fault: TextFault; readonly typed: string }
  | { readonly kind: 'ask-person'; readonly found: readonly PersonLike[]; readonly typed: string };

type LineContext = {
  readonly most: number;
  readonly ownNames: readonly string[];
  /** Whoever wrote it has said that nobody is meant. */
  readonly isNoPerson: boolean;
};

/** Reads one of the coordinator's lines: a standing item's title, a reason, a decision. */
export const parseLine = (data: unknown, { most, ownNames, isNoPerson }: LineContext): ParsedLine => {
  const typed = typeof data === 'string' ? data.slice(0, typedLimit) : '';
  const fault = typeof data === 'string' && looksLikeCpr(data) ? 'cpr' : undefined;
  const line = oneLine(typed);
  const found = fault ?? textFault(line, { most, isRequired: true });
  if (found) return { kind: 'fault', fault: found, typed };
  const personLike = isNoPerson ? [] : findPersonLike(line, ownNames);
  return personLike.length > 0 ? { kind: 'ask-person', found: personLike, typed } : { kind: 'line', line };
};
