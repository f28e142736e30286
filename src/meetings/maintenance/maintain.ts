import { randomUUID } from 'node:crypto';
import { hourMs, minuteMs } from '../../duration';
import { daysAfter, wallTimeOf } from '../../municipality/wall-time';
import type { Doc, Instant } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import type { MeetingPorts } from '../access';
import { carryOver, carryOverWaiting } from '../carry-over';
import { meetingsToCome } from '../coming-meetings';
import { atTime } from '../model/agenda';
import { type Occurrence, occurrencesOf } from '../model/dates';
import { type Group, groupIndex, withDays } from '../model/group';
import { kindOf } from '../model/group-facts';
import { type Meeting, meetingId, newMeeting } from '../model/meeting';
import { indexOf, rowsOf } from '../model/reminders';
import { eraseWhenDue, type RetentionPolicy, removeAtOf } from '../model/retention';
import { seriesAsksOf } from '../model/series-asks';
import { type Days, printOfDays } from '../model/working-days';
import { addPendingNotice } from '../pending-notices';
import { showStale } from '../posted-cards';
import { planPrivately } from '../subscribers';
import { planRows } from '../update-meeting';
import { checkChannel } from './channel-health';
import { followPlan } from './follow-plan';
import { leaveChannels } from './leave-channel';
import { windUp, windUpMeeting } from './wind-up';

/** Meetings get their documents so many days before. */
const horizonDays = 120;

/** What the group's plan says of its meetings. */
export const planOf = ({ municipality, days }: Pick<MeetingPorts, 'municipality' | 'days'>, group: Group) => {
  const kind = kindOf(municipality, group.groupId);
  const known: Days = days(kind);
  const occurrences: readonly Occurrence[] =
    kind === undefined ? [] : occurrencesOf(group.series, kind, known);
  const planned = (occurrence: string, now: Instant): Meeting | undefined => {
    const found = occurrences.find(({ date, heldOn }) => date === occurrence && heldOn !== undefined);
    return found && newMeeting(group, found, { days: known, now });
  };
  return { days: known, occurrences, planned };
};

/**
 * Documents and rows for every meeting up to the horizon. What is there already stays as it is, unless the plan has been
 * changed.
 */
export const bringUpToDate = async (ports: MeetingPorts, known: Group, now: Instant): Promise<void> => {
  const { outbox } = ports;
  const print = printOfDays({ ...ports, kind: kindOf(ports.municipality, known.groupId) });
  const group = await withDaysOfNow(ports, { known, print, now });
  const { days, occurrences, planned } = planOf(ports, group);
  await leaveChannels(ports, group, now);
  if (group.plannedRevision < group.revision) await followPlan(ports, { group, planned, now });
  const toCome = new Map((await meetingsToCome(ports, group.groupId, now)).map((doc) => [doc.id, doc]));
  const today = wallTimeOf(new Date(now)).date;
  const last = daysAfter(today, horizonDays);
  for (const { date } of occurrences.filter(
    (each) => (each.heldOn ?? each.date) >= today && each.date <= last,
  )) {
    const meeting = planned(date, now);
    if (meeting === undefined || meeting.startsAt <= now) continue;
    const id = meetingId(group.groupId, date);
    const doc = toCome.get(id) ?? (await insertOrFind(ports, { id, meeting, now }));
    if (doc !== undefined) await planRows(ports, group, { doc, now });
  }
  const asks = seriesAsksOf(group, { occurrences, days, now });
  await outbox.plan(asks.filter(({ id }) => !group.asked.includes(id)));
  await carryOverWaiting(ports, group, now);
  await mustUpdate(ports.groups, group.groupId, (latest) => {
    if (latest.revision !== group.revision) return { kind: 'leave', left: 'same' };
    const asked = asks.map(({ id }) => id);
    const { calendarKey = randomUUID() } = latest;
    const body = {
      ...latest,
      calendarKey,
      asked,
      days: { ...latest.days, print },
      plannedRevision: group.revision,
    };
    return { kind: 'save', body, index: groupIndex(body, now) };
  });
};

type New = { readonly id: string; readonly meeting: Meeting; readonly now: Instant };

/** A meeting that isn't among those to come is new, or somebody has moved it to a day that is over. */
const insertOrFind = async (
  { meetings, retention }: MeetingPorts,
  { id, meeting, now }: New,
): Promise<Doc<Meeting> | undefined> => {
  const isNew = await meetings.insert(id, meeting, indexOf(meeting, { retention, now }));
  return isNew ? { id, version: 1, body: meeting } : meetings.find(id);
};

type OfNow = { readonly known: Group; readonly print: string; readonly now: Instant };

