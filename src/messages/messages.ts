import { receiptCard, receiptKindOf } from '../agenda/receipts';
import type { Guarantee } from '../delivery/transport';
import { findGroup, type MeetingPorts } from '../meetings/access';
import { backAt } from '../meetings/maintenance/channel-health';
import { planOf } from '../meetings/maintenance/maintain';
import type { Group } from '../meetings/model/group';
import { factsOf, type GroupFacts } from '../meetings/model/group-facts';
import type { Meeting, PersonId, Posts } from '../meetings/model/meeting';
import { indexOf, nextSendableAt } from '../meetings/model/reminders';
import type { Municipality } from '../municipality/schema';
import type { Instant, OutboxEntry } from '../storage/contract';
import { mustUpdate } from '../storage/update';
import { agendaTexts } from '../text/agenda';
import { noticeText, seriesAskIn } from './notice-words';
import { isFirstPost, type Rendered, renderRow } from './render';

/** Where a message goes: the group's channel, or a person in private. */
type Destination =
  | { readonly serviceUrl: string; readonly conversationId: string }
  | { readonly serviceUrl: string; readonly personId: PersonId; readonly tenantId: string };

/** What is sent for a row, which of the meeting's cards that is, and the message whose place it takes. */
export type Message = {
  readonly to: Destination;
  readonly shown: Rendered;
  readonly post?: keyof Posts;
  readonly replaces?: string;
};

type Delivered =
  | { readonly kind: 'content'; readonly content: Message; readonly guarantee: Guarantee }
  | { readonly kind: 'obsolete' }
  | { readonly kind: 'later'; readonly at: Instant };

const obsolete = { kind: 'obsolete' } as const;

/** A row with the latest documents. */
type Opened = {
  readonly row: OutboxEntry;
  readonly isLate: boolean;
  readonly group: Group;
  readonly kind: GroupFacts['kind'];
};

/** Makes a row's message of the latest documents; a row that they have left behind is obsolete. */
export const createMessages =
  (ports: MeetingPorts) =>
  async (row: OutboxEntry, isLate: boolean): Promise<Delivered> => {
    const group = (await findGroup(ports, row.groupId))?.body;
    const kind = ports.municipality.groups.find(({ id }) => id === row.groupId)?.kind;
    if (group === undefined || kind === undefined) return obsolete;
    const opened = { row, isLate, group, kind };
    const to = await destinationOf(ports, opened);
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
  ['change-notice', 'private-change-notice', 'agenda-card'].includes(kind);

/** `undefined` for a channel that the group has left, and for who isn't reminded any more. */
const destinationOf = async (
  { roster }: MeetingPorts,
  { row, group }: Opened,
): Promise<Destination | undefined> => {
  const { conversationId, serviceUrl, tenantId } = group.channel;
  const person = (personId: PersonId): Destination => ({ serviceUrl, tenantId, personId });
  if (row.kind.startsWith('private-')) {
    if (!group.remindees.includes(row.to)) return undefined;
    const members = await roster(group.channel);
    // Tried again soon: whoever has left the channel hears nothing more of the group.
    if (members === undefined) throw new Error('Teams does not say who is in the channel');
    return members.some(({ personId }) => personId === row.to) ? person(row.to) : undefined;
  }
  if (row.kind === 'ask-coordinator' || row.kind === 'new-guest') {
    // Whoever coordinates today is told, whoever it was when the row was planned.
    const members = (await roster(group.channel)) ?? [];
    const isHere = (each: PersonId | undefined) => members.some(({ personId }) => personId === each);
    const isDeputys = group.deputy !== undefined && !isHere(group.coordinator) && isHere(group.deputy);
    return person(isDeputys && group.deputy !== undefined ? group.deputy : group.coordinator);
  }
  if (receiptKindOf(row.kind) !== undefined) return person(row.to);
  if (row.kind === 'channel-gone' || row.kind === 'coordinators-gone') return person(row.to);
  return row.to === conversationId ? { serviceUrl, conversationId } : undefined;
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
  { meetings, municipality, retention }: MeetingPorts,
  { row, isLate, group }: Opened,
  to: Destination,
): Promise<Written | undefined> => {
  const meeting = (await meetings.find(row.subject))?.body;
  if (meeting === undefined || row.revision < meeting.revision) return undefined;
  const now = row.changedAt;
  const shown =
    receiptOf(row, municipality, meeting) ??
    renderRow(row, { group, meeting, municipality, retention, isLate, now });
  if (shown === undefined) return undefined;
  const { startsAt } = meeting;
  if (isFirstPost(row, meeting)) return { content: { to, shown, post: 'meeting' }, startsAt };
  const post = (['meeting', 'agenda'] as const).find((each) => row.kind === `${each}-card`);
  if (post === undefined) return { content: { to, shown }, startsAt };
  const replaces = meeting.posts[post];
  return { content: { to, shown, post, ...(replaces === undefined ? {} : { replaces }) }, startsAt };
};

const receiptOf = (row: OutboxEntry, municipality: Municipality, meeting: Meeting): Rendered | undefined => {
  const kind = receiptKindOf(row.kind);
  const facts = factsOf(municipality, meeting.groupId);
  if (kind === undefined || facts === undefined) return undefined;
  const { language } = municipality;
  const card = receiptCard({ ...row, kind }, { language, facts, meeting });
  return card && { kind: 'card', card, summary: agendaTexts[language].summary };
};

/**
 * Keeps the message in which a meeting's card now stands: of two that were posted the newest. A card that was on its
 * way while the meeting was changed is followed by the correction.
 */
export const rememberPostedCard =
  ({ meetings, retention }: MeetingPorts) =>
  async (row: OutboxEntry, post: keyof Posts, messageId: string): Promise<void> => {
    await mustUpdate(meetings, row.subject, (meeting) => {
      const { posts, revision } = meeting;
      const plain = { ...meeting, posts: { ...posts, [post]: messageId } };
      const isBehind = row.revision < revision;
      const body = isBehind ? { ...plain, quietRevision: -1, plannedRevision: revision - 1 } : plain;
      return { kind: 'save', body, index: indexOf(body, retention) };
    });
  };
