import { type Button, buttonsOf, type Card, fieldsOf } from './cards';
import { now } from './clock';
import { chatOf, idOf, memberOf, type Name, type PlaceName, places } from './people';
import type { Program } from './program';
import type { FakeTeams, Message } from './teams';

/** Where somebody sits: in the group's channel, or in the private chat with the bot. */
export type Where = PlaceName | 'chat';

/** What somebody was shown; `undefined` is no answer at all. */
export type Shown = { readonly card?: Card; readonly text: string; readonly message?: Message };

const botId = 'bot';
const tenantId = '9b8a7c6d-1111-4222-8333-444455556666';

let activities = 0;
const activityFrom = (name: Name, where: Where, serviceUrl: string) => {
  activities += 1;
  const { channel, team } = where === 'chat' ? { channel: undefined, team: undefined } : places[where];
  return {
    id: `f:${activities}`,
    timestamp: new Date(now()).toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${idOf(name)}`, name: memberOf(name).name, aadObjectId: idOf(name) },
    recipient: { id: `28:${botId}`, name: 'Vejviser' },
    locale: 'da-DK',
    conversation:
      channel === undefined
        ? { conversationType: 'personal', tenantId, id: chatOf(name) }
        : { isGroup: true, conversationType: 'channel', tenantId, id: channel },
    channelData: {
      tenant: { id: tenantId },
      ...(channel !== undefined && { team: { id: team, name: 'SSP' }, channel: { id: channel } }),
    },
  };
};

export const conversationOf = (name: Name, where: Where): string =>
  where === 'chat' ? chatOf(name) : places[where].channel;

/** What the fields hold, then what is typed in them. */
const inputsOf = (card: Card): Readonly<Record<string, string>> =>
  Object.fromEntries(fieldsOf(card).flatMap(({ id, value }) => (value === '' ? [] : [[id, value]])));

export type Typed = Readonly<Record<string, string>>;

type Ports = { readonly teams: FakeTeams; readonly program: () => Program };

/** People at their keyboards: they write to the bot and press what stands on its cards. */
export const createHands = ({ teams, program }: Ports) => {
  let last: object | undefined;
  const press = async (
    name: Name,
    where: Where,
    {
      card,
      button,
      typed = {},
      messageId,
    }: { card: Card; button: Button; typed?: Typed; messageId?: string | undefined },
  ): Promise<Shown | undefined> => {
    const activity = activityFrom(name, where, teams.serviceUrl);
    const data = { ...button.data, ...(button.takesInputs && { ...inputsOf(card), ...typed }) };
    last = {
      ...activity,
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId ?? 'message-elsewhere',
      value: {
        action: { type: 'Action.Execute', title: button.title, verb: button.verb, data },
        trigger: 'manual',
      },
    };
    const answer = await program().post(last);
    if (answer === undefined) return undefined;
    if (answer.status !== 200) return { text: `HTTP ${answer.status}` };
    const { type, value } = JSON.parse(Buffer.from(answer.body, 'latin1').toString()) as {
      readonly type: string;
      readonly value: Card | string;
    };
    return type.endsWith('card.adaptive')
      ? { card: value as Card, text: String((value as Card).speak ?? '') }
      : { text: String(value) };
  };

  return {
    press,
    /** Presses the first button whose verb fits; `undefined` too when there is none. */
    pressVerb: async (
      name: Name,
      where: Where,
      {
        card,
        verb,
        typed,
        fits = () => true,
      }: { card: Card; verb: string; typed?: Typed; fits?: (button: Button) => boolean },
    ): Promise<Shown | undefined> => {
      const button = buttonsOf(card).find((each) => each.verb === verb && fits(each));
      return button && press(name, where, { card, button, ...(typed && { typed }) });
    },
    /** Writes to the bot, and gives what it posted as an answer. */
    say: async (name: Name, where: Where, text: string): Promise<Shown | undefined> => {
      const activity = activityFrom(name, where, teams.serviceUrl);
      const conversation = conversationOf(name, where);
      const before = new Set(teams.messages().map(({ id }) => id));
      const inThread =
        where === 'chat'
          ? {}
          : { conversation: { ...activity.conversation, id: `${conversation};messageid=1` } };
      const answer = await program().post({
        ...activity,
        ...inThread,
        type: 'message',
        textFormat: 'plain',
        text: where === 'chat' ? text : `<at>Vejviser</at> ${text}`,
        ...(where !== 'chat' && {
          entities: [
            {
              type: 'mention',
              text: '<at>Vejviser</at>',
              mentioned: { id: `28:${botId}`, name: 'Vejviser' },
            },
          ],
        }),
      });
      if (answer === undefined) return undefined;
      const message = teams
        .messages()
        .find((each) => !before.has(each.id) && each.isReply && each.conversation === conversation);
      const version = message?.versions.at(-1);
      return version === undefined ? { text: '' } : { ...version, ...(message && { message }) };
    },
    /** Teams delivers the last click once more. */
    redeliver: async (): Promise<void> => {
      if (last !== undefined) await program().post(last);
    },
    /** What Teams tells of a team or a channel. */
    event: async (where: PlaceName, event: object): Promise<void> => {
      const activity = activityFrom('administrator', where, teams.serviceUrl);
      const { channelData, ...rest } = event as { readonly channelData?: object };
      await program().post({
        ...activity,
        ...rest,
        channelData: { ...activity.channelData, ...channelData },
      });
    },
  };
};
export type Hands = ReturnType<typeof createHands>;
