import type { PersonId } from '../../chat/turn';
import { dayMs } from '../../duration';
import type { Language } from '../../municipality/schema';
import type { Instant } from '../../storage/contract';
import type { HalfDay } from './hours';
import type { CalledUnit } from './unit-home';

/** What a request is about, as far as the route says: nothing about the young person. */
export const matters = ['under-18', 'adult', 'general', 'teaching', 'other'] as const;
export type Matter = (typeof matters)[number];

/** What can be asked of a unit by card. */
export const askedKinds = ['call-back', 'teaching'] as const;
export type AskedKind = (typeof askedKinds)[number];

/** Whom the teaching is for. */
export const levels = ['lower', 'middle', 'upper', 'youth', 'staff'] as const;
export type Level = (typeof levels)[number];

type CallWish = {
  readonly kind: 'call-back';
  /** Eight digits. */
  readonly number: string;
  readonly when: readonly HalfDay[];
  readonly matter?: Matter;
};

export type TeachingWish = {
  readonly kind: 'teaching';
  /** Eight digits. */
  readonly number: string;
  /** Ids in the municipality's file. */
  readonly themes: readonly string[];
  readonly level: Level;
  /** A school or an institution: chosen, or one line that was looked through for a person. */
  readonly place: string;
  /** `2027-02`, or `any`. */
  readonly month: string;
};

/** What the asker wants, in choices and one number; it exists only while the request is open. */
export type Wish = CallWish | TeachingWish;

/** How often a request that nobody takes has been called to mind: in the channel, to the deputies, to the asker. */
export type Reminded = 0 | 1 | 2 | 3;

export type Progress =
  | { readonly kind: 'in-line'; readonly wish: Wish }
  | {
      readonly kind: 'in-channel';
      readonly since: Instant;
      readonly reminded: Reminded;
      readonly wish: Wish;
    }
  | { readonly kind: 'taken'; readonly by: PersonId; readonly at: Instant; readonly wish: Wish }
  | { readonly kind: 'closed' | 'withdrawn' | 'undelivered' | 'expired'; readonly at: Instant };

/** How a request stands, for its reader; `overdue` is in the channel, and the asker has been told to call. */
export type RequestState = Progress['kind'] | 'overdue';

/** Who asks, and in which private chat. */
export type Asker = {
  readonly personId: PersonId;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly language: Language;
};

/** A message of ours with where it stands, and which state its card last showed. */
export type PostedRequest = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly shown?: string;
};
/** The unit's card, the asker's, and the unit's in a channel that the unit has left. */
export const requestCards = ['unit', 'asker', 'left'] as const;
export type RequestCard = (typeof requestCards)[number];

/** One person's request to a unit; there is never a second one of its kind while it is open. */
export type UnitRequest = {
  readonly unitId: CalledUnit;
  readonly kind: AskedKind;
  /** Random: what is sent refers to it, so that a row says nothing about anybody once this document is gone. */
  readonly key: string;
  readonly asker: Asker;
  readonly askedAt: Instant;
  /** When the same was asked before it, within a day; absent in what an earlier version kept. */
  readonly earlier?: readonly Instant[];
  readonly progress: Progress;
  /** The state that the asker heard of last. */
  readonly told?: RequestState;
  readonly cards: Readonly<Partial<Record<RequestCard, PostedRequest>>>;
  /** How often it has been given back; absent as `earlier` is. */
  readonly returns?: number;
  /** How often the unit's card has been posted: somebody may delete it. */
  readonly posts: number;
};

export const requestId = (unitId: CalledUnit, kind: AskedKind, personId: PersonId): string =>
  `${unitId}/${kind}/${personId}`;

export const newRequest = (
  of: Pick<UnitRequest, 'unitId' | 'key' | 'asker' | 'askedAt' | 'earlier'>,
  wish: Wish,
): UnitRequest => ({
  ...of,
  kind: wish.kind,
  progress: { kind: 'in-line', wish },
  cards: {},
  returns: 0,
  posts: 0,
});

/** What was wished, as long as the request is open. */
export const wishOf = ({ progress }: UnitRequest): Wish | undefined =>
  'wish' in progress ? progress.wish : undefined;

export const isOpen = (request: UnitRequest): boolean => wishOf(request) !== undefined;

