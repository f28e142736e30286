import type { Handlers } from '../chat/router';
import type { LinkPorts } from './addresses';
import { createDocumentClicks } from './document-handlers';
import { readFeed } from './feed';
import { createFeedClicks } from './feed-handlers';
import { createFiguresClicks } from './figures-link';
import { createFileClicks } from './file-handlers';
import { fetchFile, openLink } from './file-links';

/** Every verb that gives somebody an address. */
export const createLinkHandlers = (ports: LinkPorts): Handlers => ({
  commands: {},
  verbs: {
    ...createFeedClicks(ports).verbs,
    ...createFileClicks(ports).verbs,
    ...createDocumentClicks(ports).verbs,
    ...createFiguresClicks(ports).verbs,
  },
});

/** What stands behind the addresses: each takes the token of one. */
export const createLinks = (ports: LinkPorts) => ({
  feed: (token: string) => readFeed(ports, token),
  open: (token: string) => openLink(ports, token),
  file: (token: string) => fetchFile(ports, token),
});
