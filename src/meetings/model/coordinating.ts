import type { Instant } from '../../storage/contract';
import {
  type Agenda,
  type Coming,
  changed,
  comingAt,
  type Decision,
  knownIds,
  refused,
  type Who,
} from './agenda';
import { withItem, withoutItem } from './handing-in';
import { type Item, isMinutes } from './item';

type OfItem = { readonly by: Who; readonly id: string };

/** Runs a coordinator's decision about one item of an agenda whose meeting is still to come. */
const coordinate = (
  agenda: Agenda,
  { by, id, now }: OfItem & { readonly now: Instant },
  decide: (coming: Coming, item: Item) => Decision,
): Decision => {
  if (!by.isCoordinator) return refused('not-coordinator');
  const coming = comingAt(agenda, now);
  if (!coming) return refused('over');
  const item = coming.items.find((each) => each.id === id);
  return item ? decide(coming, item) : refused('no-such-item');
};

const withChange = <Some extends Item>(item: Some, by: Who, now: Instant): Some => ({
  ...item,
  changed: { at: now, by: by.personId },
});

/** Says which meeting takes a late item: this one, at its end, or the next. */
export const acceptLate = (
  agenda: Agenda,
  { by, id, meeting }: OfItem & { readonly meeting: 'this' | 'next' },
  now: Instant,
): Decision =>
  coordinate(agenda, { by, id, now }, (coming, item) => {
    const late = meeting === 'this' ? 'accepted' : 'next';
    if (item.late === late) return changed(agenda);
    if (item.late !== 'waiting') return refused('not-waiting');
    return changed(withItem(coming, withChange({ ...item, late }, by, now)));
  });

/** Takes the item off the agenda; its words are gone and only the reason stays. A single case gets none. */
export const refuseItem = (
  agenda: Agenda,
  { by, id, reason }: OfItem & { readonly reason?: string },
  now: Instant,
): Decision => {
  if (by.isCoordinator && 'refused' in agenda && agenda.refused.some((each) => each.id === id))
    return changed(agenda);
  return coordinate(agenda, { by, id, now }, (coming, item) => {
    if (item.kind === 'single-case' && reason) return refused('single-case-has-no-text');
    const refusal = { id, author: item.author, at: now, by: by.personId, ...(reason ? { reason } : {}) };
    const items = coming.items.filter((each) => each.id !== id);
    return changed({ ...coming, items, refused: [...coming.refused, refusal] });
  });
};

/** Gives the item other minutes. */
export const setMinutes = (
  agenda: Agenda,
  { by, id, minutes }: OfItem & { readonly minutes: number },
  now: Instant,
): Decision =>
  coordinate(agenda, { by, id, now }, (coming, item) =>
    isMinutes(minutes)
      ? changed(withItem(coming, withChange({ ...item, minutes }, by, now)))
      : refused('minutes-out-of-range'),
  );

/** Adds an item of the coordinator's own that comes again at every meeting. The same form sent once more changes nothing. */
export const addStanding = (
  agenda: Agenda,
  { by, id, title, minutes }: OfItem & { readonly title: string; readonly minutes: number },
  now: Instant,
): Decision => {
  if (!by.isCoordinator) return refused('not-coordinator');
  const coming = comingAt(agenda, now);
  if (!coming) return refused('over');
  if (!isMinutes(minutes)) return refused('minutes-out-of-range');
  const author = by.personId;
  const item: Item = { kind: 'standing', id, title, minutes, author, handedInAt: now, carried: 0 };
  return changed(knownIds(coming).has(id) ? agenda : { ...coming, items: [...coming.items, item] });
};

/** Takes a standing item off this agenda and the coming ones; any coordinator may, until the meeting. */
export const dropStanding = (agenda: Agenda, { by, id }: OfItem, now: Instant): Decision =>
  coordinate(agenda, { by, id, now }, (coming, item) =>
    item.kind === 'standing' ? changed(withoutItem(coming, id)) : refused('no-such-item'),
  );
