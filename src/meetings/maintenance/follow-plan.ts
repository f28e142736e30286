import type { Doc, Instant } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import type { MeetingPorts } from '../access';
import { meetingsToCome } from '../coming-meetings';
import { moveDeadline } from '../model/agenda';
import type { Group } from '../model/group';
import { isByHand, type Meeting } from '../model/meeting';
import { indexOf } from '../model/reminders';
import { ifCrashedMs, showAgain } from '../posted-cards';
import { planRows } from '../update-meeting';

/** What a changed plan makes of a meeting: `same` is as the plan wants it, `stays` is not, but people have worked on it. */
export type Fate = 'same' | 'stays' | 'follows' | 'falls-away';

const isExtra = ({ occurrence }: Meeting): boolean => occurrence.includes('-x');

const hasItems = ({ agenda }: Meeting): boolean =>
  (agenda.state !== 'open' && agenda.state !== 'closed') ||
  agenda.items.length + agenda.refused.length + agenda.withdrawn.length > 0;

const isAlike = (one: Meeting, other: Meeting): boolean =>
  one.startsAt === other.startsAt &&
  one.lengthMinutes === other.lengthMinutes &&
  one.place === other.place &&
  one.status.kind === other.status.kind;

/** `planned` is the meeting that the plan has under that name; `undefined` when it has none. */
export const fateOf = (meeting: Meeting, planned: Meeting | undefined): Fate => {
  const isOver = meeting.status.kind !== 'planned' && (isByHand(meeting) || planned === undefined);
  if (isExtra(meeting) || isOver || (planned !== undefined && isAlike(meeting, planned))) return 'same';
  if (isByHand(meeting) || hasItems(meeting)) return 'stays';
  return planned === undefined ? 'falls-away' : 'follows';
};

type Following = { readonly group: Group; readonly planned: Meeting | undefined; readonly now: Instant };

/** The meeting brought into line with the group's plan. */
export const followed = (meeting: Meeting, { group, planned, now }: Following): Meeting => {
  const fate = fateOf(meeting, planned);
  const isOwn = !isByHand(meeting);
  const fits = (revision: number) => ({
    plan: group.revision,
    revision: isOwn ? revision : meeting.follows.revision,
  });
  const posts = meeting.follows.plan < group.channelRevision ? {} : meeting.posts;
  if (fate === 'same' && meeting.status.kind !== 'planned')
    return { ...meeting, posts, follows: fits(meeting.revision) };
  const revision = meeting.revision + 1;
  const isTold = meeting.posts.meeting !== undefined && (fate === 'follows' || fate === 'falls-away');
  const quiet = isTold ? {} : { quietRevision: revision };
  const next: Meeting = { ...meeting, ...quiet, posts, revision, changedAt: now, follows: fits(revision) };
  if (fate === 'falls-away') return { ...next, status: { kind: 'skipped', at: now, by: group.coordinator } };
  if (fate !== 'follows' || planned === undefined) return next;
  const { startsAt, lengthMinutes, place, status } = planned;
  const closesAt = planned.agenda.state === 'open' ? planned.agenda.closesAt : startsAt;
  const moved = moveDeadline(meeting.agenda, closesAt, now);
  const apologies = startsAt === meeting.startsAt ? meeting.apologies : [];
  const agenda = moved.kind === 'changed' ? moved.agenda : meeting.agenda;
  const isSameTime = startsAt === meeting.startsAt && status.kind === meeting.status.kind;
  const sameTime = isSameTime ? { sameTimeRevision: revision } : {};
  return { ...next, ...sameTime, startsAt, lengthMinutes, place, status, apologies, agenda };
};

type Plan = {
  readonly group: Group;
  /** The meeting that the plan has under an occurrence. */
  readonly planned: (occurrence: string) => Meeting | undefined;
  readonly now: Instant;
};

/**
 * Brings the meetings to come into line with a changed plan. Each remembers which plan it follows: done again after a
 * crash, or by two processes at once, it changes none twice.
 */
export const followPlan = async (ports: MeetingPorts, { group, planned, now }: Plan): Promise<void> => {
  for (const doc of await meetingsToCome(ports, group.groupId, now))
    await planRows(ports, group, await follow(ports, doc, { group, planned, now }));
};

const follow = async (
  ports: MeetingPorts,
  doc: Doc<Meeting>,
  { group, planned, now }: Plan,
): Promise<Doc<Meeting>> => {
  const updated = await mustUpdate(
    ports.meetings,
    doc,
    (meeting) => {
      if (meeting.follows.plan >= group.revision) return { kind: 'leave', left: 'same' };
      const body = followed(meeting, { group, planned: planned(meeting.occurrence), now });
      return { kind: 'save', body, index: indexOf(body, ports.retention) };
    },
    // A crash after the change leaves these rows, and they show the document as it is then.
    { first: (meeting) => showAgain(ports, { group, meeting }, now + ifCrashedMs) },
  );
  if (updated.kind === 'saved') await showAgain(ports, { group, meeting: updated.doc.body }, now);
  return updated.kind === 'missing' ? doc : updated.doc;
};
