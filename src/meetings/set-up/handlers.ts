import type { Handlers } from '../../chat/router';
import type { MeetingPorts } from '../access';
import { createDissolveClicks } from './dissolve-handlers';
import { createMoveClicks } from './move-handlers';
import { createPeopleClicks } from './people-handlers';
import { createSetUpClicks } from './set-up-handlers';

/** Every verb and command about a group's channel, its plan and its people. */
export const createSetUpHandlers = (ports: MeetingPorts): Handlers => {
  const setUp = createSetUpClicks(ports);
  return {
    verbs: {
      ...setUp.verbs,
      ...createPeopleClicks(ports).verbs,
      ...createMoveClicks(ports).verbs,
      ...createDissolveClicks(ports).verbs,
    },
    commands: setUp.commands,
  };
};
