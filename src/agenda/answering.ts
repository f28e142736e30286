import { z } from 'zod';
import type { Card } from '../cards/card';
import { typedWords } from '../cards/elements';
import type { Answer } from '../chat/turn';
import type { MeetingPorts } from '../meetings/access';
import {
  type Authorised,
  authorise,
  meetingOf,
  meetingShape,
  movedRemark,
  type RefusalKind,
  refusal,
} from '../meetings/answering';
import type { Agenda, AgendaRefusal, Decision, Who } from '../meetings/model/agenda';
import type { AgendaGroup } from '../meetings/model/handing-in';
import { endOf, type Meeting, type MeetingDecision } from '../meetings/model/meeting';
import type { Permission } from '../meetings/model/roles';
import type { ReceiptKind } from '../meetings/model/row-kinds';
import { typedLimit } from '../meetings/typed-fields';
import { type UpdateResult, updateMeeting } from '../meetings/update-meeting';
import { button, formCard, secondaryButton } from '../meetings/view';
import type { Language } from '../municipality/schema';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';
import type { Reader } from './agenda-card';
import { agendaCard } from './agenda-card';
import { type AgendaView, itemsIn } from './agenda-view';
import { receiptRow } from './receipts';

export type AgendaPorts = MeetingPorts & {
  /** The municipality's own names (`ownNamesOf`), which are no person's. */
  readonly ownNames: readonly string[];
};

export const pageShape = meetingShape.extend({
  page: z.number().int().nonnegative().max(1_000).default(0).catch(0),
});
export const itemShape = meetingShape.extend({ itemId: z.string().min(1).max(64) });

export type AgendaClick<Data = z.infer<typeof meetingShape>> = Authorised<Data>;

/** Why nothing was changed: the agenda's own reasons, and the meeting's. */
export type Refusal = AgendaRefusal | 'already-cancelled' | 'already-skipped' | 'stale' | 'changed-meanwhile';

/** A card without items' words, which can stand in a message. A form with what somebody is handing in is never written there. */
export const wordless = (language: Language, card: Card) =>
  ({ kind: 'card', card, summary: agendaTexts[language].summary }) satisfies Answer;

const pointerCard = (language: Language): Card => {
  const { pointer, buttons } = agendaTexts[language];
  return formCard(
    { language },
    { ...pointer, actions: [button(language, { title: buttons.agenda, verb: 'agenda.list' })] },
  );
};

/** A card with items' words, or with what was typed in a form: no message keeps it. */
export const answer = (language: Language, card: Card): Answer => ({
  ...wordless(language, card),
  pointer: pointerCard(language),
});

export const viewOf = (
  { language, facts, now }: Pick<AgendaClick, 'language' | 'facts' | 'now'>,
  meeting: Meeting,
  notice?: string,
): AgendaView => ({ language, facts, meeting, now, notice });

export const whoOf = ({ actor, isCoordinator }: Pick<AgendaClick, 'actor' | 'isCoordinator'>): Who => ({
  personId: actor.personId,
  isCoordinator,
});

export const agendaGroupOf = ({ facts }: Pick<AgendaClick, 'facts'>): AgendaGroup => ({
  kind: facts.kind,
  functionIds: facts.functions.map(({ id }) => id),
});

/** The agenda as the clicker sees it. */
export const shown = (click: AgendaClick, meeting: Meeting, notice = '', page = 0): Answer => {
  const reader: Reader = whoOf(click);
  return answer(click.language, agendaCard(viewOf(click, meeting, notice), { reader, page }));
};

/** Shows a card about the agenda as it is now; a reader who saw another time is told the new one. */
export const showing = <Data extends z.infer<typeof meetingShape>>(
  ports: MeetingPorts,
  { shape, permission }: { readonly shape: z.ZodType<Data>; readonly permission: Permission },
  card: (view: AgendaView, click: AgendaClick<Data>) => Answer,
) =>
  authorise(ports, { shape, permission }, async (click) => {
    const meeting = await meetingOf(ports, click.data);
    if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
    const remark = movedRemark(click.language, meeting, click.data.revision);
    return card(viewOf(click, meeting, remark), click);
  });

export type AgendaChange = {
  readonly decide: (agenda: Agenda, meeting: Meeting) => Decision;
  /** Until the meeting's end, when it isn't said otherwise: from then on too, or even when it isn't held. */
  readonly until?: 'after-the-meeting' | 'always';
  /** Refuses while the meeting is another than the reader saw. */
  readonly asksAgain?: boolean;
};

