import type { Instant } from '../../storage/contract';
import { type Agenda, changed, comingAt, type Decision, type HeldItem, refused, type Who } from './agenda';
import { isTaken } from './item';

/** What a form about the order says: the ids as it showed them, and the number that each item is to have, the first being 1. */
export type Ordering = {
  readonly shown: readonly string[];
  /** By the item's id; an item that is left out, or has the number that the form showed, isn't moved. */
  readonly numbers: Readonly<Record<string, number>>;
};

export type NumberFault = 'out-of-range' | 'twice';

/** The items to be moved, each with its number. */
export const movedBy = ({ shown, numbers }: Ordering): ReadonlyMap<string, number> =>
  new Map(
    shown.flatMap((id, at): readonly (readonly [string, number])[] => {
      const number = Object.hasOwn(numbers, id) ? numbers[id] : undefined;
      return number === undefined || number === at + 1 ? [] : [[id, number]];
    }),
  );

/** What is wrong with a moved item's number: no place of the list, or one that another moved item has as well. */
export const numberFaults = (ordering: Ordering): ReadonlyMap<string, NumberFault> => {
  const moved = [...movedBy(ordering)];
  const isPlace = (number: number): boolean =>
    Number.isInteger(number) && number >= 1 && number <= ordering.shown.length;
  return new Map(
    moved.flatMap(([id, number]): readonly (readonly [string, NumberFault])[] => {
      if (!isPlace(number)) return [[id, 'out-of-range']];
      return moved.filter(([, other]) => other === number).length > 1 ? [[id, 'twice']] : [];
    }),
  );
};

/** The items in their new order: those that are moved have their numbers, and the others fill the rest as they stood. */
const arranged = (items: readonly HeldItem[], moved: ReadonlyMap<string, number>): readonly HeldItem[] => {
  const numberOf = ({ id }: HeldItem): number => moved.get(id) ?? 0;
  const others: readonly HeldItem[] = items.filter(({ id }) => !moved.has(id));
  return items
    .filter(({ id }) => moved.has(id))
    .toSorted((one, other) => numberOf(one) - numberOf(other))
    .reduce((order, item) => order.toSpliced(numberOf(item) - 1, 0, item), others);
};

/**
 * Gives the items that the meeting takes another order, several at a time. A form that moves nothing writes nothing. One
 * that showed another list than there is by now is refused, whoever changed it; items that were added at the end since are
 * no reason to.
 */
export const orderItems = (
  agenda: Agenda,
  { by, ...ordering }: Ordering & { readonly by: Who },
  now: Instant,
): Decision => {
  if (!by.isCoordinator) return refused('not-coordinator');
  const coming = comingAt(agenda, now);
  if (!coming) return refused('over');
  if (numberFaults(ordering).size > 0) return refused('odd-order');
  const moved = movedBy(ordering);
  if (moved.size === 0) return changed(agenda);
  const taken = coming.items.filter(isTaken);
  if (ordering.shown.some((id, at) => taken[at]?.id !== id)) return refused('ordered-meanwhile');
  const waiting = coming.items.filter((item) => !isTaken(item));
  return changed({ ...coming, items: [...arranged(taken, moved), ...waiting] });
};
