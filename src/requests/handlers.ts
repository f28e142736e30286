import type { Handlers } from '../chat/router';
import { createAskerClicks } from './asker-handlers';
import type { RequestPorts } from './ports';
import { createHomeClicks } from './set-up/home-handlers';
import { createUnitClicks } from './unit-handlers';

/** Every verb and command about what is asked of a unit, and about the unit's channel. */
export const createRequestHandlers = (ports: RequestPorts): Handlers => {
  const asker = createAskerClicks(ports);
  const home = createHomeClicks(ports);
  return {
    verbs: { ...asker.verbs, ...createUnitClicks(ports).verbs, ...home.verbs },
    commands: { ...asker.commands, ...home.commands },
  };
};
