import type { Actor, Answer } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import type { Doc } from '../../storage/contract';
import { findGroup, type MeetingPorts } from '../access';
import { answer, refusal } from '../answering';
import type { Group } from '../model/group';
import { factsOf, type GroupFacts } from '../model/group-facts';
import { goneGroupsCard } from './dissolve-card';

const groupsAtOnce = 50;
/** More groups without a channel are shown once these are dissolved. */
const mostShown = 8;

/** Whether Teams knows the group's channel no longer. */
const isGone = async (ports: MeetingPorts, { lost, channel }: Group): Promise<boolean> =>
  lost.channel.since !== undefined && (await ports.roster(channel)) === 'gone';

/** A group whose channel is gone, for an administrator; else why it is not to be had from a private chat. */
export const findGoneGroup = async (
  ports: MeetingPorts,
  { actor, groupId }: { readonly actor: Actor; readonly groupId: string },
): Promise<Doc<Group> | 'not-in-channel'> => {
  if (!ports.administrators.has(actor.personId)) return 'not-in-channel';
  const group = await findGroup(ports, groupId);
  if (group?.body.channel.tenantId !== actor.tenantId) return 'not-in-channel';
  return (await isGone(ports, group.body)) ? group : 'not-in-channel';
};

/** What "opsæt" shows an administrator in private: the groups whose channel is gone, which nobody can reach otherwise. */
export const showGoneGroups = async (
  ports: MeetingPorts,
  actor: Actor,
  language: Language,
): Promise<Answer> => {
  if (!ports.administrators.has(actor.personId)) return refusal(language, 'not-in-channel');
  const found: GroupFacts[] = [];
  let page: readonly Doc<Group>[] = [];
  do {
    page = await ports.groups.page(page.at(-1)?.id ?? '', groupsAtOnce);
    for (const { id, body } of page) {
      if (found.length === mostShown) break;
      const facts = body.lost.channel.since === undefined ? undefined : factsOf(ports.municipality, id);
      if (facts === undefined) continue;
      if (typeof (await findGoneGroup(ports, { actor, groupId: id })) === 'object') found.push(facts);
    }
  } while (page.length === groupsAtOnce && found.length < mostShown);
  return answer(language, goneGroupsCard({ language }, found));
};
