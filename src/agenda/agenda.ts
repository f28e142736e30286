import type { Instant } from '../storage/contract';

type PersonId = string;

export type TopicKind = 'orientation' | 'discussion' | 'decision';

type ItemBase = {
  /** The form's nonce: the same form sent twice is one item. */
  readonly id: string;
  readonly functionId: string;
  readonly minutes: number;
  readonly author: PersonId;
  readonly handedInAt: Instant;
  /** Handed in after the deadline; `waiting` until the coordinator says which meeting. */
  readonly late?: 'waiting' | 'accepted';
  /** How often it was carried to the next meeting. */
  readonly carried: number;
};

/** Something to talk about. Its words are gone once they have been removed. */
export type Topic = ItemBase & {
  readonly kind: 'topic';
  readonly topicKind: TopicKind;
  /** '' once the text has been removed. */
  readonly title: string;
  readonly note: string;
};

/** A certain young person: no word about whom or what, that stays in the case system. */
export type SingleCase = ItemBase & { readonly kind: 'single-case' };

/** The coordinator's own standing item. */
export type StandingItem = ItemBase & { readonly kind: 'standing'; readonly title: string };

export type Item = Topic | SingleCase | StandingItem;

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'decided'; readonly decision: string }
  | { readonly kind: 'carried' }
  | { readonly kind: 'discussed' | 'continues' | 'closed' };

export type Refusal = { readonly id: string; readonly author: PersonId; readonly reason: string };

/** A meeting's agenda. Items stand in the order in which they will be taken. */
export type Agenda =
  | {
      readonly state: 'open';
      readonly closesAt: Instant;
      readonly items: readonly Item[];
      readonly refused: readonly Refusal[];
    }
  | {
      readonly state: 'closed';
      readonly closedAt: Instant;
      readonly items: readonly Item[];
      readonly refused: readonly Refusal[];
    }
  | {
      readonly state: 'published';
      readonly closedAt: Instant;
      readonly publishedAt: Instant;
      readonly publishedBy: PersonId;
      readonly items: readonly Item[];
    }
  | {
      readonly state: 'held';
      readonly publishedAt: Instant;
      readonly heldAt: Instant;
      readonly items: readonly (Item & { readonly outcome?: Outcome })[];
    }
  | { readonly state: 'erased'; readonly erasedAt: Instant };
