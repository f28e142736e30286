import type { Doc, Instant } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import type { MeetingPorts } from '../access';
import { meetingsToCome } from '../coming-meetings';
import { moveDeadline } from '../model/agenda';
import { type Group, isForDays } from '../model/group';
import { isExtra, type Meeting } from '../model/meeting';
import { indexOf } from '../model/reminders';
import { announcementOf, isKnown } from '../model/told';
import { showStale } from '../posted-cards';
import { planRows } from '../update-meeting';

/** What a changed plan makes of a meeting: `same` is as the plan wants it, `stays` is not, but people have worked on it. */
export type Fate = 'same' | 'stays' | 'follows' | 'falls-away';

const hasItems = ({ agenda }: Meeting): boolean =>
  (agenda.state !== 'open' && agenda.state !== 'closed') ||
  agenda.items.length + agenda.refused.length + agenda.withdrawn.length > 0;

const isAlike = (one: Meeting, other: Meeting): boolean =>
  one.startsAt === other.startsAt &&
  one.lengthMinutes === other.lengthMinutes &&
  one.place === other.place &&
  one.status.kind === other.status.kind;

/**
 * `planned` is the meeting that the plan has under that name; `undefined` when it has none. `isForDays` says that the plan
 * is as it was, but the day is one off now: items go with their meeting then.
 */
export const fateOf = (meeting: Meeting, planned: Meeting | undefined, isForDays = false): Fate => {
  const isOver = meeting.status.kind !== 'planned' && (meeting.isByHand || planned === undefined);
  if (isExtra(meeting) || isOver || (planned !== undefined && isAlike(meeting, planned))) return 'same';
  if (meeting.isByHand || (hasItems(meeting) && !isForDays)) return 'stays';
  return planned === undefined ? 'falls-away' : 'follows';
};

type Following = { readonly group: Group; readonly planned: Meeting | undefined; readonly now: Instant };

/**
 * The meeting brought into line with the group's plan. What nobody has heard of changes without a word, unless it is the
 * municipality's days that have changed: no coordinator has seen that.
 */
export const followed = (meeting: Meeting, { group, planned, now }: Following): Meeting => {
  const fate = fateOf(meeting, planned, isForDays(group));
  const next: Meeting = { ...meeting, followsPlan: group.revision };
  // What is still to be told of a meeting that is called off goes to the group's new channel.
  const isElsewhere = meeting.followsPlan < group.channelRevision;
  if (fate === 'same' && meeting.status.kind !== 'planned')
    return isElsewhere ? { ...next, areRowsPlanned: false } : next;
  const changed = { ...next, ...changeOf(meeting, { fate, group, planned, now }), changedAt: now };
  const told =
    isKnown(meeting) || isForDays(group)
      ? changed.told
      : { ...changed.told, byPlan: announcementOf(changed) };
  const isQuiet = fate === 'same' || fate === 'stays';
  return { ...changed, ...(isQuiet ? {} : { told }), areRowsPlanned: false };
};

/** What its fate makes of the meeting; nothing but the reminders of one that stays as it is. */
const changeOf = (
  meeting: Meeting,
  { fate, group, planned, now }: Following & { readonly fate: Fate },
): Partial<Meeting> => {
  const revision = meeting.revision + 1;
  if (fate === 'falls-away') return { revision, status: { kind: 'skipped', at: now, by: group.coordinator } };
  if (fate !== 'follows' || planned === undefined) return {};
  const { startsAt, lengthMinutes, place, status } = planned;
  const closesAt = planned.agenda.state === 'open' ? planned.agenda.closesAt : startsAt;
  const moved = moveDeadline(meeting.agenda, closesAt, now);
  const apologies = startsAt === meeting.startsAt ? meeting.apologies : [];
  const agenda = moved.kind === 'changed' ? moved.agenda : meeting.agenda;
  return { revision, startsAt, lengthMinutes, place, status, apologies, agenda };
};

type Plan = {
  readonly group: Group;
  /** The meeting that the plan has under an occurrence. */
  readonly planned: (occurrence: string, now: Instant) => Meeting | undefined;
  readonly now: Instant;
};

/**
 * Brings the meetings to come into line with a changed plan. Each remembers which plan it follows: done again after a
 * crash, or by two processes at once, it changes none twice.
 */
export const followPlan = async (ports: MeetingPorts, { group, planned, now }: Plan): Promise<void> => {
  for (const doc of await meetingsToCome(ports, group.groupId, now)) {
    const followed = await follow(ports, doc, { group, planned, now });
    const { body: meeting } = await planRows(ports, group, { doc: followed, now });
    await showStale(ports, { group, meeting, now });
  }
};

const follow = async (
  ports: MeetingPorts,
  doc: Doc<Meeting>,
  { group, planned, now }: Plan,
): Promise<Doc<Meeting>> => {
  const { meetings, retention } = ports;
  const updated = await mustUpdate(meetings, doc, (meeting) => {
    if (meeting.followsPlan >= group.revision) return { kind: 'leave', left: 'same' };
    const body = followed(meeting, { group, planned: planned(meeting.occurrence, now), now });
    return { kind: 'save', body, index: indexOf(body, { retention, now }) };
  });
  return updated.kind === 'missing' ? doc : updated.doc;
};
