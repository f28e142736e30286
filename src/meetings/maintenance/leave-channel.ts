import { dayMs } from '../../duration';
import type { Instant, OutboxRow } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import type { MeetingPorts } from '../access';
import { closeCards, leftRow, released, updateClaim } from '../left-channel';
import { type Channel, type Group, groupIndex } from '../model/group';
import { endOf, type Meeting } from '../model/meeting';
import type { PostedCard } from '../model/posted';
import { mostNamed } from '../model/roles';
import type { NoticeKind } from '../model/row-kinds';
import { againRow } from '../posted-cards';

const everyMeeting = 10_000;
/** A card comes once more when its meeting is known to have none. */
const afterMs = 5_000;

/** The old channel is free for another group, and whoever could set the group up there can do so where it is now. */
const handOver = async (
  ports: MeetingPorts,
  group: Group,
  { channel, now }: { readonly channel: Channel; readonly now: Instant },
): Promise<void> => {
  const named = (await ports.channels.find(channel.conversationId))?.body.named ?? [];
  await updateClaim(ports, { ...group.channel, now }, (claim) => ({
    ...claim,
    named: [...new Set([...(claim?.named ?? []), ...named])].slice(0, mostNamed),
  }));
  await updateClaim(ports, { ...channel, now }, (claim) => released(claim, group.groupId, channel));
};

const hereLastsMs = 7 * dayMs;

/** Tells the channel in which the group is now, once. */
const hereRow = ({ groupId, channel, channelRevision }: Group, now: Instant): OutboxRow => ({
  id: `${groupId}/moved-here/${channelRevision}`,
  kind: 'moved-here' satisfies NoticeKind,
  groupId,
  subject: groupId,
  to: channel.conversationId,
  dueAt: now,
  usefulUntil: now + hereLastsMs,
});

/**
 * Closes behind the group every channel that it has left: each is told so, the cards that stand there say it, and the cards
 * of meetings that aren't over come anew where the group is now. Done once more after a crash it does nothing twice.
 */
export const leaveChannels = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const { left: channels } = group;
  if (channels === undefined) return;
  const { groupId } = group;
  await ports.outbox.plan([hereRow(group, now)]);
  const about = String(group.channelRevision);
  for (const channel of channels) {
    await handOver(ports, group, { channel, now });
    await ports.outbox.plan([leftRow({ kind: 'moved-away', groupId, now }, channel, { about })]);
  }
  const leaving = { kind: 'close-moved', groupId, now } as const;
  const instead = (meeting: Meeting, cards: readonly PostedCard[]): readonly OutboxRow[] => {
    if (now >= endOf(meeting) || meeting.status.kind !== 'planned') return [];
    return cards.map((card) =>
      againRow(card, meeting.posts[card]?.messageId ?? '', { group, meeting, now: now + afterMs }),
    );
  };
  for (const doc of await ports.meetings.list(groupId, 0, everyMeeting))
    await closeCards(ports, doc, { leaving, channels, instead });
  await mustUpdate(ports.groups, groupId, ({ left: latest, ...rest }) => {
    const stillLeft = latest?.filter(
      ({ conversationId }) => !channels.some((each) => each.conversationId === conversationId),
    );
    const body: Group = stillLeft?.length ? { ...rest, left: stillLeft } : rest;
    return { kind: 'save', body, index: groupIndex(body, now) };
  });
};
