import fc from 'fast-check';
import { looksLikeCpr } from '../../src/privacy/cpr';
import { others, spellings } from './cpr-spellings';

describe('CPR number', () => {
  test.each([
    ['with a hyphen', '010203-1234'],
    ['without anything', '0102031234'],
    ['with a space', '110498 5561'],
    ['with hyphen and spaces', '110498 - 5561'],
    ['with an en dash', '230567–0042'],
    ['with a non-breaking hyphen', '230567\u20110042'],
    ['with a minus sign', '230567−0042'],
    ['with a soft hyphen', '230567\u00ad0042'],
    ['with a non-breaking space', '311299\u00a07788'],
    ['with a narrow non-breaking space', '311299\u202f7788'],
    ['with a zero-width space', '31\u200b1299\u200b7788'],
    ['with a slash', '150710/4321'],
    ['with a dot', '150710.4321'],
    ['with a comma', '150710, 4321'],
    ['with a colon', '150710:4321'],
    ['with the last four in brackets', '150710 (4321)'],
    ['with the last four in the next line', '150710\r\n4321'],
    ['with the date by dots', '01.02.03-1234'],
    ['with the date by hyphens', '01-02-03-1234'],
    ['with the date by slashes', '01/02/03 1234'],
    ['with the date by spaces', '01 02 03 1234'],
    ['with the date by spaced dots', '01 . 02 . 03 - 1234'],
    ['with short day and month', '1/2-03 1234'],
    ['with short day and month by dots', '1.2.2003-1234'],
    ['with a four-digit year', '01022003-1234'],
    ['with a four-digit year, without anything', '010220031234'],
    ['with a four-digit year by dots', '01.02.2003 - 1234'],
    ['in pairs', '01 02 03 12 34'],
    ['with the last four in pairs', '010203 12 34'],
    ['digit by digit', '0 1 0 2 0 3 1 2 3 4'],
    ['digit by digit, with a hyphen', '0 1 0 2 0 3 - 1 2 3 4'],
    ['digit by digit, by dots', '0.1.0.2.0.3.1.2.3.4'],
    ['in Arabic-Indic digits', '٠١٠٢٠٣-١٢٣٤'],
    ['in Persian digits', '۰۱۰۲۰۳ ۱۲۳۴'],
    ['in Bengali digits', '০১০২০৩১২৩৪'],
    ['in full-width digits', '０１０２０３－１２３４'],
    ['in bold mathematical digits', '𝟎𝟏𝟎𝟐𝟎𝟑-𝟏𝟐𝟑𝟒'],
    ['in keycaps', '0️⃣1️⃣0️⃣2️⃣0️⃣3️⃣1️⃣2️⃣3️⃣4️⃣'],
    ['in Markdown', '**010203**-1234'],
    ['in HTML', '<b>010203</b>&nbsp;1234'],
    ['after its name', 'cpr:010203 1234'],
    ['right after letters', 'CPR0102031234'],
    ['right before letters', '010203-1234er hans nummer'],
    ['in a sentence', 'Jeg er bekymret for Ali (290208-1234), han er i 8.b'],
    ['after a telephone number', 'Ring 43 57 75 78 om 010203-1234'],
    ['after a country code', '+45 43577578, 010203-1234'],
    ['without a valid modulus 11', '010107-0000'],
    ['of a leap day', '290204-1234'],
    ['whose last four could be a year', '010203-2026'],
    ['of a replacement, day plus 60', '670203-1234'],
    ['of a replacement for the 30th', '900498 5561'],
    ['of a replacement with letters', '010203-0AB1'],
    ['of a replacement with letters only before the last', '010203-xåb2'],
    ['of a replacement with letters, without anything', '0102036JH3'],
    ['with the month written out', '1. februar 2003-1234'],
    ['with the month cut short', '2 feb 03 1234'],
    ['with the month in English', '3 May 2003 1234'],
    ['with the year first', '20030201-1234'],
    ['with the year first, by hyphens', '2003-02-01 1234'],
    ['with the year apart', '0102 03 12 34'],
    ['with the last four by a hyphen', '010203 12-34'],
  ])('%s > is seen', (_, text) => {
    expect(looksLikeCpr(text)).toBe(true);
  });
});

test('the list of spellings > has at least 124, none twice', () => {
  expect(spellings.length).toBeGreaterThanOrEqual(124);
  expect(new Set(spellings).size).toBe(spellings.length);
});

test.each(spellings)('%s > is seen, alone and in a sentence', (spelling) => {
  expect(looksLikeCpr(spelling)).toBe(true);
  expect(looksLikeCpr(`Jeg skriver om ${spelling}, hvad nu?`)).toBe(true);
});

test.each(others)('%s > is let be', (text) => {
  expect(looksLikeCpr(text)).toBe(false);
});

