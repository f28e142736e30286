import type { OutboxEntry } from '../storage/contract';
import { findGroup, type MeetingPorts } from './access';
import type { Group } from './group';
import type { Posts } from './meeting';
import { indexOf } from './reminders';
import { type Rendered, renderRow, renderSeriesAsk } from './render';

/** Where a letter goes: the group's channel, or a person in private. */
type Destination =
  | { readonly serviceUrl: string; readonly conversationId: string }
  | { readonly serviceUrl: string; readonly personId: string; readonly tenantId: string };

/** What is sent for a row, and the message whose place it takes. */
export type Letter = { readonly to: Destination; readonly shown: Rendered; readonly replaces?: string };

type Delivered =
  | { readonly kind: 'content'; readonly content: Letter; readonly guarantee: 'at-least-once' | 'latest' }
  | { readonly kind: 'obsolete' };

const obsolete = { kind: 'obsolete' } as const;

const destinationOf = ({ channel }: Group, to: string): Destination =>
  to === channel.conversationId
    ? { serviceUrl: channel.serviceUrl, conversationId: channel.conversationId }
    : { serviceUrl: channel.serviceUrl, tenantId: channel.tenantId, personId: to };

/** Makes a row's letter of the latest documents; a row that they have left behind is obsolete. */
export const createLetters =
  (ports: MeetingPorts) =>
  async (row: OutboxEntry, isLate: boolean): Promise<Delivered> => {
    const { municipality, days, meetings } = ports;
    const group = (await findGroup(ports, row.groupId))?.body;
    const kind = municipality.groups.find(({ id }) => id === row.groupId)?.kind;
    if (group === undefined || kind === undefined) return obsolete;
    const letter = (shown: Rendered | undefined, replaces?: string): Delivered => {
      if (shown === undefined) return obsolete;
      const content = { to: destinationOf(group, row.to), shown };
      return replaces === undefined
        ? { kind: 'content', content, guarantee: 'at-least-once' }
        : { kind: 'content', content: { ...content, replaces }, guarantee: 'latest' };
    };
    if (row.subject === row.groupId) return letter(renderSeriesAsk(row, { municipality, days: days(kind) }));
    const meeting = (await meetings.find(row.subject))?.body;
    if (meeting === undefined || row.revision < meeting.revision) return obsolete;
    const now = row.changedAt;
    const shown = renderRow(row, { group, meeting, municipality, isLate, now });
    const post = postOf(row);
    return letter(shown, post && meeting.posts[post]);
  };

/** Which of a meeting's cards a row shows; `undefined` for a reminder. */
const postOf = ({ kind }: Pick<OutboxEntry, 'kind'>): keyof Posts | undefined =>
  (['meeting', 'agenda'] as const).find((post) => kind === `${post}-card`);

/** Keeps the message in which a meeting's card now stands: of two that were posted the newest. */
export const createKeepsake =
  ({ meetings }: MeetingPorts) =>
  async (row: OutboxEntry, messageId: string): Promise<void> => {
    const post = postOf(row);
    if (post === undefined) return;
    for (;;) {
      const doc = await meetings.find(row.subject);
      if (doc === undefined) return;
      const meeting = { ...doc.body, posts: { ...doc.body.posts, [post]: messageId } };
      if (await meetings.replace(doc, meeting, indexOf(meeting))) return;
    }
  };
