import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { authorise, meetingOf, refusal } from '../meetings/answering';
import type { HeldItem } from '../meetings/model/agenda';
import { limits } from '../meetings/model/item';
import { endOf, type Meeting } from '../meetings/model/meeting';
import {
  caseOutcomes,
  holdAgenda,
  isAsShown,
  isCarried,
  type Noting,
  notedMeanwhile,
  topicOutcomes,
} from '../meetings/model/outcomes';
import { canBeNoted } from '../meetings/model/unfinished';
import { typedLimit } from '../meetings/typed-fields';
import type { UpdateResult } from '../meetings/update-meeting';
import type { Language } from '../municipality/schema';
import type { PersonLike } from '../privacy/person-like';
import { agendaTexts } from '../text/agenda';
import { dayInWords } from '../text/dates';
import { agendaAt, comingItems, itemsIn } from './agenda-view';
import {
  type AgendaClick,
  type AgendaPorts,
  answer,
  keepAgenda,
  keptText,
  keptWords,
  outcomeOf,
  pageShape,
  type Refusal,
  reasonInWords,
  showing,
  shown,
  viewOf,
  whoOf,
} from './answering';
import { faultInWords } from './item-form-card';
import {
  decisionField,
  type Noted,
  notedInWords,
  notNoted,
  outcomeField,
  outcomesCard,
  outcomeTitle,
} from './outcomes-card';
import { parseLine } from './text-field';

const savedShape = pageShape.extend({
  noPerson: z.literal('true').optional().catch(undefined),
  /** What the form showed, by item. */
  shown: z.record(z.string().max(64), z.string().max(64)).default({}).catch({}),
});
const fields = z.record(z.string(), z.unknown());

type Read = { readonly noted: Noted; readonly outcome?: Noting; readonly found: readonly PersonLike[] };
type Reading = {
  readonly language: Language;
  readonly ownNames: readonly string[];
  readonly isNoPerson: boolean;
  /** Whether the form showed what was noted of the item, so that it can be taken back. */
  readonly isShown: boolean;
};

/** What the form says of one item: an outcome, nothing, or what is wrong with it. */
const read = (item: HeldItem, raw: unknown, reading: Reading): Read => {
  const { language, ownNames, isNoPerson, isShown } = reading;
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
    if (decision.trim() !== '') return { noted: { ...noted, outcomeFault: withoutOutcome }, found: [] };
    return { noted, found: [], ...(outcome === notNoted && isShown ? { outcome: 'nothing' } : {}) };
  }
  const kinds = item.kind === 'single-case' ? caseOutcomes : topicOutcomes;
  const kind = kinds.find((each) => each === outcome);
  const { faults, outcomes } = agendaTexts[language];
  if (kind === undefined) return { noted: { ...noted, outcomeFault: faults.unknown }, found: [] };
  if (kind !== 'decided') {
    if (decision.trim() === '') return { noted, outcome: { kind }, found: [] };
    const outcomeFault = outcomes.decisionBeside(outcomeTitle('decided', language));
    return { noted: { ...noted, outcomeFault }, found: [] };
  }
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

/** A form that has been saved says where the carried items are now. */
const savedNotice = async (
  ports: AgendaPorts,
  { language, now }: AgendaClick,
  latest: Meeting,
): Promise<string> => {
  const { outcomes: text } = agendaTexts[language];
  if (!itemsIn(latest.agenda).some(isCarried)) return text.saved;
  if (now < endOf(latest)) return text.carriedAtEnd;
  const to = Object.values(latest.handedOn ?? {}).findLast(({ kind }) => kind === 'there');
  const next =
    to?.kind === 'there'
      ? await meetingOf(ports, { groupId: latest.groupId, occurrence: to.occurrence })
      : undefined;
  return next === undefined ? text.notCarried : text.carried(dayInWords(new Date(next.startsAt), language));
};

type Sent = {
  readonly raw: unknown;
  readonly reads: ReadonlyMap<string, Read>;
  readonly outcomes: Readonly<Record<string, Noting>>;
};

/**
 * Nothing was saved: who lost the race sees what somebody else noted beside what was typed, and can save again. Text that has
 * no field any more is there to copy.
 */
const refusedWith = (
  click: AgendaClick<z.infer<typeof savedShape>>,
  kept: Extract<UpdateResult<Refusal>, { kind: 'refused' }>,
  { raw, reads, outcomes }: Sent,
): Answer => {
  const { language, data } = click;
  const { reason, meeting } = kept;
  if (meeting === undefined || reason === 'no-such-meeting')
    return outcomeOf(click, kept, (latest) => shown(click, latest));
  const sentence = reasonInWords(click, reason, meeting);
  if (reason !== 'noted-meanwhile')
    return keptText(language, sentence, raw) ?? shown(click, meeting, sentence);
  const items = itemsIn(meeting.agenda);
  const lost = new Set(notedMeanwhile(items, { outcomes, shown: data.shown }));
  const { meanwhile } = agendaTexts[language].outcomes;
  const noted = items.flatMap(({ id, outcome }): readonly (readonly [string, Noted])[] => {
    const typed = reads.get(id)?.noted;
    if (typed === undefined || isAsShown(outcomes[id], data.shown[id])) return [];
    const outcomeFault = lost.has(id) ? { outcomeFault: meanwhile(notedInWords(outcome, language)) } : {};
    return [[id, { ...typed, ...outcomeFault }]];
  });
  const card = outcomesCard(viewOf(click, meeting, sentence), { noted: new Map(noted), page: data.page });
  return answer(language, card);
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
      const { shown: seen } = data;
      const reading = { language, ownNames: ports.ownNames, isNoPerson: data.noPerson !== undefined };
      // What the next agenda has meanwhile is refused where the form says something else of it than it showed.
      const items = comingItems(view).filter((item) => canBeNoted(meeting, item) || item.id in seen);
      const reads = new Map(
        items.map((item) => [item.id, read(item, raw, { ...reading, isShown: item.id in seen })]),
      );
      const all = [...reads.values()];
      const found = all.flatMap((each) => each.found);
      const isFaulty = all.some(({ noted }) => noted.outcomeFault ?? noted.decisionFault);
      if (isFaulty || found.length > 0) {
        const noted = new Map([...reads].map(([id, each]) => [id, each.noted]));
        const form = { noted, page: data.page, shown: seen, ...(isFaulty ? {} : { found }) };
        return answer(language, outcomesCard(view, form));
      }
      const outcomes = Object.fromEntries(
        [...reads].flatMap(([id, { outcome }]) => (outcome === undefined ? [] : [[id, outcome]])),
      );
      const kept = await keepAgenda(ports, click, {
        until: 'after-the-meeting',
        decide: (agenda, latest) => {
          const { startsAt } = latest;
          const isOpen = (item: HeldItem) => canBeNoted(latest, item);
          const noting = { by: whoOf(click), startsAt, outcomes, shown: seen, canBeNoted: isOpen };
          return holdAgenda(agenda, noting, now);
        },
      });
      if (kept.kind === 'refused') return refusedWith(click, kept, { raw, reads, outcomes });
      const notice = await savedNotice(ports, click, kept.meeting);
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
      if (state === 'erased') return shown(click, view.meeting);
      if (click.now < view.meeting.startsAt) return shown(click, view.meeting, refusals['not-begun']);
      return answer(view.language, outcomesCard(view, { page: click.data.page }));
    }),
    'agenda.save-outcomes': save(ports),
  },
});
