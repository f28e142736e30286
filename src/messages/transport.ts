import { isFinal, isGone } from '../delivery/retry-policy';
import type { Outcome, Transport } from '../delivery/transport';
import type { MeetingPorts } from '../meetings/access';
import { endOf } from '../meetings/model/meeting';
import { indexOf } from '../meetings/model/reminders';
import type { OutboxEntry } from '../storage/contract';
import { type Message, rememberPostedCard } from './messages';
import { rememberUndelivered } from './pending-notices';

/** Sends messages by `send`, and remembers what must be: a card's message, and who can't be reached. */
export const createTransport = (
  ports: MeetingPorts,
  send: (message: Message) => Promise<Outcome>,
): Transport<Message> => {
  const keep = rememberPostedCard(ports);
  const undelivered = rememberUndelivered(ports);
  return {
    send,
    remember: async ({ to, post, replaces }, row, outcome) => {
      const isNew = outcome.kind === 'sent' && replaces === undefined;
      if (isNew && post !== undefined && outcome.messageId !== undefined)
        await keep(row, post, outcome.messageId);
      if (post !== undefined && replaces !== undefined && isDeleted(outcome))
        await postAnew(ports, row, { post, replaces });
      if ('personId' in to && isFinal(outcome)) await undelivered(row, to.personId);
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
  { post, replaces }: Required<Pick<Message, 'post' | 'replaces'>>,
): Promise<void> => {
  for (;;) {
    const doc = await meetings.find(row.subject);
    if (doc === undefined) return;
    const { [post]: standing, ...others } = doc.body.posts;
    if (standing !== undefined && standing !== replaces) return;
    // The requeue comes first: a crash in between leaves it, and it finds the old message deleted once more.
    if (row.changedAt < endOf(doc.body)) await outbox.requeue({ ...row, dueAt: row.changedAt });
    if (standing === undefined) return;
    const meeting = { ...doc.body, posts: others };
    if (await meetings.replace(doc, meeting, indexOf(meeting, retention))) return;
  }
};
