import { isFinal } from '../delivery/retry-policy';
import type { Outcome, Transport } from '../delivery/transport';
import type { MeetingPorts } from './access';
import { createKeepsake, type Letter } from './letters';
import { createUnreached } from './unreached';

/** Sends letters by `send`, and remembers what must be: a card's message, and who can't be reached. */
export const createPosting = (
  ports: MeetingPorts,
  send: (letter: Letter) => Promise<Outcome>,
): Transport<Letter> => {
  const keep = createKeepsake(ports);
  const unreached = createUnreached(ports);
  return {
    send,
    remember: async ({ to, post, replaces }, row, outcome) => {
      const isNew = outcome.kind === 'sent' && replaces === undefined;
      if (isNew && post !== undefined && outcome.messageId !== undefined)
        await keep(row, post, outcome.messageId);
      if ('personId' in to && isFinal(outcome)) await unreached(row, to.personId);
    },
  };
};
