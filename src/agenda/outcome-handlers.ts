import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import { authorise, meetingOf, refusal } from '../meetings/answering';
import type { HeldItem } from '../meetings/model/agenda';
import { isTaken, limits } from '../meetings/model/item';
import type { Meeting } from '../meetings/model/meeting';
import { caseOutcomes, holdAgenda, type Outcome, topicOutcomes } from '../meetings/model/outcomes';
import { typedLimit } from '../meetings/typed-fields';
import type { Language } from '../municipality/schema';
import type { PersonLike } from '../privacy/person-like';
import { agendaTexts } from '../text/agenda';
import { dayInWords } from '../text/dates';
import { agendaAt, comingItems, itemsIn } from './agenda-view';
import {
  type AgendaPorts,
  answer,
  keepAgenda,
  keptWords,
  outcomeOf,
  pageShape,
  showing,
  shown,
  viewOf,
  whoOf,
} from './answering';
import { faultInWords } from './item-form-card';
import { decisionField, type Noted, notNoted, outcomeField, outcomesCard } from './outcomes-card';
import { parseLine } from './text-field';

const savedShape = pageShape.extend({ noPerson: z.literal('true').optional().catch(undefined) });
const fields = z.record(z.string(), z.unknown());

type Read = { readonly noted: Noted; readonly outcome?: Outcome; readonly found: readonly PersonLike[] };
type Reading = {
  readonly language: Language;
  readonly ownNames: readonly string[];
  readonly isNoPerson: boolean;
};

/** What the form says of one item: an outcome, nothing, or what is wrong with it. */
const read = (item: HeldItem, raw: unknown, { language, ownNames, isNoPerson }: Reading): Read => {
  const given = fields.safeParse(raw).data ?? {};
  const text = (key: string): string => {
    const value = given[key];
    return typeof value === 'string' ? value.slice(0, typedLimit) : '';
  };
  const outcome = text(outcomeField(item.id));
  const decision = text(decisionField(item.id));
  const noted = { outcome: outcome || notNoted, decision };
  if (outcome === '' || outcome === notNoted) {
    const { withoutOutcome } = agendaTexts[language].outcomes;
    const outcomeFault = decision.trim() === '' ? {} : { outcomeFault: withoutOutcome };
    return { noted: { ...noted, ...outcomeFault }, found: [] };
  }
  const kinds = item.kind === 'single-case' ? caseOutcomes : topicOutcomes;
  const kind = kinds.find((each) => each === outcome);
  const { faults, outcomes } = agendaTexts[language];
  if (kind === undefined) return { noted: { ...noted, outcomeFault: faults.unknown }, found: [] };
  if (kind !== 'decided') return { noted, outcome: { kind }, found: [] };
  const parsed = parseLine(decision, { most: limits.decision, ownNames, isNoPerson });
  switch (parsed.kind) {
    case 'line':
      return { noted, outcome: { kind, decision: parsed.line }, found: [] };
    case 'ask-person':
      return { noted, found: parsed.found };
    case 'fault': {
      const decisionFault =
        parsed.fault === 'missing'
          ? outcomes.withoutDecision
          : faultInWords(language, parsed.fault, limits.decision);
      return { noted: { ...noted, decisionFault }, found: [] };
    }
    default:
      return parsed satisfies never;
  }
};

const isCarried = ({ outcome }: HeldItem): boolean =>
  outcome?.kind === 'carried' || outcome?.kind === 'continues';

/** A form that has been saved says where the carried items are now. */
const savedNotice = async (ports: AgendaPorts, meeting: Meeting, language: Language): Promise<string> => {
  const { outcomes: text } = agendaTexts[language];
  const latest = (await meetingOf(ports, meeting)) ?? meeting;
  if (!itemsIn(latest.agenda).some(isCarried)) return text.saved;
  const to = Object.values(latest.handedOn ?? {}).findLast(({ kind }) => kind === 'there');
  const next =
    to?.kind === 'there'
      ? await meetingOf(ports, { groupId: meeting.groupId, occurrence: to.occurrence })
      : undefined;
  return next === undefined ? text.notCarried : text.carried(dayInWords(new Date(next.startsAt), language));
};

const save = (ports: AgendaPorts): Handler =>
  authorise(
    ports,
    { shape: savedShape, permission: 'coordinate', refused: keptWords },
    async (click, raw) => {
      const { data, language, now } = click;
      const meeting = await meetingOf(ports, data);
      if (meeting === undefined) return refusal(language, 'no-such-meeting');
      const view = viewOf(click, meeting);
      const reading = { language, ownNames: ports.ownNames, isNoPerson: data.noPerson !== undefined };
      const items = comingItems(view).filter((item) => isTaken(item) && !isCarried(item));
      const reads = new Map(items.map((item) => [item.id, read(item, raw, reading)]));
      const all = [...reads.values()];
      const found = all.flatMap((each) => each.found);
      const isFaulty = all.some(({ noted }) => noted.outcomeFault ?? noted.decisionFault);
      if (isFaulty || found.length > 0) {
        const noted = new Map([...reads].map(([id, each]) => [id, each.noted]));
        const form = { noted, page: data.page, ...(isFaulty ? {} : { found }) };
        return answer(language, outcomesCard(view, form));
      }
      const outcomes = Object.fromEntries(
        [...reads].flatMap(([id, { outcome }]) => (outcome === undefined ? [] : [[id, outcome]])),
      );
      const { startsAt } = meeting;
      const kept = await keepAgenda(ports, click, {
        until: 'after-the-meeting',
        decide: (agenda) => holdAgenda(agenda, { by: whoOf(click), startsAt, outcomes }, now),
      });
      if (kept.kind === 'refused') return outcomeOf(click, kept, (latest) => shown(click, latest));
      const notice = await savedNotice(ports, kept.meeting, language);
      return answer(language, outcomesCard(viewOf(click, kept.meeting, notice), { page: data.page }));
    },
  );

/** After the meeting: what came of each item. */
export const createOutcomeClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.outcomes': showing(ports, { shape: pageShape, permission: 'coordinate' }, (view, click) => {
      const { state } = agendaAt(view);
      const { refusals } = agendaTexts[view.language];
      if (state === 'open' || state === 'closed')
        return shown(click, view.meeting, refusals['not-published']);
      if (state === 'erased') return shown(click, view.meeting);
      if (click.now < view.meeting.startsAt) return shown(click, view.meeting, refusals['not-begun']);
      return answer(view.language, outcomesCard(view, { page: click.data.page }));
    }),
    'agenda.save-outcomes': save(ports),
  },
});
