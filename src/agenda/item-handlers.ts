import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Verb } from '../cards/verbs';
import type { Handler, Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { authorise, meetingOf, meetingShape, type RefusalKind, refusal } from '../meetings/answering';
import { comingMeetings, nextToBeHeld } from '../meetings/coming-meetings';
import type { Agenda } from '../meetings/model/agenda';
import { takesText } from '../meetings/model/group-facts';
import { editItem, handIn } from '../meetings/model/handing-in';
import { type Draft, type Item, usualMinutes } from '../meetings/model/item';
import type { Meeting } from '../meetings/model/meeting';
import type { Language } from '../municipality/schema';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';
import { agendaAt, isToCome, itemsIn } from './agenda-view';
import {
  type AgendaClick,
  type AgendaPorts,
  agendaGroupOf,
  answer,
  itemShape,
  keepAgenda,
  type Refusal,
  reasonInWords,
  showing,
  shown,
  viewOf,
  whoOf,
  wordless,
} from './answering';
import { keepEverywhere } from './carried-words';
import { parseItemForm, type Typed, typedIn } from './item-form';
import { type ItemForm, itemFormCard, keptCard, nothingTyped } from './item-form-card';
import { handedInCard } from './my-items-card';

const formShape = meetingShape.extend({ isCase: z.boolean().default(false).catch(false) });

/** A form that was sent; its fields are read by `parseItemForm`. */
const sentShape = meetingShape.extend({ nonce: z.string().regex(/^[\w-]{8,64}$/) });
type Sent = AgendaClick<z.infer<typeof sentShape>>;

/** What goes back to somebody who can't hand in here and now, with everything that was typed. */
const kept =
  (verb: Verb) =>
  (language: Language, reason: RefusalKind, raw: unknown): Answer => {
    const { refusals } = meetingTexts[language];
    const data = sentShape.safeParse(raw).data ?? {};
    const typed = typedIn(raw);
    const card = answer(language, keptCard({ language, notice: refusals[reason] }, { verb, data, typed }));
    return reason === 'odd-card' && card.kind === 'card' ? { ...card, isRefusal: true } : card;
  };

const formOf = ({ data, facts }: Sent, isEdit: boolean, typed: Typed): ItemForm => ({
  id: data.nonce,
  isEdit,
  isCase: !takesText(facts) || typed.kind === 'single-case',
  typed,
});

/** Over, or not held: then the same words go into a form for the next meeting, if there is one. */
const forAnother = async (
  ports: AgendaPorts,
  click: Sent,
  {
    typed,
    notice,
    meeting,
  }: { readonly typed: Typed; readonly notice: string; readonly meeting: Meeting | undefined },
): Promise<Answer> => {
  const { language, data, facts, now } = click;
  const coming = await comingMeetings(ports, { groupId: facts.id, now, limit: 5 });
  const next = coming.find(
    ({ occurrence, status }) => occurrence !== meeting?.occurrence && status.kind === 'planned',
  );
  return next === undefined
    ? answer(language, keptCard({ language, notice }, { verb: 'agenda.hand-in', data, typed }))
    : wordless(language, itemFormCard(viewOf(click, next, notice), formOf(click, false, typed)));
};

const sent = (ports: AgendaPorts, isEdit: boolean): Handler => {
  const verb = isEdit ? 'agenda.edit' : 'agenda.hand-in';
  const wanted = { shape: sentShape, permission: 'take-part', refused: kept(verb) } as const;
  return authorise(ports, wanted, async (click, raw) => {
    const { language, now } = click;
    const group = agendaGroupOf(click);
    const parsed = parseItemForm(raw, { group, ownNames: ports.ownNames });
    const typed = typedIn(raw);
    const noSuchMeeting = (): Promise<Answer> => {
      const notice = meetingTexts[language].refusals['no-such-meeting'];
      return forAnother(ports, click, { typed, notice, meeting: undefined });
    };
    const again = (notice: string | undefined, about: Meeting, more: Partial<ItemForm> = {}): Answer => {
      const form = { ...formOf(click, isEdit, typed), ...more };
      return (isEdit ? answer : wordless)(language, itemFormCard(viewOf(click, about, notice), form));
    };
    if (parsed.kind !== 'item') {
      const meeting = await meetingOf(ports, click.data);
      if (meeting === undefined) return noSuchMeeting();
      const more = parsed.kind === 'faults' ? { faults: parsed.faults } : { found: parsed.found };
      return again(undefined, meeting, more);
    }
    const { draft } = parsed;
    const decide = (agenda: Agenda) =>
      (isEdit ? editItem : handIn)(agenda, { by: whoOf(click), draft, group }, now);
    const change = { asksAgain: true, decide };
    const item = { ...click, data: { ...click.data, itemId: draft.id } };
    const words = draft.kind === 'topic' ? { title: draft.title, note: draft.note } : undefined;
    const done = isEdit
      ? await keepEverywhere(ports, item, { ...change, words })
      : await keepAgenda(ports, click, change);
    if (done.kind === 'updated') {
      if (!isEdit && !done.isSame) ports.handedIn?.(kindOf(draft));
      return receipt(click, done.meeting, isEdit);
    }
    const { meeting: latest, reason } = done;
    if (latest === undefined || reason === 'no-such-meeting') return noSuchMeeting();
    const notice = reasonInWords(click, reason, latest);
    return isOver(reason) && !isEdit
      ? forAnother(ports, click, { typed, notice, meeting: latest })
      : again(notice, latest);
  });
};

/** The kind under which an item is counted. */
const kindOf = (draft: Draft) => (draft.kind === 'topic' ? draft.topicKind : draft.kind);

const isOver = (reason: Refusal): boolean =>
  reason === 'over' || reason === 'already-cancelled' || reason === 'already-skipped';

const receipt = (click: Sent, meeting: Meeting, isEdit: boolean): Answer => {
  const view = viewOf(click, meeting);
  const item = itemsIn(agendaAt(view)).find(({ id }) => id === click.data.nonce);
  return item === undefined
    ? shown(click, meeting, agendaTexts[click.language].refusals['no-such-item'])
    : answer(click.language, handedInCard(view, { item, isEdit }));
};

/** What an item's form holds for the item as it is. */
const typedFor = (item: Item): Typed => {
  const minutes = String(item.minutes);
  if (item.kind === 'single-case')
    return { ...nothingTyped, kind: 'single-case', functionId: item.functionId, minutes };
  if (item.kind === 'standing') return { ...nothingTyped, title: item.title, minutes };
  const { topicKind: kind, title, note, functionId } = item;
  return { kind, title, note, functionId, minutes };
};

/** Handing items in and editing them: by a form that is answered in its place, and that keeps what was typed. */
export const createItemClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.item-form': authorise(ports, { shape: formShape, permission: 'take-part' }, async (click) => {
      const { data, facts, language } = click;
      const minutes = String(usualMinutes['single-case']);
      const isCase = data.isCase || !takesText(facts);
      const typed = isCase ? { ...nothingTyped, kind: 'single-case', minutes } : nothingTyped;
      const form = formOf({ ...click, data: { ...data, nonce: randomUUID() } }, false, typed);
      const meeting = await meetingOf(ports, data);
      const next = await nextToBeHeld(ports, { groupId: facts.id, now: click.now });
      const isOpen = meeting !== undefined && isToCome({ meeting, now: click.now });
      const about = isOpen ? meeting : next;
      if (about === undefined) return refusal(language, 'no-such-meeting');
      return wordless(language, itemFormCard(viewOf(click, about), form));
    }),
    'agenda.hand-in': sent(ports, false),
    'agenda.edit-form': showing(ports, { shape: itemShape, permission: 'take-part' }, (view, click) => {
      const item = itemsIn(agendaAt(view)).find(({ id }) => id === click.data.itemId);
      const { refusals } = agendaTexts[view.language];
      if (item === undefined) return shown(click, view.meeting, refusals['no-such-item']);
      if (item.author !== click.actor.personId) return shown(click, view.meeting, refusals['not-author']);
      const typed = typedFor(item);
      const sentClick = { ...click, data: { ...click.data, nonce: item.id } };
      return answer(view.language, itemFormCard(view, formOf(sentClick, true, typed)));
    }),
    'agenda.edit': sent(ports, true),
  },
});
