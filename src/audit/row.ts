import type { PersonId } from '../chat/turn';
import { dayMs } from '../duration';
import type { Index, Instant } from '../storage/contract';

/** What can have been done, whatever card or command it was done with: to rights, set-ups and requests. */
export const auditVerbs = [
  'naming.given',
  'naming.taken',
  'coordinator.given',
  'deputy.given',
  'deputy.taken',
  'group.made',
  'group.planned',
  'group.moved',
  'group.dissolved',
  'unit-naming.given',
  'unit-naming.taken',
  'unit-deputy.given',
  'unit-deputy.taken',
  'unit.opened',
  'unit.moved',
  'unit.taken-down',
  'request.taken',
  'request.given-back',
  'request.closed',
  'request.withdrawn',
  'request.undelivered',
  'request.expired',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

/** Which thing: a group, a unit, a channel by its conversation, or a request by its unit and its random key. */
export type Thing = { readonly kind: 'group' | 'unit' | 'channel' | 'request'; readonly id: string };

/** What was done, without who did it. */
export type AuditAction = {
  readonly verb: AuditVerb;
  readonly thing: Thing;
  /** Whose right it is. */
  readonly whom?: PersonId;
  /** What somebody does with a request of their own says nothing of who they are. */
  readonly isAskers?: true;
};

/** `begun` is written before a change; where nothing follows, nobody knows what came of it. */
export type AuditOutcome = 'begun' | 'done' | 'refused' | 'lost';

/** One line of the trail: references alone, no words and no numbers. */
export type AuditRow = {
  /** Absent for what the program did by itself, and for what an asker did with a request. */
  readonly by?: PersonId;
  readonly verb: AuditVerb;
  readonly thing: Thing;
  readonly whom?: PersonId;
  readonly at: Instant;
  readonly outcome: AuditOutcome;
};

const keptMs = 365 * dayMs;

/** From then on a row may be pruned. */
export const endOfRow = ({ at }: AuditRow): Instant => at + keptMs;

/** Found by who did it, the newest first; due when its year is over. */
export const rowIndex = (row: AuditRow): Index => ({
  groupId: row.by ?? '',
  at: -row.at,
  nextCheckAt: endOfRow(row),
});
