import type { Instant } from '../storage/contract';
import type { MeetingPorts } from './access';
import type { Group } from './model/group';
import { endOf, type Meeting, meetingId } from './model/meeting';

type PostedCard = 'meeting' | 'agenda';
const everyCard: readonly PostedCard[] = ['meeting', 'agenda'];

/** The cards in the channel that a change is seen on: items are on the agenda's alone. */
export const cardsToShow = (before: Meeting, after: Meeting): readonly PostedCard[] => {
  const isOfAgenda =
    before.revision === after.revision &&
    before.apologies === after.apologies &&
    before.agenda.state === after.agenda.state;
  return isOfAgenda ? ['agenda'] : everyCard;
};

/** The meeting's card is posted by its own plan; the agenda's comes with its publication. */
const isShown = ({ posts, agenda }: Meeting, card: PostedCard): boolean =>
  posts[card] !== undefined || (card === 'agenda' && agenda.state === 'published');

type Shown = {
  readonly group: Group;
  readonly meeting: Meeting;
  readonly cards?: readonly PostedCard[];
};

/**
 * Wishes the cards to be shown as they are at `dueAt`: `now`, or later. An agenda's first card is a new message, and it
 * comes at once whatever the hour, because somebody has just published it; only after a stop does it count as late.
 */
export const showAgain = async (
  { outbox }: MeetingPorts,
  { group, meeting, cards = everyCard }: Shown,
  dueAt: Instant,
): Promise<void> => {
  const subject = meetingId(meeting.groupId, meeting.occurrence);
  const rows = cards
    .filter((card) => isShown(meeting, card))
    .map((card) => ({
      id: `${subject}/${card}-card/r${meeting.revision}`,
      kind: `${card}-card`,
      groupId: meeting.groupId,
      subject,
      revision: meeting.revision,
      to: group.channel.conversationId,
      dueAt,
      usefulUntil: endOf(meeting) + cardLastsMs,
    }));
  if (rows.length > 0) await outbox.requeue(rows);
};

/** Longer than a change takes. */
export const ifCrashedMs = 30_000;
/** Until everything has been erased, from the cards too. */
const cardLastsMs = 400 * 86_400_000;
