import type { Actor, PersonId } from '../chat/turn';
import { hourMs } from '../duration';
import { type Access, accessTo, lookAt, type MeetingPorts } from './access';

/** So many groups a page that the card stays small. */
export const groupsAPage = 6;
/** So many channels are asked about before a list is made: all of a small municipality's. */
const askedAtOnce = 8;

/** Whether there are so many groups that their channels are asked about in advance. */
export const asksInAdvance = ({ municipality }: Pick<MeetingPorts, 'municipality'>): boolean =>
  municipality.groups.length > askedAtOnce;

/** One page of somebody's groups, counted from 0. */
export type Mine = {
  readonly accesses: readonly Access[];
  /** False where Teams hasn't said who is in a channel. */
  readonly isWhole: boolean;
  /** Whether a group can be missing whose channel the person has only just come into. */
  readonly isLate: boolean;
  readonly page: number;
  readonly pages: number;
};

/**
 * The groups in whose channel somebody can be: whom to ask about, never what anybody may do. `isWhole` is false where Teams
 * hasn't said who is in a channel.
 */
export const groupIdsOf = async (
  ports: MeetingPorts,
  personId: PersonId,
): Promise<{ readonly groupIds: readonly string[]; readonly isWhole: boolean }> => {
  const { whereabouts } = ports;
  const overdue = whereabouts.overdue(askedAtOnce, asksInAdvance(ports) ? hourMs : 0);
  const looks = await Promise.all(overdue.map((groupId) => lookAt(ports, groupId)));
  const isWhole = whereabouts.unknown() === 0 && !looks.includes('silent');
  return { groupIds: whereabouts.groupsOf(personId), isWhole };
};

/**
 * The groups whose channel the person is in right now; a page that isn't there is the nearest that is. What is read grows
 * with the person's groups and not with all groups: which these can be is known from before, what they are is asked now.
 */
export const groupsOf = async (ports: MeetingPorts, actor: Actor, wanted = 0): Promise<Mine> => {
  const { groupIds: mine, isWhole } = await groupIdsOf(ports, actor.personId);
  const pages = Math.max(1, Math.ceil(mine.length / groupsAPage));
  const page = Math.min(wanted, pages - 1);
  const asked = await Promise.all(
    mine
      .slice(page * groupsAPage, (page + 1) * groupsAPage)
      .map((groupId) =>
        accessTo(ports, { actor: { ...actor, scope: 'personal' }, groupId, permission: 'take-part' }),
      ),
  );
  const isUnknown = asked.some((access) => access.kind === 'refused' && access.reason === 'unknown-roster');
  return {
    accesses: asked.flatMap((access) => (access.kind === 'open' ? [access] : [])),
    isWhole: isWhole && !isUnknown,
    isLate: asksInAdvance(ports),
    page,
    pages,
  };
};