export const stateOf = ({ progress }: UnitRequest): RequestState =>
  progress.kind === 'in-channel' && progress.reminded === 3 ? 'overdue' : progress.kind;

/** What the card of the unit or of the asker must show: the same string means the same card. */
export const wantedState = (request: UnitRequest, card: RequestCard): string => {
  const { progress } = request;
  if (card === 'left') return 'left';
  return card === 'unit' && progress.kind === 'taken' ? `taken ${progress.by}` : stateOf(request);
};

export const isStale = (request: UnitRequest, card: RequestCard): boolean => {
  const posted = request.cards[card];
  return posted !== undefined && posted.shown !== wantedState(request, card);
};

/** Whether a new request may take its place: it is over, and so say the cards that stand. */
export const isSettled = (request: UnitRequest): boolean =>
  !isOpen(request) && requestCards.every((card) => !isStale(request, card));

/** So often somebody can ask one unit for the same within a day: each time its whole channel sees a card. */
export const mostADay = 5;

/** When the same was asked within the last day, this one with it. */
export const askedLately = ({ earlier = [], askedAt }: UnitRequest, now: Instant): readonly Instant[] =>
  [...earlier, askedAt].filter((at) => at > now - dayMs);

export const mayAskAgain = (request: UnitRequest, now: Instant): boolean =>
  askedLately(request, now).length < mostADay;

export type Decided =
  | { readonly kind: 'changed'; readonly request: UnitRequest }
  | { readonly kind: 'refused'; readonly reason: 'taken-by-other' | 'not-taken' | 'over' | 'same' };

const changed = (request: UnitRequest, progress: Progress): Decided => ({
  kind: 'changed',
  request: { ...request, progress },
});
type Refused = Extract<Decided, { kind: 'refused' }>;
const refused = (reason: Refused['reason']): Refused => ({ kind: 'refused', reason });

/** Gives the request to the first who takes it. */
export const take = (request: UnitRequest, by: PersonId, now: Instant): Decided => {
  const { progress } = request;
  if (progress.kind === 'taken') return refused(progress.by === by ? 'same' : 'taken-by-other');
  return progress.kind === 'in-channel'
    ? changed(request, { kind: 'taken', by, at: now, wish: progress.wish })
    : refused('over');
};

/** Who may do something with a taken request: who has it, and who answers for the unit when that can't. */
export type Hands = { readonly personId: PersonId; readonly mayForOthers: boolean };

const inHands = ({ progress }: UnitRequest, { personId, mayForOthers }: Hands) => {
  if (progress.kind === 'in-line' || progress.kind === 'in-channel') return refused('not-taken');
  if (progress.kind !== 'taken') return refused('over');
  return progress.by === personId || mayForOthers ? progress : refused('taken-by-other');
};

/** Puts a taken request back, for anybody to take; it waits from now on. */
export const giveBack = (request: UnitRequest, hands: Hands, now: Instant): Decided => {
  const held = inHands(request, hands);
  if (held.kind === 'refused') return held;
  const waiting = { kind: 'in-channel', since: now, reminded: 0, wish: held.wish } as const;
  return changed({ ...request, returns: (request.returns ?? 0) + 1 }, waiting);
};

/** Ends a taken request: the number is gone with it. */
export const close = (request: UnitRequest, hands: Hands, now: Instant): Decided => {
  const held = inHands(request, hands);
  return held.kind === 'refused' ? held : changed(request, { kind: 'closed', at: now });
};

/** Takes the request back, by the asker. */
export const withdraw = (request: UnitRequest, now: Instant): Decided =>
  isOpen(request) ? changed(request, { kind: 'withdrawn', at: now }) : refused('over');

/** The open request whose unit lives in another channel than its card: that one is over, and a new card comes. */
export const leaveChannel = (request: UnitRequest, conversationId: string): UnitRequest => {
  const { unit, ...cards } = request.cards;
  const isThere = unit === undefined || unit.conversationId === conversationId;
  // One after the other, so that no card is left behind with its buttons.
  if (isThere || isStale(request, 'left')) return request;
  const { shown: _, ...left } = unit;
  return { ...request, cards: { ...cards, left } };
};

/** The request that can't be brought to its unit; one that is over stays as it is. */
export const notDelivered = (request: UnitRequest, now: Instant): UnitRequest =>
  isOpen(request) ? { ...request, progress: { kind: 'undelivered', at: now } } : request;
