import { wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';

/** Whoever asks for teaching may leave open when it is to be. */
export const anyMonth = 'any';

const ahead = 12;

/** This month and those of the year to come, as `2027-02`; none in the summer, when there is no teaching. */
export const monthsFrom = (now: Instant): readonly string[] => {
  const [year = 0, month = 0] = wallTimeOf(new Date(now)).date.split('-').map(Number);
  return Array.from({ length: ahead }, (_, at) => {
    const index = month - 1 + at;
    return `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  }).filter((each) => !each.endsWith('-07'));
};
