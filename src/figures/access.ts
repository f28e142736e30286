import type { Actor } from '../chat/turn';
import { accessTo, type MeetingPorts } from '../meetings/access';
import type { Documents } from '../storage/contract';
import { listMonths } from './counter';
import type { MonthFigures, PublishedMonth } from './model/month';

export type FiguresPorts = MeetingPorts & { readonly figures: Documents<MonthFigures> };

/** Whoever reads figures, here or by a link. */
export type Reader = Pick<Actor, 'personId' | 'tenantId'>;

const mostGroups = 1_000;

/** Whether somebody administers, or coordinates a group by its channel's roster at this moment; `later` when Teams is silent. */
export const mayRead = async (
  ports: FiguresPorts,
  { personId, tenantId }: Reader,
): Promise<'yes' | 'no' | 'later'> => {
  if (ports.administrators.has(personId)) return 'yes';
  const groups = await ports.groups.page('', mostGroups);
  const own = groups.filter(({ body }) => [body.coordinator, body.deputy].includes(personId));
  const actor: Actor = { personId, tenantId, scope: 'personal', conversationId: '', serviceUrl: '' };
  const accesses = await Promise.all(
    own.map(({ id: groupId }) => accessTo(ports, { actor, groupId, permission: 'coordinate' })),
  );
  if (accesses.some(({ kind }) => kind === 'open')) return 'yes';
  const isSilent = accesses.some((access) => access.kind === 'refused' && access.reason === 'unknown-roster');
  return isSilent ? 'later' : 'no';
};

/** What is published, the oldest first: nothing of the month that runs. */
export const publishedMonths = async ({ figures }: FiguresPorts): Promise<readonly PublishedMonth[]> =>
  (await listMonths(figures)).filter((each) => each.state === 'published');
