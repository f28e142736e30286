import { defaultRetention, type RetentionPolicy, retentionOf } from '../agenda/retention';
import { daysAfter, instantOf, isoWeekdayOf, wallTimeOf } from '../municipality/wall-time';
import type { Index, Instant, OutboxRow } from '../storage/contract';
import type { Group } from './group';
import { handOnAt } from './left-over';
import { endOf, type Meeting, meetingId } from './meeting';
import { type ReminderKind, type ReminderPlan, type ReminderTime, reminderKinds } from './reminder-plan';
import { type Days, isDayOff, isWorkingDay, workingDaysBefore } from './working-days';

/** Everything about a meeting that becomes a row. Its deadline doesn't: that is the document's `wakeAt`. */
export type RowKind = ReminderKind | 'meeting-card' | 'change-notice' | 'ask-coordinator';

type Planned = {
  readonly kind: RowKind;
  readonly dueAt: Instant;
  readonly usefulUntil: Instant;
};

const dayMs = 86_400_000;
const cardLastsMs = 7 * dayMs;

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
const dueAtOf = (
  startsAt: Instant,
  { workingDaysBefore: count, time }: ReminderTime,
  { plan, days }: { readonly plan: ReminderPlan; readonly days: Days },
): Instant | undefined => {
  const meetsOn = wallTimeOf(new Date(startsAt)).date;
  if (count === 0 && !isSendingDay(meetsOn, days)) return undefined;
  const on = count === 0 ? meetsOn : workingDaysBefore(meetsOn, count, (date) => isWorkingDay(date, days));
  return instantOf({ date: on, time: within(time, plan.hours) }).getTime();
};

type Context = { readonly meeting: Meeting; readonly plan: ReminderPlan; readonly days: Days };

const closesAtOf = ({ agenda, startsAt }: Meeting): Instant =>
  agenda.state === 'open'
    ? agenda.closesAt
    : agenda.state === 'closed' || agenda.state === 'published'
      ? agenda.closedAt
      : startsAt;

const isCall = ({ kind }: Pick<Planned, 'kind'>): boolean =>
  kind === 'call-for-items' || kind === 'deadline-near';

/** The reminders of the plan that make sense for this meeting, in order of their time. */
const remindersOf = ({ meeting, plan, days }: Context): readonly Planned[] => {
  const { startsAt } = meeting;
  const closesAt = closesAtOf(meeting);
  const planned = reminderKinds.flatMap((kind): readonly Planned[] => {
    const at = plan.at[kind];
    const dueAt = at === undefined ? undefined : dueAtOf(startsAt, at, { plan, days });
    if (dueAt === undefined) return [];
    if (isCall({ kind })) return [{ kind, dueAt, usefulUntil: closesAt }];
    const isEarly = (kind === 'deadline-passed' || kind === 'agenda-published') && dueAt < closesAt;
    return [{ kind, dueAt: isEarly ? nextSendableAt(closesAt, plan, days) : dueAt, usefulUntil: startsAt }];
  });
  return planned
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .filter(isOfUse)
    .map((each, index, all) => ({ ...each, usefulUntil: replacedAt(each, all.slice(index + 1)) }))
    .filter(isOfUse);
};

const isOfUse = ({ dueAt, usefulUntil }: Planned): boolean => dueAt < usefulUntil;

/** Of reminders that say much the same only the latest is of use, after a stop too. */
const replacedAt = (reminder: Planned, later: readonly Planned[]): Instant => {
  const isReplaced = isCall(reminder) || reminder.kind === 'day-before';
  const next = later.find((each) => isCall(each) === isCall(reminder));
  return isReplaced && next !== undefined ? next.dueAt : reminder.usefulUntil;
};

/** The card comes with the first reminder, or a week before when all are off; one that is posted is shown anew at once. */
const cardOf = ({ meeting, plan, days }: Context, reminders: readonly Planned[]): Planned => {
  const { startsAt, posts, changedAt = 0 } = meeting;
  const first = reminders[0]?.dueAt ?? nextSendableAt(startsAt - 7 * dayMs, plan, days);
  return {
    kind: 'meeting-card',
    dueAt: Math.max(posts.meeting === undefined ? first : 0, changedAt),
    usefulUntil: endOf(meeting) + cardLastsMs,
  };
};

const rowOf =
  ({ groupId, occurrence, revision }: Meeting, { channel, coordinator }: Group) =>
  ({ kind, dueAt, usefulUntil }: Planned): OutboxRow => ({
    id: `${meetingId(groupId, occurrence)}/${kind}/r${revision}`,
    kind,
    groupId,
    subject: meetingId(groupId, occurrence),
    revision,
    to: kind === 'ask-coordinator' ? coordinator : channel.conversationId,
    dueAt,
    usefulUntil,
  });

/**
 * The outbox's rows for a meeting as it is now: the same document always gives the same rows. A reminder that lay in
 * the past when the meeting was changed isn't among them, for the change's own notice says more.
 */
export const rowsOf = (
  meeting: Meeting,
  group: Group,
  days: Days,
  retention: RetentionPolicy = defaultRetention,
): readonly OutboxRow[] => {
  const { changedAt, status, revision } = meeting;
  const endsAt = endOf(meeting);
  const context = { meeting, plan: group.plan, days };
  const isChange = changedAt !== undefined && revision > 0;
  const notice: readonly Planned[] = isChange
    ? [{ kind: 'change-notice', dueAt: changedAt, usefulUntil: Math.max(endsAt, changedAt + dayMs) }]
    : [];
  if (status.kind !== 'planned') {
    const posted = meeting.posts.meeting === undefined ? [] : [cardOf(context, [])];
    return [...notice, ...posted].map(rowOf(meeting, group));
  }
  const reminders = remindersOf(context).filter(({ dueAt }) => !isChange || dueAt >= changedAt);
  return [...notice, cardOf(context, reminders), ...reminders, ...fileOf(context, retention)].map(
    rowOf(meeting, group),
  );
};

/** Once before everything is erased the coordinator is asked to file the document. */
const fileOf = (
  { meeting, plan, days }: Context,
  { keepDays, askDaysBefore }: RetentionPolicy,
): readonly Planned[] => {
  const eraseAt = endOf(meeting) + keepDays * dayMs;
  const dueAt = nextSendableAt(Math.max(endOf(meeting), eraseAt - askDaysBefore * dayMs), plan, days);
  return dueAt < eraseAt ? [{ kind: 'ask-coordinator', dueAt, usefulUntil: eraseAt }] : [];
};

/**
 * When somebody must look at the document: at once (0) while its rows aren't planned, then at its deadline, then when its
 * items must be handed on, then when it must be erased; `undefined` once nothing is left.
 */
export const wakeAtOf = (
  meeting: Meeting,
  retention: RetentionPolicy = defaultRetention,
): Instant | undefined => {
  const { agenda, status, revision, plannedRevision } = meeting;
  if (plannedRevision < revision) return 0;
  if (agenda.state === 'open' && status.kind === 'planned') return agenda.closesAt;
  return handOnAt(meeting) ?? retentionOf(meeting, retention)?.eraseAt;
};

/** What a meeting's document is found by. */
export const indexOf = (meeting: Meeting): Index => {
  const wakeAt = wakeAtOf(meeting);
  return { groupId: meeting.groupId, at: meeting.startsAt, ...(wakeAt === undefined ? {} : { wakeAt }) };
};
