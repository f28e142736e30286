import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../src/chat/turn';
import type { Feed, FileLink } from '../../src/links/addresses';
import type { ChannelClaim } from '../../src/meetings/access';
import type { HeldItem } from '../../src/meetings/model/agenda';
import type { Group } from '../../src/meetings/model/group';
import type { Meeting } from '../../src/meetings/model/meeting';
import type { OutboxEntry } from '../../src/storage/contract';
import { idOf, isGuest, isOn, ownTenant } from './forged-people';

export type Stored = ReadonlyMap<string, unknown>;

/** What a sender is in a group, by the table of who is where and by what was stored before. */
const rightsIn = (before: Stored, actor: Actor, groupId: string) => {
  const stored = before.get(`group ${groupId}`) as Group | undefined;
  const group = stored?.dissolved === undefined ? stored : undefined;
  const conversationId = group?.channel.conversationId ?? actor.conversationId;
  const claim = before.get(`channel ${conversationId}`) as ChannelClaim | undefined;
  const isHere = actor.conversationId === conversationId;
  const isMember =
    actor.tenantId === ownTenant &&
    isOn(conversationId, actor.personId) &&
    (actor.scope === 'personal' || isHere);
  const isAdministrator = actor.tenantId === ownTenant && actor.personId === idOf('administrator');
  const isCoordinator = [group?.coordinator, group?.deputy].includes(actor.personId);
  const isAround = actor.tenantId === ownTenant && isOn(conversationId, actor.personId);
  const isElsewhere = actor.scope === 'shared' && !isHere && isOn(actor.conversationId, actor.personId);
  return {
    isMember,
    coordinates: isMember && isCoordinator,
    /** May take the group into the channel from which it is asked. */
    moves:
      group !== undefined &&
      isElsewhere &&
      !isGuest(actor.personId) &&
      isAround &&
      (isCoordinator || isAdministrator),
    dissolves: group !== undefined && isHere && ((isMember && isCoordinator) || isAdministrator),
    setsUp: isMember && isHere && !isGuest(actor.personId) && claim?.named.includes(actor.personId) === true,
  };
};

/** The properties in which two documents differ. */
const changedKeys = (before: object, after: object): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isDeepStrictEqual(Reflect.get(before, key), Reflect.get(after, key)),
  );

const bad = (...faults: readonly (string | false)[]): readonly string[] =>
  faults.filter((fault) => fault !== false);

type Change = { readonly before: Stored; readonly after: Stored; readonly actor: Actor };

const judgeGroup = ({ before, actor }: Change, was: Group | undefined, is: Group | undefined) => {
  if (is === undefined) return ['a group was removed'];
  const { coordinates, setsUp, isMember, moves, dissolves } = rightsIn(before, actor, is.groupId);
  if (is.dissolved !== undefined && was?.dissolved === undefined)
    return bad(!dissolves && 'a group was dissolved');
  if (was === undefined || was.dissolved !== undefined)
    return bad(
      !setsUp && 'a group was set up',
      is.coordinator !== actor.personId && 'a group was given to somebody else',
      is.channel.conversationId !== actor.conversationId && 'a group was put into another channel',
    );
  const ask = (list: Group['remindees']) => list.filter((each) => each !== actor.personId).toSorted();
  return changedKeys(was, is).flatMap((key) => {
    switch (key) {
      case 'coordinator':
        return bad((!setsUp || is.coordinator !== actor.personId) && 'a group was taken over');
      case 'deputy':
        return bad(
          !setsUp && 'a deputy was appointed',
          (isGuest(is.deputy ?? '') || !isOn(is.channel.conversationId, is.deputy ?? '')) &&
            'a deputy isn’t in the channel',
        );
      case 'remindees':
        return bad(
          !isMember && 'reminders were asked for',
          !isDeepStrictEqual(ask(was.remindees), ask(is.remindees)) && 'reminders for others',
        );
      case 'channel':
        return bad(
          (!moves || is.channel.conversationId !== actor.conversationId) &&
            'a group was moved to another channel',
        );
      default:
        return bad(!coordinates && !setsUp && !moves && `a group's ${key} was changed`);
    }
  });
};

