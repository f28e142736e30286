import { dayMs, hourMs, minuteMs } from '../../duration';
import type { Index, Instant, OutboxRow } from '../../storage/contract';
import { afterWorking, type Hours, isWorkingAt } from './hours';
import {
  isOpen,
  isStale,
  leaveChannel,
  notDelivered,
  type Reminded,
  type RequestState,
  requestCards,
  stateOf,
  type UnitRequest,
} from './request';
import type { OpenHome } from './unit-home';

/** How long a request may wait for Teams before the asker is told to call. */
export const patienceMs = 10 * minuteMs;
/** What is never closed ends by itself, so that no number is kept for ever. */
export const longestOpenMs = 14 * dayMs;
/** How long a request that is over is kept. */
export const keptMs = 7 * dayMs;

export type Upkeep = {
  /** The unit's channel; `undefined` when it has none that can be reached. */
  readonly home: OpenHome | undefined;
  readonly hours: Hours;
  /** After so many working hours a request that nobody takes is called to mind, and after as many again. */
  readonly remindAfterHours: number;
  readonly now: Instant;
};

/** Whether the document itself must go. */
export const isOutlived = ({ progress }: UnitRequest, now: Instant): boolean =>
  !('wish' in progress) && now >= progress.at + keptMs;

/** The request as the passing of time makes it; the same object where nothing is new. The unit is reminded in its hours alone. */
export const advance = (
  request: UnitRequest,
  { home, hours, remindAfterHours, now }: Upkeep,
): UnitRequest => {
  const { progress, askedAt } = request;
  if (!('wish' in progress)) return request;
  const moved = home && leaveChannel(request, home.channel.conversationId);
  if (moved !== undefined && moved !== request) return moved;
  if (home === undefined || (progress.kind === 'in-line' && now >= askedAt + patienceMs))
    return notDelivered(request, now);
  if (now >= askedAt + longestOpenMs) return { ...request, progress: { kind: 'expired', at: now } };
  if (progress.kind !== 'in-channel') return request;
  // Who asks hears also just after closing that it is no use to wait: the next opening may be days away.
  if (!isWorkingAt(now, hours) && progress.reminded < 2) return request;
  const steps = ([3, 2, 1] as const).find((step) => {
    const dueAt = afterWorking(progress.since, step * remindAfterHours * hourMs, hours);
    return dueAt !== undefined && now >= dueAt;
  });
  // One step at a time, so that nobody is left out after a stop.
  if (steps === undefined || steps <= progress.reminded) return request;
  return { ...request, progress: { ...progress, reminded: (progress.reminded + 1) as Reminded } };
};

/** When the request must be looked at again. */
export const nextLookAt = (request: UnitRequest, now: Instant): Instant => {
  const { progress, askedAt } = request;
  if (!('wish' in progress)) return progress.at + keptMs;
  const { kind } = progress;
  return kind === 'in-line' && now < askedAt + patienceMs ? askedAt + patienceMs : now + patienceMs;
};

/** What is told to the asker in words of their own message; the others are said by a card or by the asker's own click. */
const toldStates: readonly RequestState[] = [
  'in-channel',
  'overdue',
  'taken',
  'closed',
  'undelivered',
  'expired',
];

/** Whoever takes it and gives it back over and over fills nobody's chat; the last that the asker hears of it is that it waits. */
const mostReturnsTold = 3;
const isToAndFro = ({ returns = 0 }: UnitRequest, state: RequestState): boolean =>
  (state === 'taken' && returns >= mostReturnsTold) || (state === 'in-channel' && returns > mostReturnsTold);

export const mustTell = (request: UnitRequest): boolean => {
  const state = stateOf(request);
  const isSaidByCard = state === 'in-channel' && request.told === undefined;
  const isToTell = toldStates.includes(state) && !isSaidByCard && !isToAndFro(request, state);
  return state !== request.told && isToTell;
};

const needsUnitCard = (request: UnitRequest): boolean => isOpen(request) && request.cards.unit === undefined;
const needsAskerCard = ({ progress, cards, told }: UnitRequest): boolean =>
  (progress.kind === 'in-channel' || progress.kind === 'taken') &&
  cards.asker === undefined &&
  told === undefined;

/** Whether something must be sent that has not been. */
const isBehind = (request: UnitRequest): boolean =>
  requestCards.some((card) => isStale(request, card)) ||
  needsUnitCard(request) ||
  needsAskerCard(request) ||
  mustTell(request);

/** A request is found in the order in which its unit was asked, and looked at as soon as something must be sent. */
export const requestIndex = (request: UnitRequest, now: Instant): Index => ({
  groupId: request.unitId,
  at: request.askedAt,
  nextCheckAt: isBehind(request) ? 0 : nextLookAt(request, now),
});

export const requestRowKinds = [
  'request-post-unit',
  'request-post-asker',
  'request-show-unit',
  'request-show-asker',
  'request-show-left',
  'request-tell',
  'request-remind',
  'request-alert',
] as const;
export type RequestRowKind = (typeof requestRowKinds)[number];

/** That the unit's channel can't be reached: about no request. */
export const unitGoneKind = 'unit-gone';

export const isRequestRow = ({ kind }: Pick<OutboxRow, 'kind'>): boolean =>
  kind === unitGoneKind || requestRowKinds.some((each) => each === kind);

/** What a row calls its request; without the document it names nobody. */
export const referenceOf = ({ askedAt, key }: UnitRequest): string => `${askedAt}.${key}`;

/** Since when the state holds: a request can be in the channel twice. */
const stateSince = ({ progress, askedAt }: UnitRequest): Instant => {
  if (progress.kind === 'in-line') return askedAt;
  return progress.kind === 'in-channel' ? progress.since : progress.at;
};

export type DueRows = { readonly plan: readonly OutboxRow[]; readonly again: readonly OutboxRow[] };

/** Everything that must be sent of the request as it is: `plan` once for ever, `again` whenever it is behind. */
export const dueRows = (request: UnitRequest, home: OpenHome | undefined, now: Instant): DueRows => {
  const { unitId, key, progress, posts, cards } = request;
  const channel = home?.channel.conversationId;
  const row = (kind: RequestRowKind, about: string, to: string = key): OutboxRow => ({
    id: `${key}/${kind}${about}`,
    kind,
    groupId: unitId,
    subject: referenceOf(request),
    to,
    dueAt: now,
    usefulUntil: request.askedAt + longestOpenMs + keptMs,
  });
  const since = stateSince(request);
  const reminded = progress.kind === 'in-channel' ? progress.reminded : 0;
  const isChannelThere = channel !== undefined;
  return {
    plan: [
      ...(isChannelThere && needsUnitCard(request) ? [row('request-post-unit', `/${posts}`, channel)] : []),
      ...(needsAskerCard(request) ? [row('request-post-asker', '')] : []),
      ...(mustTell(request) ? [row('request-tell', `/${stateOf(request)}/${since}`)] : []),
      ...(isChannelThere && reminded >= 1 ? [row('request-remind', `/${since}`, channel)] : []),
      ...(reminded >= 2
        ? (home?.state.deputies ?? []).map((deputy) => row('request-alert', `/${since}/${deputy}`, deputy))
        : []),
    ],
    again: [
      ...(isStale(request, 'unit') ? [row('request-show-unit', '', cards.unit?.conversationId)] : []),
      ...(isStale(request, 'asker') ? [row('request-show-asker', '')] : []),
      ...(isStale(request, 'left') ? [row('request-show-left', '', cards.left?.conversationId)] : []),
    ],
  };
};
