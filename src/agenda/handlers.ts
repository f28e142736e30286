import type { Handlers } from '../chat/router';
import type { MeetingPorts } from '../meetings/access';
import { ownNamesOf } from '../privacy/own-names';
import type { AgendaPorts } from './answering';
import { createCoordinatorClicks } from './coordinator-handlers';
import { createItemClicks } from './item-handlers';
import { createOrderClicks } from './order-handlers';
import { createOutcomeClicks } from './outcome-handlers';
import { createRemovalClicks } from './removal-handlers';
import { createShowClicks } from './show-handlers';
import { createWritingClicks } from './writing-handlers';

/** Every verb and command about agendas and their items. Each asks for its sender's role when it runs. */
export const createAgendaHandlers = (meetings: MeetingPorts): Handlers => {
  const { municipality } = meetings;
  const ports: AgendaPorts = { ...meetings, ownNames: ownNamesOf(municipality, municipality.ownNames) };
  const parts = [
    createShowClicks,
    createItemClicks,
    createRemovalClicks,
    createCoordinatorClicks,
    createOrderClicks,
    createWritingClicks,
    createOutcomeClicks,
  ].map((create) => create(ports));
  return {
    verbs: Object.assign({}, ...parts.map(({ verbs }) => verbs)),
    commands: Object.assign({}, ...parts.map(({ commands }) => commands)),
  };
};
