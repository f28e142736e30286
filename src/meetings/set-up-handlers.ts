import { z } from 'zod';
import type { DeskHandler, DeskHandlers } from '../chat/desk';
import type { Actor, Answer } from '../chat/turn';
import type { Language } from '../municipality/schema';
import { wallTimeOf } from '../municipality/wall-time';
import type { Doc } from '../storage/contract';
import { meetingTexts } from '../text/meetings';
import { findGroup, groupIn, type MeetingPorts, readersOf } from './access';
import { answer, groupShape, isOfNow, languageOf, refusal } from './answering';
import { clashesOf } from './clashes';
import { occurrencesOf } from './dates';
import type { Group } from './group';
import { comingMeetings } from './keep';
import { doneCard, previewCard } from './preview-card';
import { roleRefusal, type Standing, standingOf } from './roles';
import {
  alreadyCard,
  chooseGroupCard,
  faultyFormCard,
  personCard,
  planFormCard,
  seriesFormCard,
} from './set-up-card';
import { type ParsedSetUp, parseSetUp, typedIn } from './set-up-form';
import { settle } from './settle';
import { button, factsOf, type GroupFacts, whenInWords } from './view';

const formShape = groupShape.extend({ groupVersion: z.number().int().nonnegative().catch(0) });

/** A click of somebody who may set up the channel that it came from. */
type SetUpClick = {
  readonly raw: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: number;
  readonly facts: GroupFacts;
  readonly version: number;
  readonly standing: Extract<Standing, { kind: 'known' }>;
  /** The group as it lives in this channel. */
  readonly here: Doc<Group> | undefined;
};

const standingIn = async (ports: MeetingPorts, actor: Actor) => {
  const { claim, group } = await groupIn(ports, actor.conversationId);
  const standing = standingOf({
    personId: actor.personId,
    administrators: ports.administrators,
    named: claim?.body.named ?? [],
    group: group?.body,
    members: await ports.roster(actor),
  });
  return { standing, group };
};

const parsedOf = (ports: MeetingPorts, { raw, facts, now }: SetUpClick): ParsedSetUp =>
  parseSetUp(raw, {
    groupKind: facts.kind,
    today: wallTimeOf(new Date(now)).date,
    countDates: (series) =>
      occurrencesOf(series, facts.kind, ports.days(facts.kind)).filter(({ heldOn }) => heldOn !== undefined)
        .length,
  });

/** The series of the other groups that have a channel, for clashes. */
const othersOf = async (ports: MeetingPorts, groupId: string) => {
  const others = ports.municipality.groups.filter(({ id }) => id !== groupId);
  const found = await Promise.all(
    others.map(async (facts) => ({ facts, group: await findGroup(ports, facts.id) })),
  );
  return found.flatMap(({ facts, group }) =>
    group === undefined ? [] : [{ facts, series: group.body.series }],
  );
};

const preview = async (ports: MeetingPorts, click: SetUpClick, notice?: string): Promise<Answer> => {
  const { language, facts, version, standing } = click;
  const view = { language, facts, version, notice };
  const parsed = parsedOf(ports, click);
  if (parsed.kind === 'faults') return answer(language, faultyFormCard(view, parsed));
  const { series, plan, typed } = parsed;
  const others = await othersOf(ports, facts.id);
  const dates = occurrencesOf(series, facts.kind, ports.days(facts.kind)).map((occurrence) => ({
    occurrence,
    clashesWith: clashesOf(
      occurrence,
      series,
      others.map((other) => ({
        name: other.facts.name[language],
        series: other.series,
        occurrences: occurrencesOf(other.series, other.facts.kind, ports.days(other.facts.kind)),
      })),
    ),
  }));
  const readers = readersOf(standing.members);
  const { knowsSchoolHolidays } = ports;
  return answer(
    language,
    previewCard(view, {
      typed,
      series,
      plan,
      dates,
      readers,
      knowsSchoolHolidays: knowsSchoolHolidays || facts.kind === 'ssp-nu',
    }),
  );
};

