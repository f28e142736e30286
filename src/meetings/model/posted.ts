import { createHash } from 'node:crypto';
import { instantOf, wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';
import { endOf, type Meeting } from './meeting';
import type { ReminderKind } from './reminder-plan';

/** The cards of a meeting that stand in its channel and are kept up to date. */
export const postedCards = ['meeting', 'agenda'] as const;
export type PostedCard = (typeof postedCards)[number];

/** A message of ours in the channel that a card stands in. */
export type Posted = {
  readonly messageId: string;
  /** The conversation of the channel; absent for a card of an earlier version. */
  readonly in?: string;
  /** The reminder that it was posted for, and whether that came later than it should. */
  readonly reminder?: { readonly kind: ReminderKind; readonly isLate?: true };
  /** What the card showed when it was last sent, and when; absent while the message is still to be filled. */
  readonly shown?: { readonly state: string; readonly at: Instant };
  /** Messages in which the card stood before; each is to say that it is over. */
  readonly outlived: readonly string[];
};

export type Posts = Readonly<Partial<Record<PostedCard, Posted>>>;

export type MeetingPhase = 'planned' | 'today' | 'begun' | 'held' | 'cancelled' | 'skipped';

export const phaseOf = (
  meeting: Pick<Meeting, 'status' | 'startsAt' | 'lengthMinutes'>,
  now: Instant,
): MeetingPhase => {
  const { status, startsAt } = meeting;
  if (status.kind !== 'planned') return status.kind;
  if (now >= endOf(meeting)) return 'held';
  if (now >= startsAt) return 'begun';
  return now >= dayOf(startsAt) ? 'today' : 'planned';
};

const dayOf = (at: Instant): Instant =>
  instantOf({ date: wallTimeOf(new Date(at)).date, time: '00:00' }).getTime();

/** When a card in the channel changes by itself next; `undefined` when none stands there or none changes any more. */
export const cardsChangeAt = (meeting: Meeting): Instant | undefined => {
  const { posts, status, startsAt } = meeting;
  if (status.kind !== 'planned') return undefined;
  const changes = [dayOf(startsAt), startsAt, endOf(meeting)];
  const next = postedCards.flatMap((card) => {
    const at = posts[card]?.shown?.at;
    return at === undefined ? [] : changes.filter((each) => each > at);
  });
  return next.length === 0 ? undefined : Math.min(...next);
};

/** Says in a few letters, without a word of anybody's, what a card shows: one that shows something else must be shown anew. */
export const shownState = (meeting: Meeting, card: PostedCard, now: Instant): string => {
  const { revision, apologies, agenda, posts } = meeting;
  const { messageId, reminder } = posts[card] ?? {};
  const content = card === 'agenda' ? agenda : agenda.state;
  const what = [revision, phaseOf(meeting, now), apologies, content, messageId, reminder];
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 16);
};

/** The cards in the channel that don't show what is so. */
export const staleCards = (meeting: Meeting, now: Instant): readonly PostedCard[] =>
  postedCards.filter((card) => {
    const posted = meeting.posts[card];
    if (posted === undefined) return false;
    return posted.outlived.length > 0 || posted.shown?.state !== shownState(meeting, card, now);
  });

type Post = Pick<Posted, 'messageId' | 'in' | 'reminder'> & { readonly card: PostedCard };

/** The meeting once a card stands in a new message: the one in which it stood before is to say so. */
export const withPosted = (meeting: Meeting, { card, reminder, ...message }: Post): Meeting => {
  const before = meeting.posts[card];
  if (before?.messageId === message.messageId) return meeting;
  const outlived = before === undefined ? [] : [...before.outlived, before.messageId];
  const posted: Posted = { ...message, outlived, ...(reminder === undefined ? {} : { reminder }) };
  return { ...meeting, posts: { ...meeting.posts, [card]: posted } };
};

/** The meeting once a message says that its card stands elsewhere, or is gone. */
export const withoutOutlived = (meeting: Meeting, card: PostedCard, messageId: string): Meeting => {
  const posted = meeting.posts[card];
  if (posted === undefined) return meeting;
  const outlived = posted.outlived.filter((each) => each !== messageId);
  return { ...meeting, posts: { ...meeting.posts, [card]: { ...posted, outlived } } };
};

/** The meeting once its card has shown that; of a message in which it stands no longer nothing is kept. */
export const withShown = (
  meeting: Meeting,
  card: PostedCard,
  { messageId, shown }: { readonly messageId: string; readonly shown: NonNullable<Posted['shown']> },
): Meeting => {
  const posted = meeting.posts[card];
  return posted?.messageId === messageId
    ? { ...meeting, posts: { ...meeting.posts, [card]: { ...posted, shown } } }
    : meeting;
};

/** The cards that stand in one of these channels. */
export const postedIn = (meeting: Meeting, conversationIds: readonly string[]): readonly PostedCard[] =>
  postedCards.filter((card) => {
    const posted = meeting.posts[card];
    return posted !== undefined && (posted.in === undefined || conversationIds.includes(posted.in));
  });

/** The meeting once nobody keeps those cards up to date any more. */
export const withoutPosts = (meeting: Meeting, cards: readonly PostedCard[]): Meeting => {
  const posts = postedCards.flatMap((card) => {
    const posted = meeting.posts[card];
    return posted === undefined || cards.includes(card) ? [] : [[card, posted] as const];
  });
  return { ...meeting, posts: Object.fromEntries(posts) };
};
