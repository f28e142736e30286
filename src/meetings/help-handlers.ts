import type { Handler, Handlers } from '../chat/router';
import { type MeetingPorts, membershipIn } from './access';
import { answer, isOfNow, languageOf, refusal } from './answering';
import { groupHelpCard, type HelpView } from './help-card';
import { groupsOf } from './my-groups';

type Known = Omit<HelpView, 'language' | 'place' | 'hasAdministrators'>;

const knownHere = async (ports: MeetingPorts, actor: Parameters<Handler>[1]): Promise<Known> => {
  const { membership, group } = await membershipIn(ports, actor);
  const isRosterKnown = membership.kind === 'known';
  const has = (role: 'member' | 'named' | 'coordinator' | 'deputy' | 'administrator'): boolean =>
    isRosterKnown && membership.roles.has(role);
  return {
    hasGroup: group !== undefined,
    isMember: has('member'),
    isCoordinator: has('coordinator') || has('deputy'),
    mayBeCoordinator: has('named'),
    isAdministrator: has('administrator'),
    isRosterKnown,
  };
};

const knownInPrivate = async (ports: MeetingPorts, actor: Parameters<Handler>[1]): Promise<Known> => {
  const { accesses, isWhole } = await groupsOf(ports, actor);
  return {
    hasGroup: accesses.length > 0,
    isMember: accesses.length > 0,
    isCoordinator: accesses.some(({ isCoordinator }) => isCoordinator),
    mayBeCoordinator: false,
    isAdministrator: ports.administrators.has(actor.personId),
    isRosterKnown: isWhole,
  };
};

/** Help about groups: in a channel of what can be done there, in private of all the reader's groups. */
export const createHelpClicks = (ports: MeetingPorts): Handlers => ({
  verbs: {
    'group.help': async (raw, actor) => {
      const language = languageOf(ports, raw);
      if (!isOfNow(raw)) return refusal(language, 'odd-card');
      const isHere = actor.scope === 'shared';
      const known = await (isHere ? knownHere : knownInPrivate)(ports, actor);
      const hasAdministrators = ports.administrators.size > 0;
      const place = isHere ? 'channel' : 'private';
      return answer(language, groupHelpCard({ language, place, hasAdministrators, ...known }));
    },
  },
  commands: {},
  sharedCommands: {
    hjælp: 'group.help',
    help: 'group.help',
    menu: 'group.help',
  },
});
