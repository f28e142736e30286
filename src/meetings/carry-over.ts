import type { Doc, Instant } from '../storage/contract';
import type { MeetingPorts } from './access';
import type { Group } from './model/group';
import { removeText } from './model/handing-in';
import type { Item } from './model/item';
import { type CarriedTo, type Meeting, meetingId } from './model/meeting';
import { takeCarried } from './model/outcomes';
import { indexOf } from './model/reminders';
import { unfinishedOf } from './model/unfinished';
import { showAgain } from './posted-cards';

const maxTries = 10;
const mostMeetings = 60;

/**
 * Puts what a meeting leaves over on the next meeting's agenda. The meeting is chosen and written down before its agenda
 * takes the items, and they are ticked off afterwards: after a crash the same meeting takes them, and takes them once.
 */
export const carryOver = async (
  ports: MeetingPorts,
  { group, occurrence, now }: { readonly group: Group; readonly occurrence: string; readonly now: Instant },
): Promise<void> => {
  const id = meetingId(group.groupId, occurrence);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const doc = await ports.meetings.find(id);
    if (doc === undefined) return;
    const { items, from } = unfinishedOf(doc.body);
    const open = items.filter((item) => doc.body.handedOn?.[item.id]?.kind !== 'there');
    if (open.length === 0 || now < from) return;
    if (await carryOverOnce(ports, { group, doc, open, now })) return;
  }
  throw new Error(`A meeting was changed ${maxTries} times while its items were handed on`);
};

const longestKeptMs = 400 * 86_400_000;

/** Hands on what waited for a meeting that wasn't planned yet. */
export const carryOverWaiting = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const past = await ports.meetings.list(group.groupId, now - longestKeptMs, 10 * mostMeetings);
  for (const { body } of past.filter((doc) => isWaiting(doc.body)))
    await carryOver(ports, { group, occurrence: body.occurrence, now });
};

const isWaiting = ({ handedOn = {} }: Meeting): boolean =>
  Object.values(handedOn).some(({ kind }) => kind === 'waits');

type Handing = {
  readonly group: Group;
  readonly doc: Doc<Meeting>;
  readonly open: readonly Item[];
  readonly now: Instant;
};

/** One step further; `true` when there is nothing more to do. */
const carryOverOnce = async (ports: MeetingPorts, { group, doc, open, now }: Handing): Promise<boolean> => {
  const mark = (items: readonly Item[], how: CarriedTo): Promise<boolean> => {
    const handedOn = { ...doc.body.handedOn, ...Object.fromEntries(items.map(({ id }) => [id, how])) };
    const meeting = { ...doc.body, handedOn };
    return ports.meetings.replace(doc, meeting, indexOf(meeting, ports.retention));
  };
  const chosen = open.map(({ id }) => doc.body.handedOn?.[id]).find((how) => how?.kind === 'chosen');
  if (chosen?.kind !== 'chosen') {
    const next = await nextMeeting(ports, doc.body, now);
    const isNew = open.some(({ id }) => doc.body.handedOn?.[id]?.kind !== 'waits');
    if (next === undefined) return !isNew || mark(open, { kind: 'waits' });
    await mark(open, { kind: 'chosen', occurrence: next.occurrence });
    return false;
  }
  const { occurrence } = chosen;
  const isHis = ({ id }: Item) => {
    const how = doc.body.handedOn?.[id];
    return how?.kind === 'chosen' && how.occurrence === occurrence;
  };
  const his = open.filter(isHis);
  const isTaken = await take(ports, { group, occurrence, items: his, now });
  await mark(his, isTaken ? { kind: 'there', occurrence } : { kind: 'waits' });
  return false;
};

/** The first meeting after this one that can still take items. */
const nextMeeting = async (
  { meetings }: MeetingPorts,
  { groupId, startsAt }: Meeting,
  now: Instant,
): Promise<Meeting | undefined> => {
  const later = await meetings.list(groupId, startsAt + 1, mostMeetings);
  return later.map(({ body }) => body).find((meeting) => canTake(meeting) && meeting.startsAt > now);
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
  const { meetings } = ports;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const doc = await meetings.find(meetingId(group.groupId, occurrence));
    if (doc === undefined || !canTake(doc.body)) return false;
    const taken = takeCarried(doc.body.agenda, items, now);
    if (taken.kind === 'refused') return false;
    // A copy that stands there already may have lost its words at home in between.
    const agenda = items.filter(isWordless).reduce((each, { id, author }) => {
      const emptied = removeText(each, { by: { personId: author, isCoordinator: true }, id }, now);
      return emptied.kind === 'changed' ? emptied.agenda : each;
    }, taken.agenda);
    if (agenda === doc.body.agenda) return true;
    const meeting = { ...doc.body, agenda };
    if (await meetings.replace(doc, meeting, indexOf(meeting, ports.retention))) {
      await showAgain(ports, { group, meeting, cards: ['agenda'] }, now);
      return true;
    }
  }
  return false;
};

const isWordless = (item: Item): boolean => item.kind !== 'single-case' && item.title === '';
