import type { Card } from '../../src/cards/card';
import { executesOf, nodesOf } from '../cards/crawl';
import {
  type ActivityBody,
  channelClick,
  channelMention,
  channelSubmit,
  invokeClick,
  type Place,
  personalMessage,
} from './activities';
import type { App } from './app-process';
import { createMovingClock } from './clock-file';
import { cardOf, type Entry } from './connector';
import { botId, type InvokeAnswer, startTeams, tenantId } from './teams';

export const channels = {
  north: '19:north@thread.tacv2',
  south: '19:south@thread.tacv2',
  nu: '19:nu@thread.tacv2',
} as const;
export type Channel = keyof typeof channels;

const names = ['administrator', 'anna', 'bo', 'cilla', 'dan', 'gaest', 'ukendt'] as const;
export type Name = (typeof names)[number];
export const personIdOf = (name: Name): string =>
  `d0000000-0000-4000-8000-${String(names.indexOf(name) + 1).padStart(12, '0')}`;

/** Anna, Bo and Cilla are in every channel; Dan only in the south; the guest in the north; Ukendt nowhere. */
const rosterOf = (channel: Channel): readonly object[] => {
  const there: readonly Name[] = [
    'administrator',
    'anna',
    'bo',
    'cilla',
    channel === 'south' ? 'dan' : 'gaest',
  ];
  return there.map((name) => ({
    id: `29:${name}`,
    objectId: personIdOf(name),
    name: `${name} (opfundet)`,
    userRole: name === 'gaest' ? 'guest' : 'user',
  }));
};
export const everyRoster = Object.fromEntries(
  (Object.keys(channels) as Channel[]).map((channel) => [channels[channel], rosterOf(channel)]),
);

/** What a person fills in: the card's inputs as they stand, then what is typed. */
const inputsOf = (card: Card): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    nodesOf(card).flatMap(({ type, id, value }) =>
      String(type).startsWith('Input.') && value !== undefined ? [[id, String(value)]] : [],
    ),
  );

type Sends = (activity: ActivityBody) => Promise<Response>;

/** Somebody in one place, who presses what stands on a card and fills its fields. */
const personAt = (place: Place, channel: Channel | undefined, send: Sends, waits: Waits) => {
  const click = async (verb: string, data: unknown, messageId?: string): Promise<Card> => {
    const clicked = { verb, data, ...(messageId === undefined ? {} : { messageId }) };
    const activity =
      channel === undefined ? invokeClick(place, clicked) : channelClick(place, clicked, channels[channel]);
    const answer = await send(activity);
    if (answer.status !== 200) throw new Error(`the click was answered with ${answer.status}`);
    return ((await answer.json()) as InvokeAnswer).value as Card;
  };
  const conversationId =
    channel === undefined ? `a:personal-of-${place.userId}` : `${channels[channel]};messageid=1700000000001`;
  return {
    click,
    /** Presses a button of the channel's card on a client that is too old to be answered in place. */
    submit: async (data: object): Promise<void> => {
      if (channel === undefined) throw new Error('only in a channel');
      const { status } = await send(channelSubmit(place, data, channels[channel]));
      if (status !== 200) throw new Error(`the click was answered with ${status}`);
    },
    /** Writes to the bot and gives the card that it posts there. */
    ask: async (text: string): Promise<Card> => {
      const activity =
        channel === undefined ? personalMessage(place, text) : channelMention(place, text, channels[channel]);
      const posted = await waits(conversationId, () => send(activity));
      const card = cardOf(posted);
      if (card === undefined) throw new Error(`the bot posted ${posted.activity.text}`);
      return card;
    },
    /** Presses the button with that verb, the `nth` of them; what is typed comes in the place of what the fields hold. */
    press: async (card: Card, verb: string, typed: object = {}, nth = 0): Promise<Card> => {
      const button = executesOf(card).filter((each) => each.verb === verb)[nth];
      if (button === undefined)
        throw new Error(`no ${verb} among ${executesOf(card).map((each) => each.verb)} on ${card.speak}`);
      const inputs = button.associatedInputs === 'none' ? {} : { ...inputsOf(card), ...typed };
      return click(button.verb, { ...button.data, ...inputs });
    },
  };
};
type Waits = (conversationId: string, act: () => Promise<Response>) => Promise<Entry>;
export type Member = ReturnType<typeof personAt>;

/** The real program, a connector with three channels, and a clock of the test's own. */
export const startGroups = async (start: Date, env: Readonly<Record<string, string>> = {}) => {
  const clock = createMovingClock(start);
  const teams = await startTeams({
    ...clock.env,
    ADMINISTRATORS: personIdOf('administrator'),
    PUBLIC_URL: 'http://127.0.0.1:9',
    ...env,
  });
  const { app, identity, connector } = teams;
  await connector.setRosters(everyRoster);
  const waits: Waits = async (conversationId, act) => {
    const own = (entry: Entry) => entry.method === 'POST' && entry.conversationId === conversationId;
    const before = (await connector.entries()).filter(own).length;
    const { status } = await act();
    if (status !== 200) throw new Error(`the message was answered with ${status}`);
    const posted = (await connector.waitFor(before + 1, own))[before];
    if (posted === undefined) throw new Error('nothing was posted');
    return posted;
  };
  const sendTo =
    ({ post }: Pick<App, 'post'>): Sends =>
    (activity) => {
      const nowS = Math.floor(clock.now() / 1_000);
      const token = identity.token(botId, connector.serviceUrl, { nbf: nowS - 60, exp: nowS + 3_600 });
      return post(activity, token);
    };
  const placeOf = (name: Name): Place => {
    const personId = personIdOf(name);
    return { serviceUrl: connector.serviceUrl, botId, tenantId, userId: personId, personId };
  };
  /** Somebody in a channel or in private; on another instance of the program where one is given. */
  const at = (name: Name, channel?: Channel, instance: Pick<App, 'post'> = app): Member =>
    personAt(placeOf(name), channel, sendTo(instance), waits);
  return {
    ...teams,
    clock,
    at,
    placeOf,
    sendTo,
    stop: async (): Promise<void> => {
      await teams.stop();
      clock.remove();
    },
  };
};
export type Groups = Awaited<ReturnType<typeof startGroups>>;
