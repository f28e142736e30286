import { z } from 'zod';
import { daysAfter } from '../../municipality/wall-time';
import type { GroupKind } from '../model/group-facts';
import {
  type ReminderKind,
  type ReminderPlan,
  type ReminderTime,
  reminderKinds,
} from '../model/reminder-plan';
import type { Rule, Series, Weekday } from '../model/series';
import { placeFault } from '../place';
import { type FieldFault, isDate, isTime, lengthFault, typedText, wholeIn } from '../typed-fields';

export const seriesFields = [
  'ruleKind',
  'weekday',
  'every',
  'nth',
  'startsOn',
  'endsOn',
  'time',
  'lengthMinutes',
  'place',
  'noPerson',
  'onHoliday',
] as const;
export const planFields = [
  'deadlineDays',
  'deadlineTime',
  'hoursFrom',
  'hoursTo',
  'remindAt',
  'morningAt',
  ...reminderKinds,
] as const;
export type SeriesField = (typeof seriesFields)[number];
export type PlanField = (typeof planFields)[number];
export type SetUpField = SeriesField | PlanField;

export type SetUpTyped = Readonly<Record<SetUpField, string>>;
export type SetUpFaults = Readonly<Partial<Record<SetUpField, FieldFault>>>;

export type ParsedSetUp =
  | {
      readonly kind: 'series';
      readonly series: Series;
      readonly plan: ReminderPlan;
      readonly typed: SetUpTyped;
    }
  | { readonly kind: 'faults'; readonly faults: SetUpFaults; readonly typed: SetUpTyped };

export type SetUpContext = {
  readonly groupKind: GroupKind;
  /** Today's date in Denmark. */
  readonly today: string;
  /** The municipality's own names (`ownNamesOf`). */
  readonly ownNames: readonly string[];
  /** How many meetings a series gives. */
  readonly countDates: (series: Series) => number;
};

/** Choices of a reminder's day, in working days before the meeting. */
export const dayChoices = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10] as const;

/** What the form holds before anybody has typed: SSP-NU meets every week and hears little, the networks every month. */
const defaultsOf = (groupKind: SetUpContext['groupKind']): SetUpTyped => {
  const isWeekly = groupKind === 'ssp-nu';
  return {
    ruleKind: isWeekly ? 'weekly' : 'monthly',
    weekday: '2',
    every: '1',
    nth: '2',
    startsOn: '',
    endsOn: '',
    time: '09:00',
    lengthMinutes: isWeekly ? '60' : '120',
    place: '',
    noPerson: '',
    onHoliday: isWeekly ? 'ask' : 'move',
    deadlineDays: isWeekly ? '1' : '5',
    deadlineTime: '12:00',
    hoursFrom: '07:00',
    hoursTo: '17:00',
    remindAt: '09:00',
    morningAt: '07:30',
    'call-for-items': isWeekly ? '3' : '10',
    'deadline-near': isWeekly ? 'off' : '6',
    'deadline-passed': isWeekly ? 'off' : '4',
    'agenda-published': isWeekly ? 'off' : '3',
    'day-before': isWeekly ? 'off' : '1',
    'same-morning': '0',
  };
};

/** What was typed, with the defaults where a card hasn't the field. */
export const typedIn = (data: unknown, groupKind: SetUpContext['groupKind']): SetUpTyped => {
  const fields = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
  const defaults = defaultsOf(groupKind);
  return Object.fromEntries(
    Object.entries(defaults).map(([field, value]) => {
      const typed = Object.hasOwn(fields, field) ? typedText.safeParse(fields[field]).data : undefined;
      return [field, typed?.trim() ?? value];
    }),
  ) as SetUpTyped;
};

/** SSP-NU can't wait a week: its coordinator is always asked. */
export const isAlwaysAsked = (groupKind: GroupKind): boolean => groupKind === 'ssp-nu';

/** Reads the whole set-up at once: every fault beside its field, and what was typed is kept. */
export const parseSetUp = (data: unknown, context: SetUpContext): ParsedSetUp => {
  const given = typedIn(data, context.groupKind);
  const typed = isAlwaysAsked(context.groupKind) ? { ...given, onHoliday: 'ask' } : given;
  const faults = { ...planFaults(typed), ...seriesFaults(typed, context) };
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults, typed };
  const series = seriesOf(typed);
  if (context.countDates(series) === 0) return { kind: 'faults', faults: { endsOn: 'no-dates' }, typed };
  return { kind: 'series', series, plan: planOf(typed), typed };
};

const isIn = (text: string, choices: readonly string[]): boolean => choices.includes(text);
type Check = readonly [SetUpField, FieldFault, boolean];

/** The first fault of each field. */
const firstFaults = (checks: readonly Check[]): SetUpFaults =>
  Object.fromEntries(
    checks
      .filter(([, , isFault]) => isFault)
      .toReversed()
      .map(([field, fault]) => [field, fault]),
  );

