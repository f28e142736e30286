import { z } from 'zod';

/** Why a field of a form about a series, a plan or a meeting isn't taken; each has a sentence in every language. */
export type FieldFault =
  | 'missing'
  | 'not-a-date'
  | 'not-a-time'
  | 'past'
  | 'end-before-start'
  | 'too-far'
  | 'every-out-of-range'
  | 'minutes-out-of-range'
  | 'too-long'
  | 'cpr'
  | 'person'
  | 'deadline-after-meeting'
  | 'call-after-deadline'
  | 'after-the-start'
  | 'hours-reversed'
  | 'outside-hours'
  | 'no-dates'
  | 'unknown';

/** So much of a text goes back into its form: more than any field takes, and little enough for a card. */
export const typedLimit = 2_000;

/** What somebody typed into a field of a card, of text or of a number; nothing for anything else. */
export const typedText = z
  .union([z.string(), z.number().transform(String)])
  .catch('')
  .transform((text) => text.trim().slice(0, typedLimit));

/** What a form about one meeting's time and place brings, with what its sender has said to a question about it. */
export const timeAndPlace = {
  date: typedText,
  time: typedText,
  lengthMinutes: typedText,
  place: typedText,
  noPerson: z.literal('true').optional().catch(undefined),
  warned: typedText,
};

/** A whole number that was typed; not a number when it is something else. */
export const wholeNumberIn = (typed: string): number =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;

export const lengthLimits = { least: 15, most: 480 } as const;
export const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A whole number from `least` to `most`, as somebody typed it. */
export const wholeIn = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;

/** Why a length in minutes isn't taken. */
export const lengthFault = (minutes: string): 'minutes-out-of-range' | undefined =>
  wholeIn(minutes, lengthLimits.least, lengthLimits.most) ? undefined : 'minutes-out-of-range';
