import type { PersonId } from '../../chat/turn';
import type { Instant } from '../../storage/contract';

export const topicKinds = ['orientation', 'discussion', 'decision'] as const;
export type TopicKind = (typeof topicKinds)[number];

/** The longest texts in characters, and an item's minutes; more than four hours is a slip of the finger. */
export const limits = {
  title: 120,
  note: 500,
  reason: 200,
  decision: 200,
  minutes: { least: 1, most: 240 },
  items: 100,
} as const;

/**
 * The minutes of an item whose author leaves them open. Neither the plan nor a municipality says them: they are a start that
 * author and coordinator change.
 */
export const usualMinutes: Readonly<Record<TopicKind | 'single-case' | 'standing', number>> = {
  orientation: 5,
  discussion: 15,
  decision: 10,
  'single-case': 10,
  standing: 5,
};

/** Whole minutes that an item can have. */
export const isMinutes = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= limits.minutes.least && minutes <= limits.minutes.most;

/** What an item of each kind says. */
type TopicWords = {
  readonly kind: 'topic';
  readonly topicKind: TopicKind;
  readonly functionId: string;
  /** '' once the text has been removed, and the note with it. */
  readonly title: string;
  readonly note: string;
};
/** A certain young person: no word about whom or what, that stays in the case system. */
type CaseWords = { readonly kind: 'single-case'; readonly functionId: string };
/** The coordinator's own, of no function; it comes again at every meeting until it is withdrawn. */
type StandingWords = { readonly kind: 'standing'; readonly title: string };

/** What a member's form says, once it has been checked. `id` is the form's nonce: the same form sent twice is one item. */
export type Draft = { readonly id: string; readonly minutes: number } & (TopicWords | CaseWords);

/** What is kept of every item beside its words. */
type Handed = {
  readonly id: string;
  readonly minutes: number;
  readonly author: PersonId;
  readonly handedInAt: Instant;
  /** The last change of its words, its minutes or its meeting. */
  readonly changed?: { readonly at: Instant; readonly by: PersonId };
  /** Handed in after the deadline: `waiting` until the coordinator takes it (`accepted`) or leaves it for the next meeting. */
  readonly late?: 'waiting' | 'accepted' | 'next';
  /** How often it was carried to the next meeting. */
  readonly carried: number;
};

export type Topic = Handed & TopicWords;
export type SingleCase = Handed & CaseWords;
export type StandingItem = Handed & StandingWords;
export type Item = Topic | SingleCase | StandingItem;

/** Whether this meeting takes it: late ones only once the coordinator has said so. */
export const isTaken = (item: Item): boolean => item.late === undefined || item.late === 'accepted';

/** The items that this meeting takes, in their order. */
export const takenItems = <Some extends Item>(items: readonly Some[]): readonly Some[] =>
  items.filter(isTaken);

/** The minutes of the items that the meeting takes, and by how many they are more than its length; 0 when they fit. */
export const minutesOf = (
  items: readonly Item[],
  lengthMinutes: number,
): { readonly sum: number; readonly over: number } => {
  const sum = takenItems(items).reduce((total, item) => total + item.minutes, 0);
  return { sum, over: Math.max(0, sum - lengthMinutes) };
};
