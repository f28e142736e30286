import type { PersonId } from '../../chat/turn';
import type { Instant } from '../../storage/contract';
import {
  type Agenda,
  type AgendaRefusal,
  atTime,
  type Coming,
  changed,
  comingAt,
  type Decision,
  type HeldItem,
  knownIds,
  refused,
  type Who,
} from './agenda';
import type { GroupKind } from './group-facts';
import { type Draft, type Item, limits, type Topic } from './item';

/** What an agenda must know of its group: its kind, and the functions of the municipality's file that meet in it. */
export type AgendaGroup = {
  readonly kind: GroupKind;
  readonly functionIds: readonly string[];
};

type GroupRefusal = Extract<AgendaRefusal, 'unknown-function' | 'through-staff-unit' | 'single-cases-only'>;

/**
 * Why a group doesn't take an item. SSP-NU takes single cases and nothing else, and only its own functions bring them;
 * schools and other workplaces go through the staff unit (action plan, "SSP-NU møder").
 */
export const groupRefusal = (
  { kind, functionIds }: AgendaGroup,
  draft: Pick<Draft, 'kind' | 'functionId'>,
): GroupRefusal | undefined => {
  if (!functionIds.includes(draft.functionId))
    return kind === 'ssp-nu' ? 'through-staff-unit' : 'unknown-function';
  return kind === 'ssp-nu' && draft.kind !== 'single-case' ? 'single-cases-only' : undefined;
};

type HandIn = { readonly by: Who; readonly draft: Draft; readonly group: AgendaGroup };

/** Adds the item, late and waiting after the deadline. The same form sent once more changes nothing. */
export const handIn = (agenda: Agenda, { by, draft, group }: HandIn, now: Instant): Decision => {
  const authorBefore = authorOf(agenda, draft.id);
  if (authorBefore !== undefined)
    return authorBefore === by.personId ? changed(agenda) : refused('not-author');
  const coming = comingAt(agenda, now);
  if (!coming) return refused('over');
  if (coming.withdrawn.includes(draft.id)) return changed(agenda);
  const reason = groupRefusal(group, draft);
  if (reason) return refused(reason);
  if (knownIds(coming).size >= limits.items) return refused('full');
  const item: Item = {
    ...draft,
    author: by.personId,
    handedInAt: now,
    carried: 0,
    ...(coming.state === 'open' ? {} : { late: 'waiting' }),
  };
  return changed({ ...coming, items: [...coming.items, item] });
};

const authorOf = (agenda: Agenda, id: string): string | undefined => {
  const known = [...('items' in agenda ? agenda.items : []), ...('refused' in agenda ? agenda.refused : [])];
  return known.find((each) => each.id === id)?.author;
};

/** Puts the new words in the place of the old ones, which are gone. Its author may do so until the deadline. */
export const editItem = (agenda: Agenda, { by, draft, group }: HandIn, now: Instant): Decision => {
  const found = findOwn(agenda, { by, id: draft.id }, now);
  if (found.kind === 'refused') return found;
  const reason = groupRefusal(group, draft);
  if (reason) return refused(reason);
  const { author, handedInAt, carried } = found.item;
  const edited: Item = { ...draft, author, handedInAt, carried, changed: { at: now, by: by.personId } };
  return changed(withItem(found.agenda, edited));
};

/** Takes the item off the agenda; its words are gone. Its author may do so until the deadline. */
export const withdrawItem = (
  agenda: Agenda,
  { by, id }: { readonly by: Who; readonly id: string },
  now: Instant,
): Decision => {
  if ('withdrawn' in agenda && agenda.withdrawn.includes(id)) return changed(agenda);
  const found = findOwn(agenda, { by, id }, now);
  return found.kind === 'refused' ? found : changed(withoutItem(found.agenda, id));
};

type Found = { readonly kind: 'found'; readonly agenda: Coming; readonly item: Item };

const findOwn = (
  agenda: Agenda,
  { by, id }: { readonly by: Who; readonly id: string },
  now: Instant,
): Found | Extract<Decision, { kind: 'refused' }> => {
  const coming = comingAt(agenda, now);
  if (!coming) return { kind: 'refused', reason: 'over' };
  const item = coming.items.find((each) => each.id === id);
  if (!item) return { kind: 'refused', reason: 'no-such-item' };
  if (item.author !== by.personId) return { kind: 'refused', reason: 'not-author' };
  if (coming.state !== 'open') return { kind: 'refused', reason: 'closed' };
  return { kind: 'found', agenda: coming, item };
};

/** The agenda with the item in the place of the one of the same id. */
export const withItem = (agenda: Coming, item: Item): Coming => ({
  ...agenda,
  items: agenda.items.map((each) => (each.id === item.id ? item : each)),
});

/** The agenda without the item; its id stays as withdrawn. */
export const withoutItem = (agenda: Coming, id: string): Coming => ({
  ...agenda,
  items: agenda.items.filter((each) => each.id !== id),
  withdrawn: [...agenda.withdrawn, id],
});

/**
 * Removes an item's words at any time, with what was decided about it or why it was refused; the item itself stays in
 * its place. An item that was carried stands in several agendas: call it for each.
 */
export const removeText = (
  agenda: Agenda,
  { by, id }: { readonly by: Who; readonly id: string },
  now: Instant,
): Decision => {
  if (agenda.state === 'erased') return refused('over');
  const author = authorOf(agenda, id);
  if (author === undefined) return refused('no-such-item');
  if (author !== by.personId && !by.isCoordinator) return refused('not-author');
  return changed(changeWords(atTime(agenda, now), { by: by.personId, id }, now));
};

type NewWords = {
  readonly by: PersonId;
  readonly id: string;
  /** Absent when the item says nothing any more. */
  readonly words?: Pick<Topic, 'title' | 'note'> | undefined;
};

/** The agenda with other words of an item, or none: also one that is over, from which the item was carried on. */
export const changeWords = (agenda: Agenda, { by, id, words }: NewWords, now: Instant): Agenda => {
  if (agenda.state === 'erased') return agenda;
  const reworded = <Some extends HeldItem>(items: readonly Some[]): readonly Some[] =>
    items.map((each) => (each.id === id ? { ...withWords(each, words), changed: { at: now, by } } : each));
  return {
    ...agenda,
    items: reworded(agenda.items),
    refused: agenda.refused.map(({ reason, ...each }) =>
      each.id === id || reason === undefined ? each : { ...each, reason },
    ),
  };
};

const withWords = <Some extends HeldItem>(item: Some, words: NewWords['words']): Some =>
  item.kind === 'topic' && words !== undefined ? { ...item, ...words } : wordless(item);

const wordless = <Some extends HeldItem>(item: Some): Some => ({
  ...item,
  ...(item.kind === 'topic' ? { title: '', note: '' } : {}),
  ...(item.kind === 'standing' ? { title: '' } : {}),
  ...(item.outcome?.kind === 'decided' ? { outcome: { kind: 'decided', decision: '' } } : {}),
});
