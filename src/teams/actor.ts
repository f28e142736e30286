import type { Actor } from '../chat/turn';
import { type Activity, conversationIdOf, scopeOf, tenantOf } from './activity';

/** Who sent an admitted activity, from what Teams says of its sender; `undefined` when it names no person. */
export const actorOf = (activity: Activity): Actor | undefined => {
  const personId = activity.from.aadObjectId?.toLowerCase();
  const tenantId = tenantOf(activity);
  if (personId === undefined || tenantId === undefined) return undefined;
  const teamId = activity.channelData?.team?.id;
  return {
    personId,
    tenantId,
    scope: scopeOf(activity),
    conversationId: conversationIdOf(activity),
    serviceUrl: activity.serviceUrl,
    ...(teamId === undefined ? {} : { teamId }),
    ...(activity.replyToId === undefined ? {} : { messageId: activity.replyToId }),
  };
};
