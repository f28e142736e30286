import type { Actor } from '../chat/turn';
import { accessTo, type MeetingPorts } from '../meetings/access';
import { groupIdsOf } from '../meetings/my-groups';
import type { Documents } from '../storage/contract';
import { listMonths } from './counter';
import type { MonthFigures, PublishedMonth } from './model/month';

export type FiguresPorts = MeetingPorts & { readonly figures: Documents<MonthFigures> };

/** Whoever reads figures, here or by a link. */
export type Reader = Pick<Actor, 'personId' | 'tenantId'>;

/** Whether somebody administers, or coordinates a group by its channel's roster at this moment; `later` when Teams is silent. */
export const mayRead = async (
  ports: FiguresPorts,
  { personId, tenantId }: Reader,
): Promise<'yes' | 'no' | 'later'> => {
  if (ports.administrators.has(personId)) return 'yes';
  const actor: Actor = { personId, tenantId, scope: 'personal', conversationId: '', serviceUrl: '' };
  const { groupIds, isWhole } = await groupIdsOf(ports, personId);
  let isSilent = !isWhole;
  for (const groupId of groupIds) {
    const access = await accessTo(ports, { actor, groupId, permission: 'coordinate' });
    if (access.kind === 'open') return 'yes';
    isSilent ||= access.reason === 'unknown-roster';
  }
  return isSilent ? 'later' : 'no';
};

/** What is published, the oldest first: nothing of the month that runs. */
export const publishedMonths = async ({ figures }: FiguresPorts): Promise<readonly PublishedMonth[]> =>
  (await listMonths(figures)).filter((each) => each.state === 'published');
