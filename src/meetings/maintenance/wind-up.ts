import type { Doc, Instant, OutboxEntry } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import type { MeetingPorts } from '../access';
import { closingRows, leftRow, messagesOf, released, updateClaim } from '../left-channel';
import { emptied, openItemsOf } from '../model/dissolving';
import { type Group, groupIndex, remainsOf } from '../model/group';
import type { Meeting } from '../model/meeting';
import { postedCards } from '../model/posted';
import { type LeftKind, leftKindOf, receiptKinds } from '../model/row-kinds';
import { leaveChannels } from './leave-channel';

const everyMeeting = 10_000;
const everyRow = 10_000;

type OfGroup = { readonly group: Group; readonly now: Instant };

const rowOf = ({ group, now }: OfGroup, kind: LeftKind, to?: string) => {
  const about = to === undefined ? String(group.revision) : `${group.revision}/${to}`;
  return leftRow({ kind, groupId: group.groupId, now }, group.channel, { about, ...(to && { to }) });
};

/**
 * Closes a meeting's cards, tells the authors of what nobody has come to an end with, and removes the meeting with every
 * word. An item that is handed in meanwhile is either told of or refused.
 */
export const windUpMeeting = async (
  { meetings, outbox }: MeetingPorts,
  doc: Doc<Meeting>,
  of: OfGroup,
): Promise<void> => {
  const { group, now } = of;
  const { groupId, channel, dissolved } = group;
  const leaving = { kind: 'close-dissolved', groupId, now } as const;
  await mustUpdate(
    meetings,
    doc,
    (meeting) => ({
      kind: 'save',
      body: emptied(meeting, now),
      index: { groupId, at: meeting.startsAt, nextCheckAt: now },
    }),
    {
      first: async (_, before) => {
        const authors = new Set(openItemsOf(before, now).map(({ author }) => author));
        await outbox.plan([
          ...closingRows(leaving, channel, messagesOf(before, postedCards)),
          ...[...authors]
            .filter((author) => author !== dissolved?.by)
            .map((author) => rowOf(of, 'items-dropped', author)),
        ]);
      },
    },
  );
  await meetings.remove(doc.id);
};

/** Everything of the group that still stands in line is of no use any more; who waits for a receipt is told what is so now. */
const giveUpRows = async ({ outbox }: MeetingPorts, of: OfGroup): Promise<void> => {
  const { group, now } = of;
  const all = await outbox.list(group.groupId, 0, everyRow);
  const rows = all.filter(({ state, kind }) => state === 'planned' && leftKindOf(kind) === undefined);
  const isReceipt = ({ kind }: OutboxEntry) => receiptKinds.some((each) => each === kind);
  await outbox.plan(rows.filter(isReceipt).map(({ to }) => rowOf(of, 'items-dropped', to)));
  await outbox.requeue(
    rows.map(({ id, kind, groupId, subject, to }) => ({
      ...{ id, kind, groupId, subject, to },
      dueAt: now,
      usefulUntil: now,
    })),
  );
};

/**
 * Ends a dissolved group: its channel is free, everybody concerned is told, and nothing of its meetings is left. The
 * group's document is marked last, so that after a crash the same is done once more, which tells nobody twice.
 */
export const windUp = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const { groupId, channel, dissolved, coordinator, deputy, remindees } = group;
  if (dissolved?.by === undefined) return;
  const of = { group, now };
  await leaveChannels(ports, group, now);
  await updateClaim(ports, { ...channel, now }, (claim) => ({
    ...released(claim, groupId, channel),
    ...(claim?.groupId === groupId ? { named: [] } : {}),
  }));
  const people = new Set([...remindees, coordinator, ...(deputy === undefined ? [] : [deputy])]);
  people.delete(dissolved.by);
  await ports.outbox.plan([
    rowOf(of, 'dissolved'),
    ...[...people].map((to) => rowOf(of, 'dissolved-privately', to)),
  ]);
  for (const doc of await ports.meetings.list(groupId, 0, everyMeeting)) await windUpMeeting(ports, doc, of);
  await giveUpRows(ports, of);
  await mustUpdate(ports.groups, groupId, (latest) => {
    if (latest.revision !== group.revision) return { kind: 'leave', left: 'same' };
    const body = remainsOf(latest);
    return { kind: 'save', body, index: groupIndex(body, now) };
  });
};
