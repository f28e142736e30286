import { dayMs } from '../duration';
import type { Doc, Instant } from '../storage/contract';
import { mustUpdate } from '../storage/update';
import type { MeetingPorts } from './access';
import type { Group } from './model/group';
import { removeText } from './model/handing-in';
import type { Item } from './model/item';
import { type CarriedTo, type Meeting, meetingId } from './model/meeting';
import { takeCarried } from './model/outcomes';
import { indexOf } from './model/reminders';
import { unfinishedOf } from './model/unfinished';
import { showStale } from './posted-cards';

/** A meeting that has been chosen can be called off before it takes the items; not so often. */
const maxSteps = 20;
const mostMeetings = 60;

type Carrying = { readonly group: Group; readonly doc: Doc<Meeting>; readonly now: Instant };

/**
 * Puts what a meeting leaves unfinished on the next meeting's agenda, and gives back the meeting as it is then. The next
 * one is chosen and written down before its agenda takes the items, and they are ticked off afterwards: after a crash the
 * same meeting takes them, and takes them once.
 */
export const carryOver = async (
  ports: MeetingPorts,
  { group, doc, now }: Carrying,
): Promise<Doc<Meeting>> => {
  let latest = doc;
  for (let steps = 0; steps < maxSteps; steps += 1) {
    const open = openIn(latest.body, now);
    if (open.length === 0) return latest;
    const chosen = open.map(({ id }) => latest.body.handedOn?.[id]).find((to) => to?.kind === 'chosen');
    if (chosen?.kind === 'chosen') {
      const placed = await place(ports, { group, doc: latest, now }, chosen.occurrence);
      if (placed === latest) return latest;
      latest = placed;
      continue;
    }
    const next = await nextMeeting(ports, latest.body, now);
    const isNew = open.some(({ id }) => latest.body.handedOn?.[id]?.kind !== 'waits');
    if (next === undefined && !isNew) return latest;
    const to: CarriedTo =
      next === undefined ? { kind: 'waits' } : { kind: 'chosen', occurrence: next.occurrence };
    const marked = await mark(ports, latest, { items: open, to, now });
    if (marked === latest) return latest;
    latest = marked;
  }
  throw new Error(`The items of a meeting were not carried over in ${maxSteps} steps`);
};

const longestKeptMs = 400 * dayMs;

/** Carries over what waited for a meeting that wasn't planned yet. */
export const carryOverWaiting = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const past = await ports.meetings.list(group.groupId, now - longestKeptMs, 10 * mostMeetings);
  for (const doc of past.filter(({ body }) => isWaiting(body))) await carryOver(ports, { group, doc, now });
};

const isWaiting = ({ handedOn = {} }: Meeting): boolean =>
  Object.values(handedOn).some(({ kind }) => kind === 'waits');

/** The items that are to be carried over and stand on no later agenda yet. */
const openIn = (meeting: Meeting, now: Instant): readonly Item[] =>
  unfinishedOf(meeting).flatMap(({ item, from }) =>
    now < from || meeting.handedOn?.[item.id]?.kind === 'there' ? [] : [item],
  );

/** Lets the chosen meeting take its items, and notes whether it did. */
const place = async (
  ports: MeetingPorts,
  { group, doc, now }: Carrying,
  occurrence: string,
): Promise<Doc<Meeting>> => {
  const items = openIn(doc.body, now).filter(({ id }) => {
    const to = doc.body.handedOn?.[id];
    return to?.kind === 'chosen' && to.occurrence === occurrence;
  });
  const isTaken = await take(ports, { group, occurrence, items, now });
  return mark(ports, doc, { items, now, to: isTaken ? { kind: 'there', occurrence } : { kind: 'waits' } });
};

type Marking = { readonly items: readonly Item[]; readonly to: CarriedTo; readonly now: Instant };

/**
 * Notes where the items go, unless somebody else has noted something about one of them meanwhile; gives back what it was
 * given when the meeting is gone.
 */
const mark = async (
  { meetings, retention }: MeetingPorts,
  seen: Doc<Meeting>,
  { items, to, now }: Marking,
): Promise<Doc<Meeting>> => {
  const noted = ({ handedOn = {} }: Meeting) => JSON.stringify(items.map(({ id }) => handedOn[id] ?? null));
  const updated = await mustUpdate(meetings, seen, (meeting) => {
    if (noted(meeting) !== noted(seen.body)) return { kind: 'leave', left: 'same' };
    const handedOn = { ...meeting.handedOn, ...Object.fromEntries(items.map(({ id }) => [id, to])) };
    const body = { ...meeting, handedOn };
    return { kind: 'save', body, index: indexOf(body, { retention, now }) };
  });
  return updated.kind === 'missing' ? seen : updated.doc;
};

/** The first meeting to come that can still take items: for one that was called off also one that is held before its day. */
const nextMeeting = async (
  { meetings }: MeetingPorts,
  { groupId }: Meeting,
  now: Instant,
): Promise<Meeting | undefined> => {
  const coming = await meetings.list(groupId, now + 1, mostMeetings);
  return coming.map(({ body }) => body).find(canTake);
};

const canTake = ({ status, agenda }: Meeting): boolean =>
  status.kind === 'planned' && agenda.state !== 'held' && agenda.state !== 'erased';

type Taking = {
  readonly group: Group;
  readonly occurrence: string;
  readonly items: readonly Item[];
  readonly now: Instant;
};

/** Puts the items on that meeting's agenda; `false` when it can't take them any more. */
const take = async (ports: MeetingPorts, { group, occurrence, items, now }: Taking): Promise<boolean> => {
  const { meetings, retention } = ports;
  const updated = await mustUpdate<Meeting, 'there' | 'refused'>(
    meetings,
    meetingId(group.groupId, occurrence),
    (meeting) => {
      const agenda = canTake(meeting) ? agendaWith(meeting, items, now) : undefined;
      if (agenda === undefined) return { kind: 'leave', left: 'refused' };
      if (agenda === meeting.agenda) return { kind: 'leave', left: 'there' };
      const body = { ...meeting, agenda };
      return { kind: 'save', body, index: indexOf(body, { retention, now }) };
    },
  );
  if (updated.kind === 'saved') await showStale(ports, { group, meeting: updated.doc.body, now });
  return updated.kind === 'saved' || (updated.kind === 'left' && updated.left === 'there');
};

/** The agenda with the items on it; itself when it has them, `undefined` when it can't take them. */
const agendaWith = ({ agenda }: Meeting, items: readonly Item[], now: Instant) => {
  const taken = takeCarried(agenda, items, now);
  if (taken.kind === 'refused') return undefined;
  // A copy that stands there already may have lost its words at home in between.
  return items.filter(isWordless).reduce((each, { id, author }) => {
    const emptied = removeText(each, { by: { personId: author, isCoordinator: true }, id }, now);
    return emptied.kind === 'changed' ? emptied.agenda : each;
  }, taken.agenda);
};

const isWordless = (item: Item): boolean => item.kind !== 'single-case' && item.title === '';
