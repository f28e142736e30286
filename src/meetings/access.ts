import type { Actor, Member, PersonId, Roster } from '../chat/turn';
import { dayMs } from '../duration';
import type { Municipality } from '../municipality/schema';
import type { Doc, Documents, Index, Instant, Outbox } from '../storage/contract';
import type { Group } from './model/group';
import { factsOf, type GroupFacts, type GroupKind } from './model/group-facts';
import type { TopicKind } from './model/item';
import type { Meeting } from './model/meeting';
import type { RetentionPolicy } from './model/retention';
import { type Membership, membershipOf, type Permission, type RoleRefusal, roleRefusal } from './model/roles';
import type { Days } from './model/working-days';
import type { NoticePorts } from './pending-notices';
import type { Whereabouts } from './whereabouts';

/** What a channel is for: the group that lives there, and whom an administrator has allowed to set one up. */
export type ChannelClaim = {
  readonly groupId?: string;
  readonly named: readonly PersonId[];
  /** How Teams is reached about what a group has left behind there. */
  readonly reach?: Pick<Group['channel'], 'serviceUrl' | 'tenantId'>;
};

/** For so many days somebody who was named can set up a group; then the name is forgotten, unless a group lives there. */
const namedDays = 90;

/** What a channel's claim is found by, once somebody has been named or a group set up. */
export const claimIndex = ({ groupId = '' }: ChannelClaim, now: Instant): Index => ({
  groupId,
  at: 0,
  nextCheckAt: now + namedDays * dayMs,
});

export type MeetingPorts = NoticePorts & {
  readonly municipality: Municipality;
  /** AAD object ids, in small letters. */
  readonly administrators: ReadonlySet<PersonId>;
  readonly groups: Documents<Group>;
  /** By conversation id. */
  readonly channels: Documents<ChannelClaim>;
  readonly meetings: Documents<Meeting>;
  readonly outbox: Outbox;
  readonly roster: Roster;
  readonly whereabouts: Whereabouts;
  /** What a channel and its team are called, as far as Teams says. */
  readonly placeNames: (
    place: Group['channel'],
  ) => Promise<{ readonly team?: string; readonly channel?: string }>;
  /** What is known of days for a group of that kind. */
  readonly days: (kind: GroupKind | undefined) => Days;
  readonly knowsSchoolHolidays: boolean;
  readonly retention: RetentionPolicy;
  /** Hears of which kind each new item is, and nothing else of it. */
  readonly handedIn?: (kind: TopicKind | 'single-case' | 'standing') => void;
};

export type Access = {
  readonly facts: GroupFacts;
  readonly group: Doc<Group>;
  readonly membership: Extract<Membership, { kind: 'known' }>;
  readonly isCoordinator: boolean;
};
export type AccessRefusal = RoleRefusal | 'unknown-group' | 'no-group-here' | 'dissolved';
type Refused = { readonly kind: 'refused'; readonly reason: AccessRefusal };

/** A group that has a channel: only while the channel names the group and the group the channel. */
export const findGroup = async (ports: MeetingPorts, groupId: string): Promise<Doc<Group> | undefined> =>
  (await findHome(ports, groupId))?.group;

/** The same with the channel's claim. */
const findHome = async (
  { groups, channels }: MeetingPorts,
  groupId: string,
): Promise<{ readonly group: Doc<Group>; readonly claim: ChannelClaim } | undefined> => {
  const group = await groups.find(groupId);
  if (group === undefined || group.body.dissolved !== undefined) return undefined;
  const claim = (await channels.find(group.body.channel.conversationId))?.body;
  return claim?.groupId === groupId ? { group, claim } : undefined;
};

/** Why a group isn't anywhere. */
export const absenceOf = async (
  { groups }: Pick<MeetingPorts, 'groups'>,
  groupId: string,
): Promise<'no-group-here' | 'dissolved'> =>
  (await groups.find(groupId))?.body.dissolved === undefined ? 'no-group-here' : 'dissolved';

/** Whether the group has another channel, and not one that is gone. */
export const isTaken = async (
  ports: MeetingPorts,
  groupId: string,
  conversationId: string,
): Promise<boolean> => {
  const group = (await findGroup(ports, groupId))?.body;
  if (group === undefined || group.lost.channel.since !== undefined) return false;
  if (group.channel.conversationId === conversationId) return false;
  return (await ports.roster(group.channel)) !== 'gone';
};

