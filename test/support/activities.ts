import { randomUUID } from 'node:crypto';

/** Whom and where an activity comes from; each builder's activity looks like one from Teams. */
export type Place = {
  readonly serviceUrl: string;
  readonly botId: string;
  readonly tenantId: string;
  readonly userId: string;
  /** AAD object id. */
  readonly personId?: string;
};

export type ActivityBody = Readonly<Record<string, unknown>> & { readonly id: string };

export const personalConversationOf = ({ userId }: Place): string => `a:personal-of-${userId}`;
export const teamId = '19:general-of-the-team@thread.tacv2';
export const channelId = '19:a-channel-of-the-team@thread.tacv2';

const base = ({ serviceUrl, botId, tenantId, userId, personId }: Place) => ({
  id: `f:${randomUUID()}`,
  timestamp: '2026-11-18T09:10:11.121Z',
  localTimezone: 'Europe/Copenhagen',
  channelId: 'msteams',
  serviceUrl,
  from: {
    id: `29:${userId}`,
    name: 'Mette Opfundet',
    aadObjectId: personId ?? '5c9f2bd2-0000-4000-8000-00000000beef',
  },
  recipient: { id: `28:${botId}`, name: 'Vejviser' },
  locale: 'da-DK',
  channelData: { tenant: { id: tenantId } },
});

const personal = (place: Place) => ({
  ...base(place),
  conversation: {
    conversationType: 'personal',
    tenantId: place.tenantId,
    id: personalConversationOf(place),
  },
});

const inChannel = (place: Place, conversationId: string, channelData: object = {}) => ({
  ...base(place),
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: place.tenantId,
    id: conversationId,
  },
  channelData: { tenant: { id: place.tenantId }, team: { id: teamId, name: 'SSP' }, ...channelData },
});

export const personalMessage = (place: Place, text: string): ActivityBody => ({
  ...personal(place),
  type: 'message',
  textFormat: 'plain',
  text,
  attachments: [],
  entities: [{ locale: 'da-DK', country: 'DK', platform: 'Web', type: 'clientInfo' }],
});

/** A message in a channel's thread that mentions the bot. */
export const channelMention = (place: Place, text: string, channel = channelId): ActivityBody => ({
  ...inChannel(place, `${channel};messageid=1700000000001`, { channel: { id: channel } }),
  type: 'message',
  textFormat: 'plain',
  text: `<at>Vejviser</at> ${text}`,
  entities: [
    { type: 'mention', text: '<at>Vejviser</at>', mentioned: { id: `28:${place.botId}`, name: 'Vejviser' } },
  ],
});

export type Click = {
  /** The message that the card is in. */
  readonly messageId?: string;
  readonly verb: unknown;
  readonly data: unknown;
  readonly trigger?: 'manual' | 'automatic';
};

/** `Action.Execute` in a card of the private chat. */
export const invokeClick = (place: Place, click: Click): ActivityBody => ({
  ...personal(place),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: click.messageId ?? 'message-with-card',
  value: {
    action: { type: 'Action.Execute', title: 'Videre', verb: click.verb, data: click.data },
    trigger: click.trigger ?? 'manual',
  },
});

/** `Action.Execute` in a card that stands in a channel. */
export const channelClick = (place: Place, click: Click, channel = channelId): ActivityBody => ({
  ...invokeClick(place, click),
  ...inChannel(place, channel, { channel: { id: channel } }),
});

/** The same button on a client that knows only `Action.Submit`: the data holds the verb. */
export const submitClick = (place: Place, { messageId, data }: Omit<Click, 'verb'>): ActivityBody => ({
  ...personal(place),
  type: 'message',
  value: data,
  ...(messageId === undefined ? {} : { replyToId: messageId }),
});

/** The same button of a card in a channel. */
export const channelSubmit = (place: Place, data: unknown, channel = channelId): ActivityBody => ({
  ...submitClick(place, { data, messageId: 'message-with-card' }),
  ...inChannel(place, channel, { channel: { id: channel } }),
});

export const personalInstallation = (place: Place, action: 'add' | 'remove'): ActivityBody => ({
  ...personal(place),
  type: 'installationUpdate',
  action,
});

export const teamInstallation = (place: Place, action: 'add' | 'remove'): ActivityBody => ({
  ...inChannel(place, teamId, { settings: { selectedChannel: { id: teamId } } }),
  type: 'installationUpdate',
  action,
});

/** The app added to, or removed from, one channel that isn't the team's first. */
export const channelInstallation = (place: Place, action: 'add' | 'remove'): ActivityBody => ({
  ...inChannel(place, channelId, { channel: { id: channelId } }),
  type: 'installationUpdate',
  action,
});

export const channelDeleted = (place: Place): ActivityBody => ({
  ...inChannel(place, teamId, {
    eventType: 'channelDeleted',
    channel: { id: channelId, name: 'Gruppe Nord' },
  }),
  type: 'conversationUpdate',
});

export const teamDeleted = (place: Place): ActivityBody => ({
  ...inChannel(place, teamId, { eventType: 'teamDeleted' }),
  type: 'conversationUpdate',
});

/** Somebody added to the team; with the bot's own id among them it is the bot's own addition. */
export const membersChanged = (place: Place, members: object): ActivityBody => ({
  ...inChannel(place, teamId),
  type: 'conversationUpdate',
  ...members,
});