const judgeClaim = ({ before, actor }: Change, id: string, is: ChannelClaim | undefined) => {
  const was = (before.get(`channel ${id}`) as ChannelClaim | undefined) ?? { named: [] };
  if (is === undefined) return ['a channel was let go'];
  const isAdministrator = actor.tenantId === ownTenant && actor.personId === idOf('administrator');
  const added = is.named.filter((each) => !was.named.includes(each));
  const isNaming = !isDeepStrictEqual(was.named, is.named);
  const isTaking = was.groupId !== is.groupId;
  const leaver = rightsIn(before, actor, was.groupId ?? '');
  if (was.groupId !== undefined && is.groupId === undefined)
    return bad(
      !leaver.moves && !leaver.dissolves && 'a channel was let go',
      leaver.moves && isNaming && 'names went with a group that left',
      is.named.some((each) => !was.named.includes(each)) && 'somebody was named as a group left',
    );
  if (isTaking && id === actor.conversationId && rightsIn(before, actor, is.groupId ?? '').moves) {
    const home = (before.get(`group ${is.groupId}`) as Group).channel.conversationId;
    const brought = (before.get(`channel ${home}`) as ChannelClaim).named;
    return bad(added.some((each) => !brought.includes(each)) && 'somebody was named as a group came');
  }
  return bad(
    isNaming && (!isAdministrator || actor.conversationId !== id) && 'somebody was named',
    added.some((each) => isGuest(each) || !isOn(id, each)) && 'somebody from elsewhere was named',
    isTaking && !rightsIn(before, actor, is.groupId ?? '').setsUp && 'a channel was taken',
  );
};

type Handed = HeldItem & { readonly title?: string; readonly note?: string };
const itemsOf = ({ agenda }: Meeting): readonly Handed[] => ('items' in agenda ? agenda.items : []);

const isSameOrGone = (was: Handed, is: Handed): boolean =>
  (is.title === was.title && is.note === was.note) || (!is.title && !is.note);

/** An item that came from another meeting of the group, as it stood there or without its words. */
const isCarried = ({ before, after }: Change, item: Handed, { groupId, occurrence }: Meeting): boolean =>
  [...before, ...after].some(([id, body]) => {
    const meeting = body as Meeting;
    const isOther = id.startsWith(`meeting ${groupId}/`) && meeting.occurrence !== occurrence;
    if (!isOther) return false;
    const source = itemsOf(meeting).find((each) => each.id === item.id);
    return source !== undefined && source.author === item.author && isSameOrGone(source, item);
  });

const judgeItems = (change: Change, was: Meeting, is: Meeting): readonly string[] => {
  const { actor, before } = change;
  const { coordinates } = rightsIn(before, actor, is.groupId);
  const isOwn = ({ author }: Handed) => author === actor.personId;
  const [old, now] = [itemsOf(was), itemsOf(is)];
  const ids = (list: readonly Handed[], others: readonly Handed[]) =>
    list.map(({ id }) => id).filter((id) => others.some((each) => each.id === id));
  return bad(
    !coordinates && !isDeepStrictEqual(ids(old, now), ids(now, old)) && 'items were put in another order',
    ...now.map((item): string | false => {
      const known = old.find(({ id }) => id === item.id);
      if (known === undefined) return !isOwn(item) && !isCarried(change, item, is) && 'an item for another';
      if (isDeepStrictEqual(known, item)) return false;
      if (known.author !== item.author) return 'an item has another author';
      if (!isOwn(item) && !coordinates) return 'another one’s item was changed';
      return !isOwn(item) && !isSameOrGone(known, item) && 'another one’s words were changed';
    }),
    ...old.map((item): string | false => {
      const isGone = !now.some(({ id }) => id === item.id);
      return isGone && !isOwn(item) && !coordinates && 'another one’s item was taken off';
    }),
  );
};