/**
 * Who is in a channel now, which is noted of the group that lives there; `undefined` when Teams doesn't say, or knows no
 * such channel.
 */
const membersIn = async (
  { roster, whereabouts }: MeetingPorts,
  channel: Pick<Group['channel'], 'conversationId' | 'serviceUrl'>,
  groupId: string | undefined,
): Promise<readonly Member[] | undefined> => {
  const found = await roster(channel);
  if (groupId !== undefined) whereabouts.note(groupId, found);
  return found === 'gone' ? undefined : found;
};

/** Notes who is in the channel of a group. */
export const lookAt = async (ports: MeetingPorts, groupId: string): Promise<'noted' | 'silent'> => {
  const group = await findGroup(ports, groupId);
  const said = group === undefined ? [] : await ports.roster(group.body.channel);
  ports.whereabouts.note(groupId, said);
  return said === undefined ? 'silent' : 'noted';
};

/** The group that lives in a channel, and its claim. */
export const groupIn = async (
  ports: MeetingPorts,
  conversationId: string,
): Promise<{ readonly claim: Doc<ChannelClaim> | undefined; readonly group: Doc<Group> | undefined }> => {
  const claim = await ports.channels.find(conversationId);
  const group = claim?.body.groupId === undefined ? undefined : await ports.groups.find(claim.body.groupId);
  const isHere = group?.body.channel.conversationId === conversationId && group.body.dissolved === undefined;
  return { claim, group: isHere ? group : undefined };
};

/** What somebody is in the channel that they act in, and the group that lives there. */
export const membershipIn = async (
  ports: MeetingPorts,
  actor: Actor,
): Promise<{ readonly membership: Membership; readonly group: Doc<Group> | undefined }> => {
  const { claim, group } = await groupIn(ports, actor.conversationId);
  // Ids are a tenant's own: from another one nobody is anything here.
  const isForeign = group !== undefined && group.body.channel.tenantId !== actor.tenantId;
  const membership = membershipOf({
    personId: isForeign ? '' : actor.personId,
    administrators: ports.administrators,
    named: claim?.body.named ?? [],
    group: group?.body,
    members: await membersIn(ports, actor, group?.body.groupId),
  });
  return { membership, group };
};

/**
 * What somebody may do with a group now. Roles come from the roster of the group's own channel, wherever the card was
 * clicked; in another channel, or from another tenant, nobody is anything.
 */
export const accessTo = async (
  ports: MeetingPorts,
  {
    actor,
    groupId,
    permission,
  }: { readonly actor: Actor; readonly groupId: string; readonly permission: Permission },
): Promise<({ readonly kind: 'open' } & Access) | Refused> => {
  const facts = factsOf(ports.municipality, groupId);
  if (facts === undefined) return { kind: 'refused', reason: 'unknown-group' };
  const home = await findHome(ports, groupId);
  if (home === undefined) return { kind: 'refused', reason: await absenceOf(ports, groupId) };
  const { group, claim } = home;
  const { channel } = group.body;
  const isElsewhere = actor.scope === 'shared' && actor.conversationId !== channel.conversationId;
  if (isElsewhere || actor.tenantId !== channel.tenantId) return { kind: 'refused', reason: 'outsider' };
  const membership = membershipOf({
    personId: actor.personId,
    administrators: ports.administrators,
    named: claim.named,
    group: group.body,
    members: await membersIn(ports, channel, groupId),
  });
  const reason = roleRefusal(membership, permission);
  if (membership.kind === 'unknown-roster') return { kind: 'refused', reason: 'unknown-roster' };
  if (reason !== undefined) return { kind: 'refused', reason };
  const isCoordinator = roleRefusal(membership, 'coordinate') === undefined;
  return { kind: 'open', facts, group, membership, isCoordinator };
};

/** Members and the guests among them. */
export const readersOf = (
  members: readonly Member[],
): { readonly members: number; readonly guests: number } => ({
  members: members.length,
  guests: members.filter(({ isGuest }) => isGuest).length,
});
