import { daysAfter, instantOf, isoWeekdayOf, wallTimeOf } from '../../municipality/wall-time';
import type { Index, Instant, OutboxRow } from '../../storage/contract';
import type { Group } from './group';
import { endOf, type Meeting, meetingId } from './meeting';
import { type ReminderKind, type ReminderPlan, type ReminderTime, reminderKinds } from './reminder-plan';
import { type RetentionPolicy, retentionOf } from './retention';
import { carryOverAt } from './unfinished';
import { type Days, isDayOff, isWorkingDay, workingDaysBefore } from './working-days';

/** What a member who asked for reminders hears in the private chat. */
export type PrivateKind = `private-${ReminderKind | 'change-notice'}`;
/** Everything about a meeting that becomes a row. Its deadline doesn't: that is the document's `nextCheckAt`. */
export type RowKind = ReminderKind | PrivateKind | 'meeting-card' | 'change-notice' | 'ask-coordinator';

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

/**
 * The first reminder is posted as the meeting's card, which is kept up to date from then on. A posted card is shown anew
 * at once; when no reminder brings it, it comes by itself a week before.
 */
const cardOf = ({ meeting, plan, days }: Context, reminders: readonly Planned[]): readonly Planned[] => {
  const { startsAt, posts, changedAt = 0 } = meeting;
  const isPosted = posts.meeting !== undefined;
  // An agenda that is never published leaves its reminder unsent.
  if (!isPosted && reminders.some(({ kind }) => kind !== 'agenda-published')) return [];
  const weekBefore = Math.max(startsAt - 7 * dayMs, changedAt);
  const dueAt = isPosted ? changedAt : nextSendableAt(weekBefore, plan, days);
  return [{ kind: 'meeting-card', dueAt, usefulUntil: endOf(meeting) + cardLastsMs }];
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

/** The same reminder for each member who asked for it. */
const privately =
  ({ remindees }: Group) =>
  (row: OutboxRow): readonly OutboxRow[] =>
    remindees.map((to) => ({ ...row, id: `${row.id}/to/${to}`, kind: `private-${row.kind}`, to }));

const noticeOf = (meeting: Meeting): readonly Planned[] => {
  const { changedAt, revision, quietRevision } = meeting;
  if (changedAt === undefined || revision === 0 || quietRevision === revision) return [];
  const usefulUntil = Math.max(endOf(meeting), changedAt + dayMs);
  return [{ kind: 'change-notice', dueAt: changedAt, usefulUntil }];
};

/** What rows are made by, beside the meeting and its group. */
export type Planning = { readonly days: Days; readonly retention: RetentionPolicy };

/**
 * The outbox's rows for a meeting as it is now: the same document always gives the same rows. A reminder that lay in
 * the past when the meeting was made or changed isn't among them, for the change's own notice says more.
 */
export const rowsOf = (
  meeting: Meeting,
  group: Group,
  { days, retention }: Planning,
): readonly OutboxRow[] => {
  const { changedAt = 0, status, posts } = meeting;
  const context = { meeting, plan: group.plan, days };
  const asRow = rowOf(meeting, group);
  const notice = noticeOf(meeting).map(asRow);
  if (status.kind !== 'planned') {
    const card = posts.meeting === undefined ? [] : cardOf(context, []).map(asRow);
    return [...notice, ...card, ...notice.flatMap(privately(group))];
  }
  const reminders = remindersOf(context).filter(({ dueAt }) => dueAt >= changedAt);
  const others = [...cardOf(context, reminders), ...fileOf(context, retention)].map(asRow);
  const reminding = reminders.map(asRow);
  const heard = [...notice, ...reminding];
  return [...others, ...heard, ...heard.flatMap(privately(group))];
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
export const nextCheckAtOf = (meeting: Meeting, retention: RetentionPolicy): Instant | undefined => {
  const { agenda, status, revision, plannedRevision } = meeting;
  if (plannedRevision < revision) return 0;
  if (agenda.state === 'open' && status.kind === 'planned') return agenda.closesAt;
  return carryOverAt(meeting) ?? retentionOf(meeting, retention)?.eraseAt;
};

/** What a meeting's document is found by. */
export const indexOf = (meeting: Meeting, retention: RetentionPolicy): Index => {
  const nextCheckAt = nextCheckAtOf(meeting, retention);
  return {
    groupId: meeting.groupId,
    at: meeting.startsAt,
    ...(nextCheckAt === undefined ? {} : { nextCheckAt }),
  };
};
