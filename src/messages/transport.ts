import { isFinal, isGone } from '../delivery/retry-policy';
import type { Outcome, Transport } from '../delivery/transport';
import type { MeetingPorts } from '../meetings/access';
import { endOf } from '../meetings/model/meeting';
import { indexOf } from '../meetings/model/reminders';
import type { OutboxEntry } from '../storage/contract';
import { createKeepsake, type Letter } from './messages';
import { createUnreached } from './pending-notices';

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
      if (post !== undefined && replaces !== undefined && isDeleted(outcome))
        await postAnew(ports, row, { post, replaces });
      if ('personId' in to && isFinal(outcome)) await unreached(row, to.personId);
    },
  };
};

/** Whether Teams doesn't know the message, in a conversation that is there. */
const isDeleted = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.status === 404 && !isGone(outcome);

/** Forgets a message that somebody has deleted, and has the card posted anew, once; after the meeting nobody misses it. */
const postAnew = async (
  { meetings, outbox, retention }: MeetingPorts,
  row: OutboxEntry,
  { post, replaces }: Required<Pick<Letter, 'post' | 'replaces'>>,
): Promise<void> => {
  for (;;) {
    const doc = await meetings.find(row.subject);
    if (doc === undefined) return;
    const { [post]: standing, ...others } = doc.body.posts;
    if (standing !== undefined && standing !== replaces) return;
    // The wish comes first: a crash in between leaves it, and it finds the old message deleted once more.
    if (row.changedAt < endOf(doc.body)) await outbox.wish({ ...row, dueAt: row.changedAt });
    if (standing === undefined) return;
    const meeting = { ...doc.body, posts: others };
    if (await meetings.replace(doc, meeting, indexOf(meeting, retention))) return;
  }
};
