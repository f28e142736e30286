import type { Language } from '../municipality/schema';

// Making a format takes longer than a hundred uses of it.
const formatsFor = (locale: string) => ({
  month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Copenhagen',
  }),
});
const formats = { da: formatsFor('da-DK'), en: formatsFor('en-GB') } satisfies Record<Language, unknown>;
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' });

/** A calendar date such as `2026-11-03` in words: "3. november 2026", "3 November 2026". */
export const dateInWords = (date: string, language: Language): string =>
  formats[language].date.format(new Date(date));

/** A month such as `2027-02` in words: "februar 2027", "February 2027". */
export const monthInWords = (month: string, language: Language): string =>
  formats[language].month.format(new Date(`${month}-01`));

/** An instant's day in Europe/Copenhagen: "tirsdag 12. januar", "Tuesday 12 January". */
export const dayInWords = (instant: Date, language: Language): string => dayParts(instant, language).day;

/** The same with its year: "tirsdag 12. januar 2027". */
export const dayWithYearInWords = (instant: Date, language: Language): string => {
  const { day, year } = dayParts(instant, language);
  return `${day} ${year}`;
};

const dayParts = (instant: Date, language: Language) => {
  const parts = formats[language].day.formatToParts(instant);
  const part = (type: 'weekday' | 'day' | 'month' | 'year') =>
    parts.find((found) => found.type === type)?.value ?? '';
  const day = `${part('weekday')} ${part('day')}${language === 'da' ? '.' : ''} ${part('month')}`;
  return { day, year: part('year') };
};

/** An instant's time in Europe/Copenhagen as it is written: "9.30", "9:30". */
export const timeInWords = (instant: Date, language: Language): string => {
  const [hours = '', minutes = ''] = clock.format(instant).split(':');
  return `${Number(hours)}${language === 'da' ? '.' : ':'}${minutes}`;
};