const confirm = async (ports: MeetingPorts, click: SetUpClick): Promise<Answer> => {
  const { language, facts, version, actor, standing, now, here } = click;
  const { refusals, done } = meetingTexts[language];
  const parsed = parsedOf(ports, click);
  if (parsed.kind === 'faults') return answer(language, faultyFormCard({ language, facts, version }, parsed));
  const { series, plan } = parsed;
  const teamId = actor.teamId ?? '';
  const { conversationId, tenantId, serviceUrl } = actor;
  const group: Group = {
    groupId: facts.id,
    channel: { conversationId, teamId, tenantId, serviceUrl },
    coordinator: here?.body.coordinator ?? actor.personId,
    ...(here?.body.deputy === undefined ? {} : { deputy: here.body.deputy }),
    series,
    plan,
    knownGuests: standing.members.filter(({ isGuest }) => isGuest).map(({ personId }) => personId),
  };
  const settled = await settle(ports, { group, version }, now);
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
  (ports: MeetingPorts): DeskHandler =>
  async (raw, actor) => {
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'personal') return refusal(language, 'not-in-channel');
    const { standing, group } = await standingIn(ports, actor);
    const { buttons } = meetingTexts[language];
    if (standing.kind === 'unknown-roster') return refusal(language, 'unknown-roster');
    const may = (deed: 'name' | 'set-up' | 'coordinate') => roleRefusal(standing, deed) === undefined;
    const naming = may('name')
      ? [button(language, { title: buttons.name, verb: 'group.choose-person' })]
      : [];
    const facts = group && factsOf(ports.municipality, group.body.groupId);
    if (facts !== undefined) {
      const data = { groupId: facts.id };
      const to = (title: string, verb: string) => button(language, { title, verb, data });
      return answer(
        language,
        alreadyCard({ language, facts }, [
          ...(may('coordinate') || may('set-up') ? [to(buttons.newPlan, 'group.form')] : []),
          ...(may('coordinate') ? [to(buttons.extra, 'meeting.extra'), to(buttons.sent, 'group.sent')] : []),
          ...(may('set-up') ? [to(buttons.deputy, 'group.deputy')] : []),
          ...(may('set-up') && !may('coordinate') ? [to(buttons.takeOver, 'group.take-over')] : []),
          ...naming,
        ]),
      );
    }
    if (!may('set-up') && naming.length > 0) return answer(language, nameCard(language, standing.members));
    const reason = roleRefusal(standing, 'set-up');
    if (reason !== undefined) return refusal(language, reason);
    const free = await Promise.all(
      ports.municipality.groups.map(async (one) => ((await findGroup(ports, one.id)) ? [] : [one])),
    );
    return answer(language, chooseGroupCard({ language }, free.flat(), naming));
  };

/** The people of a channel whom an administrator can name: no guests. */
export const nameCard = (language: Language, members: Extract<Standing, { kind: 'known' }>['members']) =>
  personCard({ language }, { kind: 'name', people: members.filter(({ isGuest }) => !isGuest) });

export const createSetUpClicks = (ports: MeetingPorts): DeskHandlers => {
  const setsUp =
    (run: (click: SetUpClick) => Promise<Answer>): DeskHandler =>
    async (raw, actor, now) => {
      const language = languageOf(ports, raw);
      const parsed = formShape.safeParse(raw);
      if (!parsed.success || !isOfNow(raw)) return refusal(language, 'odd-card');
      if (actor.scope === 'personal') return refusal(language, 'not-in-channel');
      const facts = factsOf(ports.municipality, parsed.data.groupId);
      if (facts === undefined) return refusal(language, 'unknown-group');
      const { standing, group: here } = await standingIn(ports, actor);
      if (standing.kind === 'unknown-roster') return refusal(language, 'unknown-roster');
      const isOwn = here !== undefined && roleRefusal(standing, 'coordinate') === undefined;
      const reason = isOwn ? undefined : roleRefusal(standing, 'set-up');
      if (reason !== undefined) return refusal(language, reason);
      if (here !== undefined && here.body.groupId !== facts.id) return refusal(language, 'channel-taken');
      if (here === undefined && (await findGroup(ports, facts.id))) return refusal(language, 'group-taken');
      const { groupVersion: version } = parsed.data;
      return run({ raw, actor, language, now: now.getTime(), facts, version, standing, here });
    };
  const begin = start(ports);
  return {
    verbs: {
      'group.set-up': begin,
      'group.form': setsUp(async ({ raw, language, facts, here }) => {
        const view = { language, facts, version: here?.version ?? 0 };
        return answer(language, seriesFormCard(view, { typed: typedIn(raw, facts.kind) }));
      }),
      'group.plan': setsUp(async ({ raw, language, facts, version }) =>
        answer(language, planFormCard({ language, facts, version }, { typed: typedIn(raw, facts.kind) })),
      ),
      'group.preview': setsUp((click) => preview(ports, click)),
      'group.confirm': setsUp((click) => confirm(ports, click)),
    },
    commands: { opsæt: begin, 'set up': begin },
  };
};
