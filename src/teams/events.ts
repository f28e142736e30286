import type { Activity } from './activity';

/** What an installation, or a change of members, channels or teams, means to the bot. */
export type TeamsEvent =
  | { readonly kind: 'installed-personally' }
  | { readonly kind: 'installed-in-channel'; readonly teamId: string }
  | { readonly kind: 'channel-gone'; readonly channelId: string }
  | { readonly kind: 'team-gone'; readonly teamId: string }
  | { readonly kind: 'no-concern' };

const noConcern: TeamsEvent = { kind: 'no-concern' };

const teamGone = ({ channelData }: Activity): TeamsEvent | undefined =>
  channelData?.team && { kind: 'team-gone', teamId: channelData.team.id };

const channelGone = ({ channelData }: Activity): TeamsEvent | undefined =>
  channelData?.channel && { kind: 'channel-gone', channelId: channelData.channel.id };

/** `remove-upgrade` is no removal: the newer version of the app is added in its place. */
const inChannel = (activity: Activity): TeamsEvent | undefined => {
  const teamId = activity.channelData?.team?.id;
  switch (activity.action) {
    case 'add':
    case 'add-upgrade':
      return teamId === undefined ? undefined : { kind: 'installed-in-channel', teamId };
    case 'remove':
      return teamGone(activity);
    default:
      return noConcern;
  }
};

const installation = (activity: Activity): TeamsEvent | undefined => {
  const { action, conversation } = activity;
  if (action === undefined || conversation.conversationType === undefined) return undefined;
  if (conversation.conversationType === 'channel') return inChannel(activity);
  const isPersonal = conversation.conversationType === 'personal' && action === 'add';
  return isPersonal ? { kind: 'installed-personally' } : noConcern;
};

const change = (activity: Activity): TeamsEvent | undefined => {
  const { membersRemoved = [], recipient, channelData } = activity;
  // A group chat that the bot is taken from has no team.
  if (membersRemoved.some(({ id }) => id === recipient.id)) return teamGone(activity) ?? noConcern;
  switch (channelData?.eventType) {
    case 'channelDeleted':
      return channelGone(activity);
    case 'teamDeleted':
    case 'teamHardDeleted':
      return teamGone(activity);
    default:
      return noConcern;
  }
};

/** Everything else has no turn of its own. */
export const isEvent = ({ type }: Activity): boolean =>
  type === 'installationUpdate' || type === 'conversationUpdate';

/**
 * Reads an `installationUpdate` or a `conversationUpdate`; `undefined` when a part is missing without which nobody can
 * say what has happened, or to what. See "Conversation events in your Teams bot" in Microsoft's documentation.
 */
export const eventOf = (activity: Activity): TeamsEvent | undefined =>
  activity.type === 'installationUpdate' ? installation(activity) : change(activity);
