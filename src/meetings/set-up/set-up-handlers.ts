import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Button } from '../../cards/action';
import type { Verb } from '../../cards/verbs';
import type { Handler, Handlers } from '../../chat/router';
import type { Actor, Answer } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import { wallTimeOf } from '../../municipality/wall-time';
import { meetingTexts } from '../../text/meetings';
import { isTaken, type MeetingPorts, membershipIn, readersOf } from '../access';
import { answer, groupShape, isOfNow, languageOf, refusal } from '../answering';
import { comingMeetings } from '../coming-meetings';
import { pageIn } from '../group-pages';
import { planOf } from '../maintenance/maintain';
import type { Group, GroupPlan } from '../model/group';
import { factsOf, type GroupFacts } from '../model/group-facts';
import { type Membership, roleRefusal } from '../model/roles';
import { button, secondaryButton, whenInWords } from '../view';
import { showGoneGroups } from './gone-channel';
import { chooseMoveCard } from './move-card';
import { movableGroups } from './move-handlers';
import { personCard } from './person-card';
import { doneCard } from './preview-card';
import { saveGroupPlan } from './save-group-plan';
import { alreadyCard, chooseGroupCard, faultyFormCard, planFormCard, seriesFormCard } from './set-up-card';
import { typedIn } from './set-up-form';
import { channelOf, parsedOf, preview, type SetUpClick } from './set-up-preview';
import { typedOf } from './set-up-typed';

/** So many groups are offered on a card. */
const choicesAPage = 20;

const formShape = groupShape.extend({ groupVersion: z.number().int().nonnegative().catch(0) });

const readersShape = z.object({ readers: z.object({ members: z.number(), guests: z.number() }) });

const confirm = async (ports: MeetingPorts, click: SetUpClick): Promise<Answer> => {
  const { language, facts, version, actor, membership, now } = click;
  const { refusals, done } = meetingTexts[language];
  const parsed = parsedOf(ports, click);
  if (parsed.kind === 'faults') return answer(language, faultyFormCard({ language, facts, version }, parsed));
  // The yes was to those who were in the channel then.
  const said = readersShape.safeParse(click.raw).data?.readers;
  const isOutOfDate = said !== undefined && !isDeepStrictEqual(said, readersOf(membership.members));
  if (isOutOfDate) return preview(ports, click, refusals['changed-meanwhile']);
  const { series, plan } = parsed;
  const wanted: GroupPlan = {
    groupId: facts.id,
    channel: channelOf(actor),
    coordinator: actor.personId,
    series,
    plan,
    knownGuests: membership.members.filter(({ isGuest }) => isGuest).map(({ personId }) => personId),
  };
  const settled = await saveGroupPlan(ports, { plan: wanted, version }, now);
  if (settled.kind === 'refused') {
    if (settled.reason !== 'changed-meanwhile') return refusal(language, settled.reason);
    return preview(ports, { ...click, version: settled.version }, refusals['changed-meanwhile']);
  }
  const [first] = await comingMeetings(ports, { groupId: facts.id, now, limit: 1 });
  const notice = settled.isSame ? done.unchanged : undefined;
  return answer(
    language,
    doneCard({ language, facts, notice }, first === undefined ? undefined : whenInWords(first, language)),
  );
};

/** What "opsæt" shows: to choose a group, or what can be done with the one that lives here. */
const start =
  (ports: MeetingPorts): Handler =>
  async (raw, actor) => {
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'personal') return showGoneGroups(ports, actor, language);
    const { membership, group } = await membershipIn(ports, actor);
    const { buttons } = meetingTexts[language];
    if (membership.kind === 'unknown-roster') return refusal(language, 'unknown-roster');
    const may = (permission: 'name' | 'set-up' | 'coordinate') =>
      roleRefusal(membership, permission) === undefined;
    const naming = may('name')
      ? [button(language, { title: buttons.name, verb: 'group.choose-person' })]
      : [];
    const facts = group && factsOf(ports.municipality, group.body.groupId);
    if (facts !== undefined) {
      const data = { groupId: facts.id };
      const to = (title: string, verb: Verb) => button(language, { title, verb, data });
      return answer(
        language,
        alreadyCard({ language, facts }, [
          ...(may('coordinate') || may('set-up') ? [to(buttons.newPlan, 'group.form')] : []),
          ...(may('coordinate') ? [to(buttons.extra, 'meeting.extra'), to(buttons.sent, 'group.sent')] : []),
          ...(may('set-up') ? [to(buttons.deputy, 'group.deputy')] : []),
          ...(may('set-up') && !may('coordinate') ? [to(buttons.takeOver, 'group.take-over')] : []),
          ...naming,
          ...(may('coordinate') || may('name') ? [to(buttons.dissolve, 'group.ask-dissolve')] : []),
        ]),
      );
    }
    const movable = await movableGroups(ports, actor);
    const moving = movable.length > 0 ? [secondaryButton(language, buttons.moveHere, 'group.ask-move')] : [];
    if (!may('set-up') && naming.length > 0)
      return answer(language, nameCard(language, membership.members, { extra: moving }));
    const reason = roleRefusal(membership, 'set-up');
    if (reason === 'not-named' && movable.length > 0)
      return answer(language, chooseMoveCard({ language }, movable));
    const hasNobody = reason === 'not-named' && ports.administrators.size === 0;
    if (reason !== undefined) return refusal(language, hasNobody ? 'no-administrators' : reason);
    const { groups, ...page } = await freeGroups(ports, actor, pageIn(raw));
    return answer(language, chooseGroupCard({ language, ...page }, groups, [...moving, ...naming]));
  };

