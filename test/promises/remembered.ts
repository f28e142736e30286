import type { Shown, Where } from './hands';
import type { Name } from './people';
import type { GroupPlace } from './story';

/** What a meeting was said to be. */
export type When = { readonly date: string; readonly time: string; readonly lengthMinutes: number };
export type Facts = When & { readonly place: string; readonly status: 'planned' | 'cancelled' | 'skipped' };
/** An acknowledged change; `isSure` is false when the answer never came. */
export type Change = {
  readonly at: number;
  /** A plan's change need be told only to who has heard of the meeting. */
  readonly what: 'made' | 'changed' | 'replanned';
  readonly before: Facts;
  readonly after: Facts;
};
export type Meeting = {
  readonly place: GroupPlace;
  readonly occurrence: string;
  readonly original: Facts;
  readonly facts: Facts;
  readonly changes: readonly Change[];
  readonly publishedAt?: number;
  readonly apologies: readonly string[];
  /** Somebody's click about it was never answered, or its group has got another plan: what is so is asked. */
  readonly isUnsure: boolean;
  readonly unsureAt?: number;
};

export type Item = {
  readonly id: string;
  readonly place: GroupPlace;
  readonly occurrence: string;
  readonly author: Name;
  readonly kind: 'topic' | 'case' | 'standing';
  readonly title: string;
  readonly note: string;
  readonly late: boolean;
  readonly end?: { readonly how: 'withdrawn' | 'refused' | 'dropped' | 'decided'; readonly at: number };
  /** The coordinator has kept it for the next meeting. */
  readonly isPostponed?: true;
  /** Its words have been taken away. */
  readonly isWordless: boolean;
  readonly isUnsure: boolean;
};

/** Words that must be nowhere from that moment on. */
export type DeadWord = { readonly word: string; readonly at: number; readonly why: string };
export type TypedWord = { readonly place: GroupPlace; readonly what: string; readonly at: number };
/** A field of the outcomes as somebody was told that it is saved. */
export type SavedField = {
  readonly place: GroupPlace;
  readonly occurrence: string;
  readonly id: string;
  readonly value: string;
};

export type Witnessed = {
  readonly name: Name;
  readonly where: Where;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the form held when it was shown. */
  readonly held: Readonly<Record<string, string>>;
  readonly shown: Shown | undefined;
};
