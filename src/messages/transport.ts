import { isFinal, isGone } from '../delivery/retry-policy';
import type { Outcome, Transport } from '../delivery/transport';
import { findGroup, type MeetingPorts } from '../meetings/access';
import { closeCards, closingRows } from '../meetings/left-channel';
import type { Group } from '../meetings/model/group';
import { endOf, type Meeting } from '../meetings/model/meeting';
import { withoutOutlived, withPosted, withShown } from '../meetings/model/posted';
import { indexOf, noticesOf } from '../meetings/model/reminders';
import { withTold } from '../meetings/model/told';
import { againRow, showStale } from '../meetings/posted-cards';
import type { OutboxEntry } from '../storage/contract';
import { mustUpdate } from '../storage/update';
import type { Effect } from './content';
import type { Message } from './messages';
import { rememberUndelivered } from './pending-notices';

/** Sends messages by `send`, and remembers what must be: what stands where, what was told, and who can't be reached. */
export const createTransport = (
  ports: MeetingPorts,
  send: (message: Message) => Promise<Outcome>,
): Transport<Message> => {
  const undelivered = rememberUndelivered(ports);
  return {
    send,
    remember: async ({ to, effect }, row, outcome) => {
      if (effect !== undefined && outcome.kind === 'sent') {
        const group = await remember(ports, row, (meeting) => afterSend(meeting, effect, { row, outcome }));
        const isStray = effect.kind === 'posts' && group?.channel.conversationId !== row.to;
        if (isStray && outcome.messageId !== undefined) await closeStray(ports, row, outcome.messageId);
      }
      if (effect?.kind === 'tells' && outcome.kind === 'sent') await tellAgain(ports, row);
      if (effect !== undefined && isDeleted(outcome)) await forgetDeleted(ports, row, effect);
      if ('personId' in to && isFinal(outcome)) await undelivered(row, to.personId);
    },
  };
};

type Sent = { readonly row: OutboxEntry; readonly outcome: Extract<Outcome, { kind: 'sent' }> };

const afterSend = (meeting: Meeting, effect: Effect, { row, outcome }: Sent): Meeting => {
  switch (effect.kind) {
    case 'posts':
      return outcome.messageId === undefined
        ? meeting
        : withPosted(meeting, { ...effect, messageId: outcome.messageId, in: row.to });
    case 'shows': {
      const { messageId, state, at } = effect;
      // An older update that got no answer may arrive yet: the card is shown once more a little later.
      const isSure = row.ambiguous === 0;
      return isSure ? withShown(meeting, effect.card, { messageId, shown: { state, at } }) : meeting;
    }
    case 'outlives':
      return withoutOutlived(meeting, effect.card, effect.messageId);
    case 'tells':
      return withTold(meeting, effect.listener, effect.heard);
    default:
      return effect satisfies never;
  }
};

/** Writes down what has been sent, and lets a card that doesn't show what is so by now be shown anew. */
const remember = async (
  ports: MeetingPorts,
  row: OutboxEntry,
  decide: (meeting: Meeting) => Meeting,
): Promise<Group | undefined> => {
  const { meetings, retention } = ports;
  const now = row.changedAt;
  const updated = await mustUpdate(meetings, row.subject, (meeting) => {
    const body = decide(meeting);
    return body === meeting
      ? { kind: 'leave', left: 'same' }
      : { kind: 'save', body, index: indexOf(body, { retention, now }) };
  });
  const group = (await findGroup(ports, row.groupId))?.body;
  if (updated.kind !== 'missing' && group !== undefined && row.ambiguous === 0)
    await showStale(ports, { group, meeting: updated.doc.body, now });
  return group;
};

/** Closes a card that was posted in a channel which the group had left by then, or in which it is dissolved. */
const closeStray = async (ports: MeetingPorts, row: OutboxEntry, messageId: string): Promise<void> => {
  const { groupId, changedAt: now } = row;
  const isDissolved = (await ports.groups.find(groupId))?.body.dissolved !== undefined;
  const leaving = { kind: isDissolved ? 'close-dissolved' : 'close-moved', groupId, now } as const;
  const channel = { conversationId: row.to };
  await ports.outbox.plan(closingRows(leaving, channel, [messageId]));
  const doc = await ports.meetings.find(row.subject);
  if (doc !== undefined) await closeCards(ports, doc, { leaving, channels: [channel] });
};

/** What became otherwise while an extra meeting's first telling was under way is told after it. */
const tellAgain = async (ports: MeetingPorts, row: OutboxEntry): Promise<void> => {
  const meeting = (await ports.meetings.find(row.subject))?.body;
  const group = (await findGroup(ports, row.groupId))?.body;
  if (meeting === undefined || group === undefined) return;
  const due = noticesOf(meeting, group).filter(({ id }) => id === row.id);
  if (due.length > 0) await ports.outbox.requeue(due);
};

/** Whether Teams doesn't know the message, in a conversation that is there. */
const isDeleted = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.status === 404 && !isGone(outcome);

/** Forgets a message that somebody has deleted, and has the card posted anew; after the meeting nobody misses it. */
const forgetDeleted = async (ports: MeetingPorts, row: OutboxEntry, effect: Effect): Promise<void> => {
  if (effect.kind === 'outlives') {
    await remember(ports, row, (meeting) => withoutOutlived(meeting, effect.card, effect.messageId));
    return;
  }
  if (effect.kind !== 'shows') return;
  const { card, messageId } = effect;
  const now = row.changedAt;
  const meeting = (await ports.meetings.find(row.subject))?.body;
  const group = (await findGroup(ports, row.groupId))?.body;
  if (meeting === undefined || group === undefined) return;
  // The row comes first: after a crash in between it finds the old message in its place, and that one deleted once more.
  if (now < endOf(meeting)) await ports.outbox.requeue([againRow(card, messageId, { group, meeting, now })]);
  await remember(ports, row, (latest) => {
    const { [card]: standing, ...others } = latest.posts;
    return standing?.messageId === messageId ? { ...latest, posts: others } : latest;
  });
};