/** The group with a plan of its own for days that the municipality has filled in since the last one. */
const withDaysOfNow = async (ports: MeetingPorts, { known, print, now }: OfNow): Promise<Group> => {
  const areOfNow = ({ days, plannedRevision, revision }: Group) =>
    days === undefined || days.print === print || plannedRevision < revision;
  if (areOfNow(known)) return known;
  const updated = await mustUpdate(ports.groups, known.groupId, (group) => {
    if (areOfNow(group)) return { kind: 'leave', left: 'same' };
    const body = withDays(group, print);
    return { kind: 'save', body, index: groupIndex(body, now) };
  });
  return updated.kind === 'missing' ? known : updated.doc.body;
};

/** Gives each person the notices that earlier versions kept with the group. */
const movePendingNotices = async (
  ports: MeetingPorts,
  { id, body }: Doc<Group>,
  now: Instant,
): Promise<void> => {
  const { untold = [] } = body;
  if (untold.length === 0) return;
  for (const { personId, row } of untold)
    await addPendingNotice(ports, { personId, notice: { groupId: id, row }, now });
  await mustUpdate(ports.groups, id, ({ untold: _, ...group }) => ({
    kind: 'save',
    body: group,
    index: groupIndex(group, now),
  }));
};

const everyMeeting = 10_000;

/** Lets each meeting be looked after at once when words are kept for another time than they were before. */
const followRetention = async (
  ports: MeetingPorts,
  { id, body }: Doc<Group>,
  now: Instant,
): Promise<void> => {
  const { groups, meetings, outbox, retention, days, municipality } = ports;
  if (isApplied(body, retention)) return;
  const planning = { days: days(kindOf(municipality, id)), retention };
  for (const doc of await meetings.list(id, 0, everyMeeting)) {
    const rows = rowsOf(doc.body, body, planning);
    await outbox.plan(rows.filter(({ kind }) => kind === 'ask-coordinator'));
    await meetings.putOff(doc, 0);
  }
  await mustUpdate(groups, id, (group) => ({
    kind: 'save',
    body: { ...group, keepDays: retention.keepDays },
    index: groupIndex(group, now),
  }));
};

const isApplied = ({ keepDays }: Group, retention: RetentionPolicy): boolean =>
  keepDays === retention.keepDays;

/** Lets the groups be looked after at once whose words are kept for another time since the program was started. */
export const lookAtRetention = async ({ groups, municipality, retention }: MeetingPorts): Promise<void> => {
  for (const { id } of municipality.groups) {
    const doc = await groups.find(id);
    if (doc !== undefined && doc.body.dissolved === undefined && !isApplied(doc.body, retention))
      await groups.putOff(doc, 0);
  }
};

/** Lets the groups be looked after at once whose meetings were planned by other days off than the municipality has now. */
export const lookAtDays = async ({ groups, municipality }: MeetingPorts): Promise<void> => {
  for (const { id, kind } of municipality.groups) {
    const doc = await groups.find(id);
    if (doc === undefined || doc.body.dissolved !== undefined) continue;
    if (doc.body.days?.print !== printOfDays({ municipality, kind })) await groups.putOff(doc, 0);
  }
};

/** What a due group needs; several processes may do it at once. */
export const maintainGroup = async (ports: MeetingPorts, doc: Doc<Group>, now: Instant): Promise<void> => {
  if (doc.body.dissolved !== undefined) return windUp(ports, doc.body, now);
  await movePendingNotices(ports, doc, now);
  await followRetention(ports, doc, now);
  await bringUpToDate(ports, doc.body, now);
  await planPrivately(ports, { group: doc.body, now });
  await checkChannel(ports, doc.id, now);
};

/** When what is still due is looked at again: a card that Teams doesn't take, an item that no meeting takes. */
const againAfter = (group: Group | undefined): number =>
  group?.lost.channel.since === undefined ? 10 * minuteMs : hourMs;

/**
 * What a due meeting needs: its rows, its agenda closed at the deadline, what it leaves over handed on, its words erased in
 * the end, and its cards showing what is so. It is due no longer afterwards, whatever came of it; in the very end it is gone.
 */
export const maintainMeeting = async (
  ports: MeetingPorts,
  due: Doc<Meeting>,
  now: Instant,
): Promise<void> => {
  const group = (await ports.groups.find(due.body.groupId))?.body;
  const { meetings, retention } = ports;
  if (group?.dissolved !== undefined) return windUpMeeting(ports, due, { group, now });
  const removeAt = removeAtOf(due.body);
  if (removeAt !== undefined && now >= removeAt) return meetings.remove(due.id);
  const planned = group === undefined ? due : await planRows(ports, group, { doc: due, now });
  const latest = group === undefined ? planned : await carryOver(ports, { group, doc: planned, now });
  const updated = await mustUpdate(meetings, latest, (meeting) => {
    const body = eraseWhenDue({ ...meeting, agenda: atTime(meeting.agenda, now) }, retention, now);
    return { kind: 'save', body, index: indexOf(body, { retention, now, againAfterMs: againAfter(group) }) };
  });
  if (updated.kind === 'saved' && group !== undefined)
    await showStale(ports, { group, meeting: updated.doc.body, now });
};