/** One page of the groups that the channel can be for; where there are several, those that seem to have none come first. */
const freeGroups = async (ports: MeetingPorts, actor: Actor, wanted: number) => {
  const every = ports.municipality.groups;
  const pages = Math.ceil(every.length / choicesAPage);
  const page = Math.min(wanted, pages - 1);
  const isInUse = ({ id }: GroupFacts) => pages > 1 && ports.whereabouts.isInUse(id);
  const offered = [...every.filter((one) => !isInUse(one)), ...every.filter(isInUse)];
  const free = await Promise.all(
    offered
      .slice(page * choicesAPage, (page + 1) * choicesAPage)
      .map(async (one) => ((await isTaken(ports, one.id, actor.conversationId)) ? [] : [one])),
  );
  return { groups: free.flat(), page, pages };
};

/** The group's plan, from its next date on. */
const knownTyped = (ports: MeetingPorts, group: Group, now: number): object => {
  const today = wallTimeOf(new Date(now)).date;
  const next = planOf(ports, group).occurrences.find(({ date }) => date >= today)?.date;
  return typedOf(group, next ?? '');
};

/** The people of a channel whom an administrator can name: no guests. */
export const nameCard = (
  language: Language,
  members: Extract<Membership, { kind: 'known' }>['members'],
  more: { readonly search?: string; readonly extra?: readonly Button[] } = {},
) => personCard({ language }, { kind: 'name', people: members.filter(({ isGuest }) => !isGuest), ...more });

export const createSetUpClicks = (ports: MeetingPorts): Handlers => {
  const setsUp =
    (run: (click: SetUpClick) => Promise<Answer>): Handler =>
    async (raw, actor, now) => {
      const language = languageOf(ports, raw);
      const parsed = formShape.safeParse(raw);
      if (!parsed.success || !isOfNow(raw)) return refusal(language, 'odd-card');
      if (actor.scope === 'personal') return refusal(language, 'not-in-channel');
      const facts = factsOf(ports.municipality, parsed.data.groupId);
      if (facts === undefined) return refusal(language, 'unknown-group');
      const { membership, group: here } = await membershipIn(ports, actor);
      if (membership.kind === 'unknown-roster') return refusal(language, 'unknown-roster');
      const isOwn = here !== undefined && roleRefusal(membership, 'coordinate') === undefined;
      const reason = isOwn ? undefined : roleRefusal(membership, 'set-up');
      if (reason !== undefined) return refusal(language, reason);
      if (here !== undefined && here.body.groupId !== facts.id) return refusal(language, 'channel-taken');
      if (await isTaken(ports, facts.id, actor.conversationId)) return refusal(language, 'group-taken');
      const { groupVersion: version } = parsed.data;
      return run({ raw, actor, language, now: now.getTime(), facts, version, membership, here });
    };
  const begin = start(ports);
  return {
    verbs: {
      'group.set-up': begin,
      'group.form': setsUp(async ({ raw, language, facts, here, now }) => {
        const view = { language, facts, version: here?.body.revision ?? 0 };
        const known = here === undefined ? {} : knownTyped(ports, here.body, now);
        const typed = typedIn({ ...known, ...z.record(z.string(), z.unknown()).parse(raw) }, facts.kind);
        return answer(language, seriesFormCard(view, { typed }));
      }),
      'group.plan': setsUp(async ({ raw, language, facts, version }) =>
        answer(language, planFormCard({ language, facts, version }, { typed: typedIn(raw, facts.kind) })),
      ),
      'group.preview': setsUp((click) => preview(ports, click)),
      'group.confirm': setsUp((click) => confirm(ports, click)),
    },
    commands: {
      opsæt: 'group.set-up',
      opsætning: 'group.set-up',
      'set up': 'group.set-up',
      setup: 'group.set-up',
    },
  };
};
