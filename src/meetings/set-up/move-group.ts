import type { PersonId } from '../../chat/turn';
import type { Instant } from '../../storage/contract';
import { update } from '../../storage/update';
import { findGroup, type MeetingPorts } from '../access';
import { bringUpToDate } from '../maintenance/maintain';
import { type Channel, type Group, groupIndex, inChannel } from '../model/group';
import { claim } from './save-group-plan';

type Wanted = {
  readonly groupId: string;
  readonly channel: Channel;
  readonly knownGuests: readonly PersonId[];
  /** The group's revision that the question was about. */
  readonly version: number;
};

export type MoveResult =
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly reason: 'channel-taken' | 'no-group-here' | 'changed-meanwhile' };

/**
 * Gives a group that lives in another channel this one. The channel claims it first, then the group names the channel: a
 * crash before that leaves it where it was, and one after it is mended by the group's next check.
 */
export const moveGroup = async (
  ports: MeetingPorts,
  { groupId, channel, knownGuests, version }: Wanted,
  now: Instant,
): Promise<MoveResult> => {
  const before = await findGroup(ports, groupId);
  if (before === undefined) return { kind: 'refused', reason: 'no-group-here' };
  const isHere = (group: Group) => group.channel.conversationId === channel.conversationId;
  if (isHere(before.body)) return { kind: 'moved' };
  if (before.body.revision !== version) return { kind: 'refused', reason: 'changed-meanwhile' };
  const taken = await claim(ports, { groupId, channel }, now);
  if (taken !== undefined) return { kind: 'refused', reason: taken };
  const updated = await update<Group, 'here' | 'changed'>(ports.groups, before, (group) => {
    if (isHere(group)) return { kind: 'leave', left: 'here' };
    if (group.revision !== version) return { kind: 'leave', left: 'changed' };
    const body = inChannel(group, { channel, knownGuests });
    return { kind: 'save', body, index: groupIndex(body, now) };
  });
  if (updated.kind === 'left' && updated.left === 'here') return { kind: 'moved' };
  if (updated.kind !== 'saved') return { kind: 'refused', reason: 'changed-meanwhile' };
  await bringUpToDate(ports, updated.doc.body, now);
  return { kind: 'moved' };
};
