import type { Member, PersonId } from '../../chat/turn';
import { dayMs, hourMs } from '../../duration';
import type { Instant, OutboxEntry, OutboxRow } from '../../storage/contract';
import { mustUpdate } from '../../storage/update';
import type { MeetingPorts } from '../access';
import { type Absence, type Group, groupIndex, indexNow } from '../model/group';
import { kindOf } from '../model/group-facts';
import type { NoticeKind } from '../model/row-kinds';
import { nextSendableAt } from '../model/sending-times';
import { forgetLeavers } from './named';

const noticeLastsMs = 30 * dayMs;
/** Longer than a roster is kept, so that one from before the absence doesn't end it. */
const surelyBackMs = 1_800_000;

type Notice = { readonly kind: NoticeKind; readonly about: string; readonly to: PersonId };

const noticeRow =
  ({ municipality, days }: MeetingPorts, { groupId, plan }: Group, now: Instant) =>
  ({ kind, about, to }: Notice): OutboxRow => {
    return {
      id: `${groupId}/${kind}/${about}`,
      kind,
      groupId,
      subject: groupId,
      to,
      dueAt: nextSendableAt(now, plan, days(kindOf(municipality, groupId))),
      usefulUntil: now + noticeLastsMs,
    };
  };

const absenceAt = (absence: Absence, isThere: boolean, now: Instant): Absence => {
  if (isThere) return { count: absence.count };
  return absence.since === undefined ? { count: absence.count + 1, since: now } : absence;
};

/** The group without its channel. */
const withoutChannel = (group: Group, now: Instant): Group => ({
  ...group,
  lost: { ...group.lost, channel: absenceAt(group.lost.channel, false, now) },
});

/** Tells the coordinator that the channel is gone: once, however it was found out. */
const goneNotice = ({ lost, coordinator }: Group): Notice => ({
  kind: 'channel-gone',
  about: `${lost.channel.count}/${coordinator}`,
  to: coordinator,
});

/** The group with what its channel's roster says of it. */
const seenWith = (group: Group, members: readonly Member[] | undefined, now: Instant): Group => {
  if (members === undefined) return group;
  const isHere = (personId: PersonId | undefined) => members.some((each) => each.personId === personId);
  const { channel, coordinators } = group.lost;
  const isBack = channel.since === undefined || now - channel.since > surelyBackMs;
  return {
    ...group,
    knownGuests: members.filter(({ isGuest }) => isGuest).map(({ personId }) => personId),
    remindees: group.remindees.filter(isHere),
    lost: {
      channel: isBack ? { count: channel.count } : channel,
      coordinators: absenceAt(coordinators, isHere(group.coordinator) || isHere(group.deputy), now),
    },
  };
};

/** What somebody must be told of the difference; each absence and each guest has one id for ever. */
const noticesOf = (before: Group, seen: Group, administrators: ReadonlySet<PersonId>): readonly Notice[] => {
  const { count } = seen.lost.coordinators;
  const isLost = count > before.lost.coordinators.count;
  const isChannelLost = seen.lost.channel.count > before.lost.channel.count;
  return [
    ...(isChannelLost ? [goneNotice(seen)] : []),
    ...(isLost ? [...administrators] : []).map(
      (to): Notice => ({ kind: 'coordinators-gone', about: `${count}/${to}`, to }),
    ),
    ...seen.knownGuests
      .filter((personId) => !before.knownGuests.includes(personId))
      .map((personId): Notice => ({ kind: 'new-guest', about: personId, to: seen.coordinator })),
  ];
};

/**
 * Looks at who is in the group's channel: guests that are new, a coordinator and a deputy who both have left, and whether
 * the channel is there at all. Rows
 * come before the document that remembers them, so a crash in between plans the same ones again.
 */
export const checkChannel = async (ports: MeetingPorts, groupId: string, now: Instant): Promise<void> => {
  const doc = await ports.groups.find(groupId);
  if (doc === undefined) return;
  const members = await ports.roster(doc.body.channel);
  ports.whereabouts.note(groupId, members);
  if (members !== undefined && members !== 'gone')
    await forgetLeavers(ports, doc.body.channel.conversationId, members, now);
  await mustUpdate(
    ports.groups,
    doc,
    (group) => {
      if (group.dissolved !== undefined) return { kind: 'leave', left: 'same' };
      const seen = members === 'gone' ? withoutChannel(group, now) : seenWith(group, members, now);
      return { kind: 'save', body: seen, index: groupIndex(seen, now) };
    },
    {
      first: (seen, before) => {
        const notices = noticesOf(before, seen, ports.administrators);
        return ports.outbox.plan(notices.map(noticeRow(ports, seen, now)));
      },
    },
  );
};

type ChannelRow = Pick<OutboxEntry, 'to' | 'changedAt' | 'usefulUntil'>;

/** When a row is tried again that a channel keeps waiting: every hour, until it is of no use. */
export const againInAnHour = ({ changedAt, usefulUntil }: Omit<ChannelRow, 'to'>): Instant =>
  Math.min(changedAt + hourMs, usefulUntil);

/**
 * When a row of the group's channel is tried again while the channel is gone. `undefined` while the channel is there, and
 * for another one.
 */
export const backAt = ({ channel, lost }: Group, row: ChannelRow): Instant | undefined =>
  row.to !== channel.conversationId || lost.channel.since === undefined ? undefined : againInAnHour(row);

/**
 * Remembers that Teams knows the group's channel no longer, and lets its coordinator be told of it once. Says when the row
 * is to be tried again; `undefined` when it isn't one of the group's channel.
 */
export const noteChannelGone = async (
  ports: MeetingPorts,
  row: ChannelRow & Pick<OutboxEntry, 'groupId'>,
): Promise<Instant | undefined> => {
  const { groupId, to, changedAt: now } = row;
  const updated = await mustUpdate<Group, 'another' | 'known'>(
    ports.groups,
    groupId,
    (group) => {
      const isAnothers = group.channel.conversationId !== to || group.dissolved !== undefined;
      if (isAnothers) return { kind: 'leave', left: 'another' };
      if (group.lost.channel.since !== undefined) return { kind: 'leave', left: 'known' };
      const body = withoutChannel(group, now);
      return { kind: 'save', body, index: indexNow(body) };
    },
    {
      first: (group) => ports.outbox.plan([noticeRow(ports, group, now)(goneNotice(group))]),
    },
  );
  if (updated.kind === 'missing' || (updated.kind === 'left' && updated.left === 'another')) return undefined;
  return backAt(updated.doc.body, row);
};

/** Tells whoever was coordinator that somebody else is now. */
export const tellFormerCoordinator = async (
  ports: MeetingPorts,
  { before, after }: { readonly before: Group; readonly after: Group },
  now: Instant,
): Promise<void> => {
  if (before.coordinator === after.coordinator) return;
  const notice: Notice = {
    kind: 'taken-over',
    about: `${now}/${before.coordinator}`,
    to: before.coordinator,
  };
  await ports.outbox.plan([noticeRow(ports, after, now)(notice)]);
};

/** Lets the administrators be told instead of a coordinator who can't be. */
export const tellAdministrators = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  const { count } = group.lost.channel;
  await ports.outbox.plan(
    [...ports.administrators]
      .map((to): Notice => ({ kind: 'channel-gone', about: `${count}/${to}`, to }))
      .map(noticeRow(ports, group, now)),
  );
};
