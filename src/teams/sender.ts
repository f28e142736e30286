import type { Outcome } from '../delivery/transport';
import type { Connector, Failure, Shown } from './connector';

/** A channel, or a person in the private chat, by AAD object id. */
export type Destination =
  | { readonly serviceUrl: string; readonly conversationId: string }
  | { readonly serviceUrl: string; readonly personId: string; readonly tenantId: string };

/** Something of the bot's own accord: a new message, or what takes the place of the message `replaces`. */
export type Outgoing = {
  readonly to: Destination;
  readonly shown: Shown;
  readonly replaces?: string | undefined;
};

const refused = ({ status, retryAfterMs, code }: Failure): Outcome => ({
  kind: 'refused',
  status: typeof status === 'number' ? status : 503,
  retryAfterMs,
  code,
});

/** Sends each thing once. Never rejects. A connection that broke before the message went is a refusal. */
export const createSender =
  (connector: Pick<Connector, 'post' | 'update' | 'privateChatWith'>) =>
  async ({ to, shown, replaces }: Outgoing): Promise<Outcome> => {
    const { serviceUrl } = to;
    const found =
      'conversationId' in to
        ? { kind: 'found' as const, conversationId: to.conversationId }
        : await connector.privateChatWith(to);
    if (found.kind === 'failed') return refused(found);
    const address = { serviceUrl, conversationId: found.conversationId };
    const delivery =
      replaces === undefined
        ? await connector.post({ ...address, messageId: undefined }, shown)
        : await connector.update({ ...address, messageId: replaces }, shown);
    if (delivery.kind === 'sent') return delivery;
    return delivery.status === 'unreachable' ? { kind: 'ambiguous' } : refused(delivery);
  };