const refusedOf = ({ agenda }: Meeting) => ('refused' in agenda ? agenda.refused : []);

const judgeAgenda = (change: Change, was: Meeting, is: Meeting): readonly string[] => {
  const { actor, before } = change;
  const { coordinates, setsUp } = rightsIn(before, actor, is.groupId);
  const isDeadline = was.agenda.state === 'open' && is.agenda.state === 'closed';
  const others = (meeting: Meeting) => refusedOf(meeting).filter(({ author }) => author !== actor.personId);
  return bad(
    was.agenda.state !== is.agenda.state &&
      !isDeadline &&
      !coordinates &&
      !setsUp &&
      `an agenda was ${is.agenda.state}`,
    !coordinates && !isDeepStrictEqual(others(was), others(is)) && 'refusals were changed',
    ...judgeItems(change, was, is),
  );
};

const judgeMeeting = (change: Change, was: Meeting | undefined, is: Meeting | undefined) => {
  const { before, actor } = change;
  if (is === undefined)
    return bad(!rightsIn(before, actor, was?.groupId ?? '').dissolves && 'a meeting was removed');
  const { isMember, coordinates, setsUp, moves } = rightsIn(before, actor, is.groupId);
  if (was === undefined) return bad(!coordinates && !setsUp && 'a meeting was added');
  return changedKeys(was, is).flatMap((key) => {
    switch (key) {
      case 'apologies': {
        const others = ({ apologies }: Meeting) => apologies.filter(({ by }) => by !== actor.personId);
        const isOthers = !isDeepStrictEqual(others(was), others(is));
        return bad(
          !isMember && 'an apology was noted',
          isOthers && !coordinates && !setsUp && 'another one’s apology',
        );
      }
      case 'agenda':
        return bad(!isMember && 'an agenda was changed', ...judgeAgenda(change, was, is));
      case 'handedOn':
        return bad(!isMember && 'items were handed on');
      default:
        return bad(!coordinates && !setsUp && !moves && `a meeting's ${key} was changed`);
    }
  });
};

const judgeRow = ({ before, actor }: Change, row: OutboxEntry): readonly string[] => {
  const { isMember, coordinates, moves, dissolves } = rightsIn(before, actor, row.groupId);
  const isReceipt = row.kind.startsWith('item-');
  return bad(
    !isMember && !moves && !dissolves && `a row ${row.kind} was planned`,
    isReceipt && !coordinates && !dissolves && 'a receipt was planned',
  );
};

const judgeAddress = (
  { before, actor }: Change,
  was: Feed | FileLink | undefined,
  is: Feed | FileLink | undefined,
) => {
  const holder = is ?? was;
  if (holder === undefined) return [];
  const { isMember, coordinates } = rightsIn(before, actor, holder.groupId);
  const isAgenda = 'kind' in holder && holder.kind === 'agenda';
  return bad(
    holder.personId !== actor.personId && 'an address of another one',
    (!isMember || actor.scope === 'shared') && 'an address was given or taken',
    isAgenda && !coordinates && 'an agenda’s address',
  );
};

/** Every change of what is stored that the sender's role doesn't allow, in words. */
export const unlawful = (change: Change): readonly string[] => {
  const { before, after } = change;
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id): readonly string[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === is) return [];
    const [kind = '', name = ''] = id.split(/ (.*)/s);
    const found = ((): readonly string[] => {
      switch (kind) {
        case 'group':
          return judgeGroup(change, was as Group | undefined, is as Group | undefined);
        case 'channel':
          return judgeClaim(change, name, is as ChannelClaim | undefined);
        case 'meeting':
          return judgeMeeting(change, was as Meeting | undefined, is as Meeting | undefined);
        case 'notice':
          return bad(name !== change.actor.personId && 'notices for others');
        case 'row':
          return judgeRow(change, (is ?? was) as OutboxEntry);
        default:
          return judgeAddress(change, was as Feed | undefined, is as Feed | undefined);
      }
    })();
    return found.map((fault) => `${id}: ${fault}`);
  });
};
