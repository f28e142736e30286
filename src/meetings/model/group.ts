import type { PersonId } from '../../chat/turn';
import { dayMs, hourMs } from '../../duration';
import type { Index, Instant } from '../../storage/contract';
import type { ReminderPlan } from './reminder-plan';
import { minuteOfDay, type Series, weekMinute } from './series';

/** The channel that a group meets in. */
export type Channel = {
  readonly conversationId: string;
  readonly teamId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
};

/** Something that can go missing: how often it has, and since when it is missing now. */
export type Absence = { readonly count: number; readonly since?: Instant };

/** What the coordinator decides at set-up. */
export type GroupPlan = {
  /** The id in the municipality's file. */
  readonly groupId: string;
  readonly channel: Channel;
  readonly coordinator: PersonId;
  readonly series: Series;
  readonly plan: ReminderPlan;
  /** Guests that the coordinator has been told of. */
  readonly knownGuests: readonly PersonId[];
};

/** A group that has been set up: its channel, who answers for it, when it meets and what is sent. */
export type Group = GroupPlan & {
  readonly deputy?: PersonId;
  /** Counts the plans that the coordinator has made. */
  readonly revision: number;
  /** The plan that its meetings have been brought into line with; when it is behind, that is done anew. */
  readonly plannedRevision: number;
  /** The municipality's own days that its meetings follow, and the plan that was made anew because they changed. */
  readonly days?: { readonly print: string; readonly revision?: number };
  /** The plan with which the group came into its channel. */
  readonly channelRevision: number;
  /** Channels that it has left, in which something of it may still stand. */
  readonly left?: readonly Channel[];
  /** What its meetings' names in calendars are made with, so that nobody finds the group by trying. */
  readonly calendarKey?: string;
  /** Members who want reminders in the private chat. */
  readonly remindees: readonly PersonId[];
  /** Ids of the questions about the series that have been planned and whose day is to come. */
  readonly asked: readonly string[];
  /** For how many days its meetings' words are kept; when the program keeps them otherwise, they are looked at anew. */
  readonly keepDays?: number;
  /** Present once it is dissolved; `by` until everything that it had is wound up. */
  readonly dissolved?: { readonly at: Instant; readonly by?: PersonId };
  readonly lost: { readonly channel: Absence; readonly coordinators: Absence };
  /** Where earlier versions kept what somebody could not be told; the group's next check moves it to the person. */
  readonly untold?: readonly {
    readonly personId: PersonId;
    readonly row: { readonly id: string; readonly kind: string; readonly subject: string };
  }[];
};

/** A group's first plan; its meetings are still to be made. */
export const newGroup = (plan: GroupPlan): Group => ({
  ...plan,
  revision: 1,
  plannedRevision: 0,
  channelRevision: 1,
  remindees: [],
  asked: [],
  lost: { channel: { count: 0 }, coordinators: { count: 0 } },
});

type Move = { readonly channel: Channel; readonly knownGuests: readonly PersonId[] };

/** The group in another channel; everything else stays, and what stands in the one before is still to be closed. */
export const inChannel = (group: Group, { channel, knownGuests }: Move): Group => {
  const revision = group.revision + 1;
  return {
    ...group,
    channel,
    knownGuests,
    revision,
    channelRevision: revision,
    left: [...(group.left ?? []), group.channel].filter(
      ({ conversationId }) => conversationId !== channel.conversationId,
    ),
    lost: { ...group.lost, channel: { count: group.lost.channel.count } },
  };
};

/** The group once it is dissolved, and is to be wound up. */
export const dissolved = (group: Group, by: PersonId, at: Instant): Group => ({
  ...group,
  revision: group.revision + 1,
  dissolved: { at, by },
});

const nowhere: Channel = { conversationId: '', teamId: '', tenantId: '', serviceUrl: '' };

/**
 * What is left of a group that has been wound up: nothing of anybody. It stays, so that the same group set up once more goes
 * on counting its plans and never takes an old row for one of its own.
 */
export const remainsOf = ({ groupId, series, plan, revision, dissolved: since }: Group): Group => ({
  ...newGroup({
    groupId,
    channel: nowhere,
    coordinator: '',
    series: { ...series, place: '' },
    plan,
    knownGuests: [],
  }),
  revision,
  plannedRevision: revision,
  ...(since === undefined ? {} : { dissolved: { at: since.at } }),
});

/** The same group set up once more. */
export const setUpAnew = ({ revision: last }: Group, plan: GroupPlan): Group => {
  const revision = last + 1;
  return { ...newGroup(plan), revision, channelRevision: revision };
};

/** The group with a plan made anew, as it was, because the municipality has filled in or changed its days. */
export const withDays = (group: Group, print: string): Group => {
  const revision = group.revision + 1;
  return { ...group, revision, days: { print, revision } };
};

/** Whether the group's latest plan is the one before it, for other days. */
export const isForDays = ({ revision, days }: Group): boolean => days?.revision === revision;

/** A group is found by the minute of the week at which its plan lets it meet. */
const placeOf = ({ groupId, series }: Group): Pick<Index, 'groupId' | 'at'> => ({
  groupId,
  at: weekMinute(series.rule.weekday, minuteOfDay(series.time)),
});

/** A group that has been changed is looked at now. */
export const indexNow = (group: Group): Index => ({ ...placeOf(group), nextCheckAt: 0 });

/**
 * A group is looked at every night, more often while its channel is gone, and at once while its meetings don't follow its
 * plan or something of it stands in a channel that it has left.
 */
export const groupIndex = (group: Group, now: Instant): Index => {
  const { revision, plannedRevision, left, lost, dissolved: end } = group;
  const isAtOnce = plannedRevision < revision || left !== undefined || end?.by !== undefined;
  const nextCheckAt = isAtOnce ? 0 : now + (lost.channel.since === undefined ? dayMs : hourMs);
  const isOver = end !== undefined && end.by === undefined;
  return { ...placeOf(group), ...(isOver ? {} : { nextCheckAt }) };
};
