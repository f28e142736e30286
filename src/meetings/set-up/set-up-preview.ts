import type { Actor, Answer } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import { wallTimeOf } from '../../municipality/wall-time';
import { ownNamesOf } from '../../privacy/own-names';
import type { Doc } from '../../storage/contract';
import { type MeetingPorts, readersOf } from '../access';
import { answer } from '../answering';
import { meetingsToCome } from '../coming-meetings';
import { fateOf } from '../maintenance/follow-plan';
import { planOf } from '../maintenance/maintain';
import { spanOn } from '../model/clashes';
import { occurrencesOf } from '../model/dates';
import type { Group } from '../model/group';
import type { GroupFacts } from '../model/group-facts';
import { deadlineOf } from '../model/meeting';
import type { Membership } from '../model/roles';
import { clashesDuring } from '../other-groups';
import { type Preview, previewCard, shownDates } from './preview-card';
import { faultyFormCard } from './set-up-card';
import { type ParsedSetUp, parseSetUp } from './set-up-form';

/** A click of somebody who may set up the channel that it came from. */
export type SetUpClick = {
  readonly raw: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: number;
  readonly facts: GroupFacts;
  readonly version: number;
  readonly membership: Extract<Membership, { kind: 'known' }>;
  /** The group as it lives in this channel. */
  readonly here: Doc<Group> | undefined;
};

/** What the click's form says, or its faults. */
export const parsedOf = (ports: MeetingPorts, { raw, facts, now }: SetUpClick): ParsedSetUp =>
  parseSetUp(raw, {
    groupKind: facts.kind,
    today: wallTimeOf(new Date(now)).date,
    ownNames: ownNamesOf(ports.municipality, ports.municipality.ownNames),
    countDates: (series) =>
      occurrencesOf(series, facts.kind, ports.days(facts.kind)).filter(({ heldOn }) => heldOn !== undefined)
        .length,
  });

/** The channel that a click came from. */
export const channelOf = ({
  conversationId,
  tenantId,
  serviceUrl,
  teamId = '',
}: Actor): Group['channel'] => ({
  conversationId,
  teamId,
  tenantId,
  serviceUrl,
});

/** What another plan makes of the meetings that the group has. */
const fatesOf = async (
  ports: MeetingPorts,
  { here, now, facts }: SetUpClick,
  plan: Pick<Group, 'series' | 'plan'>,
): Promise<Pick<Preview, 'stays' | 'fallsAway'>> => {
  if (here === undefined) return { stays: [], fallsAway: [] };
  const { planned } = planOf(ports, { ...here.body, ...plan });
  const meetings = (await meetingsToCome(ports, facts.id, now)).map(({ body }) => body);
  const withFate = (fate: string) =>
    meetings.filter((meeting) => fateOf(meeting, planned(meeting.occurrence, now)) === fate);
  return { stays: withFate('stays'), fallsAway: withFate('falls-away') };
};

/** The coming dates of the form's plan, and what it makes of what is there; nothing is stored. */
export const preview = async (ports: MeetingPorts, click: SetUpClick, notice?: string): Promise<Answer> => {
  const { language, facts, version, membership } = click;
  const view = { language, facts, version, notice };
  const parsed = parsedOf(ports, click);
  if (parsed.kind === 'faults') return answer(language, faultyFormCard(view, parsed));
  const { series, plan, typed } = parsed;
  const occurrences = occurrencesOf(series, facts.kind, ports.days(facts.kind));
  // A card shows no more of them.
  const asked = occurrences
    .slice(0, shownDates)
    .flatMap(({ heldOn }) => (heldOn === undefined ? [] : [spanOn(heldOn, series)]));
  const clashes = await clashesDuring(ports, click, asked);
  const clashesFrom = new Map(asked.map(({ from }, index) => [from, clashes[index]]));
  const isDeadlinePast = (heldOn: string | undefined): boolean => {
    const from = heldOn === undefined ? 0 : spanOn(heldOn, series).from;
    return from > click.now && deadlineOf(from, plan, ports.days(facts.kind)) <= click.now;
  };
  const dates = occurrences.map((occurrence) => ({
    occurrence,
    isDeadlinePast: isDeadlinePast(occurrence.heldOn),
    clashesWith: (occurrence.heldOn && clashesFrom.get(spanOn(occurrence.heldOn, series).from)) || [],
  }));
  const readers = readersOf(membership.members);
  const { knowsSchoolHolidays } = ports;
  const place = await ports.placeNames(channelOf(click.actor));
  const fates = await fatesOf(ports, click, { series, plan });
  return answer(
    language,
    previewCard(view, {
      typed,
      series,
      plan,
      dates,
      readers,
      place,
      ...fates,
      knowsSchoolHolidays: knowsSchoolHolidays || facts.kind === 'ssp-nu',
    }),
  );
};
