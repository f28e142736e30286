// Days and times reckoned by hand, beside the program's own: nothing of src is used here.

const dayMs = 86_400_000;
const zone = 'Europe/Copenhagen';

const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
export const plusDays = (date: string, days: number): string =>
  new Date(noon(date) + days * dayMs).toISOString().slice(0, 10);
/** Monday is 1. */
export const weekdayOf = (date: string): number => new Date(noon(date)).getUTCDay() || 7;

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
});
/** `2026-09-08 09:00` on Danish clocks. */
export const wallOf = (instant: number): string => format.format(new Date(instant));

/** The instant of a Danish wall time; of the two in the autumn's doubled hour the first. */
export const instantAt = (wall: string): number => {
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}:00Z`);
  const found = [2, 1].map((hours) => asUtc - hours * 3_600_000).find((each) => wallOf(each) === wall);
  if (found === undefined) throw new Error(`no clock in Denmark shows ${wall}`);
  return found;
};

/** Danish public holidays of the school year, from the almanac; Easter Sunday is 28 March 2027. */
const holidays = [
  ['2026-12-24', 'juleaften'],
  ['2026-12-25', 'juledag'],
  ['2026-12-26', '2. juledag'],
  ['2026-12-31', 'nytårsaften'],
  ['2027-01-01', 'nytår'],
  ['2027-03-25', 'skærtorsdag'],
  ['2027-03-26', 'langfredag'],
  ['2027-03-28', 'påskedag'],
  ['2027-03-29', '2. påskedag'],
  ['2027-05-06', 'Kristi himmelfartsdag'],
  ['2027-05-16', 'pinsedag'],
  ['2027-05-17', '2. pinsedag'],
  ['2027-06-05', 'grundlovsdag'],
].map(([date]) => date);
export const isHoliday = (date: string): boolean => holidays.includes(date);

/** The school holidays that the simulated municipality has filled in. */
export const schoolHolidays = [
  ['2026-10-12', '2026-10-16'],
  ['2026-12-21', '2027-01-01'],
  ['2027-02-15', '2027-02-19'],
  ['2027-03-22', '2027-03-24'],
] as const;
export const isSchoolHoliday = (date: string): boolean =>
  schoolHolidays.some(([from, to]) => from <= date && date <= to);

export const isWeekday = (date: string): boolean => weekdayOf(date) <= 5;
/** A day on which the bot may speak. */
export const isOfficeDay = (date: string): boolean => isWeekday(date) && !isHoliday(date);
export const isSchoolDay = (date: string): boolean => isOfficeDay(date) && !isSchoolHoliday(date);

export const daysFrom = (from: string, to: string): readonly string[] => {
  const count = Math.round((noon(to) - noon(from)) / dayMs) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => plusDays(from, index));
};
