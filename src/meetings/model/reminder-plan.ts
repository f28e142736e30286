/** What a group's plan can send about a meeting, in the order of the meeting's life. */
export const reminderKinds = [
  'call-for-items',
  'deadline-near',
  'deadline-passed',
  'agenda-published',
  'day-before',
  'same-morning',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** `workingDaysBefore` counts the group's working days; `time` is `HH:mm` on that day. */
export type ReminderTime = { readonly workingDaysBefore: number; readonly time: string };

/** A kind that is left out is off. `deadline` closes the agenda; the hours bound everything that is sent. */
export type ReminderPlan = {
  readonly deadline: ReminderTime;
  readonly hours: { readonly from: string; readonly to: string };
  readonly at: Readonly<Partial<Record<ReminderKind, ReminderTime>>>;
};
