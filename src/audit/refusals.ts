import { z } from 'zod';
import type { GroupVerb } from '../cards/verbs';
import type { Actor, Router } from '../chat/turn';
import { act, actingAs } from './acting';
import type { AuditVerb, Thing } from './row';
import type { Trail } from './trail';

/** What each button that changes something the trail tells of was to do. */
const wanted: Readonly<Partial<Record<GroupVerb, AuditVerb>>> = {
  'group.name': 'naming.given',
  'group.unname': 'naming.taken',
  'group.save-deputy': 'deputy.given',
  'group.take-over': 'coordinator.given',
  'group.confirm': 'group.made',
  'group.move': 'group.moved',
  'group.dissolve': 'group.dissolved',
  'unit.name': 'unit-naming.given',
  'unit.unname': 'unit-naming.taken',
  'unit.confirm': 'unit.opened',
  'unit.save-deputies': 'unit-deputy.given',
  'unit.take-down': 'unit.taken-down',
  'request.take': 'request.taken',
  'request.close': 'request.closed',
  'request.give-back': 'request.given-back',
};
const verbs = new Map<unknown, AuditVerb>(Object.entries(wanted));

const shape = z.object({ groupId: z.unknown().optional(), unitId: z.unknown().optional() });

/** The things that a click can be about; anything else that it names is no thing. */
type Things = { readonly groups: readonly string[]; readonly units: readonly string[] };

const thingOf = (data: unknown, { conversationId }: Actor, { groups, units }: Things): Thing => {
  const named = shape.safeParse(data).data ?? {};
  const group = groups.find((id) => id === named.groupId);
  const unit = units.find((id) => id === named.unitId);
  if (group !== undefined) return { kind: 'group', id: group };
  return unit === undefined ? { kind: 'channel', id: conversationId } : { kind: 'unit', id: unit };
};

/**
 * The router, whose every change is its sender's in the trail; what somebody had no right to, or came too late for, is
 * noted there as well.
 */
export const withTrail = (
  router: Router,
  { trail, ...things }: Things & { readonly trail: Pick<Trail, 'note'> },
): Router => ({
  takes: router.takes,
  answer: (incoming, actor, now) =>
    actingAs({ by: actor.personId, now: now.getTime() }, async () => {
      const answer = await router.answer(incoming, actor, now);
      const verb = incoming.kind === 'click' ? verbs.get(incoming.verb) : undefined;
      const isNoted = act()?.hasRow === true;
      if (incoming.kind !== 'click' || verb === undefined || isNoted) return answer;
      if (answer.kind !== 'card' || answer.refused === undefined) return answer;
      const outcome = answer.refused === 'too-late' ? 'lost' : 'refused';
      await trail.note({ verb, thing: thingOf(incoming.data, actor, things) }, outcome);
      return answer;
    }),
});
