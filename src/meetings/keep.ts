import type { Doc, Instant } from '../storage/contract';
import type { MeetingPorts } from './access';
import { carryOver } from './carry-over';
import type { Group } from './model/group';
import { endOf, isForgotten, type Meeting, meetingId } from './model/meeting';
import { indexOf, rowsOf } from './model/reminders';
import { cardsToShow, ifCrashedMs, showAgain } from './posted-cards';

export type MeetingDecision<Reason extends string> =
  | { readonly kind: 'changed'; readonly meeting: Meeting }
  | { readonly kind: 'refused'; readonly reason: Reason };

/** What came of a change; `isSame` says that there was nothing to change. */
export type UpdateResult<Reason extends string> =
  | { readonly kind: 'updated'; readonly meeting: Meeting; readonly isSame: boolean }
  | { readonly kind: 'refused'; readonly reason: Reason | 'no-such-meeting'; readonly meeting?: Meeting };

const maxTries = 10;

/**
 * Decides on the meeting as it is now and writes it back, again when somebody else was faster; then plans its rows and
 * hands on what the meeting leaves over.
 */
export const updateMeeting = async <Reason extends string>(
  ports: MeetingPorts,
  { group, occurrence, now }: { readonly group: Group; readonly occurrence: string; readonly now: Instant },
  decide: (meeting: Meeting) => MeetingDecision<Reason>,
): Promise<UpdateResult<Reason>> => {
  const id = meetingId(group.groupId, occurrence);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const doc = await ports.meetings.find(id);
    if (doc === undefined) return { kind: 'refused', reason: 'no-such-meeting' };
    const decision = decide(doc.body);
    if (decision.kind === 'refused') return { ...decision, meeting: doc.body };
    const { meeting } = decision;
    if (meeting === doc.body) return { kind: 'updated', meeting, isSame: true };
    const cards = cardsToShow(doc.body, meeting);
    // A crash after the change leaves these rows, and they show the document as it is then.
    await showAgain(ports, { group, meeting, cards }, now + ifCrashedMs);
    if (await ports.meetings.replace(doc, meeting, indexOf(meeting, ports.retention))) {
      await planRows(ports, group, id);
      await showAgain(ports, { group, meeting, cards }, now);
      await carryOver(ports, { group, occurrence, now });
      return { kind: 'updated', meeting, isSame: false };
    }
  }
  throw new Error(`A meeting was changed ${maxTries} times while one change waited`);
};

/**
 * Puts the meeting's rows into the outbox when its revision is ahead of what was planned. The document is marked last:
 * a crash before that plans the same rows once more, which makes none of them twice.
 */
export const planRows = async (
  { meetings, outbox, days, municipality, retention }: MeetingPorts,
  group: Group,
  id: string,
): Promise<void> => {
  const doc: Doc<Meeting> | undefined = await meetings.find(id);
  if (doc === undefined || doc.body.plannedRevision >= doc.body.revision) return;
  const { revision } = doc.body;
  const kind = municipality.groups.find((each) => each.id === group.groupId)?.kind ?? 'ssp-network';
  await outbox.supersede(id, revision);
  await outbox.plan(rowsOf(doc.body, group, { days: days(kind), retention }));
  const planned = { ...doc.body, plannedRevision: revision };
  await meetings.replace(doc, planned, indexOf(planned, retention));
};

/** Meetings just past, and those that fell away before anybody had heard of them. */
const mostHidden = 60;

/** The meetings that have not ended yet, the nearest first. */
export const comingMeetings = async (
  { meetings }: MeetingPorts,
  { groupId, now, limit }: { readonly groupId: string; readonly now: Instant; readonly limit: number },
): Promise<readonly Meeting[]> =>
  (await meetings.list(groupId, now - 8 * 3_600_000, limit + mostHidden))
    .map(({ body }) => body)
    .filter((meeting) => endOf(meeting) > now && !isForgotten(meeting))
    .slice(0, limit);

const mostMeetings = 500;

/** The group's meetings that have not begun. */
export const meetingsToCome = async (
  { meetings }: MeetingPorts,
  groupId: string,
  now: Instant,
): Promise<readonly Doc<Meeting>[]> => meetings.list(groupId, now + 1, mostMeetings);

/** The next meeting that is to be held; one that has been called off only where there is no other. */
export const nextToBeHeld = async (
  ports: MeetingPorts,
  { groupId, now }: { readonly groupId: string; readonly now: Instant },
): Promise<Meeting | undefined> => {
  const coming = await comingMeetings(ports, { groupId, now, limit: 10 });
  return coming.find(({ status }) => status.kind === 'planned') ?? coming[0];
};

const monthsMs = 100 * 86_400_000;

/** The latest meeting that has begun, within the last months; one that wasn't held doesn't count. */
export const latestMeeting = async (
  { meetings }: MeetingPorts,
  groupId: string,
  now: Instant,
): Promise<Meeting | undefined> =>
  (await meetings.list(groupId, now - monthsMs, 60))
    .map(({ body }) => body)
    .findLast(({ startsAt, status }) => startsAt <= now && status.kind === 'planned');
