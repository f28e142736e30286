import type { Doc, Instant } from '../storage/contract';
import { mustUpdate, update } from '../storage/update';
import type { MeetingPorts } from './access';
import { carryOver } from './carry-over';
import type { Group } from './model/group';
import { kindOf } from './model/group-facts';
import { type Meeting, type MeetingDecision, meetingId } from './model/meeting';
import { indexOf, rowsOf } from './model/reminders';
import { cardsToShow, ifCrashedMs, showAgain } from './posted-cards';

/** What came of a change; `isSame` says that there was nothing to change. */
export type UpdateResult<Reason extends string> =
  | { readonly kind: 'updated'; readonly meeting: Meeting; readonly isSame: boolean }
  | {
      readonly kind: 'refused';
      readonly reason: Reason | 'no-such-meeting' | 'changed-meanwhile';
      readonly meeting?: Meeting;
    };

type Wanted = {
  readonly group: Group;
  readonly occurrence: string;
  readonly now: Instant;
  /** The meeting as this step has read it already. */
  readonly known?: Doc<Meeting> | undefined;
};

/**
 * Decides on the meeting as it is now and writes it back, again when somebody else was faster; then plans its rows and
 * carries over what the meeting leaves. The result is the meeting after all that.
 */
export const updateMeeting = async <Reason extends string>(
  ports: MeetingPorts,
  { group, occurrence, now, known }: Wanted,
  decide: (meeting: Meeting) => MeetingDecision<Reason>,
): Promise<UpdateResult<Reason>> => {
  let cards: ReturnType<typeof cardsToShow> = [];
  const updated = await update<Meeting, 'same' | Reason>(
    ports.meetings,
    known ?? meetingId(group.groupId, occurrence),
    (before) => {
      const decision = decide(before);
      if (decision.kind === 'refused') return { kind: 'leave', left: decision.reason };
      const { meeting } = decision;
      if (meeting === before) return { kind: 'leave', left: 'same' };
      cards = cardsToShow(before, meeting);
      return { kind: 'save', body: meeting, index: indexOf(meeting, ports.retention) };
    },
    // A crash after the change leaves these rows, and they show the document as it is then.
    { first: (meeting) => showAgain(ports, { group, meeting, cards }, now + ifCrashedMs) },
  );
  switch (updated.kind) {
    case 'missing':
      return { kind: 'refused', reason: 'no-such-meeting' };
    case 'busy':
      return { kind: 'refused', reason: 'changed-meanwhile', meeting: updated.doc.body };
    case 'left':
      return updated.left === 'same'
        ? { kind: 'updated', meeting: updated.doc.body, isSame: true }
        : { kind: 'refused', reason: updated.left, meeting: updated.doc.body };
    case 'saved': {
      const doc = await planRows(ports, group, updated.doc);
      await showAgain(ports, { group, meeting: doc.body, cards }, now);
      const latest = await carryOver(ports, { group, doc, now });
      return { kind: 'updated', meeting: latest.body, isSame: false };
    }
    default:
      return updated satisfies never;
  }
};

/**
 * Puts the meeting's rows into the outbox when its revision is ahead of what was planned, and gives back the meeting as it
 * is then. The document is marked last: a crash before that plans the same rows once more, which makes none of them twice.
 */
export const planRows = async (
  { meetings, outbox, days, municipality, retention }: MeetingPorts,
  group: Group,
  doc: Doc<Meeting>,
): Promise<Doc<Meeting>> => {
  const known = { days: days(kindOf(municipality, group.groupId)), retention };
  const updated = await mustUpdate(
    meetings,
    doc,
    (meeting) => {
      if (meeting.plannedRevision >= meeting.revision) return { kind: 'leave', left: 'same' };
      const planned = { ...meeting, plannedRevision: meeting.revision };
      return { kind: 'save', body: planned, index: indexOf(planned, retention) };
    },
    {
      first: async (meeting) => {
        await outbox.supersede(doc.id, meeting.revision);
        await outbox.plan(rowsOf(meeting, group, known));
      },
    },
  );
  return updated.kind === 'missing' ? doc : updated.doc;
};
