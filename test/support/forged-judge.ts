import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../src/chat/turn';
import type { Feed, StoredLink } from '../../src/links/addresses';
import type { ChannelClaim } from '../../src/meetings/access';
import type { HeldItem } from '../../src/meetings/model/agenda';
import type { Group } from '../../src/meetings/model/group';
import type { Meeting } from '../../src/meetings/model/meeting';
import type { UnitRequest } from '../../src/requests/model/request';
import type { UnitHome } from '../../src/requests/model/unit-home';
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

/** Whether the sender administers, or coordinates some group by its channel's roster. */
export const readsFigures = (before: Stored, actor: Actor): boolean =>
  actor.personId === idOf('administrator') ||
  [...before].some(([id, body]) => {
    if (!id.startsWith('group ')) return false;
    const { coordinator, deputy, dissolved, channel } = body as Group;
    return (
      dissolved === undefined &&
      [coordinator, deputy].includes(actor.personId) &&
      channel.tenantId === actor.tenantId &&
      isOn(channel.conversationId, actor.personId)
    );
  });

const judgeAddress = (
  { before, actor }: Change,
  was: Feed | StoredLink | undefined,
  is: Feed | StoredLink | undefined,
) => {
  const holder = is ?? was;
  if (holder === undefined) return [];
  if ('kind' in holder && holder.kind === 'figures')
    return bad(
      holder.personId !== actor.personId && 'figures for another one',
      (!readsFigures(before, actor) || actor.scope === 'shared') && 'an address of figures was given',
    );
  const { isMember, coordinates } = rightsIn(before, actor, holder.groupId);
  const isAgenda = 'kind' in holder && holder.kind === 'agenda';
  return bad(
    holder.personId !== actor.personId && 'an address of another one',
    (!isMember || actor.scope === 'shared') && 'an address was given or taken',
    isAgenda && !coordinates && 'an agenda’s address',
  );
};

/** Whether the sender is one of a channel's own people, in it and no guest. */
const isOwnIn = ({ actor }: Change, conversationId: string): boolean =>
  actor.tenantId === ownTenant &&
  actor.conversationId === conversationId &&
  isOn(conversationId, actor.personId) &&
  !isGuest(actor.personId);

const judgeUnit = (
  change: Change,
  was: UnitHome | undefined,
  is: UnitHome | undefined,
): readonly string[] => {
  const { actor } = change;
  const { conversationId } = (was?.state.kind === 'open' ? was : (is ?? was))?.channel ?? {
    conversationId: '',
  };
  const isHere = actor.tenantId === ownTenant && actor.conversationId === conversationId;
  const administers = isHere && actor.personId === idOf('administrator');
  const mayUse = isOwnIn(change, conversationId) && was?.named.includes(actor.personId) === true;
  if (is === undefined) return bad(!administers && !mayUse && 'a unit was taken down');
  const isStranger = (personId: string) => isGuest(personId) || !isOn(conversationId, personId);
  return changedKeys(was ?? { state: { kind: 'named' } }, is).flatMap((key) => {
    switch (key) {
      case 'unitId':
      case 'channel':
      case 'named':
        return bad(
          !administers && `a unit's ${key} was changed`,
          is.named.some(isStranger) && 'somebody from elsewhere was named for a unit',
        );
      case 'next':
        return bad(
          (actor.personId !== idOf('administrator') || isStranger(actor.personId)) && 'a unit was moved',
        );
      default:
        return bad(
          !mayUse && `a unit's ${key} was changed`,
          is.state.kind === 'open' && is.state.deputies.some(isStranger) && 'a stranger is a deputy',
        );
    }
  });
};

const judgeRequest = (
  change: Change,
  was: UnitRequest | undefined,
  is: UnitRequest | undefined,
): readonly string[] => {
  const { actor, before } = change;
  if (is === undefined) return ['a request was removed'];
  const isAsker =
    actor.scope === 'personal' &&
    actor.tenantId === is.asker.tenantId &&
    actor.personId === is.asker.personId;
  const number = 'wish' in is.progress ? is.progress.wish.number : '';
  if (was === undefined || was.key !== is.key)
    return bad(
      !isAsker && 'a request of somebody else',
      was !== undefined && 'wish' in was.progress && 'an open request was replaced',
      !/^\d{8}$/.test(number) && 'a request without a number',
      is.progress.kind !== 'in-line' && 'a request that is not in line',
    );
  const home = before.get(`unit ${is.unitId}`) as UnitHome | undefined;
  const isOfUnit = home !== undefined && isOwnIn(change, home.channel.conversationId);
  const isGivenBack = was.progress.kind === 'taken' && is.progress.kind === 'in-channel';
  const others = changedKeys(was, is).filter(
    (key) => key !== 'progress' && !(isGivenBack && key === 'returns'),
  );
  const isWithdrawn = isAsker && is.progress.kind === 'withdrawn';
  const isTaking = was.progress.kind === 'in-channel' && is.progress.kind === 'taken';
  const isTheirs = was.progress.kind === 'taken' && was.progress.by === actor.personId;
  const isDeputy = home?.state.kind === 'open' && home.state.deputies.includes(actor.personId);
  const mayEnd =
    (isTheirs || isDeputy) && (is.progress.kind === 'closed' || is.progress.kind === 'in-channel');
  const takesForSelf = is.progress.kind !== 'taken' || is.progress.by === actor.personId;
  return bad(
    others.length > 0 && `a request's ${others.join()} was changed`,
    !isWithdrawn && !(isOfUnit && takesForSelf && (isTaking || mayEnd)) && `a request is ${is.progress.kind}`,
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
        case 'figures':
          return ['figures were changed'];
        case 'unit':
          return judgeUnit(change, was as UnitHome | undefined, is as UnitHome | undefined);
        case 'request':
          return judgeRequest(change, was as UnitRequest | undefined, is as UnitRequest | undefined);
        default:
          return judgeAddress(change, was as Feed | undefined, is as Feed | undefined);
      }
    })();
    return found.map((fault) => `${id}: ${fault}`);
  });
};
