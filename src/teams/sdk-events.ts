import { Application, type TurnState } from '@microsoft/teams-ai';
import { BotAdapter, type ResourceResponse, type Activity as SdkActivity, TurnContext } from 'botbuilder';
import type { Installation, Store } from '../storage/contract';

export type EventPorts = {
  readonly installations: Store['installations'];
  /** Somebody has installed the bot for themselves: greets them. */
  readonly greet: () => Promise<void>;
};

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

const teamIdOf = ({ channelData }: SdkActivity): string | undefined => channelData?.team?.id;

const installationOf = (activity: SdkActivity): Installation | undefined => {
  const teamId = teamIdOf(activity);
  if (teamId === undefined || activity.conversation.conversationType !== 'channel') return undefined;
  return {
    conversationId: activity.conversation.id,
    teamId,
    tenantId: activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '',
    serviceUrl: activity.serviceUrl,
  };
};

/**
 * Runs one event of the SDKs' kind (installations, members, channels) through teams-ai's
 * registrations. `body` has passed admission, which has checked every field that is read here.
 */
export const runSdkEvent = async (body: unknown, { installations, greet }: EventPorts): Promise<void> => {
  const activity = body as SdkActivity;
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });
  const isRemoval = activity.action?.startsWith('remove') === true;

  const removeTeam = async (): Promise<void> => {
    const teamId = teamIdOf(activity);
    if (teamId !== undefined) await installations.removeTeam(teamId);
  };

  app.activity('installationUpdate', async () => {
    const installation = installationOf(activity);
    if (activity.conversation.conversationType === 'personal' && activity.action === 'add') await greet();
    if (installation === undefined) return;
    await (isRemoval ? installations.removeTeam(installation.teamId) : installations.save(installation));
  });
  app.conversationUpdate('membersRemoved', async () => {
    if (activity.membersRemoved?.some(({ id }) => id === activity.recipient?.id)) await removeTeam();
  });
  app.conversationUpdate('channelDeleted', async () => {
    await installations.removeConversation(activity.channelData.channel.id);
  });
  app.conversationUpdate('teamDeleted', removeTeam);
  app.conversationUpdate('teamHardDeleted', removeTeam);

  await app.run(new TurnContext(new SilentAdapter(), activity));
};
