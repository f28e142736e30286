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
export type NoticeKind = 'channel-gone' | 'coordinators-gone' | 'new-guest' | 'taken-over' | 'moved-here';

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

/** Everything that becomes a row of the outbox; there it is a string, for the outbox knows no meeting. */
export type RowKind =
  | HeardKind
  | PrivateKind
  | ReceiptKind
  | NoticeKind
  | LeftKind
  | 'meeting-card'
  | 'agenda-card'
  | 'show-meeting'
  | 'show-agenda'
  | CoordinatorAsk;

export const privateKind = (kind: HeardKind): PrivateKind => `private-${kind}`;

export const isHeard = (kind: string): kind is HeardKind => heardKinds.some((each) => each === kind);

/** What a private row tells; `undefined` for every other row. */
export const heardIn = (kind: string): HeardKind | undefined =>
  heardKinds.find((each) => privateKind(each) === kind);

export const isPrivate = (kind: string): boolean => heardIn(kind) !== undefined;
