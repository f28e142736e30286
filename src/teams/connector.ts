import type { Card } from '../cards/card';
import type { Answer } from '../chat/turn';
import type { Activity } from './activity';
import type { HttpClient } from './http-client';
import type { OutgoingToken } from './outgoing-token';

/** Where something goes: a conversation, and in it the message that is answered or changed. */
export type Address = Pick<Activity, 'serviceUrl' | 'from' | 'recipient'> & {
  readonly conversationId: string;
  readonly messageId: string | undefined;
};

/** What became of a post: Teams took it, or it said no, or no answer came and nobody knows, or it had no token. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly status: number | 'unreachable' | 'no-token' };

export type Connector = {
  /** Posts a new message, as an answer to `messageId` where there is one. Never rejects, never repeats. */
  post(address: Address, answer: Shown): Promise<Delivery>;
  /** Replaces the message `messageId`. Never rejects, never repeats. */
  update(address: Address & { readonly messageId: string }, answer: Shown): Promise<Delivery>;
};

export type Shown = Exclude<Answer, { kind: 'none' }>;

export const cardType = 'application/vnd.microsoft.card.adaptive';

const contentOf = (answer: Shown) =>
  answer.kind === 'text'
    ? { text: answer.text, textFormat: 'markdown' }
    : { summary: answer.summary, attachments: [attachment(answer.card)] };

const attachment = (card: Card) => ({ contentType: cardType, content: card });

type Ports = { readonly http: Pick<HttpClient, 'call'>; readonly token: OutgoingToken };

export const createConnector = ({ http, token }: Ports): Connector => {
  const send = async (
    method: 'POST' | 'PUT',
    { messageId, ...address }: Address,
    answer: Shown,
  ): Promise<Delivery> => {
    const activities = `${address.serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(address.conversationId)}/activities`;
    const activity = {
      type: 'message',
      from: address.recipient,
      recipient: address.from,
      conversation: { id: address.conversationId },
      ...(method === 'PUT' ? { id: messageId } : { replyToId: messageId }),
      ...contentOf(answer),
    };
    const authorization = await token().catch(() => null);
    if (authorization === null) return { kind: 'failed', status: 'no-token' };
    try {
      const { status } = await http.call({
        method,
        url: messageId === undefined ? activities : `${activities}/${encodeURIComponent(messageId)}`,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          ...(authorization === undefined ? {} : { Authorization: authorization }),
        },
        body: JSON.stringify(activity),
      });
      return status >= 200 && status < 300 ? { kind: 'sent' } : { kind: 'failed', status };
    } catch {
      return { kind: 'failed', status: 'unreachable' };
    }
  };
  return {
    post: (address, answer) => send('POST', address, answer),
    update: (address, answer) => send('PUT', address, answer),
  };
};
