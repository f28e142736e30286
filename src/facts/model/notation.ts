import { z } from 'zod';
import type { Language, Localized, MunicipalityFile, OpeningHours } from '../../municipality/schema';

/** What was read of some lines, or the first line that can't be read. */
export type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'unread'; readonly line: string };

export const linesIn = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Reads every line, in their order. */
const readLines = <Value>(
  text: string,
  read: (line: string) => Value | undefined,
): Read<readonly Value[]> => {
  const values: Value[] = [];
  for (const line of linesIn(text)) {
    const value = read(line);
    if (value === undefined) return { kind: 'unread', line };
    values.push(value);
  }
  return { kind: 'read', value: values };
};

/** Danish and English in one line; the Danish alone stands for both. */
const between = ' / ';

export const localizedIn = (text: string): Localized => {
  const [da = '', ...en] = text.split(between);
  return { da: da.trim(), en: en.join(between).trim() || da.trim() };
};

export const localizedText = ({ da, en }: Localized): string => (da === en ? da : `${da}${between}${en}`);

export const localizedLines = (text: string): readonly Localized[] => linesIn(text).map(localizedIn);

const two = (number: string): string => number.padStart(2, '0');
const isDate = (date: string): boolean => z.iso.date().safeParse(date).success;

/** Written as Danes do, `24-12-2026`, or for every year `24-12`. */
const danish = String.raw`\d{1,2}\s?[./-]\s?\d{1,2}(?:\s?[./-]\s?\d{4})?(?!\d)`;
const datePattern = new RegExp(String.raw`(?<!\d)(?:\d{4}-\d{2}-\d{2}|${danish})`, 'g');

/** `2026-12-24`, or `12-24` of every year; `undefined` for a day that no calendar has. */
const dateIn = (written: string): string | undefined => {
  const parts = written.split(/\s?[./-]\s?/);
  const [day = '', month = '', year] = parts[0]?.length === 4 ? parts.toReversed() : parts;
  const dayOfYear = `${two(month)}-${two(day)}`;
  // 2024 had every day of the year.
  return isDate(`${year ?? '2024'}-${dayOfYear}`)
    ? `${year === undefined ? '' : `${year}-`}${dayOfYear}`
    : undefined;
};

export const dateText = (date: string): string => date.split('-').toReversed().join('-');

const datesIn = (line: string): readonly (string | undefined)[] =>
  (line.match(datePattern) ?? []).map((written) => dateIn(written));

/** What a line says beside its dates. */
const nameIn = (line: string): string =>
  line
    .replace(datePattern, ' ')
    .replace(/(?<![\p{L}\d])(?:fra|til|og med|from|to|until)(?![\p{L}\d])/giu, ' ')
    .replace(/^[\s\p{Pd}:;,.]+|[\s\p{Pd}:;,.]+$/gu, '')
    .replace(/\s+/g, ' ');

type ClosedDay = MunicipalityFile['closedDays'][number];
type HolidayRun = MunicipalityFile['schoolHolidays'][number];

/** "24-12 juleaften / Christmas Eve", a day a line. */
export const closedDaysIn = (text: string): Read<readonly ClosedDay[]> =>
  readLines(text, (line) => {
    const [on, ...more] = datesIn(line);
    const name = nameIn(line);
    return on === undefined || more.length > 0 || name === '' ? undefined : { on, name: localizedIn(name) };
  });

export const closedDaysText = (days: readonly ClosedDay[]): string =>
  days.map(({ on, name }) => `${dateText(on)} ${localizedText(name)}`).join('\n');

/** "13-02-2027 til 21-02-2027 vinterferie", both days included and one run a line. */
export const holidaysIn = (text: string): Read<readonly HolidayRun[]> =>
  readLines(text, (line) => {
    const [from, to = from, ...more] = datesIn(line);
    const name = nameIn(line);
    const isWhole = from !== undefined && to !== undefined && isDate(from) && isDate(to) && from <= to;
    return isWhole && more.length === 0 && name !== '' ? { from, to, name: localizedIn(name) } : undefined;
  });

const till: Readonly<Record<Language, string>> = { da: 'til', en: 'to' };

export const holidaysText = (runs: readonly HolidayRun[], language: Language): string =>
  runs
    .map(({ from, to, name }) => `${dateText(from)} ${till[language]} ${dateText(to)} ${localizedText(name)}`)
    .join('\n');

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekdays = OpeningHours['weekdays'];
type Spans = NonNullable<Weekdays['monday']>;

const dayNames: Readonly<Record<Language, readonly string[]>> = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const closedWords: Readonly<Record<Language, string>> = { da: 'lukket', en: 'closed' };

