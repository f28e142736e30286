import { createHash } from 'node:crypto';
import type { Instant } from '../../storage/contract';
import {
  type Agenda,
  atTime,
  changed,
  comingAt,
  type Decision,
  type HeldItem,
  knownIds,
  refused,
  type Who,
} from './agenda';
import { type Item, isTaken } from './item';

/** What came of an item: of a topic or standing item the first three, of a single case the other three. */
export type Outcome =
  | { readonly kind: 'done' | 'carried' }
  | { readonly kind: 'decided'; readonly decision: string }
  | { readonly kind: 'discussed' | 'continues' | 'closed' };

export const topicOutcomes = ['done', 'decided', 'carried'] as const;
export const caseOutcomes = ['discussed', 'continues', 'closed'] as const;

const fits = (item: Item, { kind }: Outcome): boolean =>
  (item.kind === 'single-case' ? caseOutcomes : topicOutcomes).some((each) => each === kind);

export const isCarried = (item: HeldItem): boolean =>
  item.outcome?.kind === 'carried' || item.outcome?.kind === 'continues';

/** What a form says of an item: what came of it, or that nothing is noted. */
export type Noting = Outcome | 'nothing';

/** Stands for what is noted of an item, so that a form can carry what it showed. */
export const markOf = (outcome: Outcome | undefined): string =>
  createHash('sha256')
    .update(outcome === undefined ? '' : `${outcome.kind} ${'decision' in outcome ? outcome.decision : ''}`)
    .digest('base64url')
    .slice(0, 10);

/** Whether something is still to be done about it. */
const isUnfinished = (item: HeldItem): boolean =>
  item.outcome === undefined || isCarried(item) || item.kind === 'standing';

type Hold = {
  readonly by: Who;
  readonly startsAt: Instant;
  /** By the item's id; items that are left out keep what they had. */
  readonly outcomes: Readonly<Record<string, Noting>>;
  /** What the form showed, by the item's id; what somebody else has noted since isn't written over. */
  readonly shown?: Readonly<Record<string, string>>;
  /** Whether what came of an item can still be noted; not once it stands on the next agenda. */
  readonly canBeNoted?: (item: Item) => boolean;
};

/** Items of which somebody has noted something since the form was shown, other than what the form says. */
export const notedMeanwhile = (
  items: readonly HeldItem[],
  { outcomes, shown = {} }: Pick<Hold, 'outcomes' | 'shown'>,
): readonly string[] =>
  items.flatMap(({ id, outcome }) => {
    const [seen, now, wanted] = [shown[id], markOf(outcome), outcomes[id]];
    if (wanted === undefined || seen === undefined || isAsShown(wanted, seen)) return [];
    return seen === now || isAsShown(wanted, now) ? [] : [id];
  });

/** Whether a form says of an item what it showed. */
export const isAsShown = (noting: Noting | undefined, shown: string | undefined): boolean =>
  noting === undefined || markOfNoting(noting) === shown;

const markOfNoting = (noting: Noting): string => markOf(noting === 'nothing' ? undefined : noting);

/**
 * Notes what came of the items once the meeting has begun, all at once or one after the other, whether the agenda was
 * published or not. Only what differs from what the form showed is written. What the next agenda has stands.
 */
export const holdAgenda = (
  agenda: Agenda,
  { by, startsAt, outcomes, shown = {}, canBeNoted = () => true }: Hold,
  now: Instant,
): Decision => {
  if (!by.isCoordinator) return refused('not-coordinator');
  const timely = atTime(agenda, now);
  if (timely.state === 'erased') return refused('over');
  if (timely.state === 'open' || now < startsAt) return refused('not-begun');
  const { items } = timely;
  const noted = new Map(Object.entries(outcomes).filter(([id, noting]) => !isAsShown(noting, shown[id])));
  for (const [id, noting] of noted) {
    const item = items.find((each) => each.id === id);
    if (!item || !isTaken(item)) return refused('no-such-item');
    if (noting !== 'nothing' && !fits(item, noting)) return refused('outcome-of-another-kind');
    if (!canBeNoted(item) && markOf(item.outcome) !== markOfNoting(noting)) return refused('already-carried');
  }
  if (notedMeanwhile(items, { outcomes, shown }).length > 0) return refused('noted-meanwhile');
  const withOutcome = (item: HeldItem): HeldItem => {
    const { outcome, ...plain } = item;
    const noting = noted.get(item.id);
    if (noting === undefined) return item;
    return noting === 'nothing' ? plain : { ...plain, outcome: noting };
  };
  const held = timely.state === 'held' ? timely : { heldAt: now, heldBy: by.personId };
  return changed({
    ...timely,
    state: 'held',
    heldAt: held.heldAt,
    heldBy: held.heldBy,
    items: items.map(withOutcome),
  });
};

/**
 * What belongs on the next meeting's agenda once this one's is over: first what was carried, with one more time; then late
 * items that this meeting hasn't taken, and standing items.
 */
export const carriedOf = (agenda: Agenda): readonly Item[] => {
  if (agenda.state === 'erased') return [];
  const { items } = agenda;
  const others = items.filter((item) => !isCarried(item) && (item.kind === 'standing' || !isTaken(item)));
  return [
    ...items.filter(isCarried).map((item) => moved(item, item.carried + 1)),
    ...others.map((item) => moved(item, item.kind === 'standing' ? 0 : item.carried)),
  ];
};

/**
 * The items of an agenda that nobody published and of which nobody has noted anything: for the next meeting, when nobody
 * notes something in time. Of a published one they stay, for the group has seen them.
 */
export const unnotedOf = (agenda: Agenda): readonly Item[] => {
  if (agenda.state === 'erased' || agenda.state === 'published') return [];
  if (agenda.state === 'held' && agenda.publishedAt !== undefined) return [];
  return agenda.items
    .filter((item) => item.kind !== 'standing' && isTaken(item) && item.outcome === undefined)
    .map((item) => moved(item, item.carried + 1));
};

/** Everything on the agenda of a meeting that won't be held, for the next one. */
export const handedOverOf = (agenda: Agenda): readonly Item[] =>
  agenda.state === 'held' || agenda.state === 'erased'
    ? []
    : agenda.items.filter(isUnfinished).map((item) => moved(item, item.carried));

const moved = ({ late: _, outcome: __, ...item }: HeldItem, carried: number): Item => ({ ...item, carried });

/** Puts carried items first on an agenda that is there already. Ones that it has or had are left: twice is once. */
export const takeCarried = (agenda: Agenda, carried: readonly Item[], now: Instant): Decision => {
  const coming = comingAt(agenda, now);
  if (!coming) return refused('over');
  const known = knownIds(coming);
  const fresh = carried.filter(({ id }) => !known.has(id));
  return changed(fresh.length === 0 ? agenda : { ...coming, items: [...fresh, ...coming.items] });
};
