import { instantAt, minuteMs, wallOf } from './almanac';
import * as clock from './clock';
import type { Facts } from './remembered';
import { months } from './words';

const minutesOf = (time: string): number =>
  Number(time.split(/[.:]/)[0]) * 60 + Number(time.split(/[.:]/)[1]);
const padded = (time: string): string => time.replace('.', ':').padStart(5, '0');

/** `tirsdag 8. september kl. 9.00-11.00`, in the year that is nearest to now. */
export const whenIn = (words: string): Pick<Facts, 'date' | 'time' | 'lengthMinutes'> | undefined => {
  const found = /(\d{1,2})\. (\p{L}+)(?: \d{4})? kl\. (\d{1,2}\.\d\d)-(\d{1,2}\.\d\d)/u.exec(words);
  if (found === null) return undefined;
  const [, day = '', month = '', from = '', to = ''] = found;
  const year = Number(wallOf(clock.now()).slice(0, 4));
  const dates = [year - 1, year, year + 1].map(
    (each) => `${each}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const date = dates.toSorted((one, other) => distance(one) - distance(other))[0] ?? '';
  return { date, time: padded(from), lengthMinutes: minutesOf(to) - minutesOf(from) };
};
const distance = (date: string): number => Math.abs(Date.parse(`${date}T12:00:00Z`) - clock.now());

export const startsAt = ({ date, time }: Pick<Facts, 'date' | 'time'>): number => {
  try {
    return instantAt(`${date} ${time}`);
  } catch {
    return instantAt(`${date} 03:30`);
  }
};
export const endsAt = (facts: Facts): number => startsAt(facts) + facts.lengthMinutes * minuteMs;
