import { receiptCard, receiptKindOf } from '../agenda/receipts';
import type { PersonId, Roster } from '../chat/turn';
import type { Guarantee } from '../delivery/transport';
import { findGroup, type MeetingPorts } from '../meetings/access';
import { againInAnHour, backAt } from '../meetings/maintenance/channel-health';
import { planOf } from '../meetings/maintenance/maintain';
import type { Group } from '../meetings/model/group';
import { factsOf } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import { heardIn, leftKindOf, receiverOf, rowKindIn } from '../meetings/model/row-kinds';
import { nextSendableAt } from '../meetings/model/sending-times';
import type { Municipality } from '../municipality/schema';
import type { Instant, OutboxEntry } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { type Content, contentOf, type Opened } from './content';
import { leftMessage } from './left-channel';
import { noticeText, seriesAskIn } from './notice-words';
import type { Rendered } from './render';

/** Where a message goes: the group's channel, or a person in private. */
type Destination =
  | { readonly serviceUrl: string; readonly conversationId: string }
  | { readonly serviceUrl: string; readonly personId: PersonId; readonly tenantId: string };

/** What is sent for a row, and where to. */
export type Message = Content & { readonly to: Destination };

type Delivered =
  | { readonly kind: 'content'; readonly content: Message; readonly guarantee: Guarantee }
  | { readonly kind: 'obsolete' }
  | { readonly kind: 'later'; readonly at: Instant };

const minuteMs = 60_000;
const obsolete = { kind: 'obsolete' } as const;

/** Makes a row's message of the latest documents; a row that they have left behind is obsolete. */
export const createMessages =
  (ports: MeetingPorts) =>
  async (row: OutboxEntry, isLate: boolean): Promise<Delivered> => {
    const left = leftKindOf(row.kind);
    if (left !== undefined) {
      const content = await leftMessage(ports, row, left);
      if (content === undefined) return obsolete;
      const guarantee = content.replaces === undefined ? 'at-least-once' : 'latest';
      return { kind: 'content', content, guarantee };
    }
    const group = (await findGroup(ports, row.groupId))?.body;
    const kind = ports.municipality.groups.find(({ id }) => id === row.groupId)?.kind;
    if (group === undefined || kind === undefined) return obsolete;
    const opened = { row, isLate, group, kind };
    const to = await destinationOf(ports, opened);
    if (to !== undefined && 'waitUntil' in to) return { kind: 'later', at: to.waitUntil };
    const message = to && (await (row.subject === row.groupId ? noticeOf : messageOf)(ports, opened, to));
    if (to === undefined || message === undefined) return obsolete;
    const { content, startsAt } = message;
    const lostUntil = 'conversationId' in to ? backAt(group, row) : undefined;
    if (lostUntil !== undefined) return { kind: 'later', at: lostUntil };
    if (content.replaces !== undefined) return { kind: 'content', content, guarantee: 'latest' };
    const guarantee = receiptKindOf(row.kind) === undefined ? 'at-least-once' : 'at-most-once';
    return waitOf(ports, opened, startsAt) ?? { kind: 'content', content, guarantee };
  };

/**
 * What somebody asked for, a change's notice and a published agenda, comes at once, whatever the hour; everything else is
 * planned within the group's hours. After a stop nothing new is said outside them, unless somebody asked for it and it is
 * about a meeting that begins before them.
 */
const waitOf = (
  { days }: MeetingPorts,
  { row, isLate, group, kind }: Opened,
  startsAt: Instant | undefined,
): Delivered | undefined => {
  const now = row.changedAt;
  const at = isLate ? nextSendableAt(now, group.plan, days(kind)) : now;
  const isUrgent = isAskedFor(row) && startsAt !== undefined && startsAt > now && startsAt <= at;
  if (at <= now || isUrgent) return undefined;
  return at < row.usefulUntil ? { kind: 'later', at } : obsolete;
};

