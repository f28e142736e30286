import type { Member, PersonId } from '../../chat/turn';
import type { Group } from './group';

/** What somebody is in a channel right now. A guest is a member too. */
export type Role = 'administrator' | 'named' | 'coordinator' | 'deputy' | 'member' | 'guest';

/** What needs a role. */
export type Permission = 'name' | 'set-up' | 'coordinate' | 'take-part';

export type Membership =
  | { readonly kind: 'known'; readonly roles: ReadonlySet<Role>; readonly members: readonly Member[] }
  | { readonly kind: 'unknown-roster' };

type Asked = {
  readonly personId: PersonId;
  readonly administrators: ReadonlySet<PersonId>;
  /** Whom an administrator has named in this channel. */
  readonly named: readonly PersonId[];
  /** Absent while the channel has no group. */
  readonly group: Pick<Group, 'coordinator' | 'deputy'> | undefined;
  /** The channel's roster as it is now; `undefined` when Teams doesn't say, or knows no such channel. */
  readonly members: readonly Member[] | undefined;
};

/** The roles of a person; somebody who has left the channel has none but the administrator's. */
export const membershipOf = ({ personId, administrators, named, group, members }: Asked): Membership => {
  if (members === undefined) return { kind: 'unknown-roster' };
  const member = members.find((each) => each.personId === personId);
  const held: readonly [Role, boolean][] = [
    ['administrator', administrators.has(personId)],
    ['member', member !== undefined],
    ['guest', member?.isGuest === true],
    ['named', member?.isGuest === false && named.includes(personId)],
    ['coordinator', member !== undefined && group?.coordinator === personId],
    ['deputy', member !== undefined && group?.deputy === personId],
  ];
  return { kind: 'known', roles: new Set(held.flatMap(([role, isHeld]) => (isHeld ? [role] : []))), members };
};

/** So many people can be named in a channel. */
export const mostNamed = 20;

export type RoleRefusal = 'unknown-roster' | 'outsider' | 'not-allowed' | 'not-named' | 'administrators-only';

const allowed: Readonly<Record<Permission, readonly Role[]>> = {
  name: ['administrator'],
  'set-up': ['named'],
  coordinate: ['coordinator', 'deputy'],
  'take-part': ['member'],
};
const refusals: Readonly<Record<Permission, RoleRefusal>> = {
  name: 'administrators-only',
  'set-up': 'not-named',
  coordinate: 'not-allowed',
  'take-part': 'outsider',
};

/** Why somebody may not do it; `undefined` when they may. */
export const roleRefusal = (membership: Membership, permission: Permission): RoleRefusal | undefined => {
  if (membership.kind === 'unknown-roster') return 'unknown-roster';
  if (allowed[permission].some((role) => membership.roles.has(role))) return undefined;
  return membership.roles.has('member') || membership.roles.has('administrator')
    ? refusals[permission]
    : 'outsider';
};
