import type { DeskHandlers } from '../chat/desk';
import type { MeetingPorts } from './access';
import { createExtraClicks } from './extra-handlers';
import { createMeetingClicks } from './meeting-handlers';
import { createOverviewClicks } from './overview-handlers';
import { createPeopleClicks } from './set-up/people-handlers';
import { createSetUpClicks } from './set-up/set-up-handlers';

/** Every verb and command about groups and their meetings. Each asks for its sender's role when it runs. */
export const createMeetingHandlers = (ports: MeetingPorts): DeskHandlers => {
  const parts = [
    createSetUpClicks,
    createPeopleClicks,
    createMeetingClicks,
    createExtraClicks,
    createOverviewClicks,
  ].map((create) => create(ports));
  return {
    verbs: Object.assign({}, ...parts.map(({ verbs }) => verbs)),
    commands: Object.assign({}, ...parts.map(({ commands }) => commands)),
  };
};