const isAskedFor = ({ kind }: OutboxEntry): boolean =>
  ['change-notice', 'agenda-card'].includes(heardIn(kind) ?? kind);

/**
 * `undefined` for a channel that the group has left, and for who isn't reminded any more; a subscriber's row waits
 * while Teams doesn't say who is in the channel.
 */
const destinationOf = async (
  { roster }: MeetingPorts,
  { row, group }: Opened,
): Promise<Destination | { readonly waitUntil: Instant } | undefined> => {
  const { conversationId, serviceUrl, tenantId } = group.channel;
  const person = (personId: PersonId): Destination => ({ serviceUrl, tenantId, personId });
  const kind = rowKindIn(row.kind);
  const receiver = kind && receiverOf(kind);
  switch (receiver) {
    case undefined:
      return undefined;
    case 'channel':
      return row.to === conversationId ? { serviceUrl, conversationId } : undefined;
    case 'subscriber': {
      if (!group.remindees.includes(row.to)) return undefined;
      const members = await roster(group.channel);
      // Whoever has left the channel hears nothing more of the group.
      if (members === 'gone') return { waitUntil: againInAnHour(row) };
      if (members === undefined) return { waitUntil: Math.min(row.changedAt + minuteMs, row.usefulUntil) };
      return members.some(({ personId }) => personId === row.to) ? person(row.to) : undefined;
    }
    case 'coordinator':
      return person(coordinatorAmong(group, await roster(group.channel)));
    case 'person':
      return person(row.to);
    default:
      return receiver satisfies never;
  }
};

/** Whoever coordinates today is told, whoever it was when the row was planned. */
const coordinatorAmong = ({ coordinator, deputy }: Group, members: Awaited<ReturnType<Roster>>): PersonId => {
  const isHere = (each: PersonId) =>
    Array.isArray(members) && members.some(({ personId }) => personId === each);
  return deputy !== undefined && !isHere(coordinator) && isHere(deputy) ? deputy : coordinator;
};

type Written = { readonly content: Message; readonly startsAt?: Instant };

const noticeOf = async (
  ports: MeetingPorts,
  { row, group, kind }: Opened,
  to: Destination,
): Promise<Written | undefined> => {
  if (!isStillAsked(ports, group, row.id)) return undefined;
  const text = noticeText(row, { municipality: ports.municipality, days: ports.days(kind) });
  return text === undefined ? undefined : { content: { to, shown: { kind: 'text', text } } };
};

/** Whether the series, which may have been changed, still has the day that the coordinator is asked about. */
const isStillAsked = (ports: MeetingPorts, group: Group, rowId: string): boolean => {
  const asked = seriesAskIn(rowId);
  if (asked === undefined) return true;
  if (asked.about === 'ends') return asked.date === group.series.endsOn;
  const { occurrences } = planOf(ports, group);
  return occurrences.some(({ date, remark }) => date === asked.date && remark?.kind === 'ask');
};

const messageOf = async (
  ports: MeetingPorts,
  opened: Opened,
  to: Destination,
): Promise<Written | undefined> => {
  const { meetings, municipality } = ports;
  const { row } = opened;
  const meeting = (await meetings.find(row.subject))?.body;
  if (meeting === undefined) return undefined;
  const receipt = receiptOf(row, municipality, meeting);
  const content = receipt ? { shown: receipt } : contentOf(ports, opened, meeting);
  return content && { content: { to, ...content }, startsAt: meeting.startsAt };
};

const receiptOf = (row: OutboxEntry, municipality: Municipality, meeting: Meeting): Rendered | undefined => {
  const kind = receiptKindOf(row.kind);
  const facts = factsOf(municipality, meeting.groupId);
  if (kind === undefined || facts === undefined) return undefined;
  const { language } = municipality;
  const card = receiptCard({ ...row, kind }, { language, facts, meeting });
  return card && { kind: 'card', card, summary: agendaTexts[language].summary };
};
