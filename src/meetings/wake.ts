import { atTime } from '../agenda/agenda';
import { defaultRetention, eraseWhenDue } from '../agenda/retention';
import { daysAfter, instantOf, wallTimeOf } from '../municipality/wall-time';
import type { Doc, Index, Instant } from '../storage/contract';
import type { MeetingPorts } from './access';
import { occurrencesOf } from './dates';
import type { Group } from './group';
import { handOn, handOnWaiting } from './hand-on';
import { seriesAsksOf } from './horizon';
import { planRows } from './keep';
import { type Meeting, newMeeting } from './meeting';
import { ifCrashedMs, showAgain } from './posted-cards';
import { indexOf } from './reminders';
import { meetingId } from './view';

const dayMs = 86_400_000;
/** Meetings get their documents so many days before. */
const horizonDays = 120;

/** A group is looked at every night until its series is over. */
export const groupIndex = (group: Group, now: Instant): Index => {
  const over = instantOf({ date: daysAfter(group.series.endsOn, 1), time: '00:00' }).getTime();
  return { groupId: group.groupId, at: 0, ...(now < over ? { wakeAt: now + dayMs } : {}) };
};

/** Documents and rows for every meeting up to the horizon. What is there already stays as it is. */
export const bringUpToDate = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const { municipality, days, meetings, outbox } = ports;
  const kind = municipality.groups.find(({ id }) => id === group.groupId)?.kind ?? 'ssp-network';
  const known = days(kind);
  const today = wallTimeOf(new Date(now)).date;
  const occurrences = occurrencesOf(group.series, kind, known);
  const coming = occurrences.filter(
    ({ date, heldOn }) => (heldOn ?? date) >= today && date <= daysAfter(today, horizonDays),
  );
  for (const occurrence of coming) {
    if (occurrence.heldOn === undefined) continue;
    const meeting = newMeeting(group, occurrence, known);
    const id = meetingId(group.groupId, meeting.occurrence);
    if (meeting.startsAt <= now) continue;
    await meetings.insert(id, meeting, indexOf(meeting));
    await planRows(ports, group, id);
  }
  await outbox.plan(seriesAsksOf(group, occurrences, known));
  await handOnWaiting(ports, group, now);
};

/** What a due group needs; several processes may do it at once. */
export const wakeGroup = async (ports: MeetingPorts, doc: Doc<Group>, now: Instant): Promise<void> => {
  await bringUpToDate(ports, doc.body, now);
  await ports.groups.replace(doc, doc.body, groupIndex(doc.body, now));
};

/**
 * What a due meeting needs: rows of its latest revision, its agenda closed at the deadline, what it leaves over handed on,
 * and its words erased in the end.
 */
export const wakeMeeting = async (ports: MeetingPorts, doc: Doc<Meeting>, now: Instant): Promise<void> => {
  const group = await ports.groups.find(doc.body.groupId);
  if (group === undefined) return;
  await planRows(ports, group.body, doc.id);
  await handOn(ports, { group: group.body, occurrence: doc.body.occurrence, now });
  const latest = await ports.meetings.find(doc.id);
  if (latest === undefined) return;
  const agenda = atTime(latest.body.agenda, now);
  const meeting = eraseWhenDue({ ...latest.body, agenda }, defaultRetention, now);
  if (meeting.agenda === latest.body.agenda && meeting.apologies === latest.body.apologies) return;
  await showAgain(ports, { group: group.body, meeting }, now + ifCrashedMs);
  if (await ports.meetings.replace(latest, meeting, indexOf(meeting)))
    await showAgain(ports, { group: group.body, meeting });
};