/** Three letters are enough of a day's name. */
const weekdayIn = (word: string): number | undefined => {
  const start = word.toLowerCase().slice(0, 3);
  const at = Object.values(dayNames)
    .map((names) => names.findIndex((name) => name.toLowerCase().startsWith(start)))
    .find((index) => index >= 0);
  return start.length === 3 ? at : undefined;
};

/** "mandag-torsdag", "lørdag og søndag", "hverdage": the days by their number from Monday on. */
const daysIn = (text: string): readonly number[] | undefined => {
  if (/^(?:hverdage?|weekdays?)$/i.test(text)) return [0, 1, 2, 3, 4];
  const runs = text.split(/\s*(?:,|\bog\b|\band\b|&)\s*/).map((run) => {
    const [from, to = from, ...more] = run.split(/\s*(?:\p{Pd}|\btil\b|\bto\b)\s*/u).map(weekdayIn);
    if (from === undefined || to === undefined || more.length > 0 || from > to) return undefined;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return runs.some((run) => run === undefined) ? undefined : runs.flatMap((run) => run ?? []);
};

const spanPattern =
  /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:\p{Pd}|til|to)\s*(\d{1,2})(?:[.:](\d{2}))?$/u;

const spansIn = (text: string): Spans | undefined => {
  const spans = text.split(/\s*(?:,|;|\bog\b|\band\b|&)\s*/).map((span) => {
    const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = spanPattern.exec(span) ?? [];
    if (fromHour === undefined || toHour === undefined) return undefined;
    const [from, to] = [`${two(fromHour)}:${fromMinute}`, `${two(toHour)}:${toMinute}`];
    const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
    return isTime(from) && isTime(to) && from < to ? { from, to } : undefined;
  });
  return spans.some((span) => span === undefined) ? undefined : spans.flatMap((span) => span ?? []);
};

type HoursLine =
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly spans: Spans | undefined }
  | { readonly kind: 'closed'; readonly on: readonly string[] };

const hoursLineIn = (line: string): HoursLine | undefined => {
  const closed = /^(?:lukket|closed)\s*:?\s*(\d.*)$/i.exec(line)?.[1];
  if (closed !== undefined) {
    const on = datesIn(closed).flatMap((date) => date ?? []);
    return on.length > 0 && on.length === closed.split(',').length ? { kind: 'closed', on } : undefined;
  }
  const [, dayPart = '', rest = ''] = /^(\D+?)\.?:?\s+(?=\d|kl|lukket|closed)(.+)$/i.exec(line) ?? [];
  const days = daysIn(dayPart.trim());
  if (days === undefined) return undefined;
  if (/^(?:lukket|closed)$/i.test(rest)) return { kind: 'days', days, spans: undefined };
  const spans = spansIn(rest);
  return spans && { kind: 'days', days, spans };
};

/** Opening hours, a line for each kind of day: "mandag-torsdag 9-15", "fredag lukket", "lukket 24-12, 31-12". */
export const hoursIn = (text: string): Read<OpeningHours | undefined> => {
  const read = readLines(text, hoursLineIn);
  if (read.kind === 'unread') return read;
  if (read.value.length === 0) return { kind: 'read', value: undefined };
  const spansOf = (day: number): Spans | undefined =>
    read.value.flatMap((line) => (line.kind === 'days' && line.days.includes(day) ? (line.spans ?? []) : []));
  const open = weekdays.map((weekday, day) => [weekday, spansOf(day)] as const);
  const value = {
    weekdays: Object.fromEntries(open.filter(([, spans]) => (spans?.length ?? 0) > 0)),
    closedOn: read.value.flatMap((line) => (line.kind === 'closed' ? line.on : [])),
  };
  return { kind: 'read', value };
};

const timeText = (time: string, language: Language): string => {
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours)}${language === 'da' ? '.' : ':'}${minutes}`;
};

const spansText = (spans: Spans | undefined, language: Language): string =>
  (spans ?? []).map(({ from, to }) => `${timeText(from, language)}-${timeText(to, language)}`).join(', ');

/** The hours as `hoursIn` reads them: days that follow each other and are alike in one line. */
export const hoursText = (hours: OpeningHours | undefined, language: Language): string => {
  if (hours === undefined) return '';
  const names = dayNames[language];
  const runs: { readonly from: number; to: number; readonly text: string }[] = [];
  for (const [day, weekday] of weekdays.entries()) {
    const text = spansText(hours.weekdays[weekday], language);
    const last = runs.at(-1);
    if (last !== undefined && last.text === text && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  const { closedOn } = hours;
  return [
    ...runs
      .filter(({ text }) => text !== '')
      .map(({ from, to, text }) => `${[...new Set([names[from], names[to]])].join('-')} ${text}`),
    ...(closedOn.length > 0 ? [`${closedWords[language]} ${closedOn.map(dateText).join(', ')}`] : []),
  ].join('\n');
};
