/** The words alone, in small letters: no mention, no mark-up, no punctuation. */
export const plainWords = (text: string): string =>
  text
    .replace(/<at\b[^>]*>[^<]*<\/at>/giu, ' ')
    .replace(/<[^<>]*>|&nbsp;/giu, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
