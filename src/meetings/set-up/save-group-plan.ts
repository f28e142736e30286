import type { Instant } from '../../storage/contract';
import { claimIndex, findGroup, isTaken, type MeetingPorts } from '../access';
import { tellFormerCoordinator } from '../maintenance/channel-health';
import { bringUpToDate } from '../maintenance/maintain';
import { windUp } from '../maintenance/wind-up';
import { type Group, type GroupPlan, groupIndex, inChannel, newGroup, setUpAnew } from '../model/group';

export type SaveResult =
  | { readonly kind: 'saved'; readonly isSame: boolean }
  | { readonly kind: 'refused'; readonly reason: 'channel-taken' | 'group-taken' }
  | { readonly kind: 'refused'; readonly reason: 'changed-meanwhile'; readonly version: number };

/** `version` is the group's revision that the coordinator saw. */
type Wanted = { readonly plan: GroupPlan; readonly version: number };

/**
 * Gives the group its channel and its plan. The channel claims the group first, then the group names the channel: the
 * pair holds only when both do, so a crash in between leaves nothing that the same click doesn't mend.
 */
export const saveGroupPlan = async (
  ports: MeetingPorts,
  { plan, version }: Wanted,
  now: Instant,
): Promise<SaveResult> => {
  if (await isTaken(ports, plan.groupId, plan.channel.conversationId))
    return { kind: 'refused', reason: 'group-taken' };
  const claimed = await claim(ports, plan, now);
  if (claimed !== undefined) return { kind: 'refused', reason: claimed };
  const known = await ports.groups.find(plan.groupId);
  if (known?.body.dissolved?.by !== undefined) {
    await windUp(ports, known.body, now);
    return saveGroupPlan(ports, { plan, version }, now);
  }
  if (known !== undefined && isHere(known.body, plan)) {
    if (isSamePlan(known.body, plan)) return { kind: 'saved', isSame: true };
    const { revision } = known.body;
    if (revision !== version) return { kind: 'refused', reason: 'changed-meanwhile', version: revision };
  } else if (await isTaken(ports, plan.groupId, plan.channel.conversationId)) {
    // Another channel was faster since the claim.
    return { kind: 'refused', reason: 'group-taken' };
  }
  const group = known === undefined ? newGroup(plan) : planAnew(known.body, plan);
  const index = groupIndex(group, now);
  const isKept =
    known === undefined
      ? await ports.groups.insert(plan.groupId, group, index)
      : await ports.groups.replace(known, group, index);
  // Somebody was faster, with this plan or with something else about the group.
  if (!isKept) return saveGroupPlan(ports, { plan, version }, now);
  if (known !== undefined && known.body.dissolved === undefined)
    await tellFormerCoordinator(ports, { before: known.body, after: group }, now);
  await bringUpToDate(ports, group, now);
  return { kind: 'saved', isSame: false };
};

const isHere = ({ channel }: Group, plan: GroupPlan): boolean =>
  channel.conversationId === plan.channel.conversationId;

const isSamePlan = (known: Group, plan: GroupPlan): boolean =>
  known.lost.channel.since === undefined &&
  JSON.stringify([known.series, known.plan]) === JSON.stringify([plan.series, plan.plan]);

const planAnew = (known: Group, planned: GroupPlan): Group => {
  const { series, plan, coordinator } = planned;
  if (known.dissolved !== undefined) return setUpAnew(known, planned);
  if (!isHere(known, planned)) return { ...inChannel(known, planned), series, plan, coordinator };
  return {
    ...known,
    ...planned,
    coordinator: known.coordinator,
    revision: known.revision + 1,
    lost: { ...known.lost, channel: { count: known.lost.channel.count } },
  };
};

/** Lets the channel name the group; `channel-taken` when it has another one. */
export const claim = async (
  ports: MeetingPorts,
  { groupId, channel }: Pick<Group, 'groupId' | 'channel'>,
  now: Instant,
): Promise<'channel-taken' | undefined> => {
  const { conversationId } = channel;
  const own = await ports.channels.find(conversationId);
  if (own === undefined) {
    const body = { groupId, named: [] };
    const isFirst = await ports.channels.insert(conversationId, body, claimIndex(body, now));
    return isFirst ? undefined : claim(ports, { groupId, channel }, now);
  }
  if (own.body.groupId === groupId) return undefined;
  const other = own.body.groupId === undefined ? undefined : await findGroup(ports, own.body.groupId);
  if (other?.body.channel.conversationId === conversationId) return 'channel-taken';
  const body = { ...own.body, groupId };
  const isClaimed = await ports.channels.replace(own, body, claimIndex(body, now));
  return isClaimed ? undefined : 'channel-taken';
};
