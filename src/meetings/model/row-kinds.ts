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

/** What is told of a group in private, beside the questions to its coordinator. */
export type NoticeKind = 'channel-gone' | 'coordinators-gone' | 'new-guest' | 'taken-over';

/** Everything that becomes a row of the outbox; there it is a string, for the outbox knows no meeting. */
export type RowKind =
  | HeardKind
  | PrivateKind
  | ReceiptKind
  | NoticeKind
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
