import type { PersonId } from '../../chat/turn';
import type { Instant } from '../../storage/contract';
import type { Item } from './item';
import type { Outcome } from './outcomes';

/** Who acts. The deputy coordinates as well; whoever calls has asked the group and the channel's roster. */
export type Who = { readonly personId: PersonId; readonly isCoordinator: boolean };

/** An item that the coordinator doesn't take. Its words are gone; a single case is refused without a reason. */
export type Refusal = {
  readonly id: string;
  readonly author: PersonId;
  readonly reason?: string;
  readonly at: Instant;
  readonly by: PersonId;
};

export type HeldItem = Item & { readonly outcome?: Outcome };

/** What every agenda holds. Ids of what is gone stay: the same form sent once more brings nothing back. */
type Content = {
  /** In the order in which they will be taken; one has an outcome on an agenda whose meeting was moved after it was noted. */
  readonly items: readonly HeldItem[];
  readonly refused: readonly Refusal[];
  readonly withdrawn: readonly string[];
};

/** A meeting's agenda. Late items stay among the items until the coordinator has said which meeting. */
export type Agenda =
  | (Content & { readonly state: 'open'; readonly closesAt: Instant })
  | (Content & { readonly state: 'closed'; readonly closedAt: Instant })
  | (Content & {
      readonly state: 'published';
      readonly closedAt: Instant;
      readonly publishedAt: Instant;
      readonly publishedBy: PersonId;
    })
  | (Content & {
      readonly state: 'held';
      readonly closedAt: Instant;
      /** Absent when nobody published it. */
      readonly publishedAt?: Instant;
      readonly publishedBy?: PersonId;
      readonly heldAt: Instant;
      readonly heldBy: PersonId;
    })
  | { readonly state: 'erased'; readonly erasedAt: Instant };

/** An agenda whose meeting is still to come. */
export type Coming = Extract<Agenda, { state: 'open' | 'closed' | 'published' }>;

/** Every reason for which a decision about an agenda can be refused; each has a sentence in every language. */
const agendaRefusals = [
  'closed',
  'over',
  'still-open',
  'already-closed',
  'already-published',
  'items-wait',
  'not-begun',
  'not-author',
  'not-coordinator',
  'no-such-item',
  'not-waiting',
  'full',
  'unknown-function',
  'through-staff-unit',
  'single-cases-only',
  'single-case-has-no-text',
  'outcome-of-another-kind',
  'already-carried',
  'noted-meanwhile',
  'minutes-out-of-range',
  'odd-order',
  'ordered-meanwhile',
] as const;
export type AgendaRefusal = (typeof agendaRefusals)[number];

/** A decision's result. An unchanged agenda is given back as it is when the same was done before. */
export type Decision =
  | { readonly kind: 'changed'; readonly agenda: Agenda }
  | { readonly kind: 'refused'; readonly reason: AgendaRefusal };

export const changed = (agenda: Agenda): Decision => ({ kind: 'changed', agenda });
export const refused = (reason: AgendaRefusal): Decision => ({ kind: 'refused', reason });

/** A meeting's new agenda; what was carried to it comes first, in its order. */
export const newAgenda = (closesAt: Instant, carried: readonly Item[]): Agenda => ({
  state: 'open',
  closesAt,
  items: carried,
  refused: [],
  withdrawn: [],
});

const nothingGone: Pick<Content, 'refused' | 'withdrawn'> = { refused: [], withdrawn: [] };

/** An agenda as it was stored: earlier versions left out what a held one had refused and withdrawn. */
export const wholeAgenda = (stored: Agenda): Agenda =>
  stored.state === 'held' ? { ...nothingGone, ...stored } : stored;

/** The agenda as the clock has it: closed from the deadline's instant on, even before anybody has noticed. */
export const atTime = (agenda: Agenda, now: Instant): Agenda => {
  if (agenda.state !== 'open' || now < agenda.closesAt) return agenda;
  const { state: _, closesAt, ...content } = agenda;
  return { ...content, state: 'closed', closedAt: closesAt };
};

/** The agenda at that time if its meeting is still to come; otherwise `undefined`. */
export const comingAt = (agenda: Agenda, now: Instant): Coming | undefined => {
  const timely = atTime(agenda, now);
  return timely.state === 'held' || timely.state === 'erased' ? undefined : timely;
};

/** Every id that the agenda has or had; none of them comes once more. */
export const knownIds = ({ items, refused, withdrawn }: Content): ReadonlySet<string> =>
  new Set([...items.map(({ id }) => id), ...refused.map(({ id }) => id), ...withdrawn]);

/** Closes an agenda whose deadline has come. */
export const closeAgenda = (agenda: Agenda, now: Instant): Decision => {
  if (agenda.state !== 'open') return refused('already-closed');
  return now < agenda.closesAt ? refused('still-open') : changed(atTime(agenda, now));
};

/**
 * A moved meeting's new deadline: one that lies ahead opens a closed agenda again, and its late items are in time. An agenda
 * on which outcomes were noted is to come again, and keeps them.
 */
export const moveDeadline = (agenda: Agenda, closesAt: Instant, now: Instant): Decision => {
  switch (agenda.state) {
    case 'open':
      return changed(atTime({ ...agenda, closesAt }, now));
    case 'closed': {
      if (closesAt <= now) return changed(agenda);
      const { state: _, closedAt: __, ...content } = agenda;
      return changed({ ...content, state: 'open', closesAt, items: agenda.items.map(inTime) });
    }
    case 'held': {
      const { state: _, heldAt: __, heldBy: ___, publishedAt, publishedBy, ...content } = agenda;
      return publishedAt !== undefined && publishedBy !== undefined
        ? changed({ ...content, state: 'published', publishedAt, publishedBy })
        : moveDeadline({ ...content, state: 'closed' }, closesAt, now);
    }
    case 'published':
    case 'erased':
      return changed(agenda);
    default:
      return agenda satisfies never;
  }
};

const inTime = (item: HeldItem): HeldItem => {
  const { late, ...rest } = item;
  return late === 'waiting' ? rest : item;
};

type Publishing = {
  readonly by: Who;
  /** Refuses while late items wait for an answer, so that the coordinator can be asked whether that is meant. */
  readonly asksFirst?: boolean;
};

/** Publishes a closed agenda. Of two people at once one wins; the other is told `already-published`. */
export const publishAgenda = (
  agenda: Agenda,
  { by, asksFirst = false }: Publishing,
  now: Instant,
): Decision => {
  const timely = atTime(agenda, now);
  if (!by.isCoordinator) return refused('not-coordinator');
  if (timely.state === 'open') return refused('still-open');
  if (timely.state === 'published') return refused('already-published');
  if (timely.state !== 'closed') return refused('over');
  if (asksFirst && timely.items.some(({ late }) => late === 'waiting')) return refused('items-wait');
  return changed({ ...timely, state: 'published', publishedAt: now, publishedBy: by.personId });
};

/** Nothing is left but that it was erased, and when. */
export const eraseAgenda = (agenda: Agenda, now: Instant): Decision =>
  changed(agenda.state === 'erased' ? agenda : { state: 'erased', erasedAt: now });
