import { dayMs } from '../../duration';
import type { Index, Instant, OutboxRow } from '../../storage/contract';
import { coordinatorAsksOf } from './coordinator-asks';
import type { Group } from './group';
import { endOf, type Meeting, meetingId } from './meeting';
import { cardsChangeAt, staleCards } from './posted';
import { type ReminderPlan, reminderKinds } from './reminder-plan';
import { nextEraseAt, type RetentionPolicy, removeAtOf } from './retention';
import {
  type CoordinatorAsk,
  type HeardKind,
  heardIn,
  isCoordinatorAsk,
  isHeard,
  privateKind,
} from './row-kinds';
import { dueAtOf, nextSendableAt } from './sending-times';
import { lastsUntil, newsFor } from './told';
import { carryOverAt } from './unfinished';
import type { Days } from './working-days';

/** What becomes of a meeting's plan. Its deadline makes no row: that is the document's `nextCheckAt`. */
type Planned = {
  readonly kind: HeardKind | 'meeting-card' | 'agenda-card' | CoordinatorAsk;
  readonly dueAt: Instant;
  readonly usefulUntil: Instant;
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
 * A reminder is posted as the meeting's card, which is kept up to date until the next one takes its place. When no reminder
 * brings a card, it comes by itself a week before.
 */
const cardOf = ({ meeting, plan, days }: Context, reminders: readonly Planned[]): readonly Planned[] => {
  // An agenda that is never published leaves its reminder unsent.
  if (reminders.some(({ kind }) => kind !== 'agenda-published')) return [];
  const weekBefore = Math.max(meeting.startsAt - 7 * dayMs, meeting.changedAt);
  return [
    { kind: 'meeting-card', dueAt: nextSendableAt(weekBefore, plan, days), usefulUntil: endOf(meeting) },
  ];
};

/** A published agenda gets its card at once, whatever the hour: somebody has just asked for it. */
const agendaCardOf = (meeting: Meeting): readonly Planned[] =>
  meeting.agenda.state === 'published'
    ? [{ kind: 'agenda-card', dueAt: meeting.agenda.publishedAt, usefulUntil: endOf(meeting) }]
    : [];

const rowOf =
  (meeting: Meeting, { channel, channelRevision, coordinator }: Group) =>
  ({ kind, dueAt, usefulUntil }: Planned): OutboxRow => {
    const subject = meetingId(meeting.groupId, meeting.occurrence);
    // What stands in line for a channel that the group has left isn't what is to be said in the next one.
    const channelPart = channelRevision === 1 ? '' : `/channel-${channelRevision}`;
    return {
      id: `${subject}/${kind}/${dueAt}${channelPart}`,
      kind,
      groupId: meeting.groupId,
      subject,
      to: isCoordinatorAsk(kind) ? coordinator : channel.conversationId,
      dueAt,
      usefulUntil,
    };
  };

/** The same row for each member who asked for reminders. */
const privately =
  ({ remindees }: Group) =>
  (row: OutboxRow): readonly OutboxRow[] => {
    const { kind } = row;
    if (!isHeard(kind)) return [];
    return remindees.map((to) => ({ ...row, id: `${row.id}/to/${to}`, kind: privateKind(kind), to }));
  };

/** What rows are made by, beside the meeting and its group. */
export type Planning = { readonly days: Days; readonly retention: RetentionPolicy };

/**
 * Every row that belongs to a meeting as it is now, in the past and to come; its id says when it is due, so that a row of
 * another time is another row. A row that isn't among them is of a time or a plan that is over, and isn't sent.
 */
const everyRow = (meeting: Meeting, group: Group, { days, retention }: Planning): readonly OutboxRow[] => {
  if (meeting.status.kind !== 'planned') return [];
  const context = { meeting, plan: group.plan, days };
  const reminders = remindersOf(context);
  const asRow = rowOf(meeting, group);
  const others = [
    ...cardOf(context, reminders),
    ...agendaCardOf(meeting),
    ...coordinatorAsksOf(context, retention),
  ];
  const reminding = reminders.map(asRow);
  return [...others.map(asRow), ...reminding, ...reminding.flatMap(privately(group))];
};

/** The row as the meeting wants it today; `undefined` when it wants it no longer. */
export const wantedRow = (
  { id, to }: Pick<OutboxRow, 'id' | 'to'>,
  meeting: Meeting,
  group: Group,
  planning: Planning,
): OutboxRow | undefined => everyRow(meeting, only(group, [to]), planning).find((row) => row.id === id);

/** The group as if only those of its subscribers were there: hundreds of them have a row for each reminder. */
const only = (group: Group, people: readonly string[]): Group => {
  const asked = new Set(people);
  return { ...group, remindees: group.remindees.filter((each) => asked.has(each)) };
};

/** Of rows about the meeting those that aren't of a time or a plan that is over. */
export const withoutOutlivedRows = <Row extends OutboxRow>(
  rows: readonly Row[],
  meeting: Meeting,
  group: Group,
  planning: Planning,
): readonly Row[] => {
  if (rows.length === 0) return [];
  const asked = only(
    group,
    rows.map(({ to }) => to),
  );
  const wanted = new Set(everyRow(meeting, asked, planning).map(({ id }) => id));
  const isOfATime = ({ id, subject, kind, dueAt }: Row): boolean =>
    id.startsWith(`${subject}/${heardIn(kind) ?? kind}/${dueAt}`);
  return rows.filter((row) => !isOfATime(row) || wanted.has(row.id));
};

/**
 * The rows to plan for a meeting that was made or changed. A reminder that lay in the past then isn't among them, for the
 * change's own notice says more; one that was planned before and hasn't been sent yet stays in the outbox.
 */
export const rowsOf = (meeting: Meeting, group: Group, planning: Planning): readonly OutboxRow[] =>
  everyRow(meeting, group, planning).filter(({ dueAt }) => dueAt >= meeting.changedAt);

/** Longer than Teams is away, and than a channel that is gone may be back. */
const noticeLastsMs = 7 * dayMs;

/** The rows that tell what people haven't heard: one for the channel and one for each subscriber, however often it changes. */
export const noticesOf = (meeting: Meeting, group: Group): readonly OutboxRow[] => {
  const { changedAt: dueAt } = meeting;
  const usefulUntil = Math.max(lastsUntil(meeting), dueAt) + noticeLastsMs;
  const [row] = [{ kind: 'change-notice' as const, dueAt, usefulUntil }].map(rowOf(meeting, group));
  if (row === undefined) return [];
  const notice = { ...row, id: `${row.subject}/${row.kind}` };
  const isDue = newsFor(meeting, 'channel') !== undefined;
  return [
    ...(isDue ? [notice] : []),
    ...privately(group)(notice).filter(({ to }) => newsFor(meeting, { personId: to }) !== undefined),
  ];
};

/**
 * When somebody must look at the document next: at once (0) while its rows aren't planned, then at its deadline, when its
 * cards change by themselves, when its items must be handed on, and when it must be erased; `undefined` once nothing is left.
 */
export const nextCheckAtOf = (meeting: Meeting, retention: RetentionPolicy): Instant | undefined => {
  const { agenda, status, areRowsPlanned } = meeting;
  if (!areRowsPlanned) return 0;
  const deadline = agenda.state === 'open' && status.kind === 'planned' ? agenda.closesAt : undefined;
  const times = [
    deadline,
    cardsChangeAt(meeting),
    carryOverAt(meeting),
    nextEraseAt(meeting, retention),
    removeAtOf(meeting),
  ];
  const known = times.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

type Looking = {
  readonly retention: RetentionPolicy;
  readonly now: Instant;
  /** What was just looked after, and is due still, is looked at again after so long; absent when it wasn't. */
  readonly againAfterMs?: number;
};

/** Longer than it takes to show a card anew. */
const showingMs = 30_000;

/** What a meeting's document is found by. A card that doesn't show what is so is looked at soon, for a process may die. */
export const indexOf = (meeting: Meeting, { retention, now, againAfterMs }: Looking): Index => {
  const stale = staleCards(meeting, now).length > 0 ? [now + (againAfterMs ?? showingMs)] : [];
  const own = nextCheckAtOf(meeting, retention);
  const times = [...stale, ...(own === undefined ? [] : [own])];
  const isPutOff = (at: Instant) => againAfterMs !== undefined && at <= now;
  const due = times.map((at) => (isPutOff(at) ? now + (againAfterMs ?? 0) : at));
  return {
    groupId: meeting.groupId,
    at: meeting.startsAt,
    ...(due.length === 0 ? {} : { nextCheckAt: Math.min(...due) }),
  };
};
