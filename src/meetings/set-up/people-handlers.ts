import { z } from 'zod';
import { typedWords, words } from '../../cards/elements';
import type { Verb } from '../../cards/verbs';
import type { Handler, Handlers } from '../../chat/router';
import type { Actor, Answer, Member } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import type { Instant } from '../../storage/contract';
import { meetingTexts } from '../../text/meetings';
import { claimIndex, groupIn, type MeetingPorts, membershipIn } from '../access';
import { answer, isOfNow, languageOf, refusal } from '../answering';
import { tellFormerCoordinator } from '../maintenance/channel-health';
import { type Group, groupIndex } from '../model/group';
import { mostNamed, type Permission, roleRefusal } from '../model/roles';
import { button, formCard } from '../view';
import { personCard } from './person-card';
import { nameCard } from './set-up-handlers';

const chosen = z.object({ personId: z.string().max(64) });
const searched = z.object({ search: z.string().trim().max(60) });

type Way = { readonly title: string; readonly verb: Verb };

type Said = {
  readonly name: string;
  /** What the person is now, after the name. */
  readonly done: string;
  readonly next?: string;
  readonly ways: readonly Way[];
};

/** Words that something about a person is saved, and the next steps. */
const said = (language: Language, { name, done, next = '', ways }: Said): Answer => {
  const { people: text } = meetingTexts[language];
  return answer(
    language,
    formCard(
      { language },
      {
        heading: text.saved,
        alsoSpoken: `${name}${done}`,
        rows: [typedWords(name, done), ...(next === '' ? [] : [words(next)])],
        actions: ways.map((way) => button(language, way)),
      },
    ),
  );
};

type PeopleClick = {
  readonly language: Language;
  readonly actor: Actor;
  readonly now: Instant;
  /** Who can be chosen: no guests. */
  readonly people: readonly Member[];
  /** What was typed of a name, where there are too many to list. */
  readonly search: string;
  /** Somebody on the roster who isn't a guest; anything else is nobody. */
  readonly chosen: Member | undefined;
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
    const found = own.find((each) => each.personId === wanted);
    const search = searched.safeParse(raw).data?.search ?? '';
    return run({ language, actor, now: now.getTime(), people: own, search, chosen: found });
  };

/** Who was named, and what comes next: for the named to do, or for the administrator who has named himself. */
const saidOfNamed = (
  { language, actor }: PeopleClick,
  { personId, name }: Member,
  isNamed: boolean,
): Answer => {
  const { people: text, buttons } = meetingTexts[language];
  const isSelf = personId === actor.personId;
  const more: Way = { title: text.nameMore, verb: 'group.choose-person' };
  const setUp: Way = { title: isSelf && isNamed ? buttons.setUp : buttons.back, verb: 'group.set-up' };
  if (!isNamed) return said(language, { name, done: text.unnamed, ways: [more, setUp] });
  const next = isSelf ? text.namedSelf : text.namedNext;
  return said(language, { name, done: text.named, next, ways: isSelf ? [setUp, more] : [more, setUp] });
};

/** Changes the group of the channel, again when somebody else was faster. */
const changesGroup =
  (ports: MeetingPorts) =>
  async (
    { actor, now, language }: PeopleClick,
    { change, name, done }: { readonly change: (group: Group) => Group; name: string; done: string },
  ): Promise<Answer> => {
    const { group } = await groupIn(ports, actor.conversationId);
    if (group === undefined) return refusal(language, 'no-group-here');
    const body = change(group.body);
    if (await ports.groups.replace(group, body, groupIndex(body, now))) {
      await tellFormerCoordinator(ports, { before: group.body, after: body }, now);
      const { buttons } = meetingTexts[language];
      return said(language, {
        name,
        done,
        ways: [
          { title: buttons.next, verb: 'meeting.next' },
          { title: buttons.agenda, verb: 'agenda.list' },
          { title: buttons.back, verb: 'group.set-up' },
        ],
      });
    }
    return refusal(language, 'changed-meanwhile');
  };

/** Naming, appointing and taking over, always in the group's own channel and by who is on its roster now. */
export const createPeopleClicks = (ports: MeetingPorts): Handlers => {
  const people = peopleIn(ports);
  const changeGroup = changesGroup(ports);

  /** Names somebody, or takes the name back. */
  const name = async (click: PeopleClick, isNamed: boolean): Promise<Answer> => {
    const { language, actor, people: own, search, chosen: person } = click;
    const { conversationId } = actor;
    if (person === undefined) return answer(language, nameCard(language, own, { search }));
    const { personId } = person;
    const claim = await ports.channels.find(conversationId);
    const others = (claim?.body.named ?? []).filter((each) => each !== personId);
    if (isNamed && others.length >= mostNamed) return refusal(language, 'enough-named');
    const named = isNamed ? [personId, ...others] : others;
    const body = { ...claim?.body, named };
    const index = claimIndex(body, click.now);
    const isSaved =
      claim === undefined
        ? await ports.channels.insert(conversationId, body, index)
        : await ports.channels.replace(claim, body, index);
    return isSaved ? saidOfNamed(click, person, isNamed) : refusal(language, 'changed-meanwhile');
  };

  /** Everybody whom the coordinator can appoint: not herself. */
  const deputies = async ({ actor, people: own }: PeopleClick): Promise<readonly Member[]> => {
    const { group } = await groupIn(ports, actor.conversationId);
    return own.filter(({ personId }) => personId !== group?.body.coordinator);
  };
  const deputy = async (click: PeopleClick): Promise<Answer> =>
    answer(
      click.language,
      personCard(
        { language: click.language },
        { kind: 'deputy', people: await deputies(click), search: click.search },
      ),
    );

  return {
    commands: {},
    verbs: {
      'group.choose-person': people('name', async ({ language, people: own, search }) =>
        answer(language, nameCard(language, own, { search })),
      ),
      'group.name': people('name', (click) => name(click, true)),
      'group.unname': people('name', (click) => name(click, false)),
      'group.deputy': people('set-up', deputy),
      'group.save-deputy': people('set-up', async (click) => {
        const { chosen: person, language } = click;
        const canBe = (await deputies(click)).some((each) => each.personId === person?.personId);
        if (person === undefined || !canBe) return deputy(click);
        const { personId, name: called } = person;
        const done = meetingTexts[language].people.deputySaved;
        return changeGroup(click, {
          change: (group) => ({ ...group, deputy: personId }),
          name: called,
          done,
        });
      }),
      'group.take-over': people('set-up', (click) =>
        changeGroup(click, {
          change: (group) => ({ ...group, coordinator: click.actor.personId }),
          name: click.people.find(({ personId }) => personId === click.actor.personId)?.name ?? '',
          done: meetingTexts[click.language].people.takenOver,
        }),
      ),
    },
  };
};
