import type { Doc, Instant } from '../storage/contract';
import { mustUpdate, update } from '../storage/update';
import type { MeetingPorts } from './access';
import { carryOver } from './carry-over';
import type { Group } from './model/group';
import { kindOf } from './model/group-facts';
import { type Meeting, type MeetingDecision, meetingId } from './model/meeting';
import { indexOf, noticesOf, rowsOf } from './model/reminders';
import { showStale } from './posted-cards';

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
  const { retention } = ports;
  const updated = await update<Meeting, 'same' | Reason>(
    ports.meetings,
    known ?? meetingId(group.groupId, occurrence),
    (before) => {
      const decision = decide(before);
      if (decision.kind === 'refused') return { kind: 'leave', left: decision.reason };
      if (decision.meeting === before) return { kind: 'leave', left: 'same' };
      // What a crash leaves undone from here on, the document's next check finds.
      const body = withRowsToPlan(before, decision.meeting);
      return { kind: 'save', body, index: indexOf(body, { retention, now }) };
    },
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
      const doc = await planRows(ports, group, { doc: updated.doc, now });
      await showStale(ports, { group, meeting: doc.body, now });
      const latest = await carryOver(ports, { group, doc, now });
      return { kind: 'updated', meeting: latest.body, isSame: false };
    }
    default:
      return updated satisfies never;
  }
};

/** A publication brings a card of its own. */
const withRowsToPlan = (before: Meeting, after: Meeting): Meeting =>
  after.agenda.state === 'published' && before.agenda.state !== 'published'
    ? { ...after, areRowsPlanned: false }
    : after;

/**
 * Puts into the outbox what the meeting is to say and what people haven't heard of it, and gives back the meeting as it is
 * then. The document is marked last: a crash before that plans the same rows once more, which makes none of them twice.
 */
export const planRows = async (
  { meetings, outbox, days, municipality, retention }: MeetingPorts,
  group: Group,
  { doc, now }: { readonly doc: Doc<Meeting>; readonly now: Instant },
): Promise<Doc<Meeting>> => {
  const planning = { days: days(kindOf(municipality, group.groupId)), retention };
  const updated = await mustUpdate(
    meetings,
    doc,
    (meeting) => {
      if (meeting.areRowsPlanned) return { kind: 'leave', left: 'same' };
      const planned = { ...meeting, areRowsPlanned: true };
      return { kind: 'save', body: planned, index: indexOf(planned, { retention, now }) };
    },
    {
      first: async (meeting) => {
        await outbox.plan(rowsOf(meeting, group, planning));
        const notices = noticesOf(meeting, group);
        if (notices.length > 0) await outbox.requeue(notices);
      },
    },
  );
  return updated.kind === 'missing' ? doc : updated.doc;
};
