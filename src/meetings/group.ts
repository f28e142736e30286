import type { PersonId } from './meeting';
import type { ReminderPlan } from './reminder-plan';
import type { Series } from './series';

/** The channel that a group meets in. */
export type Channel = {
  readonly conversationId: string;
  readonly teamId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
};

/** A group that has been set up: its channel, who answers for it, when it meets and what is sent. */
export type Group = {
  /** The id in the municipality's file. */
  readonly groupId: string;
  readonly channel: Channel;
  readonly coordinator: PersonId;
  readonly deputy?: PersonId;
  readonly series: Series;
  readonly plan: ReminderPlan;
  /** Guests that the coordinator has been told of. */
  readonly knownGuests: readonly PersonId[];
};
