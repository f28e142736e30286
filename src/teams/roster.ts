import { z } from 'zod';
import type { Member, Roster } from '../chat/turn';
import type { Connector, Failure } from './connector';

const memberSchema = z.object({
  objectId: z.guid().optional(),
  aadObjectId: z.guid().optional(),
  name: z.string().max(512).default(''),
  userRole: z.string().optional(),
  userPrincipalName: z.string().optional(),
});
const pageSchema = z.object({
  members: z.array(memberSchema),
  continuationToken: z.string().nullish(),
});

const keptMs = 5 * 60 * 1_000;
/** Of all channels that are kept, so that a large municipality's take no more room than this. */
const mostMembersKept = 50_000;
/** Of 500 members each: as many as a team can have. */
const maxPages = 50;

const memberOf = (raw: z.infer<typeof memberSchema>): readonly Member[] => {
  const personId = (raw.aadObjectId ?? raw.objectId)?.toLowerCase();
  const isGuest =
    raw.userRole?.toLowerCase() === 'guest' || raw.userPrincipalName?.includes('#EXT#') === true;
  return personId === undefined ? [] : [{ personId, name: raw.name, isGuest }];
};

const pageIn = (body: string): z.infer<typeof pageSchema> | undefined => {
  try {
    return pageSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

type Found = Awaited<ReturnType<Roster>>;

/** Whether Teams says that the channel is deleted, or that the bot has been taken out of it. */
const saysGone = ({ status, code }: Failure): boolean =>
  status === 404 || (status === 403 && code === 'BotNotInConversationRoster');

type Ports = { readonly read: Connector['read']; readonly clock: () => number };

/**
 * Asks the connector for a channel's members, page by page, and keeps the answer for five minutes. Who asks while an answer
 * is on its way waits for that one.
 */
export const createRoster = ({ read, clock }: Ports): Roster => {
  const kept = new Map<string, { readonly members: readonly Member[]; readonly untilMs: number }>();

  let membersKept = 0;
  const forget = (conversationId: string): void => {
    membersKept -= kept.get(conversationId)?.members.length ?? 0;
    kept.delete(conversationId);
  };

  const underWay = new Map<string, Promise<Found>>();

  const ask = async (serviceUrl: string, conversationId: string): Promise<Found> => {
    const members: Member[] = [];
    let token = '';
    for (let page = 0; page < maxPages; page += 1) {
      const query = token === '' ? '' : `&continuationToken=${encodeURIComponent(token)}`;
      const path = `conversations/${encodeURIComponent(conversationId)}/pagedmembers?pageSize=500${query}`;
      const answer = await read(serviceUrl, path);
      if (answer.kind === 'failed') return saysGone(answer) ? 'gone' : undefined;
      const found = pageIn(answer.body);
      if (found === undefined) return undefined;
      members.push(...found.members.flatMap(memberOf));
      token = found.continuationToken ?? '';
      if (token === '') return members;
    }
    return undefined;
  };

  const askAndKeep = async (serviceUrl: string, conversationId: string) => {
    // As old as its first page.
    const untilMs = clock() + keptMs;
    const members = await ask(serviceUrl, conversationId);
    if (members === undefined || members === 'gone') return members;
    kept.set(conversationId, { members, untilMs });
    membersKept += members.length;
    for (const oldest of kept.keys()) {
      if (membersKept <= mostMembersKept) break;
      forget(oldest);
    }
    return members;
  };

  return async ({ serviceUrl, conversationId }) => {
    const known = kept.get(conversationId);
    if (known !== undefined && known.untilMs > clock()) return known.members;
    forget(conversationId);
    const asked =
      underWay.get(conversationId) ??
      askAndKeep(serviceUrl, conversationId).finally(() => underWay.delete(conversationId));
    underWay.set(conversationId, asked);
    return asked;
  };
};
