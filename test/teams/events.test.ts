import { Application, type TurnState } from '@microsoft/teams-ai';
import { BotAdapter, type Activity as SdkActivity, TurnContext } from 'botbuilder';
import { parseActivity } from '../../src/teams/activity';
import { eventOf } from '../../src/teams/events';
import {
  type ActivityBody,
  channelDeleted,
  channelId,
  channelInstallation,
  membersChanged,
  personalInstallation,
  teamDeleted,
  teamId,
  teamInstallation,
} from '../support/activities';

const place = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  botId: 'bot',
  tenantId: 'tenant',
  userId: 'mette',
};
const bot = { id: `28:${place.botId}` };
const somebody = { id: '29:somebody-else' };
const inGroupChat = { conversation: { id: '19:chat', conversationType: 'groupChat' }, channelData: {} };

const read = (body: object) => {
  const activity = parseActivity(body);
  return activity && eventOf(activity);
};

/** What teams-ai's own registrations make of an activity. */
const readBySdk = async (body: ActivityBody): Promise<string> => {
  let found = 'no-concern';
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });
  const tell = (kind: string) => async (): Promise<void> => {
    found = kind;
  };
  const installed = (kind: string, actions: readonly string[]) => async (context: TurnContext) =>
    context.activity.type === 'installationUpdate' &&
    context.activity.conversation.conversationType === kind &&
    actions.includes(context.activity.action ?? '');
  app.activity(installed('personal', ['add']), tell('installed-personally'));
  app.activity(installed('channel', ['add', 'add-upgrade']), tell('installed-in-channel'));
  app.activity(installed('channel', ['remove']), tell('team-gone'));
  app.conversationUpdate('membersRemoved', async ({ activity }) => {
    const isBot = activity.membersRemoved?.some(({ id }) => id === activity.recipient.id);
    if (isBot && activity.channelData?.team) found = 'team-gone';
  });
  app.conversationUpdate('channelDeleted', tell('channel-gone'));
  app.conversationUpdate('teamDeleted', tell('team-gone'));
  app.conversationUpdate('teamHardDeleted', tell('team-gone'));
  class SilentAdapter extends BotAdapter {
    sendActivities = () => Promise.reject(new Error('nothing is sent'));
    updateActivity = this.sendActivities;
    deleteActivity = this.sendActivities;
    continueConversation = this.sendActivities;
  }
  await app.run(new TurnContext(new SilentAdapter(), body as Partial<SdkActivity>));
  return found;
};

const changed = (body: ActivityBody, change: object): ActivityBody => ({ ...body, ...change });
const teamEvent = (eventType: string): ActivityBody =>
  changed(teamDeleted(place), { channelData: { eventType, team: { id: teamId } } });

const events: readonly (readonly [string, ActivityBody, object])[] = [
  ['a personal installation', personalInstallation(place, 'add'), { kind: 'installed-personally' }],
  ['a personal removal', personalInstallation(place, 'remove'), { kind: 'no-concern' }],
  ["a team's installation", teamInstallation(place, 'add'), { kind: 'installed-in-channel', teamId }],
  ["a channel's installation", channelInstallation(place, 'add'), { kind: 'installed-in-channel', teamId }],
  [
    'an upgrade, its new version',
    changed(teamInstallation(place, 'add'), { action: 'add-upgrade' }),
    { kind: 'installed-in-channel', teamId },
  ],
  [
    'an upgrade, its old version',
    changed(teamInstallation(place, 'remove'), { action: 'remove-upgrade' }),
    { kind: 'no-concern' },
  ],
  ["a team's removal", teamInstallation(place, 'remove'), { kind: 'team-gone', teamId }],
  [
    'an installation in a group chat',
    changed(teamInstallation(place, 'add'), inGroupChat),
    { kind: 'no-concern' },
  ],
  ['a deleted channel', channelDeleted(place), { kind: 'channel-gone', channelId }],
  ['a deleted team', teamDeleted(place), { kind: 'team-gone', teamId }],
  ['a team deleted for good', teamEvent('teamHardDeleted'), { kind: 'team-gone', teamId }],
  ['a renamed team', teamEvent('teamRenamed'), { kind: 'no-concern' }],
  [
    'the bot taken from a team',
    membersChanged(place, { membersRemoved: [somebody, bot] }),
    { kind: 'team-gone', teamId },
  ],
  [
    'somebody taken from a team',
    membersChanged(place, { membersRemoved: [somebody] }),
    { kind: 'no-concern' },
  ],
  ['the bot added to a team', membersChanged(place, { membersAdded: [bot] }), { kind: 'no-concern' }],
  [
    'the bot taken from a group chat',
    changed(membersChanged(place, { membersRemoved: [bot] }), inGroupChat),
    { kind: 'no-concern' },
  ],
];

const cut: readonly (readonly [string, ActivityBody, object])[] = [
  ['a recipient', personalInstallation(place, 'add'), { recipient: undefined }],
  ["a recipient's id", membersChanged(place, { membersRemoved: [bot] }), { recipient: { name: 'Vejviser' } }],
  ['an action', personalInstallation(place, 'add'), { action: undefined }],
  ['a kind of conversation', personalInstallation(place, 'add'), { conversation: { id: 'a:somewhere' } }],
  ['a team, added to', teamInstallation(place, 'add'), { channelData: {} }],
  ['a team, removed from', teamInstallation(place, 'remove'), { channelData: null }],
  ['a channel, deleted', channelDeleted(place), { channelData: { eventType: 'channelDeleted' } }],
  ['a team, deleted', teamDeleted(place), { channelData: { eventType: 'teamDeleted' } }],
];

describe('event', () => {
  it.each(events)('%s > is read for what it is, as by the SDK', async (_, body, event) => {
    expect(read(body)).toEqual(event);
    expect(event).toMatchObject({ kind: await readBySdk(body) });
  });

  it.each(cut)('without %s > is none', (_, body, change) => {
    expect(read(body)).toBeDefined();
    expect(read({ ...body, ...change })).toBeUndefined();
  });
});
