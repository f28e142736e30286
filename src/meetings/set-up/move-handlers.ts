import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Handler, Handlers } from '../../chat/router';
import type { Actor, Answer } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import type { Doc, Instant } from '../../storage/contract';
import { meetingTexts } from '../../text/meetings';
import { accessTo, findGroup, type MeetingPorts, readersOf } from '../access';
import { answer, type RefusalKind, refusal } from '../answering';
import { nextToBeHeld } from '../coming-meetings';
import type { Group } from '../model/group';
import { factsOf, type GroupFacts } from '../model/group-facts';
import { type Membership, roleRefusal } from '../model/roles';
import { groupsOf } from '../my-groups';
import { whenInWords } from '../view';
import { channelClicks } from './channel-click';
import { askMoveCard, chooseMoveCard, movedCard } from './move-card';
import { moveGroup } from './move-group';
import { channelOf } from './set-up-preview';

/** Nobody coordinates more groups than stand on so many pages. */
const mostPages = 4;

type Known = Extract<Membership, { kind: 'known' }>;

/** The groups that live in another channel and that somebody may move, as the roster there says now. */
export const movableGroups = async (ports: MeetingPorts, actor: Actor): Promise<readonly GroupFacts[]> => {
  const isAdministrator = ports.administrators.has(actor.personId);
  const found: GroupFacts[] = [];
  for (let page = 0, pages = 1; page < Math.min(pages, mostPages); page += 1) {
    const mine = await groupsOf(ports, actor, page);
    pages = mine.pages;
    const own = mine.accesses.filter(({ isCoordinator }) => isCoordinator || isAdministrator);
    const elsewhere = own.filter(({ group }) => group.body.channel.conversationId !== actor.conversationId);
    found.push(...elsewhere.map(({ facts }) => facts));
  }
  return found;
};

/**
 * Why somebody may not move the group here: it takes a member of this channel who is no guest, and who coordinates the
 * group where it is or is an administrator in that channel. Nobody gets to read what they couldn't read before.
 */
const moveRefusal = async (
  ports: MeetingPorts,
  { actor, group, membership }: { readonly actor: Actor; readonly group: Group; readonly membership: Known },
): Promise<RefusalKind | undefined> => {
  const { roles } = membership;
  if (!roles.has('member') || roles.has('guest') || group.channel.tenantId !== actor.tenantId)
    return 'outsider';
  const permission = roleRefusal(membership, 'name') === undefined ? 'take-part' : 'coordinate';
  const access = await accessTo(ports, {
    actor: { ...actor, scope: 'personal' },
    groupId: group.groupId,
    permission,
  });
  return access.kind === 'refused' ? access.reason : undefined;
};

type MoveClick = {
  readonly raw: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: Instant;
  readonly facts: GroupFacts;
  readonly group: Doc<Group>;
  readonly membership: Known;
};

const question = async (
  ports: MeetingPorts,
  { actor, language, facts, group, membership }: MoveClick,
  notice?: string,
): Promise<Answer> => {
  const { members } = membership;
  const isHere = (personId: string | undefined) => members.some((each) => each.personId === personId);
  const { coordinator, deputy, remindees, revision } = group.body;
  return answer(
    language,
    askMoveCard(
      { language, facts, version: revision, notice },
      {
        place: await ports.placeNames(channelOf(actor)),
        readers: readersOf(members),
        lostSubscribers: remindees.filter((each) => !isHere(each)).length,
        isWithoutCoordinator: !isHere(coordinator) && !isHere(deputy),
      },
    ),
  );
};

const moveShape = z.object({
  groupVersion: z.number().int().nonnegative(),
  readers: z.object({ members: z.number(), guests: z.number() }),
});

const move = async (ports: MeetingPorts, click: MoveClick): Promise<Answer> => {
  const { raw, actor, language, now, facts, membership } = click;
  const { refusals } = meetingTexts[language];
  const seen = moveShape.safeParse(raw).data;
  // The yes was to the group as it was, and to those who were in the channel then.
  if (seen === undefined || !isDeepStrictEqual(seen.readers, readersOf(membership.members)))
    return question(ports, click, refusals['changed-meanwhile']);
  const guests = membership.members.filter(({ isGuest }) => isGuest);
  const moved = await moveGroup(
    ports,
    {
      groupId: facts.id,
      channel: channelOf(actor),
      knownGuests: guests.map(({ personId }) => personId),
      version: seen.groupVersion,
    },
    now,
  );
  if (moved.kind === 'refused') {
    const latest = await findGroup(ports, facts.id);
    return moved.reason === 'changed-meanwhile' && latest !== undefined
      ? question(ports, { ...click, group: latest }, refusals['changed-meanwhile'])
      : refusal(language, moved.reason);
  }
  return done(ports, click);
};

const done = async (
  ports: MeetingPorts,
  { language, facts, now }: Pick<MoveClick, 'language' | 'facts' | 'now'>,
): Promise<Answer> => {
  const next = await nextToBeHeld(ports, { groupId: facts.id, now });
  return answer(language, movedCard({ language, facts }, next && whenInWords(next, language)));
};

const shape = z.object({ groupId: z.string().max(80).optional() });

/** A group comes into this channel from the one in which it lives. */
export const createMoveClicks = (ports: MeetingPorts): Handlers => {
  const inChannel = channelClicks(ports, shape);
  const moves = (run: (click: MoveClick) => Promise<Answer>): Handler =>
    inChannel(async ({ data: { groupId }, group: here, ...click }) => {
      const { actor, language, now, membership } = click;
      if (groupId === undefined)
        return answer(language, chooseMoveCard({ language }, await movableGroups(ports, actor)));
      const facts = factsOf(ports.municipality, groupId);
      if (facts === undefined) return refusal(language, 'unknown-group');
      const group = await findGroup(ports, groupId);
      if (group === undefined) return refusal(language, 'no-group-here');
      const reason = await moveRefusal(ports, { actor, group: group.body, membership });
      if (reason !== undefined) return refusal(language, reason);
      if (here !== undefined && here.body.groupId !== groupId) return refusal(language, 'channel-taken');
      // The same yes once more.
      if (here !== undefined) return done(ports, { language, facts, now });
      return run({ ...click, facts, group });
    });
  return {
    commands: {},
    verbs: {
      'group.ask-move': moves((click) => question(ports, click)),
      'group.move': moves((click) => move(ports, click)),
    },
  };
};
