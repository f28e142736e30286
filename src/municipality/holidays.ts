import { easter } from 'date-easter';
import type { Localized } from './schema';

const dayMs = 24 * 60 * 60 * 1_000;

const fixed: Readonly<Record<string, Localized>> = {
  '01-01': { da: 'nytårsdag', en: "New Year's Day" },
  '12-25': { da: 'juledag', en: 'Christmas Day' },
  '12-26': { da: 'anden juledag', en: 'Boxing Day' },
};

/** By days from Easter Sunday. */
const movable: Readonly<Record<number, Localized>> = {
  [-3]: { da: 'skærtorsdag', en: 'Maundy Thursday' },
  [-2]: { da: 'langfredag', en: 'Good Friday' },
  0: { da: 'påskedag', en: 'Easter Sunday' },
  1: { da: 'anden påskedag', en: 'Easter Monday' },
  39: { da: 'Kristi himmelfartsdag', en: 'Ascension Day' },
  49: { da: 'pinsedag', en: 'Pentecost' },
  50: { da: 'anden pinsedag', en: 'Whit Monday' },
};

/**
 * The name of Denmark's public holiday on a calendar date such as `2026-04-03`, as the law has it since 2024, when Store
 * Bededag ended. A package with every country's holidays needs 25 MB and 0.1 s for these ten; the tests hold them against it.
 */
export const holidayName = (date: string): Localized | undefined => {
  const { year, month, day } = easter(Number(date.slice(0, 4)));
  const fromEaster = (Date.parse(date) - Date.UTC(year, month - 1, day)) / dayMs;
  return fixed[date.slice(5)] ?? movable[fromEaster];
};
