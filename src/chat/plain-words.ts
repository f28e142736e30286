/** The text as it was typed: no mention, no mark-up. */
export const withoutMarkup = (text: string): string =>
  text.replace(/<at\b[^>]*>[^<]*<\/at>/giu, ' ').replace(/<[^<>]*>|&nbsp;/giu, ' ');

/** The words alone, in small letters: no mention, no mark-up, no punctuation. */
export const plainWords = (text: string): string =>
  withoutMarkup(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
