import type { Agenda } from '../agenda/agenda';
import type { Instant } from '../storage/contract';

/** A person with a role, by AAD object id; names come from the channel's roster when they are shown. */
export type PersonId = string;

/** A function that won't come, and the one that comes in its place. Functions are ids of the municipality's file. */
export type Apology = {
  readonly functionId: string;
  readonly substituteId?: string;
  readonly by: PersonId;
  readonly at: Instant;
};

export type MeetingStatus =
  | { readonly kind: 'planned' }
  | {
      readonly kind: 'cancelled' | 'skipped';
      readonly at: Instant;
      readonly by: PersonId;
    };

/** A card that stands in the channel and is kept up to date, by what it shows. */
export type Posts = Readonly<Partial<Record<'meeting' | 'agenda', string>>>;

/** One meeting of a group with everything that hangs on it: one document, so that every change is whole. */
export type Meeting = {
  readonly groupId: string;
  /** Its name for ever: the date that the series gave it (`2027-01-12`), an extra one's with `-x` and a number. */
  readonly occurrence: string;
  /** Counts the changes of time, place, length and status; the calendar's SEQUENCE. */
  readonly revision: number;
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
  readonly place: string;
  readonly status: MeetingStatus;
  readonly apologies: readonly Apology[];
  readonly agenda: Agenda;
  readonly posts: Posts;
  /** The revision whose rows stand in the outbox; when it is behind, they are planned anew. */
  readonly plannedRevision: number;
};
