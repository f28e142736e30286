import type { Instant } from '../../storage/contract';
import type { Item } from './item';
import { endOf, type Meeting } from './meeting';
import { carriedOf, handedOverOf } from './outcomes';

type Unfinished = {
  readonly items: readonly Item[];
  /** When they can be handed on: at once when the agenda is over, else at the meeting's end. */
  readonly from: Instant;
};

/** The items of a meeting that belong on a later one's agenda, all of them, handed on or not. */
export const unfinishedOf = (meeting: Meeting): Unfinished => {
  const { agenda, status } = meeting;
  if (status.kind !== 'planned') return { items: handedOverOf(agenda), from: 0 };
  return { items: carriedOf(agenda), from: agenda.state === 'held' ? 0 : endOf(meeting) };
};

/** When somebody must hand items on; `undefined` when all have been, or wait for a meeting that isn't planned yet. */
export const carryOverAt = (meeting: Meeting): Instant | undefined => {
  const { items, from } = unfinishedOf(meeting);
  const isSettled = ({ id }: Item): boolean => {
    const kind = meeting.handedOn?.[id]?.kind;
    return kind === 'there' || kind === 'waits';
  };
  return items.every(isSettled) ? undefined : from;
};
