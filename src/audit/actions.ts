import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../chat/turn';
import type { ChannelClaim } from '../meetings/access';
import type { Group } from '../meetings/model/group';
import type { UnitRequest } from '../requests/model/request';
import type { UnitHome } from '../requests/model/unit-home';
import type { ActionsOf } from './recorded';
import type { AuditAction, AuditVerb, Thing } from './row';

/** Who has come onto a list of people with a right, and who has gone from it. */
const ofPeople = (
  thing: Thing,
  [given, taken]: readonly [AuditVerb, AuditVerb],
  { before = [], after = [] }: { before?: readonly PersonId[]; after?: readonly PersonId[] | undefined },
): readonly AuditAction[] => [
  ...after
    .filter((whom) => !before.includes(whom))
    .map((whom): AuditAction => ({ verb: given, thing, whom })),
  ...before
    .filter((whom) => !after.includes(whom))
    .map((whom): AuditAction => ({ verb: taken, thing, whom })),
];

/** Who may set a group up in a channel. */
export const claimActions: ActionsOf<ChannelClaim> = ({ id, before, after }) => {
  const groupId = after?.groupId ?? before?.groupId;
  const thing: Thing = groupId === undefined ? { kind: 'channel', id } : { kind: 'group', id: groupId };
  return ofPeople(thing, ['naming.given', 'naming.taken'], {
    ...(before && { before: before.named }),
    after: after?.named,
  });
};

const setUpAction = (before: Group | undefined, after: Group): AuditVerb | undefined => {
  if (before === undefined || before.dissolved !== undefined) return 'group.made';
  if (before.channel.conversationId !== after.channel.conversationId) return 'group.moved';
  const isSame = isDeepStrictEqual([before.series, before.plan], [after.series, after.plan]);
  return isSame ? undefined : 'group.planned';
};

const some = (personId: PersonId | undefined): readonly PersonId[] =>
  personId === undefined ? [] : [personId];

/** A group that is made, planned anew, moved or dissolved, and who coordinates it. */
export const groupActions: ActionsOf<Group> = ({ id, before, after }) => {
  const thing: Thing = { kind: 'group', id };
  if (after === undefined) return [];
  if (after.dissolved !== undefined)
    return before !== undefined && before.dissolved === undefined ? [{ verb: 'group.dissolved', thing }] : [];
  const verb = setUpAction(before, after);
  const known = before?.dissolved === undefined ? before : undefined;
  return [
    ...(verb === undefined ? [] : [{ verb, thing }]),
    ...(known?.coordinator === after.coordinator
      ? []
      : [{ verb: 'coordinator.given', thing, whom: after.coordinator } as const]),
    ...ofPeople(thing, ['deputy.given', 'deputy.taken'], {
      before: some(known?.deputy),
      after: some(after.deputy),
    }),
  ];
};

const deputiesOf = (home: UnitHome | undefined): readonly PersonId[] =>
  home?.state.kind === 'open' ? home.state.deputies : [];

/** Whoever may bring the unit's channel into use, or the one to which it is to move. */
const namedOf = (home: UnitHome | undefined): readonly PersonId[] => [
  ...new Set([...(home?.named ?? []), ...(home?.next?.named ?? [])]),
];

const homeVerb = (before: UnitHome | undefined, after: UnitHome): AuditVerb | undefined => {
  const [was, is] = [before?.state.kind === 'open', after.state.kind === 'open'];
  if (was !== is) return is ? 'unit.opened' : 'unit.taken-down';
  const isMoved = before?.channel.conversationId !== after.channel.conversationId;
  return is && isMoved ? 'unit.moved' : undefined;
};

/** A unit's channel that comes into use, moves or goes out of use, and who has a role there. */
export const homeActions: ActionsOf<UnitHome> = ({ id, before, after }) => {
  const thing: Thing = { kind: 'unit', id };
  if (after === undefined) return [{ verb: 'unit.taken-down', thing }];
  const verb = homeVerb(before, after);
  return [
    ...(verb === undefined ? [] : [{ verb, thing }]),
    ...ofPeople(thing, ['unit-naming.given', 'unit-naming.taken'], {
      before: namedOf(before),
      after: namedOf(after),
    }),
    ...ofPeople(thing, ['unit-deputy.given', 'unit-deputy.taken'], {
      before: deputiesOf(before),
      after: deputiesOf(after),
    }),
  ];
};

const requestVerb = (before: UnitRequest, after: UnitRequest): AuditVerb | undefined => {
  const { kind } = after.progress;
  if (kind === before.progress.kind) return undefined;
  switch (kind) {
    case 'in-line':
      return undefined;
    case 'in-channel':
      return before.progress.kind === 'taken' ? 'request.given-back' : undefined;
    case 'taken':
    case 'closed':
    case 'withdrawn':
    case 'undelivered':
    case 'expired':
      return `request.${kind}`;
    default:
      return kind satisfies never;
  }
};

/** How a request stands. Its id holds who asked, so the trail knows it by its random key. */
export const requestActions: ActionsOf<UnitRequest> = ({ before, after }) => {
  if (before === undefined || after === undefined || before.key !== after.key) return [];
  const verb = requestVerb(before, after);
  const thing: Thing = { kind: 'request', id: `${after.unitId}/${after.key}` };
  return verb === undefined ? [] : [{ verb, thing, ...(verb === 'request.withdrawn' && { isAskers: true }) }];
};
