import { reminderKinds } from './reminder-plan';

/** What the channel hears of a meeting, and in private whoever subscribes. */
export const heardKinds = [...reminderKinds, 'change-notice'] as const;
export type HeardKind = (typeof heardKinds)[number];
export type PrivateKind = `private-${HeardKind}`;

/** What an item's author is told of the coordinator's decision, in private and once at the most. */
export const receiptKinds = ['item-refused', 'item-taken', 'item-postponed'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/**
 * What the coordinator is asked about a meeting, in private and once each: to publish an agenda that items wait on, to note
 * what came of one that was never published, to note anything at all, to plan a meeting for items that wait, and to file the
 * document before everything is erased.
 */
const coordinatorAsks = [
  'ask-publish',
  'ask-unpublished',
  'ask-outcomes',
  'ask-waiting',
  'ask-coordinator',
] as const;
export type CoordinatorAsk = (typeof coordinatorAsks)[number];

export const isCoordinatorAsk = (kind: string): kind is CoordinatorAsk =>
  coordinatorAsks.some((each) => each === kind);

/** What is told of a group, beside the questions to its coordinator: in private, but for `moved-here`. */
export const noticeKinds = [
  'channel-gone',
  'coordinators-gone',
  'new-guest',
  'taken-over',
  'moved-here',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * What is done in a channel that a group has left, or about it: such a row's subject is the conversation, for the group is
 * elsewhere or is no more.
 */
export const leftKinds = [
  'moved-away',
  'close-moved',
  'dissolved',
  'dissolved-privately',
  'items-dropped',
  'close-dissolved',
] as const;
export type LeftKind = (typeof leftKinds)[number];

export const leftKindOf = (kind: string): LeftKind | undefined => leftKinds.find((each) => each === kind);

/** What posts a card in the channel without a reminder, and what shows anew one that stands there. */
const cardKinds = ['meeting-card', 'agenda-card', 'show-meeting', 'show-agenda'] as const;
type CardKind = (typeof cardKinds)[number];

/** Everything that becomes a row of the outbox; there it is a string, for the outbox knows no meeting. */
export type RowKind =
  | HeardKind
  | PrivateKind
  | ReceiptKind
  | NoticeKind
  | LeftKind
  | CardKind
  | CoordinatorAsk;

export const privateKind = (kind: HeardKind): PrivateKind => `private-${kind}`;

export const isHeard = (kind: string): kind is HeardKind => heardKinds.some((each) => each === kind);

/** What a private row tells; `undefined` for every other row. */
export const heardIn = (kind: string): HeardKind | undefined =>
  heardKinds.find((each) => privateKind(each) === kind);

export const isPrivate = (kind: string): boolean => heardIn(kind) !== undefined;

const rowKinds: readonly RowKind[] = [
  ...heardKinds,
  ...heardKinds.map(privateKind),
  ...receiptKinds,
  ...noticeKinds,
  ...leftKinds,
  ...cardKinds,
  ...coordinatorAsks,
];

/** A stored row's kind; `undefined` for one that only another version of the program knows. */
export const rowKindIn = (kind: string): RowKind | undefined => rowKinds.find((each) => each === kind);

const isReceipt = (kind: RowKind): kind is ReceiptKind => receiptKinds.some((each) => each === kind);
const isPrivateKind = (kind: RowKind): kind is PrivateKind => isPrivate(kind);

/** Whom a row is for: everybody in the channel, a subscriber, whoever coordinates today, or the person that it names. */
export type Receiver = 'channel' | 'subscriber' | 'coordinator' | 'person';

export const receiverOf = (kind: RowKind): Receiver => {
  switch (kind) {
    case 'meeting-card':
    case 'agenda-card':
    case 'show-meeting':
    case 'show-agenda':
    case 'moved-here':
    case 'moved-away':
    case 'close-moved':
    case 'dissolved':
    case 'close-dissolved':
      return 'channel';
    case 'new-guest':
      return 'coordinator';
    case 'channel-gone':
    case 'coordinators-gone':
    case 'taken-over':
    case 'dissolved-privately':
    case 'items-dropped':
      return 'person';
    default:
      if (isHeard(kind)) return 'channel';
      if (isPrivateKind(kind)) return 'subscriber';
      if (isReceipt(kind)) return 'person';
      if (isCoordinatorAsk(kind)) return 'coordinator';
      return kind satisfies never;
  }
};
