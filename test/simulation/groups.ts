import {
  daysFrom,
  isHoliday,
  isOfficeDay,
  isSchoolDay,
  isSchoolHoliday,
  plusDays,
  weekdayOf,
} from './almanac';

/** A group of the simulated year: what its coordinator fills in, and its rule in words that a loop can follow. */
export type SimulatedGroup = {
  readonly id: string;
  readonly name: string;
  readonly isNu: boolean;
  readonly channel: string;
  readonly form: Readonly<Record<string, string>>;
};

const last = '2027-06-25';
const group = (number: number, form: Readonly<Record<string, string>>): SimulatedGroup => ({
  id: `ssp-network-${number}`,
  name: `SSP-netværksgruppe ${number}`,
  isNu: false,
  channel: `19:simulated-${number}@thread.tacv2`,
  form: { startsOn: '2026-08-24', endsOn: last, lengthMinutes: '120', place: `Lokale ${number}`, ...form },
});

export const groups: readonly SimulatedGroup[] = [
  group(1, { ruleKind: 'monthly', nth: '2', weekday: '2', every: '1', time: '09:00', onHoliday: 'move' }),
  group(2, { ruleKind: 'weekly', weekday: '3', every: '2', time: '13:00', onHoliday: 'skip' }),
  group(3, { ruleKind: 'monthly', nth: '5', weekday: '1', every: '1', time: '10:00', onHoliday: 'move' }),
  group(4, { ruleKind: 'monthly', nth: '-1', weekday: '4', every: '1', time: '08:30', onHoliday: 'skip' }),
  group(5, { ruleKind: 'weekly', weekday: '5', every: '4', time: '12:00', onHoliday: 'move' }),
  group(6, { ruleKind: 'monthly', nth: '1', weekday: '1', every: '2', time: '14:00', onHoliday: 'move' }),
  {
    ...group(7, { ruleKind: 'weekly', weekday: '4', every: '1', time: '08:00', lengthMinutes: '60' }),
    id: 'ssp-nu',
    name: 'SSP-NU',
    isNu: true,
  },
];

/** Which of its month's weekdays a date is, counted from the front and from the back. */
const isNth = (date: string, nth: number): boolean =>
  nth > 0 ? Math.ceil(Number(date.slice(8)) / 7) === nth : plusDays(date, 7).slice(0, 7) !== date.slice(0, 7);

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** The dates that the rule gives, gone through day by day. */
export const ruleDates = ({ form }: SimulatedGroup): readonly string[] => {
  const { ruleKind, weekday, nth, every, startsOn = '', endsOn = '' } = form;
  const fitting = daysFrom(startsOn, endsOn).filter(
    (date) => weekdayOf(date) === Number(weekday) && (ruleKind === 'weekly' || isNth(date, Number(nth))),
  );
  const [first = ''] = fitting;
  return fitting.filter((date, index) =>
    ruleKind === 'weekly' ? index % Number(every) === 0 : monthsBetween(first, date) % Number(every) === 0,
  );
};

export const isGroupDay = ({ isNu }: SimulatedGroup, date: string): boolean =>
  isNu ? isOfficeDay(date) : isSchoolDay(date);

/** The days on which the group meets: moved past holidays, skipped, or left to the coordinator. */
export const meetingDays = (
  simulated: SimulatedGroup,
): readonly { readonly date: string; readonly heldOn: string | undefined }[] =>
  ruleDates(simulated).map((date, index, all) => {
    const isOff = isHoliday(date) || (!simulated.isNu && isSchoolHoliday(date));
    if (!isOff) return { date, heldOn: date };
    if (simulated.isNu || simulated.form.onHoliday === 'skip') return { date, heldOn: undefined };
    const next = all[index + 1] ?? '9999-12-31';
    const later = daysFrom(plusDays(date, 1), plusDays(date, 14)).find((day) => isGroupDay(simulated, day));
    return { date, heldOn: later !== undefined && later < next ? later : undefined };
  });
