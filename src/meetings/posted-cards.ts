import { dayMs } from '../duration';
import type { Instant, OutboxRow } from '../storage/contract';
import type { MeetingPorts } from './access';
import type { Group } from './model/group';
import { endOf, type Meeting, meetingId } from './model/meeting';
import { type PostedCard, postedCards, staleCards } from './model/posted';

/** Until everything has been erased, from the cards too. */
const cardLastsMs = 400 * dayMs;

/** Whether a row only shows anew a card that stands in the channel. */
export const isShowing = ({ kind }: Pick<OutboxRow, 'kind'>): boolean =>
  postedCards.some((card) => kind === `show-${card}`);

type Shown = { readonly group: Group; readonly meeting: Meeting; readonly now: Instant };

/** The row that shows a card as it is: one for each card, so that two of its updates are never under way at once. */
export const showRow = (card: PostedCard, { group, meeting, now }: Shown): OutboxRow => {
  const subject = meetingId(meeting.groupId, meeting.occurrence);
  return {
    id: `${subject}/show-${card}`,
    kind: `show-${card}`,
    groupId: meeting.groupId,
    subject,
    to: group.channel.conversationId,
    dueAt: now,
    usefulUntil: endOf(meeting) + cardLastsMs,
  };
};

/** Lets the cards in the channel that don't show what is so be shown anew. */
export const showStale = async ({ outbox }: MeetingPorts, shown: Shown): Promise<void> => {
  const rows = staleCards(shown.meeting, shown.now).map((card) => showRow(card, shown));
  if (rows.length > 0) await outbox.requeue(rows);
};

/**
 * The row that posts a card anew whose message somebody has deleted; while the card stands in another message it has
 * nothing to say.
 */
export const againRow = (card: PostedCard, messageId: string, { group, meeting, now }: Shown): OutboxRow => ({
  ...showRow(card, { group, meeting, now }),
  id: `${meetingId(meeting.groupId, meeting.occurrence)}/${card}-card/after/${messageId}`,
  kind: `${card}-card`,
  usefulUntil: endOf(meeting),
});

export const isPostedAgain = ({ id }: Pick<OutboxRow, 'id'>): boolean => id.includes('-card/after/');
