import { isFinal, isGone } from '../delivery/retry-policy';
import type { Outcome, Transport } from '../delivery/transport';
import type { MeetingPorts } from '../meetings/access';
import { endOf, type Meeting } from '../meetings/model/meeting';
import { indexOf } from '../meetings/model/reminders';
import type { OutboxEntry } from '../storage/contract';
import { mustUpdate } from '../storage/update';
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
  const again = () => outbox.requeue([{ ...row, dueAt: row.changedAt }]);
  const updated = await mustUpdate<Meeting, 'another' | 'forgotten'>(
    meetings,
    row.subject,
    (meeting) => {
      const { [post]: standing, ...others } = meeting.posts;
      if (standing === undefined) return { kind: 'leave', left: 'forgotten' };
      if (standing !== replaces) return { kind: 'leave', left: 'another' };
      const body = { ...meeting, posts: others };
      return { kind: 'save', body, index: indexOf(body, retention) };
    },
    // The row comes first: a crash in between leaves it, and it finds the old message deleted once more.
    { first: async (meeting) => (row.changedAt < endOf(meeting) ? again() : undefined) },
  );
  const isForgotten = updated.kind === 'left' && updated.left === 'forgotten';
  if (isForgotten && row.changedAt < endOf(updated.doc.body)) await again();
};
