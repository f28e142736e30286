import { createDocumentClicks } from '../agenda/document-handlers';
import type { DeskHandlers } from '../chat/desk';
import type { LinkPorts } from './addresses';
import { createFeedClicks } from './feed-handlers';
import { createFileClicks } from './file-handlers';

/** Every verb that gives somebody an address. */
export const createLinkHandlers = (ports: LinkPorts): DeskHandlers => ({
  commands: {},
  verbs: {
    ...createFeedClicks(ports).verbs,
    ...createFileClicks(ports).verbs,
    ...createDocumentClicks(ports).verbs,
  },
});
