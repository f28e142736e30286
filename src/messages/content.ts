import type { MeetingPorts } from '../meetings/access';
import type { Group } from '../meetings/model/group';
import type { GroupFacts } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import { type Posted, type PostedCard, postedCards, shownState } from '../meetings/model/posted';
import { reminderKinds } from '../meetings/model/reminder-plan';
import { wantedRow } from '../meetings/model/reminders';
import { heardIn } from '../meetings/model/row-kinds';
import { type Announcement, announcementOf, type Listener, newsFor } from '../meetings/model/told';
import { isPostedAgain } from '../meetings/posted-cards';
import type { Instant, OutboxEntry } from '../storage/contract';
import { newsWords, outlivedCard, placeholder, postedCard, type Rendered, renderRow } from './render';

/** What must be remembered of the meeting once that has been sent. */
export type Effect =
  | { readonly kind: 'posts'; readonly card: PostedCard; readonly reminder?: NonNullable<Posted['reminder']> }
  | {
      readonly kind: 'shows';
      readonly card: PostedCard;
      readonly messageId: string;
      readonly state: string;
      readonly at: Instant;
    }
  | { readonly kind: 'outlives'; readonly card: PostedCard; readonly messageId: string }
  | { readonly kind: 'tells'; readonly listener: Listener; readonly heard: Announcement };

/** A row with the latest documents. */
export type Opened = {
  readonly row: OutboxEntry;
  readonly isLate: boolean;
  readonly group: Group;
  readonly kind: GroupFacts['kind'];
};

/** What is sent, wherever to, and the message whose place it takes. */
export type Content = { readonly shown: Rendered; readonly replaces?: string; readonly effect?: Effect };

/** What is said of a meeting as it is now; `undefined` when there is nothing to say any more. */
export const contentOf = (ports: MeetingPorts, opened: Opened, meeting: Meeting): Content | undefined => {
  const { row } = opened;
  const shownCard = postedCards.find((card) => row.kind === `show-${card}`);
  if (shownCard !== undefined) return shownContent(ports, opened, { meeting, card: shownCard });
  if (row.kind === 'change-notice') return toldContent(ports, opened, { meeting, listener: 'channel' });
  if (heardIn(row.kind) === 'change-notice')
    return toldContent(ports, opened, { meeting, listener: { personId: row.to } });
  const now = row.changedAt;
  const planning = { days: ports.days(opened.kind), retention: ports.retention };
  const wanted = isPostedAgain(row) ? row : wantedRow(row, meeting, opened.group, planning);
  if (wanted === undefined || now >= wanted.usefulUntil) return undefined;
  const context = { ...ports, ...opened, meeting, now };
  const card = postOf(row);
  if (card === undefined) {
    const shown = renderRow(row, context);
    return shown && { shown };
  }
  const reminder = reminderKinds.find((kind) => kind === row.kind);
  const isUnwanted = reminder === undefined && meeting.posts[card] !== undefined;
  if (isUnwanted || (reminder === 'agenda-published' && meeting.agenda.state !== 'published'))
    return undefined;
  const shown = placeholder(card, context);
  const late = opened.isLate ? { isLate: true as const } : {};
  return (
    shown && {
      shown,
      effect: {
        kind: 'posts',
        card,
        ...(reminder === undefined ? {} : { reminder: { kind: reminder, ...late } }),
      },
    }
  );
};

/** Which card a row posts in a new message; a reminder brings the meeting's. */
const postOf = ({ kind }: Pick<OutboxEntry, 'kind'>): PostedCard | undefined => {
  if (kind === 'agenda-card') return 'agenda';
  return kind === 'meeting-card' || reminderKinds.some((each) => each === kind) ? 'meeting' : undefined;
};

type OfCard = { readonly meeting: Meeting; readonly card: PostedCard };

/** First what its card outlived, then the card itself: one message at a time. */
const shownContent = (
  ports: MeetingPorts,
  opened: Opened,
  { meeting, card }: OfCard,
): Content | undefined => {
  const posted = meeting.posts[card];
  if (posted === undefined) return undefined;
  const now = opened.row.changedAt;
  const context = { ...ports, ...opened, meeting, now };
  const [messageId] = posted.outlived;
  if (messageId !== undefined) {
    const shown = outlivedCard(card, context);
    return shown && { shown, replaces: messageId, effect: { kind: 'outlives', card, messageId } };
  }
  const shown = postedCard(card, context);
  const state = shownState(meeting, card, now);
  const effect = { kind: 'shows', card, messageId: posted.messageId, state, at: now } as const;
  return shown && { shown, replaces: posted.messageId, effect };
};

type Telling = { readonly meeting: Meeting; readonly listener: Listener };

const toldContent = (
  ports: MeetingPorts,
  opened: Opened,
  { meeting, listener }: Telling,
): Content | undefined => {
  const news = newsFor(meeting, listener);
  const shown = news && newsWords(news, { ...ports, ...opened, meeting, now: opened.row.changedAt });
  return shown && { shown, effect: { kind: 'tells', listener, heard: announcementOf(meeting) } };
};
