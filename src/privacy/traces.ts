import { space, wordEnd, wordStart } from './names';

const gap = '[ .–-]{1,3}';
/** A telephone number of eight digits, or one from abroad. */
export const telephone = new RegExp(
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
  '|\\p{Lu}\\p{L}{1,40}(?:park|gård|have|plan|bakke|sti|toft|lund|eng|mark|høj)(?:en)?';
/** A street with a number. */
export const addresses: readonly RegExp[] = [
  new RegExp(`${wordStart}(?:${street})${number}`, 'giu'),
  new RegExp(`${wordStart}(?:${namedStreet})${number}`, 'gu'),
];

/** An e-mail address. */
export const mail = /(?<![\p{L}\p{N}.+-])[\p{L}\p{N}.+_-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,63}/gu;

/** A profile on a social medium: with @, or after the medium's name and with a digit or an underscore in it. */
export const profiles: readonly RegExp[] = [
  /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_][\p{L}\p{N}._-]{1,40}/gu,
  /(?<![\p{L}\p{N}])(?:insta(?:gram)?|snap(?:chat)?|tiktok|discord|steam)?-?(?:profil(?:en)?|bruger(?:en)?|insta(?:gram)?|snap(?:chat)?|tiktok)[ :]{1,3}(?=[\p{L}._-]{0,30}[\d_])(?=[\d._-]{0,30}\p{L})[\p{L}\p{N}._-]{5,40}/giu,
];

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
/** So long ago that a child can have been born then, and no meeting will be held. */
const birthYear = '(?:19\\d\\d|20[01]\\d)';
const shortBirthYear = '(?:[01]\\d|[4-9]\\d)';
/** A day of birth: a date that is long past, or any date or year after "born". */
export const birthDates: readonly RegExp[] = [
  new RegExp(
    `${wordStart}(?<!(?:børn|unge|elever|årgange?)\\s)(?:født|fødsels(?:dag|dato)|f\\.)[^\\d\\n]{0,15}\\d{1,4}(?:[./ -]{0,2}\\d{1,4}){0,2}`,
    'giu',
  ),
  new RegExp(
    `(?<![\\d.])${day}(?<mark>[./-])${month}\\k<mark>(?:${birthYear}|${shortBirthYear})(?![\\d.-])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\d.])(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])${shortBirthYear}(?![\\d.])${wordEnd}`,
    'gu',
  ),
  new RegExp(`(?<!\\d)${birthYear}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)`, 'gu'),
];
