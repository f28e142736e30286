import type { PersonId } from '../../chat/turn';
import { instantOf, wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';
import { type Agenda, moveDeadline, newAgenda } from './agenda';
import type { Occurrence } from './dates';
import type { Group } from './group';
import type { Posts } from './posted';
import type { ReminderPlan } from './reminder-plan';
import { isKnown, type Told } from './told';
import { type Days, isWorkingDay, workingDaysBefore } from './working-days';

/** A function that won't come, and the one that comes in its place. Functions are ids of the municipality's file. */
export type Apology = {
  readonly functionId: string;
  readonly substituteId?: string;
  readonly by: PersonId;
  readonly at: Instant;
};

export type MeetingStatus =
  | { readonly kind: 'planned' }
  | {
      readonly kind: 'cancelled' | 'skipped';
      readonly at: Instant;
      readonly by: PersonId;
    };

/** An item's way to a later meeting: no such meeting is planned yet, one has been chosen, or the item stands there. */
export type CarriedTo =
  | { readonly kind: 'waits' }
  | { readonly kind: 'chosen' | 'there'; readonly occurrence: string };

/** One meeting of a group with everything that hangs on it: one document, so that every change is whole. */
export type Meeting = {
  readonly groupId: string;
  /** Its name for ever: the date that the series gave it (`2027-01-12`), an extra one's with `-x` and a number. */
  readonly occurrence: string;
  /** Counts the changes of time, place, length and status; the calendar's SEQUENCE. */
  readonly revision: number;
  /** When it was put into the plan, or the latest of those changes was made. */
  readonly changedAt: Instant;
  /** What people have heard of it; as long as that isn't what is so, a telling is due. */
  readonly told: Told;
  /** The revision of the group's plan that it was last brought into line with. */
  readonly followsPlan: number;
  /** Whether somebody has changed the meeting itself, and not only the group's plan. */
  readonly isByHand: boolean;
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
  readonly place: string;
  readonly status: MeetingStatus;
  readonly apologies: readonly Apology[];
  readonly agenda: Agenda;
  readonly posts: Posts;
  /** What has become of the items that belong on a later meeting's agenda, by the item's id. */
  readonly handedOn?: Readonly<Record<string, CarriedTo>>;
  /** Whether the rows of the meeting as it is stand in the outbox; when they don't, they are planned anew. */
  readonly areRowsPlanned: boolean;
};

/** Every reason for which a change of a meeting can be refused; each has a sentence in every language. */
export type MeetingRefusal =
  | 'over'
  | 'past'
  | 'already-cancelled'
  | 'already-skipped'
  | 'minutes-out-of-range'
  | 'no-place'
  | 'same-function'
  | 'no-apology'
  | 'not-yours';

/** A decision's result. A meeting that is as it should be already is given back itself. */
export type MeetingDecision<Reason extends string = MeetingRefusal> =
  | { readonly kind: 'changed'; readonly meeting: Meeting }
  | { readonly kind: 'refused'; readonly reason: Reason };

const changed = (meeting: Meeting): MeetingDecision => ({ kind: 'changed', meeting });
const refused = (reason: MeetingRefusal): MeetingDecision => ({ kind: 'refused', reason });

/** Whole minutes that a meeting can last. */
export const meetingMinutes = { least: 15, most: 480 } as const;

/** One more than the plan has: `2027-01-12-x1`. */
export const isExtra = ({ occurrence }: Pick<Meeting, 'occurrence'>): boolean => occurrence.includes('-x');

/** The id of a meeting's document, and what its rows are about. */
export const meetingId = (groupId: string, occurrence: string): string => `${groupId}/${occurrence}`;

export const endOf = ({ startsAt, lengthMinutes }: Pick<Meeting, 'startsAt' | 'lengthMinutes'>): Instant =>
  startsAt + lengthMinutes * 60_000;

/** When the agenda of a meeting closes by the group's plan; at the latest when the meeting begins. */
export const deadlineOf = (startsAt: Instant, { deadline }: ReminderPlan, days: Days): Instant => {
  const { date } = wallTimeOf(new Date(startsAt));
  const day = workingDaysBefore(date, deadline.workingDaysBefore, (each) => isWorkingDay(each, days));
  return Math.min(startsAt, instantOf({ date: day, time: deadline.time }).getTime());
};

/** The meeting that a series gives on the day on which the group meets; its rows are still to be planned. */
export const newMeeting = (
  { groupId, series, plan, revision }: Pick<Group, 'groupId' | 'series' | 'plan' | 'revision'>,
  { date, heldOn }: Occurrence,
  { days, now }: { readonly days: Days; readonly now: Instant },
): Meeting => {
  const startsAt = instantOf({ date: heldOn ?? date, time: series.time }).getTime();
  const { lengthMinutes, place } = series;
  return {
    groupId,
    occurrence: date,
    revision: 0,
    changedAt: now,
    startsAt,
    lengthMinutes,
    place,
    status: { kind: 'planned' },
    told: { byPlan: { startsAt, lengthMinutes, place, status: 'planned' } },
    apologies: [],
    agenda: newAgenda(deadlineOf(startsAt, plan, days), []),
    posts: {},
    followsPlan: revision,
    isByHand: false,
    areRowsPlanned: false,
  };
};

/**
 * A meeting that fell away with its plan before anybody had heard of it. It stays, so that a plan which has the day once
 * more goes on counting its revisions, but it is shown nowhere.
 */
export const isForgotten = (meeting: Meeting): boolean =>
  meeting.status.kind === 'skipped' && !meeting.isByHand && !isKnown(meeting);

/** The meeting with somebody's change of its time, length, place or status. */
const changedByHand = (
  meeting: Meeting,
  change: Partial<Pick<Meeting, 'startsAt' | 'lengthMinutes' | 'place' | 'status'>>,
  now: Instant,
): Meeting => ({
  ...meeting,
  ...change,
  revision: meeting.revision + 1,
  changedAt: now,
  isByHand: true,
  areRowsPlanned: false,
});

const overRefusal = (meeting: Meeting, now: Instant): MeetingRefusal | undefined => {
  if (meeting.status.kind !== 'planned') return `already-${meeting.status.kind}`;
  return now >= endOf(meeting) ? 'over' : undefined;
};

export type MeetingChange = Pick<Meeting, 'startsAt' | 'lengthMinutes' | 'place'> & {
  readonly plan: ReminderPlan;
  readonly days: Days;
};

/**
 * Another time, length or place. A new time gives the agenda a new deadline, which may open it again, and whoever can't
 * come says so anew.
 */
export const moveMeeting = (meeting: Meeting, change: MeetingChange, now: Instant): MeetingDecision => {
  const reason = overRefusal(meeting, now);
  if (reason !== undefined) return refused(reason);
  const { plan, days, startsAt, lengthMinutes } = change;
  const place = change.place.trim();
  const isMoved = startsAt !== meeting.startsAt;
  if (isMoved && startsAt <= now) return refused('past');
  const { least, most } = meetingMinutes;
  const isLength = Number.isInteger(lengthMinutes) && lengthMinutes >= least && lengthMinutes <= most;
  if (!isLength) return refused('minutes-out-of-range');
  if (place === '') return refused('no-place');
  if (!isMoved && lengthMinutes === meeting.lengthMinutes && place === meeting.place) return changed(meeting);
  const next = changedByHand(meeting, { startsAt, lengthMinutes, place }, now);
  if (!isMoved) return changed(next);
  const moved = moveDeadline(meeting.agenda, deadlineOf(startsAt, plan, days), now);
  return changed({
    ...next,
    apologies: [],
    agenda: moved.kind === 'changed' ? moved.agenda : meeting.agenda,
  });
};

const ended =
  (kind: 'cancelled' | 'skipped') =>
  (meeting: Meeting, by: PersonId, now: Instant): MeetingDecision => {
    const reason = overRefusal(meeting, now);
    if (reason !== undefined) return refused(reason);
    return changed(changedByHand(meeting, { status: { kind, at: now, by } }, now));
  };

/** Calls the meeting off: it was to be held, and isn't. */
export const cancelMeeting = ended('cancelled');
/** Leaves this one of the series out. */
export const skipMeeting = ended('skipped');

/** Notes that a function won't come; what was noted of the same function before is replaced. */
export const addApology = (meeting: Meeting, apology: Apology, now: Instant): MeetingDecision => {
  const reason = overRefusal(meeting, now);
  if (reason !== undefined) return refused(reason);
  const { functionId, substituteId } = apology;
  if (functionId === substituteId) return refused('same-function');
  const known = meeting.apologies.find((each) => each.functionId === functionId);
  if (known !== undefined && known.substituteId === substituteId) return changed(meeting);
  const others = meeting.apologies.filter((each) => each !== known);
  return changed({ ...meeting, apologies: [...others, apology] });
};

/** The function comes after all. */
export const withdrawApology = (meeting: Meeting, functionId: string, now: Instant): MeetingDecision => {
  const reason = overRefusal(meeting, now);
  if (reason !== undefined) return refused(reason);
  const apologies = meeting.apologies.filter((each) => each.functionId !== functionId);
  return apologies.length === meeting.apologies.length
    ? refused('no-apology')
    : changed({ ...meeting, apologies });
};
