import { z } from 'zod';
import type { Handler, Handlers } from '../../chat/router';
import type { Actor, Answer, Member } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import type { Instant } from '../../storage/contract';
import { meetingTexts } from '../../text/meetings';
import { groupIn, type MeetingPorts, membershipIn } from '../access';
import { answer, isOfNow, languageOf, refusal } from '../answering';
import { type Group, groupIndex } from '../model/group';
import { type Permission, roleRefusal } from '../model/roles';
import { button, formCard } from '../view';
import { personCard } from './set-up-card';
import { nameCard } from './set-up-handlers';

const chosen = z.object({ personId: z.string().max(64) });
const maxNamed = 20;

/** Words that something about people is saved, and the way back. */
const said = (language: Language, sentence: string): Answer => {
  const { buttons } = meetingTexts[language];
  const back = button(language, { title: buttons.back, verb: 'group.set-up' });
  return answer(language, formCard({ language }, { heading: sentence, actions: [back] }));
};

type PeopleClick = {
  readonly language: Language;
  readonly actor: Actor;
  readonly now: Instant;
  /** Who can be chosen: no guests. */
  readonly people: readonly Member[];
  /** Somebody on the roster who isn't a guest; anything else is nobody. */
  readonly chosen: string | undefined;
};

/** A handler for whoever may do the permission in the channel that the click came from. */
const peopleIn =
  (ports: MeetingPorts) =>
  (permission: Permission, run: (click: PeopleClick) => Promise<Answer>): Handler =>
  async (raw, actor, now) => {
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'personal') return refusal(language, 'not-in-channel');
    const { membership } = await membershipIn(ports, actor);
    const reason = roleRefusal(membership, permission);
    if (membership.kind === 'unknown-roster') return refusal(language, 'unknown-roster');
    if (reason !== undefined) return refusal(language, reason);
    const own = membership.members.filter(({ isGuest }) => !isGuest);
    const wanted = chosen.safeParse(raw).data?.personId;
    const found = own.find((each) => each.personId === wanted)?.personId;
    return run({ language, actor, now: now.getTime(), people: own, chosen: found });
  };

/** Naming, appointing and taking over, always in the group's own channel and by who is on its roster now. */
export const createPeopleClicks = (ports: MeetingPorts): Handlers => {
  const people = peopleIn(ports);
  /** Changes the group of the channel, again when somebody else was faster. */
  const changeGroup = async (
    { actor, now, language }: PeopleClick,
    { change, done }: { readonly change: (group: Group) => Group; readonly done: string },
  ): Promise<Answer> => {
    const { group } = await groupIn(ports, actor.conversationId);
    if (group === undefined) return refusal(language, 'no-group-here');
    const body = change(group.body);
    if (await ports.groups.replace(group, body, groupIndex(body, now))) return said(language, done);
    return refusal(language, 'changed-meanwhile');
  };

  /** Names somebody, or takes the name back. */
  const name = async (click: PeopleClick, isNamed: boolean): Promise<Answer> => {
    const { language, actor, people: own, chosen: personId } = click;
    const { conversationId } = actor;
    if (personId === undefined) return answer(language, nameCard(language, own));
    const claim = await ports.channels.find(conversationId);
    const others = (claim?.body.named ?? []).filter((each) => each !== personId);
    if (isNamed && others.length >= maxNamed) return refusal(language, 'enough-named');
    const named = isNamed ? [personId, ...others] : others;
    const index = { groupId: claim?.body.groupId ?? '', at: 0 };
    const isSaved =
      claim === undefined
        ? await ports.channels.insert(conversationId, { named }, index)
        : await ports.channels.replace(claim, { ...claim.body, named }, index);
    const { people: text } = meetingTexts[language];
    return isSaved
      ? said(language, isNamed ? text.named() : text.unnamed)
      : refusal(language, 'changed-meanwhile');
  };

  /** Everybody whom the coordinator can appoint: not herself. */
  const deputies = async ({ actor, people: own }: PeopleClick): Promise<readonly Member[]> => {
    const { group } = await groupIn(ports, actor.conversationId);
    return own.filter(({ personId }) => personId !== group?.body.coordinator);
  };
  const deputy = async (click: PeopleClick): Promise<Answer> =>
    answer(
      click.language,
      personCard({ language: click.language }, { kind: 'deputy', people: await deputies(click) }),
    );

  return {
    commands: {},
    verbs: {
      'group.choose-person': people('name', async ({ language, people: own }) =>
        answer(language, nameCard(language, own)),
      ),
      'group.name': people('name', (click) => name(click, true)),
      'group.unname': people('name', (click) => name(click, false)),
      'group.deputy': people('set-up', deputy),
      'group.save-deputy': people('set-up', async (click) => {
        const { chosen: personId, language } = click;
        const canBe = (await deputies(click)).some((each) => each.personId === personId);
        if (personId === undefined || !canBe) return deputy(click);
        const done = meetingTexts[language].people.deputySaved;
        return changeGroup(click, { change: (group) => ({ ...group, deputy: personId }), done });
      }),
      'group.take-over': people('set-up', (click) =>
        changeGroup(click, {
          change: (group) => ({ ...group, coordinator: click.actor.personId }),
          done: meetingTexts[click.language].people.takenOver,
        }),
      ),
    },
  };
};
