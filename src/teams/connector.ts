import { z } from 'zod';
import type { Answer } from '../chat/turn';
import type { Activity } from './activity';
import { cardType, jsonOf } from './card-json';
import type { HttpCall, HttpClient, HttpResult } from './http-client';
import type { OutgoingToken } from './outgoing-token';

/** Where something goes: a conversation, and in it the message that is answered or changed. */
export type Address = Pick<Activity, 'serviceUrl'> & {
  readonly from?: Activity['from'] | undefined;
  readonly recipient?: Activity['recipient'] | undefined;
  readonly conversationId: string;
  readonly messageId: string | undefined;
};

/** What Teams said no with: its status, its own error code, and how long to wait where it says so. */
export type Failure = {
  readonly kind: 'failed';
  readonly status: number | 'unreachable' | 'no-token';
  readonly code?: string | undefined;
  readonly retryAfterMs?: number | undefined;
};

/** What became of a post: Teams took it, or it said no, or no answer came and nobody knows, or it had no token. */
export type Delivery = { readonly kind: 'sent'; readonly messageId?: string | undefined } | Failure;

type Person = Pick<Activity, 'serviceUrl'> & { readonly personId: string; readonly tenantId: string };

export type Connector = {
  /** Posts a new message, as an answer to `messageId` where there is one. Never rejects, never repeats. */
  post(address: Address, answer: Shown): Promise<Delivery>;
  /** Replaces the message `messageId`. Never rejects, never repeats. */
  update(address: Address & { readonly messageId: string }, answer: Shown): Promise<Delivery>;
  /** The private conversation with a person, by AAD object id; made where there is none. Never rejects. */
  privateChatWith(
    person: Person,
  ): Promise<{ readonly kind: 'found'; readonly conversationId: string } | Failure>;
  /** Reads what is at a path under the service address's `v3/`. Never rejects. */
  read(serviceUrl: string, path: string): Promise<{ readonly kind: 'read'; readonly body: string } | Failure>;
};

export type Shown = Exclude<Answer, { kind: 'none' }>;

/** An activity with what it shows, as JSON; a card comes last, in the bytes that it has been written in already. */
const written = (activity: object, answer: Shown): string | Buffer => {
  if (answer.kind === 'text')
    return JSON.stringify({ ...activity, text: answer.text, textFormat: 'markdown' });
  const head = JSON.stringify({ ...activity, summary: answer.summary }).slice(0, -1);
  const before = `${head},"attachments":[{"contentType":"${cardType}","content":`;
  return Buffer.concat([Buffer.from(before), jsonOf(answer.card), Buffer.from('}]}')]);
};

const idSchema = z.object({ id: z.string().min(1) });
const errorSchema = z.object({ error: z.object({ code: z.string().max(100) }) });

const parsed = <T>(schema: z.ZodType<T>, body: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

/** `Retry-After` in seconds; a date in it is left to the policy's own wait. */
const waitIn = (retryAfter: string | undefined): number | undefined =>
  retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1_000 : undefined;

const failureOf = ({ status, body, retryAfter }: HttpResult): Failure => ({
  kind: 'failed',
  status,
  code: parsed(errorSchema, body)?.error.code,
  retryAfterMs: waitIn(retryAfter),
});

type Ports = { readonly http: Pick<HttpClient, 'call'>; readonly token: OutgoingToken };

const apiOf = (serviceUrl: string): string => `${serviceUrl.replace(/\/$/, '')}/v3`;
const rootOf = (serviceUrl: string): string => `${apiOf(serviceUrl)}/conversations`;

const createCall =
  ({ http, token }: Ports) =>
  async (method: HttpCall['method'], url: string, body?: string | Buffer): Promise<HttpResult | Failure> => {
    const authorization = await token().catch(() => null);
    if (authorization === null) return { kind: 'failed', status: 'no-token' };
    try {
      const result = await http.call({
        method,
        url,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
          ...(authorization === undefined ? {} : { Authorization: authorization }),
        },
        ...(body === undefined ? {} : { body }),
      });
      return result.status >= 200 && result.status < 300 ? result : failureOf(result);
    } catch {
      return { kind: 'failed', status: 'unreachable' };
    }
  };

export const createConnector = (ports: Ports): Connector => {
  const call = createCall(ports);

  const send = async (
    method: 'POST' | 'PUT',
    { messageId, ...address }: Address,
    answer: Shown,
  ): Promise<Delivery> => {
    const activities = `${rootOf(address.serviceUrl)}/${encodeURIComponent(address.conversationId)}/activities`;
    const url = messageId === undefined ? activities : `${activities}/${encodeURIComponent(messageId)}`;
    const activity = {
      type: 'message',
      from: address.recipient,
      recipient: address.from,
      conversation: { id: address.conversationId },
      ...(method === 'PUT' ? { id: messageId } : { replyToId: messageId }),
    };
    const result = await call(method, url, written(activity, answer));
    if ('kind' in result) return result;
    return { kind: 'sent', messageId: parsed(idSchema, result.body)?.id };
  };

  return {
    post: (address, answer) => send('POST', address, answer),
    update: (address, answer) => send('PUT', address, answer),
    privateChatWith: async ({ serviceUrl, personId, tenantId }) => {
      const chat = {
        isGroup: false,
        members: [{ id: personId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      const result = await call('POST', rootOf(serviceUrl), JSON.stringify(chat));
      if ('kind' in result) return result;
      const conversationId = parsed(idSchema, result.body)?.id;
      return conversationId === undefined
        ? { kind: 'failed', status: 'unreachable' }
        : { kind: 'found', conversationId };
    },
    read: async (serviceUrl, path) => {
      const result = await call('GET', `${apiOf(serviceUrl)}/${path}`);
      return 'kind' in result ? result : { kind: 'read', body: result.body };
    },
  };
};