describe('text without a CPR number', () => {
  test.each([
    ['nothing', ''],
    ['words', 'jeg er bekymret for en elev'],
    ['a telephone number in pairs', 'Ring 20 10 55 66'],
    ['a telephone number in one', '20105566'],
    ['a telephone number in fours', '2010 5566'],
    ['a telephone number with a country code', '+45 20 10 55 66'],
    ['a telephone number with a country code in one', '+4520105566'],
    ['a telephone number with 0045', '0045 20 10 55 66'],
    ['two telephone numbers', '20 10 55 66 / 21 12 23 24'],
    ['two telephone numbers with a space', '20 10 55 66 21 12 23 24'],
    ['a telephone number and an emergency number', '20 10 55 66, 114'],
    ['a date', 'mødet 12.03.2026'],
    ['a short date', '1/2-26'],
    ['an ISO date with its time', '2026-02-01 14:30'],
    ['a time stamp', '2026-02-01T14:30:59.123Z'],
    ['a date with its time', '12.3.2026 14:30'],
    ['a date with its time by a dot', '12.03.2026 14.30'],
    ['a date with a span of hours', '12-03-2026 10-12'],
    ['a date and a telephone number', '12.3.2026 43 57 75 78'],
    ['a date and a telephone number in one', '12-03-26 43577578'],
    ['two dates', '01.02.2026-15.03.2026'],
    ['two dates with short years', '01.02.26-15.03.26'],
    ['two dates with different years', '05.03.26-10.11.2026'],
    ['two dates without separators', '010226-150326'],
    ['days of one month', '5.-9.10.2026'],
    ['days of one month with a slash', '5-9/10-2026'],
    ['days of one month, by hyphen and dots', '5-9.10.2026'],
    ['days of two months', '5/10-9/11-2026'],
    ['days of two months, spaced', '28/9 - 2/10 2026'],
    ['a school year', 'skoleåret 2011-2012'],
    ['several years', '2010 2011 2012'],
    ['hours', 'kl. 10-12 og 13-15'],
    ['an IBAN', 'DK50 0040 0440 1162 43'],
    ['an IBAN without spaces', 'DK5000400440116243'],
    ['a longer number', '57900102031234'],
    ['a longer number with a date in its end', '990102031234'],
    ['a card number', '4571 0102 0312 3456'],
    ['a company number', 'CVR 11931316'],
    ['a KLE case number', '27.24.00-A00-1-26'],
    ['a KLE case number that begins as a date', '01.02.03-P19-4-22'],
    ['a case number by year', '2026-0012345'],
    ['ten digits with month 13', '011303-1234'],
    ['ten digits with month 00', '010003-1234'],
    ['ten digits with day 32', '320103-1234'],
    ['ten digits with day 00', '000103-1234'],
    ['ten digits with day 60', '600103-1234'],
    ['ten digits with day 92', '920103-1234'],
    ['a masked number', '010203-xxxx'],
    ['a number cut short', '010203-123'],
    ['counting', '1 2 3 4 5 6 7 8 9 10 11 12'],
    ['prices', '1.250 kr. og 2.000 kr.'],
  ])('%s > is let be', (_, text) => {
    expect(looksLikeCpr(text)).toBe(false);
  });
});

const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const lastFour = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
const spelling = fc.constantFrom<(parts: readonly [string, string, string, string, string]) => string>(
  ([d, m, , y, n]) => `${d}${m}${y}${n}`,
  ([d, m, , y, n]) => `${d}${m}${y}-${n}`,
  ([d, m, , y, n]) => `${d}${m}${y} – ${n}`,
  ([d, m, , y, n]) => `${d}${m}${y}\u00a0${n}`,
  ([d, m, , y, n]) => `${d}.${m}.${y}-${n}`,
  ([d, m, , y, n]) => `${Number(d)}/${Number(m)}-${y} ${n}`,
  ([d, m, , y, n]) => `${d} ${m} ${y} ${n}`,
  ([d, m, , y, n]) => [...`${d}${m}${y}${n}`].join(' '),
  ([d, m, , y, n]) => `${Number(d) + 60}${m}${y}-${n}`,
  ([d, m, c, y, n]) => `${d}${m}${c}${y}-${n}`,
  ([d, m, c, y, n]) => `${d}-${m}-${c}${y} ${n}`,
);
/** What may stand beside the number; a digit or a part of one would make it another number. */
const words = fc
  .string({ unit: 'grapheme' })
  // In small letters: four digits and a capital after the day of a meeting are a postal code.
  .map((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{N}&<>./\p{Pd}]/gu, ''),
  );

test('any date and any four digits, in any spelling, inside any text > are seen', () => {
  fc.assert(
    fc.property(date, lastFour, spelling, words, words, (on, number, spell, before, after) => {
      const iso = on.toISOString();
      const parts = [iso.slice(8, 10), iso.slice(5, 7), iso.slice(0, 2), iso.slice(2, 4), number] as const;
      expect(looksLikeCpr(`${before} ${spell(parts)} ${after}`)).toBe(true);
    }),
    { numRuns: 2000, seed: 20261130 },
  );
});

test('any eight digits, as a telephone number > are let be', () => {
  const phone = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String);
  fc.assert(
    fc.property(phone, fc.constantFrom('', '+45', '+45 ', '0045 '), (digits, code) => {
      const pairs = digits.replace(/(\d\d)(?=\d)/g, '$1 ');
      expect(looksLikeCpr(`Ring ${code}${pairs} i dag`)).toBe(false);
      expect(looksLikeCpr(`Ring ${code}${digits} i dag`)).toBe(false);
    }),
    { numRuns: 1000, seed: 20261201 },
  );
});

/** Anything worse than linear would not end before the runner gives up. */
test.each([
  ['digits', '0102030'],
  ['digits in pairs', '01 02 03 4 '],
  ['lone digits', '0 1 '],
  ['separators', '. - / '],
  ['opened tags', '<'],
  ['ampersands', '&#'],
  ['Bengali digits', '০১'],
  ['dates', '01.02.03 - '],
  ['ligatures that unfold', 'ﷺ'],
])('four hundred thousand characters of %s > are read to the end', (_, unit) => {
  const text = unit.repeat(400_000 / unit.length);
  expect(looksLikeCpr(`${text} x`)).toBe(false);
  expect(looksLikeCpr(`${text} x 010203-1234`)).toBe(true);
});
