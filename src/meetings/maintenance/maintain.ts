import { daysAfter, wallTimeOf } from '../../municipality/wall-time';
import type { Doc, Instant } from '../../storage/contract';
import type { MeetingPorts } from '../access';
import { carryOver, carryOverWaiting } from '../carry-over';
import { planRows } from '../keep';
import { atTime } from '../model/agenda';
import { type Occurrence, occurrencesOf } from '../model/dates';
import { type Group, groupIndex } from '../model/group';
import { type Meeting, meetingId, newMeeting } from '../model/meeting';
import { indexOf } from '../model/reminders';
import { eraseWhenDue } from '../model/retention';
import { seriesAsksOf } from '../model/series-asks';
import type { Days } from '../model/working-days';
import { ifCrashedMs, showAgain } from '../posted-cards';
import { planPrivately } from '../subscribers';
import { checkChannel } from './channel-health';
import { followPlan } from './follow-plan';

const dayMs = 86_400_000;
/** Meetings get their documents so many days before. */
const horizonDays = 120;

/** What the group's plan says of its meetings. */
export const planOf = ({ municipality, days }: Pick<MeetingPorts, 'municipality' | 'days'>, group: Group) => {
  const kind = municipality.groups.find(({ id }) => id === group.groupId)?.kind ?? 'ssp-network';
  const known: Days = days(kind);
  const occurrences: readonly Occurrence[] = occurrencesOf(group.series, kind, known);
  const planned = (occurrence: string): Meeting | undefined => {
    const found = occurrences.find(({ date, heldOn }) => date === occurrence && heldOn !== undefined);
    return found && newMeeting(group, found, known);
  };
  return { days: known, occurrences, planned };
};

/**
 * Documents and rows for every meeting up to the horizon. What is there already stays as it is, unless the plan has been
 * changed.
 */
export const bringUpToDate = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const { meetings, outbox, retention } = ports;
  const { days, occurrences, planned } = planOf(ports, group);
  if (group.plannedRevision < group.revision) await followPlan(ports, { group, planned, now });
  const today = wallTimeOf(new Date(now)).date;
  const last = daysAfter(today, horizonDays);
  for (const { date } of occurrences.filter(
    (each) => (each.heldOn ?? each.date) >= today && each.date <= last,
  )) {
    const plain = planned(date);
    if (plain === undefined || plain.startsAt <= now) continue;
    const meeting = { ...plain, changedAt: now };
    const id = meetingId(group.groupId, date);
    await meetings.insert(id, meeting, indexOf(meeting, retention));
    await planRows(ports, group, id);
  }
  const asks = seriesAsksOf(group, { occurrences, days, now });
  await outbox.plan(asks.filter(({ id }) => !group.asked.includes(id)));
  await carryOverWaiting(ports, group, now);
  const doc = await ports.groups.find(group.groupId);
  if (doc === undefined || doc.body.revision !== group.revision) return;
  const body = { ...doc.body, asked: asks.map(({ id }) => id), plannedRevision: group.revision };
  await ports.groups.replace(doc, body, groupIndex(body, now));
};

/** What a due group needs; several processes may do it at once. */
export const maintainGroup = async (ports: MeetingPorts, doc: Doc<Group>, now: Instant): Promise<void> => {
  await bringUpToDate(ports, doc.body, now);
  await ports.outbox.prune(now - ports.retention.keepDays * dayMs);
  await planPrivately(ports, doc.body, now);
  await checkChannel(ports, doc.id, now);
};

/**
 * What a due meeting needs: rows of its latest revision, its agenda closed at the deadline, what it leaves over handed on,
 * and its words erased in the end.
 */
export const maintainMeeting = async (
  ports: MeetingPorts,
  doc: Doc<Meeting>,
  now: Instant,
): Promise<void> => {
  const group = await ports.groups.find(doc.body.groupId);
  if (group === undefined) return;
  await planRows(ports, group.body, doc.id);
  await carryOver(ports, { group: group.body, occurrence: doc.body.occurrence, now });
  const latest = await ports.meetings.find(doc.id);
  if (latest === undefined) return;
  const agenda = atTime(latest.body.agenda, now);
  const meeting = eraseWhenDue({ ...latest.body, agenda }, ports.retention, now);
  if (meeting.agenda === latest.body.agenda && meeting.apologies === latest.body.apologies) return;
  await showAgain(ports, { group: group.body, meeting }, now + ifCrashedMs);
  if (await ports.meetings.replace(latest, meeting, indexOf(meeting, ports.retention)))
    await showAgain(ports, { group: group.body, meeting }, now);
};
