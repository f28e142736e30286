import path from 'node:path';
import type { Card } from '../../src/cards/card';
import {
  type ActivityBody,
  invokeClick,
  type Place,
  personalConversationOf,
  personalMessage,
} from './activities';
import { type App, type Environment, startApp } from './app-process';
import { type Connector, cardOf, type Entry, startConnector } from './connector';
import { type Identity, startIdentity } from './identity';

export const botId = '3f1c9a52-7d4e-4b0a-9c55-1a2b3c4d5e6f';
export const tenantId = '9b8a7c6d-1111-4222-8333-444455556666';

/** What an invoke is answered with in the HTTP response. */
export type InvokeAnswer = { readonly statusCode: number; readonly type: string; readonly value: unknown };

type Button = {
  readonly type: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: unknown;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every `Action.Execute` of a card, wherever in it. */
export const buttonsOf = (card: unknown): readonly Button[] => {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (!isRecord(card)) return [];
  const inside = Object.values(card).flatMap(buttonsOf);
  return card.type === 'Action.Execute' ? [card as unknown as Button, ...inside] : inside;
};

/** The environment of a bot that trusts these two and nobody else. */
export const environmentFor = (identity: Identity, connector: Connector): Record<string, string> => ({
  BOT_ID: botId,
  BOT_TENANT_ID: tenantId,
  BOT_TYPE: 'SingleTenant',
  BOT_PASSWORD: 'a-password-for-tests',
  BOT_OPENID_METADATA_URL: identity.metadataUrl,
  BOT_LOGIN_URL: identity.url,
  BOT_SERVICE_HOSTS: connector.host,
});

/** Somebody in the private chat with the bot. */
type Parts = { app: App; identity: Identity; connector: Connector; shiftMs: number };

const personIn = ({ app, identity, connector, shiftMs }: Parts, userId: string) => {
  const place: Place = { serviceUrl: connector.serviceUrl, botId, tenantId, userId };
  const conversationId = personalConversationOf(place);
  const send = (activity: ActivityBody): Promise<Response> =>
    app.post(activity, identity.token(botId, connector.serviceUrl, validAt(Date.now() + shiftMs)));

  /** Writes to the bot and gives what it posted in return. */
  const say = async (text: string): Promise<Entry> => {
    const own = (entry: Entry): boolean => entry.method === 'POST' && entry.conversationId === conversationId;
    const before = (await connector.entries()).filter(own).length;
    const { status } = await send(personalMessage(place, text));
    if (status !== 200) throw new Error(`the message was answered with ${status}`);
    const posted = (await connector.waitFor(before + 1, own))[before];
    if (posted === undefined) throw new Error('nothing was posted');
    return posted;
  };

  const click = async (verb: unknown, data: unknown, messageId?: string): Promise<InvokeAnswer> => {
    const answer = await send(
      invokeClick(place, { verb, data, ...(messageId === undefined ? {} : { messageId }) }),
    );
    if (answer.status !== 200) throw new Error(`the click was answered with ${answer.status}`);
    return (await answer.json()) as InvokeAnswer;
  };

  return {
    place,
    send,
    say,
    click,
    /** Clicks the button of that title, or of which the title fits, and gives the card that takes the card's place. */
    press: async (card: Card, title: string | RegExp, messageId?: string): Promise<Card> => {
      const button = buttonsOf(card).find(({ title: own = '' }) =>
        typeof title === 'string' ? own === title : title.test(own),
      );
      if (button === undefined) {
        throw new Error(
          `no button ${title} among ${buttonsOf(card)
            .map((each) => each.title)
            .join(' | ')}`,
        );
      }
      return (await click(button.verb, button.data, messageId)).value as Card;
    },
    /** Writes to the bot and gives the card that it posted. */
    ask: async (text: string): Promise<Card> => {
      const card = cardOf(await say(text));
      if (card === undefined) throw new Error('the bot posted no card');
      return card;
    },
  };
};

const validAt = (nowMs: number) => ({
  nbf: Math.floor(nowMs / 1_000) - 60,
  exp: Math.floor(nowMs / 1_000) + 3_600,
});

/** What makes the program's clock show the time that is `shiftMs` away. */
const clockEnvironment = (shiftMs: number): Environment =>
  shiftMs === 0
    ? {}
    : {
        NODE_OPTIONS: `--require ${path.join(__dirname, 'shifted-clock.js')}`,
        CLOCK_SHIFT_MS: String(shiftMs),
      };

/**
 * The real program with an identity service and a connector beside it: a tenant as the bot knows it. What `env` holds
 * replaces a variable, but its `BOT_SERVICE_HOSTS` come beside the connector. With `clockAt` the program's clock starts
 * at that time, and its people's tokens are of that time.
 */
export const startTeams = async (env: Environment = {}, clockAt?: Date) => {
  const shiftMs = clockAt === undefined ? 0 : clockAt.getTime() - Date.now();
  const identity = await startIdentity();
  const connector = await startConnector();
  const hosts = [connector.host, env.BOT_SERVICE_HOSTS ?? []].flat().join();
  const app = await startApp({
    ...environmentFor(identity, connector),
    ...clockEnvironment(shiftMs),
    ...env,
    BOT_SERVICE_HOSTS: hosts,
  }).catch(async (error) => {
    await connector.stop();
    await identity.stop();
    throw error;
  });
  let people = 0;
  return {
    app,
    identity,
    connector,
    /** Somebody new, with a private chat of their own. */
    person: () => {
      people += 1;
      return personIn({ app, identity, connector, shiftMs }, `person-${people}`);
    },
    stop: async (): Promise<void> => {
      await app.stop();
      await connector.stop();
      await identity.stop();
    },
  };
};

export type Teams = Awaited<ReturnType<typeof startTeams>>;
