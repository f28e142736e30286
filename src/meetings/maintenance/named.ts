import type { Member } from '../../chat/turn';
import type { Doc, Instant } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import { type ChannelClaim, claimIndex, groupIn, type MeetingPorts } from '../access';

const atOnce = 50;

/** Forgets who was named in a channel and is in it no longer. */
export const forgetLeavers = async (
  { channels }: MeetingPorts,
  conversationId: string,
  members: readonly Member[],
  now: Instant,
): Promise<void> => {
  const isHere = (personId: string) => members.some((each) => each.personId === personId);
  const claim = await channels.find(conversationId);
  if (claim === undefined || claim.body.named.every(isHere)) return;
  await mustUpdate(channels, claim, (body) => {
    const left = { ...body, named: body.named.filter(isHere) };
    return { kind: 'save', body: left, index: claimIndex(left, now) };
  });
};

/**
 * Forgets who was named in channels where nobody has set up a group since, or where none lives any more. Says how many
 * channels were looked at.
 */
export const checkNamed = async (ports: MeetingPorts, now: Instant): Promise<number> => {
  const due = await ports.channels.due(atOnce);
  for (const claim of due) await checkClaim(ports, claim, now);
  return due.length;
};

const checkClaim = async (ports: MeetingPorts, claim: Doc<ChannelClaim>, now: Instant): Promise<void> => {
  const { group } = await groupIn(ports, claim.id);
  await mustUpdate(ports.channels, claim, (body) => {
    // Somebody who was faster has named somebody, or set up a group.
    if (body !== claim.body) return { kind: 'leave', left: 'same' };
    if (group !== undefined) return { kind: 'save', body, index: claimIndex(body, now) };
    const { groupId: _, ...rest } = body;
    return { kind: 'save', body: { ...rest, named: [] }, index: { groupId: '', at: 0 } };
  });
};
