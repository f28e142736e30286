import type { Handlers } from '../chat/router';
import type { MeetingPorts } from './access';
import { createChangeClicks } from './change-handlers';
import { createExtraClicks } from './extra-handlers';
import { createHelpClicks } from './help-handlers';
import { createMeetingClicks } from './meeting-handlers';
import { createOverviewClicks } from './overview-handlers';

/** Every verb and command about meetings. Each asks for its sender's role when it runs. */
export const createMeetingHandlers = (ports: MeetingPorts): Handlers => {
  const parts = [
    createMeetingClicks,
    createChangeClicks,
    createExtraClicks,
    createOverviewClicks,
    createHelpClicks,
  ].map((create) => create(ports));
  return {
    verbs: Object.assign({}, ...parts.map(({ verbs }) => verbs)),
    commands: Object.assign({}, ...parts.map(({ commands }) => commands)),
    sharedCommands: Object.assign({}, ...parts.map(({ sharedCommands }) => sharedCommands)),
  };
};
