// Days and Danish clocks, reckoned beside the program's own.
export { instantAt, isHoliday, isOfficeDay, plusDays, wallOf, weekdayOf } from '../simulation/almanac';

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
