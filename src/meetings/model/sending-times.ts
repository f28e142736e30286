import { daysAfter, instantOf, isoWeekdayOf, wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';
import type { ReminderPlan, ReminderTime } from './reminder-plan';
import { type Days, isDayOff, isWorkingDay, workingDaysBefore } from './working-days';

const within = (time: string, { from, to }: ReminderPlan['hours']): string =>
  time < from ? from : time > to ? to : time;

/** A day on which the bot may speak up of its own accord: school holidays are working days of everybody else. */
const isSendingDay = (date: string, days: Days): boolean => isoWeekdayOf(date) <= 5 && !isDayOff(date, days);

/** The first instant from `at` on that lies in the plan's hours of a working day. */
export const nextSendableAt = (at: Instant, { hours }: Pick<ReminderPlan, 'hours'>, days: Days): Instant => {
  const { date, time } = wallTimeOf(new Date(at));
  if (isSendingDay(date, days) && time >= hours.from && time <= hours.to) return at;
  let day = isSendingDay(date, days) && time < hours.from ? date : daysAfter(date, 1);
  while (!isSendingDay(day, days)) day = daysAfter(day, 1);
  return instantOf({ date: day, time: hours.from }).getTime();
};

/** When a reminder is due; `undefined` when its day is the meeting's own and nobody works then. */
export const dueAtOf = (
  startsAt: Instant,
  { workingDaysBefore: count, time }: ReminderTime,
  { plan, days }: { readonly plan: ReminderPlan; readonly days: Days },
): Instant | undefined => {
  const meetsOn = wallTimeOf(new Date(startsAt)).date;
  if (count === 0 && !isSendingDay(meetsOn, days)) return undefined;
  const on = count === 0 ? meetsOn : workingDaysBefore(meetsOn, count, (date) => isWorkingDay(date, days));
  return instantOf({ date: on, time: within(time, plan.hours) }).getTime();
};
