import { z } from 'zod';
import type { Connector } from './connector';

/** What a team and a channel are called; what Teams doesn't say is left out. */
export type PlaceNames = { readonly team?: string; readonly channel?: string };

const name = z.string().trim().min(1).max(256).optional().catch(undefined);
const teamSchema = z.object({ name });
const channelsSchema = z.object({ conversations: z.array(z.object({ id: z.string(), name })) });

const read = async <T>(
  connector: Pick<Connector, 'read'>,
  { serviceUrl, path, schema }: { serviceUrl: string; path: string; schema: z.ZodType<T> },
): Promise<T | undefined> => {
  const answer = await connector.read(serviceUrl, path);
  try {
    return answer.kind === 'read' ? schema.safeParse(JSON.parse(answer.body)).data : undefined;
  } catch {
    return undefined;
  }
};

/** Asks the connector what a channel and its team are called. Never rejects. */
export const createPlaceNames =
  (connector: Pick<Connector, 'read'>) =>
  async (place: { serviceUrl: string; teamId: string; conversationId: string }): Promise<PlaceNames> => {
    const { serviceUrl, conversationId } = place;
    if (place.teamId === '') return {};
    const path = `teams/${encodeURIComponent(place.teamId)}`;
    const [team, channels] = await Promise.all([
      read(connector, { serviceUrl, path, schema: teamSchema }),
      read(connector, { serviceUrl, path: `${path}/conversations`, schema: channelsSchema }),
    ]);
    const channel = channels?.conversations.find(({ id }) => id === conversationId)?.name;
    return {
      ...(team?.name === undefined ? {} : { team: team.name }),
      ...(channel === undefined ? {} : { channel }),
    };
  };
