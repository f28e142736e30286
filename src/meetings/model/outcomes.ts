import type { Instant } from '../../storage/contract';
import {
  type Agenda,
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

const isCarried = (item: HeldItem): boolean =>
  item.outcome?.kind === 'carried' || item.outcome?.kind === 'continues';

type Hold = {
  readonly by: Who;
  readonly startsAt: Instant;
  /** By the item's id; items that are left out keep what they had. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
};

/**
 * Notes what came of the items once the meeting has begun, all at once or one after the other. What was carried
 * stands, for the next agenda has it.
 */
export const holdAgenda = (agenda: Agenda, { by, startsAt, outcomes }: Hold, now: Instant): Decision => {
  if (!by.isCoordinator) return refused('not-coordinator');
  if (agenda.state === 'erased') return refused('over');
  if (agenda.state !== 'published' && agenda.state !== 'held') return refused('not-published');
  if (now < startsAt) return refused('not-begun');
  const noted = new Map(Object.entries(outcomes));
  const items: readonly HeldItem[] = agenda.items;
  for (const [id, outcome] of noted) {
    const item = items.find((each) => each.id === id);
    if (!item || !isTaken(item)) return refused('no-such-item');
    if (!fits(item, outcome)) return refused('outcome-of-another-kind');
    if (isCarried(item) && item.outcome?.kind !== outcome.kind) return refused('already-carried');
  }
  const withOutcome = (item: HeldItem): HeldItem => {
    const outcome = noted.get(item.id);
    return outcome ? { ...item, outcome } : item;
  };
  return changed({
    state: 'held',
    publishedAt: agenda.publishedAt,
    heldAt: agenda.state === 'held' ? agenda.heldAt : now,
    heldBy: agenda.state === 'held' ? agenda.heldBy : by.personId,
    items: items.map(withOutcome),
  });
};

/**
 * What belongs on the next meeting's agenda once this one's is over: first what was carried, with one more time; then late
 * items that this meeting hasn't taken, and standing items. What nobody has noted anything about isn't carried.
 */
export const carriedOf = (agenda: Agenda): readonly Item[] => {
  if (agenda.state === 'erased') return [];
  const items: readonly HeldItem[] = agenda.items;
  const others = items.filter((item) => !isCarried(item) && (item.kind === 'standing' || !isTaken(item)));
  return [
    ...items.filter(isCarried).map((item) => moved(item, item.carried + 1)),
    ...others.map((item) => moved(item, item.kind === 'standing' ? 0 : item.carried)),
  ];
};

/** Everything on the agenda of a meeting that won't be held, for the next one. */
export const handedOverOf = (agenda: Agenda): readonly Item[] =>
  agenda.state === 'held' || agenda.state === 'erased'
    ? []
    : agenda.items.map((item) => moved(item, item.carried));

const moved = ({ late: _, outcome: __, ...item }: HeldItem, carried: number): Item => ({ ...item, carried });

/** Puts carried items first on an agenda that is there already. Ones that it has or had are left: twice is once. */
export const takeCarried = (agenda: Agenda, carried: readonly Item[], now: Instant): Decision => {
  const coming = comingAt(agenda, now);
  if (!coming) return refused('over');
  const known = knownIds(coming);
  const fresh = carried.filter(({ id }) => !known.has(id));
  return changed(fresh.length === 0 ? agenda : { ...coming, items: [...fresh, ...coming.items] });
};
