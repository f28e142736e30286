import type { SignpostVerb, Verb } from '../cards/verbs';
import { plainWords, withoutMarkup } from '../chat/plain-words';
import type { Language } from '../municipality/schema';
import { looksLikeCpr } from '../privacy/cpr';
import { findPersonLike } from '../privacy/person-like';
import { nearestWord } from './nearest-word';

/** The words that others know, each with its verb: meetings and agendas. */
export type OtherCommands = Readonly<Record<string, Verb>>;

/** A command is a click without a card: it leads to the same verb. */
export type CommandVerb = Exclude<SignpostVerb, 'concern.text' | 'card.clear'>;

/**
 * What a message asks for. `concern-words` and `unknown` hold more than a command, so their sender must be told
 * that nobody reads it.
 */
export type Message =
  | { readonly kind: 'command'; readonly verb: CommandVerb; readonly language: Language | undefined }
  | { readonly kind: 'concern-words'; readonly language: Language | undefined }
  | { readonly kind: 'person'; readonly language: Language | undefined }
  /** Nearly a command: the word that was probably meant, and its verb. */
  | { readonly kind: 'misspelt'; readonly word: string; readonly verb: Verb }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'cpr'; readonly language: Language | undefined };

/** The app's commands in both languages; Teams sends the localised text. `hej` says nothing about the language. */
const commands: Readonly<Record<string, { readonly verb: CommandVerb; readonly language?: Language }>> = {
  hej: { verb: 'concern.show' },
  hejsa: { verb: 'concern.show', language: 'da' },
  'hej vejviser': { verb: 'concern.show' },
  'god morgen': { verb: 'concern.show', language: 'da' },
  godmorgen: { verb: 'concern.show', language: 'da' },
  'god dag': { verb: 'concern.show', language: 'da' },
  goddag: { verb: 'concern.show', language: 'da' },
  dansk: { verb: 'concern.show', language: 'da' },
  english: { verb: 'concern.show', language: 'en' },
  menu: { verb: 'menu.show' },
  tak: { verb: 'menu.show', language: 'da' },
  thanks: { verb: 'menu.show', language: 'en' },
  start: { verb: 'concern.show' },
  'start forfra': { verb: 'concern.show', language: 'da' },
  hi: { verb: 'concern.show', language: 'en' },
  hello: { verb: 'concern.show', language: 'en' },
  bekymring: { verb: 'concern.show', language: 'da' },
  concern: { verb: 'concern.show', language: 'en' },
  tegn: { verb: 'signs.show', language: 'da' },
  signs: { verb: 'signs.show', language: 'en' },
  'hvem er hvem': { verb: 'who-is-who.show', language: 'da' },
  'who is who': { verb: 'who-is-who.show', language: 'en' },
  hjælp: { verb: 'help.show', language: 'da' },
  help: { verb: 'help.show', language: 'en' },
};

const concernStems =
  /bekym|radikal|ekstrem|underret|konflikt|sparring|akut|112|\b(elev|ung|barn|børn|fare)|rejse (ud|til)/;
const englishStems = /\b(concern|worr|pupil|radicalis|extremis|danger)|travel to/;

type Known = {
  /** The municipality's own names (`ownNamesOf`), which are no person's. */
  readonly ownNames: readonly string[];
  readonly others: OtherCommands;
};

/** A description (the boy in 8.b) is a concern like another; a name or a number isn't to stand in a chat. */
const namesSomebody = (text: string, ownNames: readonly string[]): boolean =>
  findPersonLike(text, ownNames).some(({ kind }) => kind !== 'described');

/** Reads a message's text and keeps nothing of it. */
export const parseMessage = (text: string, { ownNames, others }: Known): Message => {
  const words = plainWords(text);
  const language = englishStems.test(words) ? 'en' : undefined;
  if (looksLikeCpr(text)) return { kind: 'cpr', language };
  const match = Object.hasOwn(commands, words) ? commands[words] : undefined;
  if (match !== undefined) return { kind: 'command', verb: match.verb, language: match.language };
  if (namesSomebody(withoutMarkup(text), ownNames)) return { kind: 'person', language };
  if (language !== undefined || concernStems.test(words)) return { kind: 'concern-words', language };
  const verbs: Readonly<Record<string, Verb>> = {
    ...Object.fromEntries(Object.entries(commands).map(([word, { verb }]) => [word, verb])),
    ...others,
  };
  const word = nearestWord(words, Object.keys(verbs));
  const verb = word === undefined ? undefined : verbs[word];
  return word === undefined || verb === undefined ? { kind: 'unknown' } : { kind: 'misspelt', word, verb };
};
