import { z } from 'zod';
import { serviceUrlSchema } from './service-url';

/** Ids become parts of addresses, where half a surrogate pair is an error. */
const id = z.string().regex(/^[^\p{Surrogate}]{1,1024}$/u);
const account = z.object({ id, name: z.string().max(512).optional(), aadObjectId: z.guid().optional() });

const activitySchema = z.object({
  type: z.string().min(1).max(64),
  id,
  channelId: z.literal('msteams'),
  serviceUrl: serviceUrlSchema,
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().max(64).optional(),
    tenantId: id.optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id }).optional(),
      team: z.object({ id }).optional(),
      channel: z.object({ id }).optional(),
      eventType: z.string().max(64).optional(),
    })
    .nullish(),
  action: z.string().max(64).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
  name: z.string().max(256).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: id.optional(),
});

/** The part of a Bot Framework activity that the bot reads. */
export type Activity = z.infer<typeof activitySchema>;

/** An activity from an untrusted body; `undefined` when it has not the shape of one from Teams. */
export const parseActivity = (body: unknown): Activity | undefined => activitySchema.safeParse(body).data;

/** The tenant that the activity says it comes from; two that differ are none. */
export const tenantOf = ({ conversation, channelData }: Activity): string | undefined => {
  const told = channelData?.tenant?.id ?? conversation.tenantId;
  return conversation.tenantId === undefined || conversation.tenantId === told ? told : undefined;
};

/** A channel's own id: a message in a thread has the thread's behind it. */
export const conversationIdOf = ({ conversation }: Activity): string =>
  conversation.id.split(';messageid=')[0] ?? '';

export const scopeOf = ({ conversation }: Activity): 'personal' | 'shared' =>
  conversation.conversationType === 'personal' ? 'personal' : 'shared';