/** Changes the agenda of a click's meeting as it is now. */
export const keepAgenda = (
  ports: MeetingPorts,
  click: Pick<AgendaClick, 'group' | 'data' | 'now'>,
  change: AgendaChange,
): Promise<UpdateResult<Refusal>> => {
  const { group, data, now } = click;
  return updateMeeting<Refusal>(
    ports,
    { group: group.body, occurrence: data.occurrence, now },
    decisionOn(click, change),
  );
};

/** The change of a meeting as it is now: its agenda's, as long as the agenda can be changed. */
export const decisionOn =
  ({ data, now }: Pick<AgendaClick, 'data' | 'now'>, { decide, until, asksAgain = false }: AgendaChange) =>
  (meeting: Meeting): MeetingDecision<Refusal> => {
    const reason = endedReason(meeting, { now, until });
    if (reason !== undefined) return { kind: 'refused', reason };
    if (asksAgain && meeting.revision !== data.revision) return { kind: 'refused', reason: 'stale' };
    const decision = decide(meeting.agenda, meeting);
    if (decision.kind === 'refused') return decision;
    const { agenda } = decision;
    return { kind: 'changed', meeting: agenda === meeting.agenda ? meeting : { ...meeting, agenda } };
  };

const endedReason = (
  meeting: Meeting,
  { now, until }: { readonly now: number; readonly until: AgendaChange['until'] },
): Refusal | undefined => {
  if (until === 'always') return undefined;
  if (meeting.status.kind !== 'planned') return `already-${meeting.status.kind}`;
  return until === undefined && now >= endOf(meeting) ? 'over' : undefined;
};

/** Why, in a sentence; for a meeting that was moved meanwhile the new time. */
export const reasonInWords = (
  { language, data }: Pick<AgendaClick, 'language' | 'data'>,
  reason: Refusal,
  meeting: Meeting,
): string => {
  if (reason === 'stale') return movedRemark(language, meeting, data.revision) ?? '';
  return reason === 'changed-meanwhile'
    ? meetingTexts[language].refusals[reason]
    : agendaTexts[language].refusals[reason];
};

/** Answers a change: what `done` makes of the meeting as it is now, or the agenda with why it wasn't done. */
export const outcomeOf = (
  click: AgendaClick,
  kept: UpdateResult<Refusal>,
  done: (meeting: Meeting) => Answer,
): Answer => {
  if (kept.kind === 'updated') return done(kept.meeting);
  const { meeting, reason } = kept;
  if (meeting === undefined || reason === 'no-such-meeting')
    return refusal(click.language, 'no-such-meeting');
  return shown(click, meeting, reasonInWords(click, reason, meeting));
};

const everyText = z.record(z.string(), z.unknown());
/** What a click carries beside words that somebody typed. */
const ours = new Set(['verb', 'language', 'groupId', 'occurrence', 'itemId', 'nonce', 'noPerson']);

/** Why a coordinator's form can't be taken, with the words that were typed in it, to copy. */
export const keptWords = (language: Language, reason: RefusalKind, raw: unknown): Answer =>
  keptText(language, meetingTexts[language].refusals[reason], raw) ?? refusal(language, reason);

/** The same with a sentence that says why; `undefined` when no words were typed. */
export const keptText = (language: Language, notice: string, raw: unknown): Answer | undefined => {
  const typed = Object.entries(everyText.safeParse(raw).data ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' && value.includes(' ') && !ours.has(key) ? [value.slice(0, typedLimit)] : [],
  );
  if (typed.length === 0) return undefined;
  const { form, buttons } = agendaTexts[language];
  const { refused } = meetingTexts[language];
  const card = formCard(
    { language, notice },
    {
      heading: refused,
      lead: form.kept,
      rows: typed.slice(0, 20).map((line) => typedWords('', line)),
      actions: [secondaryButton(language, buttons.agenda, 'agenda.list')],
    },
  );
  return answer(language, card);
};

/** Plans what an item's author is told of a decision, before the decision is written; nobody is told what he did himself. */
export const planReceipt = async (
  ports: AgendaPorts,
  click: AgendaClick<z.infer<typeof itemShape>>,
  kind: ReceiptKind,
): Promise<void> => {
  const { data, group, facts, now, actor } = click;
  const meeting = await meetingOf(ports, data);
  const item = meeting && itemsIn(meeting.agenda).find(({ id }) => id === data.itemId);
  if (meeting === undefined || item === undefined || item.author === actor.personId) return;
  const decided = { kind, itemId: item.id, author: item.author };
  const days = ports.days(facts.kind);
  await ports.outbox.plan([receiptRow(decided, { meeting, group: group.body, days, now })]);
};
