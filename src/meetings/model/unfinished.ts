import { dayMs } from '../../duration';
import type { Instant } from '../../storage/contract';
import { type Item, isTaken } from './item';
import { endOf, type Meeting } from './meeting';
import { carriedOf, handedOverOf, unnotedOf } from './outcomes';

/** An item that belongs on a later meeting's agenda, and when it can be carried over. */
type Unfinished = { readonly item: Item; readonly from: Instant };

/** Somebody has so long to note what came of an agenda that was never published; then its items are carried over. */
export const notingMs = 5 * dayMs;

/**
 * The items of a meeting that belong on a later one's agenda, all of them, carried over or not. A meeting that is held keeps
 * them to its end: until then it can be moved, and its agenda is to come again.
 */
export const unfinishedOf = (meeting: Meeting): readonly Unfinished[] => {
  const { agenda, status } = meeting;
  const from = (at: Instant) => (item: Item) => ({ item, from: at });
  const noted = () => [...carriedOf(agenda), ...unnotedOf(agenda)];
  // Called off after something was noted, it leaves what was carried and what nobody has noted anything about.
  if (status.kind !== 'planned')
    return (agenda.state === 'held' ? noted() : handedOverOf(agenda)).map(from(0));
  const endsAt = endOf(meeting);
  return [...carriedOf(agenda).map(from(endsAt)), ...unnotedOf(agenda).map(from(endsAt + notingMs))];
};

/** When what nobody has noted anything about goes to the next meeting; `undefined` when there is nothing of the kind. */
export const unnotedUntil = (meeting: Meeting): Instant | undefined =>
  meeting.status.kind === 'planned' && unnotedOf(meeting.agenda).length > 0
    ? endOf(meeting) + notingMs
    : undefined;

/** Whether the item has been given to a later meeting, or is just being given. */
const isOnNext = ({ handedOn }: Pick<Meeting, 'handedOn'>, id: string): boolean => {
  const kind = handedOn?.[id]?.kind;
  return kind === 'there' || kind === 'chosen';
};

/** Whether what came of the item can still be noted: not once the next meeting has it. A standing item is on both. */
export const canBeNoted = (meeting: Pick<Meeting, 'handedOn'>, item: Item): boolean =>
  isTaken(item) && (item.kind === 'standing' || !isOnNext(meeting, item.id));

/** The items that wait for a meeting which is to take them. */
export const waitingOf = (meeting: Meeting): readonly Item[] =>
  unfinishedOf(meeting)
    .map(({ item }) => item)
    .filter(({ id }) => meeting.handedOn?.[id]?.kind !== 'there');

/** When somebody must carry items over; `undefined` when all have been, or wait for a meeting that isn't planned yet. */
export const carryOverAt = (meeting: Meeting): Instant | undefined => {
  const times = unfinishedOf(meeting).flatMap(({ item, from }) => {
    const kind = meeting.handedOn?.[item.id]?.kind;
    return kind === 'there' || kind === 'waits' ? [] : [from];
  });
  return times.length === 0 ? undefined : Math.min(...times);
};
