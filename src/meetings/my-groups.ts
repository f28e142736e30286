import type { Actor } from '../chat/turn';
import { type Access, accessTo, findGroup, type MeetingPorts } from './access';

type Mine = { readonly accesses: readonly Access[]; readonly isWhole: boolean };

/** The groups whose channel the person is in right now; `isWhole` is false where Teams didn't say. */
export const groupsOf = async (ports: MeetingPorts, actor: Actor): Promise<Mine> => {
  const asked = await Promise.all(
    ports.municipality.groups.map(async ({ id }) =>
      (await findGroup(ports, id)) === undefined
        ? undefined
        : accessTo(ports, { actor: { ...actor, scope: 'personal' }, groupId: id, permission: 'take-part' }),
    ),
  );
  return {
    accesses: asked.flatMap((access) => (access?.kind === 'open' ? [access] : [])),
    isWhole: !asked.some((access) => access?.kind === 'refused' && access.reason === 'unknown-roster'),
  };
};
