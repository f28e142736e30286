import { isFirstName } from './first-names';

/** A replacement number has 60 added to the day (cpr.dk), so 61-91 are days too. */
const day = '(?:[06][1-9]|[1278]\\d|[39][01])';
const month = '(?:0[1-9]|1[0-2])';
const yearInFour = '(?:18|19|20)\\d\\d';

const mark = '\\s{0,2}[./\\\\_\\p{Pd}−·]\\s{0,2}';
const separator = `(?:${mark}|\\s{1,2})`;
/** One separator twice, or a slash first as in 1/2-03: 5-9/10 is a range of days. */
const separatedDate =
  `(?<!\\d[./\\p{Pd}])(?:${day}|[1-9](?!\\s))(?:(?<same>${separator})(?:${month}|[1-9])\\k<same>` +
  `|\\s?/\\s?(?:${month}|[1-9])${separator})(?:${yearInFour}|\\d\\d)`;

/** Written out, as in 1. februar 2003 or 2 feb 03; Danish and English names begin alike but for three months. */
const monthName = '(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)\\p{L}{0,7}';
const namedDate = `(?<!\\d)(?:${day}|[1-9])\\.?\\s{0,2}${monthName}\\.?,?\\s{0,2}(?:${yearInFour}|\\d\\d)`;
const yearFirst = `${yearInFour}(?:${mark})?${month}(?:${mark})?${day}`;

/** Hospitals' replacement numbers have letters in the last four, as in 1AB2 or XAB2. */
const lastFour =
  '(?:\\d{4}(?!\\d)|(?<!\\d)\\d\\d\\s\\d\\d(?!\\s?\\d)|[\\da-zæøå][a-zæøå]{2}\\d(?![\\p{L}\\d]))';

/** After a date without separators only: elsewhere it is a span of hours, as in 12-03-2026 10-12. */
const splitFour = '(?<!\\d)\\d\\d[.\\p{Pd}]\\d\\d(?!\\d)';
const compactDate = `${day}${month}[\\s./\\p{Pd}]?\\d\\d|${day}${month}${yearInFour}`;
/** What people write between the date and the four: marks, and words such as "nr" or "de sidste fire". */
const link = '(?:cpr|nr|nummer|løbenr|løbenummer|kontrol|de|sidste|fire|cifre|last|four|digits)';
const gap = `[^\\p{L}\\p{N}]{0,5}(?:${link}[^\\p{L}\\p{N}]{1,4}){0,5}`;

/** Every quantifier is bounded: the time grows with the text's length and with nothing else. */
const cprNumber = new RegExp(
  `(?<!\\d)(?:(?:${compactDate}|${separatedDate}|${namedDate}|${yearFirst})${gap}${lastFour}` +
    `|(?:${compactDate})${gap}${splitFour})`,
  'iu',
);

const betweenLoneDigits = new RegExp(`(?<=(?<!\\d)\\d)${separator}(?=\\d(?!\\d))`, 'gu');

/** Ten digits in groups that a date hasn't, as in 120 385 1234 or 12-0385-1234; times of day end in round minutes. */
const regrouped =
  /(?<!\d|\d[ .+])(?:\d{3}[ .\p{Pd}]?\d{3}[ .\p{Pd}]?\d\d[ ]?\d\d|\d{6}[ .\p{Pd}](?:\d{3} \d|\d \d{3})|\d\d(?<mark>[ .\p{Pd}])\d\d(?!00|15|30|45)\d\d\k<mark>\d{4})(?!\d)/gu;

/** A word of digits in which letters stand for a nought or a one. */
const withLetters = /(?<![\p{L}\d])(?=[OoIl]{0,3}\d)[\dOoIl]{3,10}(?![\p{L}\d])/gu;

/** The postal code before a town, after a day that is still to come or was lately: 31.12.2026 2635 Ishøj. */
const postalCode =
  /(?<=(?:(?<!\d)20(?:2[5-9]|[3-9]\d)|[./\p{Pd}](?:2[5-9]|3\d)|20(?:2[5-9]|[3-9]\d)-\d\d-\d\d),?\s{1,2})[1-9]\d{3}(?=\s(?<town>\p{Lu}\p{Ll}+))/gu;

/** Before a first name the four digits are no postal code. */
const withoutPostalCodes = (text: string): string =>
  text.replace(postalCode, (code: string, town: string) => (isFirstName(town) ? code : ''));

const asDigits = (word: string): string => word.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');

/**
 * True when the text may hold a CPR number in any spelling, real or replacement. There is no modulus 11 check:
 * numbers that fail it have been given out since 2007. In doubt it says true, a kind word too many costs little.
 */
export const looksLikeCpr = (text: string): boolean => {
  const plain = withoutPostalCodes(plainText(text));
  const digits = plain.replace(withLetters, asDigits);
  return [
    plain,
    digits,
    digits.replace(regrouped, (groups) => groups.replace(/\D/g, '')),
    digits.replace(betweenLoneDigits, ''),
  ].some((each) => cprNumber.test(each));
};

/** Digits of every script as 0-9, without invisible characters, and a space for each tag or entity of HTML. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/&#?\w{1,8};|<[^<>]{1,99}>/g, ' ')
    .replace(/(?!\d)\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));

const isDigit = (codePoint: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(codePoint));

/** Unicode lists each script's digits from zero to nine without a hole. */
const digitValue = (codePoint: number): number => {
  let zero = codePoint;
  while (codePoint - zero < 9 && isDigit(zero - 1)) zero -= 1;
  return codePoint - zero;
};