const seriesFaults = (typed: SetUpTyped, { today, ownNames }: SetUpContext): SetUpFaults => {
  const { ruleKind, weekday, every, nth, startsOn, endsOn, time, lengthMinutes, place, onHoliday } = typed;
  const horizon = daysAfter(today, 731);
  const badPlace = placeFault(place, { ownNames, isNoPerson: typed.noPerson === 'true' });
  return firstFaults([
    ['ruleKind', 'unknown', !isIn(ruleKind, ['weekly', 'monthly'])],
    ['weekday', 'unknown', !wholeIn(weekday, 1, 7)],
    ['every', 'every-out-of-range', !wholeIn(every, 1, 12)],
    ['nth', 'unknown', !isIn(nth, ['1', '2', '3', '4', '5', '-1'])],
    ['startsOn', 'missing', startsOn === ''],
    ['startsOn', 'not-a-date', !isDate(startsOn)],
    ['startsOn', 'past', startsOn < today],
    ['startsOn', 'too-far', startsOn > horizon],
    ['endsOn', 'missing', endsOn === ''],
    ['endsOn', 'not-a-date', !isDate(endsOn)],
    ['endsOn', 'end-before-start', isDate(startsOn) && endsOn < startsOn],
    ['endsOn', 'too-far', endsOn > horizon],
    ['time', 'not-a-time', !isTime(time)],
    ['lengthMinutes', 'minutes-out-of-range', lengthFault(lengthMinutes) !== undefined],
    ['place', badPlace ?? 'missing', badPlace !== undefined],
    ['onHoliday', 'unknown', !isIn(onHoliday, ['skip', 'move', 'ask'])],
  ]);
};

/** What asks for items, which is of no use once they can't be handed in. */
const calls = ['call-for-items', 'deadline-near'] as const;

const isAfterDeadline = (typed: SetUpTyped, kind: (typeof calls)[number]): boolean => {
  if (typed[kind] === 'off') return false;
  const daysLater = Number(typed.deadlineDays) - Number(typed[kind]);
  return daysLater > 0 || (daysLater === 0 && typed.remindAt >= typed.deadlineTime);
};

const planFaults = (typed: SetUpTyped): SetUpFaults => {
  const { deadlineDays, deadlineTime, hoursFrom, hoursTo, time } = typed;
  const days = dayChoices.map(String);
  const times = ['deadlineTime', 'hoursFrom', 'hoursTo', 'remindAt', 'morningAt'] as const;
  const isOutside = (at: string) => isTime(hoursFrom) && isTime(hoursTo) && (at < hoursFrom || at > hoursTo);
  return firstFaults([
    ...times.map((field): Check => [field, 'not-a-time', !isTime(typed[field])]),
    ['deadlineDays', 'unknown', !isIn(deadlineDays, days)],
    ['deadlineTime', 'deadline-after-meeting', deadlineDays === '0' && isTime(time) && deadlineTime >= time],
    ['hoursTo', 'hours-reversed', isTime(hoursFrom) && hoursTo <= hoursFrom],
    ['remindAt', 'outside-hours', isOutside(typed.remindAt)],
    ['morningAt', 'outside-hours', isOutside(typed.morningAt)],
    [
      'morningAt',
      'after-the-start',
      typed['same-morning'] === '0' && isTime(time) && typed.morningAt >= time,
    ],
    ['same-morning', 'unknown', !isIn(typed['same-morning'], ['off', '0'])],
    ...calls.map((kind): Check => [kind, 'call-after-deadline', isAfterDeadline(typed, kind)]),
    ...reminderKinds.map((kind): Check => [kind, 'unknown', !isIn(typed[kind], ['off', ...days])]),
  ]);
};

const ruleOf = ({ ruleKind, weekday, every, nth }: SetUpTyped): Rule => {
  const day = Number(weekday) as Weekday;
  return ruleKind === 'weekly'
    ? { kind: 'weekly', weekday: day, every: Number(every) }
    : { kind: 'monthly', weekday: day, nth: Number(nth) as 1 | 2 | 3 | 4 | 5 | -1, every: Number(every) };
};

const seriesOf = (typed: SetUpTyped): Series => ({
  rule: ruleOf(typed),
  startsOn: typed.startsOn,
  endsOn: typed.endsOn,
  time: typed.time,
  lengthMinutes: Number(typed.lengthMinutes),
  place: typed.place,
  onHoliday: typed.onHoliday as Series['onHoliday'],
});

const planOf = (typed: SetUpTyped): ReminderPlan => {
  const at = reminderKinds.flatMap((kind): readonly [ReminderKind, ReminderTime][] =>
    typed[kind] === 'off'
      ? []
      : [
          [
            kind,
            {
              workingDaysBefore: Number(typed[kind]),
              time: kind === 'same-morning' ? typed.morningAt : typed.remindAt,
            },
          ],
        ],
  );
  return {
    deadline: { workingDaysBefore: Number(typed.deadlineDays), time: typed.deadlineTime },
    hours: { from: typed.hoursFrom, to: typed.hoursTo },
    at: Object.fromEntries(at),
  };
};
