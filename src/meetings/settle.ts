import type { Instant } from '../storage/contract';
import { findGroup, type MeetingPorts } from './access';
import type { Group } from './group';
import { bringUpToDate, groupIndex } from './wake';

export type Settled =
  | { readonly kind: 'settled'; readonly isSame: boolean }
  | { readonly kind: 'refused'; readonly reason: 'channel-taken' | 'group-taken' }
  | { readonly kind: 'refused'; readonly reason: 'changed-meanwhile'; readonly version: number };

type Wish = { readonly group: Group; readonly version: number };

/**
 * Gives the group its channel and its plan. The channel claims the group first, then the group names the channel: the
 * pair holds only when both do, so a crash in between leaves nothing that the same click doesn't mend.
 */
export const settle = async (
  ports: MeetingPorts,
  { group, version }: Wish,
  now: Instant,
): Promise<Settled> => {
  const claimed = await claim(ports, group);
  if (claimed !== undefined) return { kind: 'refused', reason: claimed };
  const known = await ports.groups.find(group.groupId);
  if (known === undefined) {
    const isFirst = await ports.groups.insert(group.groupId, group, groupIndex(group, now));
    if (!isFirst) return settle(ports, { group, version }, now);
  } else if (known.body.channel.conversationId !== group.channel.conversationId) {
    // Its old channel has claimed another group since, or it would have been taken.
    if (!(await ports.groups.replace(known, group, groupIndex(group, now))))
      return { kind: 'refused', reason: 'group-taken' };
  } else if (isSamePlan(known.body, group)) {
    return { kind: 'settled', isSame: true };
  } else {
    const isCurrent = known.version === version;
    if (!isCurrent || !(await ports.groups.replace(known, group, groupIndex(group, now)))) {
      const { version: latest = 0 } = (await ports.groups.find(group.groupId)) ?? {};
      return { kind: 'refused', reason: 'changed-meanwhile', version: latest };
    }
  }
  await bringUpToDate(ports, group, now);
  return { kind: 'settled', isSame: false };
};

const isSamePlan = (known: Group, group: Group): boolean =>
  JSON.stringify([known.series, known.plan]) === JSON.stringify([group.series, group.plan]);

const claim = async (
  ports: MeetingPorts,
  { groupId, channel }: Pick<Group, 'groupId' | 'channel'>,
): Promise<'channel-taken' | 'group-taken' | undefined> => {
  const { conversationId } = channel;
  const home = await findGroup(ports, groupId);
  if (home !== undefined && home.body.channel.conversationId !== conversationId) return 'group-taken';
  const index = { groupId, at: 0 };
  const own = await ports.channels.find(conversationId);
  if (own === undefined) {
    const isFirst = await ports.channels.insert(conversationId, { groupId, named: [] }, index);
    return isFirst ? undefined : claim(ports, { groupId, channel });
  }
  if (own.body.groupId === groupId) return undefined;
  const other = own.body.groupId === undefined ? undefined : await findGroup(ports, own.body.groupId);
  if (other !== undefined) return 'channel-taken';
  return (await ports.channels.replace(own, { ...own.body, groupId }, index)) ? undefined : 'channel-taken';
};
