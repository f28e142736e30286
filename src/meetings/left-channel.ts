import { dayMs } from '../duration';
import type { Doc, Instant, OutboxRow } from '../storage/contract';
import { mustUpdate } from '../storage/update';
import { type ChannelClaim, claimIndex, type MeetingPorts } from './access';
import type { Channel } from './model/group';
import type { Meeting } from './model/meeting';
import { type PostedCard, postedIn, withoutPosts } from './model/posted';
import { indexOf } from './model/reminders';
import type { LeftKind } from './model/row-kinds';

/** Longer than Teams is away. */
const lastsMs = 30 * dayMs;
/** Longer than an update of a card can still be on its way that began before its channel was left. */
const lateUpdateMs = 180_000;

type Leaving = { readonly kind: LeftKind; readonly groupId: string; readonly now: Instant };

/** The row of something that is done in, or told about, a channel that the group has left. */
export const leftRow = (
  { kind, groupId, now }: Leaving,
  { conversationId }: Pick<Channel, 'conversationId'>,
  { about, to = conversationId }: { readonly about: string; readonly to?: string },
): OutboxRow => ({
  id: `${conversationId}/${groupId}/${kind}/${about}`,
  kind,
  groupId,
  subject: conversationId,
  to,
  dueAt: now,
  usefulUntil: now + lastsMs,
});

const closing = /\/card\/(.+?)(?:\/again)?$/;

/** The message that a row closes; `undefined` for a row that posts one. */
export const closedIn = ({ id }: Pick<OutboxRow, 'id'>): string | undefined => closing.exec(id)?.[1];

/** Closes a message of ours at once, and once more when no older update of it can arrive any more. */
export const closingRows = (
  leaving: Leaving,
  channel: Pick<Channel, 'conversationId'>,
  messageIds: readonly string[],
): readonly OutboxRow[] =>
  messageIds.flatMap((messageId) => {
    const row = leftRow(leaving, channel, { about: `card/${messageId}` });
    return [row, { ...row, id: `${row.id}/again`, dueAt: row.dueAt + lateUpdateMs }];
  });

/** Every message in which the meeting's cards stand or stood. */
export const messagesOf = ({ posts }: Meeting, cards: readonly PostedCard[]): readonly string[] =>
  cards.flatMap((card) => {
    const posted = posts[card];
    return posted === undefined ? [] : [posted.messageId, ...posted.outlived];
  });

type Closing = {
  readonly leaving: Leaving;
  readonly channels: readonly Pick<Channel, 'conversationId'>[];
  /** What is to be sent in their place. */
  readonly instead?: (meeting: Meeting, cards: readonly PostedCard[]) => readonly OutboxRow[];
};

/** Closes the meeting's cards in those channels. The rows come first: after a crash the same ones are planned again. */
export const closeCards = async (
  { meetings, outbox, retention }: MeetingPorts,
  doc: Doc<Meeting>,
  { leaving, channels, instead = () => [] }: Closing,
): Promise<void> => {
  const standing = (meeting: Meeting) =>
    postedIn(
      meeting,
      channels.map(({ conversationId }) => conversationId),
    );
  await mustUpdate(
    meetings,
    doc,
    (meeting) => {
      const cards = standing(meeting);
      if (cards.length === 0) return { kind: 'leave', left: 'same' };
      const body = withoutPosts(meeting, cards);
      return { kind: 'save', body, index: indexOf(body, { retention, now: leaving.now }) };
    },
    {
      first: async (_, before) => {
        const cards = standing(before);
        const messageIds = messagesOf(before, cards);
        await outbox.plan(channels.flatMap((channel) => closingRows(leaving, channel, messageIds)));
        await outbox.requeue(instead(before, cards));
      },
    },
  );
};

/** The channel's claim once the group has left it: free for another one, with what is needed to close what stands there. */
export const released = (
  claim: ChannelClaim | undefined,
  groupId: string,
  { serviceUrl, tenantId }: Channel,
): ChannelClaim => {
  const claimed = claim?.groupId;
  const other = claimed === undefined || claimed === groupId ? {} : { groupId: claimed };
  return { ...other, named: claim?.named ?? [], reach: { serviceUrl, tenantId } };
};

/** Changes what is known of a channel, of which there may be nothing yet. */
export const updateClaim = async (
  { channels }: Pick<MeetingPorts, 'channels'>,
  { conversationId, now }: { readonly conversationId: string; readonly now: Instant },
  decide: (claim: ChannelClaim | undefined) => ChannelClaim,
): Promise<void> => {
  const change = () =>
    mustUpdate(channels, conversationId, (before) => {
      const body = decide(before);
      return { kind: 'save', body, index: claimIndex(body, now) };
    });
  if ((await change()).kind !== 'missing') return;
  const body = decide(undefined);
  if (!(await channels.insert(conversationId, body, claimIndex(body, now)))) await change();
};
