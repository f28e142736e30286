import type { Language } from '../municipality/schema';
import { looksLikeCpr } from '../privacy/cpr';

export type Command = 'start' | 'concern' | 'signs' | 'who-is-who' | 'help';

/**
 * What a message asks for. `concern-words` and `unknown` hold more than a command, so their sender must be told
 * that nobody reads it.
 */
export type Message =
  | { readonly kind: 'command'; readonly command: Command; readonly language: Language | undefined }
  | { readonly kind: 'concern-words' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'cpr' };

/** The app's commands in both languages; Teams sends the localised text. `hej` says nothing about the language. */
const commands: Readonly<Record<string, { command: Command; language?: Language }>> = {
  hej: { command: 'start' },
  hejsa: { command: 'start', language: 'da' },
  'god morgen': { command: 'start', language: 'da' },
  goddag: { command: 'start', language: 'da' },
  start: { command: 'start' },
  'start forfra': { command: 'start', language: 'da' },
  hi: { command: 'start', language: 'en' },
  hello: { command: 'start', language: 'en' },
  bekymring: { command: 'concern', language: 'da' },
  concern: { command: 'concern', language: 'en' },
  tegn: { command: 'signs', language: 'da' },
  signs: { command: 'signs', language: 'en' },
  'hvem er hvem': { command: 'who-is-who', language: 'da' },
  'who is who': { command: 'who-is-who', language: 'en' },
  hjælp: { command: 'help', language: 'da' },
  help: { command: 'help', language: 'en' },
};

const concernStems =
  /bekym|radikal|ekstrem|underret|konfliktzone|konfliktområde|sparring|akut|112|concern|worr/;

const plain = (text: string): string =>
  text
    .replace(/<at\b[^>]*>[^<]*<\/at>/giu, ' ')
    .replace(/<[^<>]*>|&nbsp;/giu, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();

/** Reads a message's text and keeps nothing of it. */
export const parseMessage = (text: string): Message => {
  if (looksLikeCpr(text)) return { kind: 'cpr' };
  const words = plain(text);
  const match = Object.hasOwn(commands, words) ? commands[words] : undefined;
  if (match !== undefined) return { kind: 'command', command: match.command, language: match.language };
  return { kind: concernStems.test(words) ? 'concern-words' : 'unknown' };
};
