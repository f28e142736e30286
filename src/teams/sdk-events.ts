import { Application, type TurnState } from '@microsoft/teams-ai';
import { BotAdapter, type ResourceResponse, type Activity as SdkActivity, TurnContext } from 'botbuilder';
import type { Store } from '../storage/contract';
import { type Activity, tenantOf } from './activity';

export type EventPorts = {
  readonly installations: Store['installations'];
  /** Somebody has installed the bot for themselves: greets them. */
  readonly greet: (activity: Activity) => Promise<void>;
};

/** Takes an installation or a change of members, teams and channels through teams-ai's registrations. */
export type SdkEvents = (activity: Activity) => Promise<void>;

/** Nothing leaves through the SDK: what is sent goes by our connector, which never repeats a post. */
class SilentAdapter extends BotAdapter {
  private refuse(): never {
    throw new Error('the SDK turn sends nothing: use the connector');
  }
  override async sendActivities(): Promise<ResourceResponse[]> {
    return this.refuse();
  }
  override async updateActivity(): Promise<void> {
    return this.refuse();
  }
  override async deleteActivity(): Promise<void> {
    return this.refuse();
  }
  override async continueConversation(): Promise<void> {
    return this.refuse();
  }
}

const admitted = Symbol('the admitted activity');
const activityOf = (context: TurnContext): Activity => context.turnState.get(admitted);

type Selector = (context: TurnContext) => Promise<boolean>;

/** `remove-upgrade` is no removal: the newer version of the app is added in its place. */
const installation =
  (kind: 'personal' | 'channel', actions: readonly string[]): Selector =>
  async (context) => {
    const { type, action = '', conversation } = activityOf(context);
    return (
      type === 'installationUpdate' && conversation.conversationType === kind && actions.includes(action)
    );
  };

/** The SDKs are loaded by who imports this file: half a second and some 100 MB. */
export const createSdkEvents = ({ installations, greet }: EventPorts): SdkEvents => {
  const adapter = new SilentAdapter();
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });

  const save = async (context: TurnContext): Promise<void> => {
    const activity = activityOf(context);
    const teamId = activity.channelData?.team?.id;
    if (teamId === undefined) return;
    await installations.save({
      conversationId: activity.conversation.id,
      teamId,
      tenantId: tenantOf(activity) ?? '',
      serviceUrl: activity.serviceUrl,
    });
  };
  const removeTeam = async (context: TurnContext): Promise<void> => {
    const teamId = activityOf(context).channelData?.team?.id;
    if (teamId !== undefined) await installations.removeTeam(teamId);
  };
  const removeChannel = async (context: TurnContext): Promise<void> => {
    const channelId = activityOf(context).channelData?.channel?.id;
    if (channelId !== undefined) await installations.removeConversation(channelId);
  };
  const removeTeamOfBot = async (context: TurnContext): Promise<void> => {
    const { membersRemoved = [], recipient } = activityOf(context);
    if (membersRemoved.some(({ id }) => id === recipient?.id)) await removeTeam(context);
  };

  app.activity(installation('personal', ['add']), (context) => greet(activityOf(context)));
  app.activity(installation('channel', ['add', 'add-upgrade']), save);
  app.activity(installation('channel', ['remove']), removeTeam);
  app.conversationUpdate('membersRemoved', removeTeamOfBot);
  app.conversationUpdate('channelDeleted', removeChannel);
  app.conversationUpdate('teamDeleted', removeTeam);
  app.conversationUpdate('teamHardDeleted', removeTeam);

  return async (activity) => {
    const context = new TurnContext(adapter, activity as Partial<SdkActivity>);
    context.turnState.set(admitted, activity);
    await app.run(context);
  };
};
