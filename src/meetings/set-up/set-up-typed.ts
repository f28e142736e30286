import type { Group } from '../model/group';
import { type ReminderTime, reminderKinds } from '../model/reminder-plan';
import type { SetUpTyped } from './set-up-form';

const daysOf = (at: ReminderTime | undefined): string =>
  at === undefined ? 'off' : String(at.workingDaysBefore);

/** A group's plan as the form shows it, so that only what is to change must be typed. `startsOn` is its next date. */
export const typedOf = ({ series, plan }: Pick<Group, 'series' | 'plan'>, startsOn: string): SetUpTyped => {
  const { rule, endsOn, time, lengthMinutes, place, onHoliday } = series;
  const { 'same-morning': morning, ...others } = plan.at;
  const at = Object.fromEntries(reminderKinds.map((kind) => [kind, daysOf(plan.at[kind])])) as Record<
    (typeof reminderKinds)[number],
    string
  >;
  return {
    ...at,
    ruleKind: rule.kind,
    weekday: String(rule.weekday),
    every: String(rule.every),
    nth: rule.kind === 'monthly' ? String(rule.nth) : '2',
    startsOn,
    endsOn,
    time,
    lengthMinutes: String(lengthMinutes),
    place,
    noPerson: '',
    onHoliday,
    deadlineDays: String(plan.deadline.workingDaysBefore),
    deadlineTime: plan.deadline.time,
    hoursFrom: plan.hours.from,
    hoursTo: plan.hours.to,
    remindAt: Object.values(others)[0]?.time ?? '09:00',
    morningAt: morning?.time ?? '07:30',
  };
};
