import type { Chat } from './chat/turn';
import { createChat } from './concern/chat';
import { createConcernHandlers } from './concern/handlers';
import { createStoppedChat } from './concern/stopped';
import type { Config, Identity } from './config';
import { derived } from './derived';
import type { MeetingsApp } from './meetings-app';
import { holidayName } from './municipality/holidays';
import { openingStatusOf } from './municipality/opening-hours';
import type { Municipality } from './municipality/schema';

const privateChatUrl = (identity: Identity): string | undefined =>
  identity.kind === 'local' ? undefined : `https://teams.microsoft.com/l/chat/0/0?users=28:${identity.botId}`;

const chatOf = (
  { identity, isStopped }: Config,
  municipality: Municipality,
  { commands, calledUnits }: Pick<MeetingsApp, 'commands' | 'calledUnits'>,
): Chat => {
  if (isStopped) return createStoppedChat(municipality);
  const concern = createConcernHandlers({
    municipality,
    openingOf: (unit, at) =>
      openingStatusOf({
        now: at,
        hours: municipality.units[unit]?.openingHours,
        closedDays: municipality.closedDays,
        holidayName,
      }),
    calledUnits,
  });
  return createChat({
    municipality,
    concern,
    calledUnits,
    privateChatUrl: privateChatUrl(identity),
    otherCommands: commands,
  });
};

/** The signpost's part of the program, always over the municipality of now. */
export const createSignpost = (
  config: Config,
  municipality: () => Municipality,
  meetings: Pick<MeetingsApp, 'commands' | 'calledUnits'>,
): Chat => {
  const chat = derived(municipality, (now) => chatOf(config, now, meetings));
  return {
    answer: (incoming, at) => chat().answer(incoming, at),
    fault: (reference) => chat().fault(reference),
  };
};
