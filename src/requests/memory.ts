import { isFinal, isGone } from '../delivery/retry-policy';
import type { Outcome } from '../delivery/transport';
import { addPendingNotice } from '../meetings/pending-notices';
import type { Instant, OutboxEntry } from '../storage/contract';
import { mustChangeRequest } from './change';
import { noteHome } from './home-health';
import type { Effect, RequestMessage } from './messages';
import { notDelivered, type RequestCard, type UnitRequest } from './model/request';
import { findRequest, type RequestPorts } from './ports';

const withoutCard = (request: UnitRequest, card: RequestCard): UnitRequest => {
  const { [card]: _, ...cards } = request.cards;
  return { ...request, cards };
};

type Sent = { readonly row: OutboxEntry; readonly messageId: string | undefined; readonly now: Instant };

const afterSend = (request: UnitRequest, effect: Effect, { row, messageId, now }: Sent): UnitRequest => {
  const { progress } = request;
  switch (effect.kind) {
    case 'posts': {
      if (messageId === undefined) return request;
      const cards = { ...request.cards, [effect.card]: { ...effect.place, messageId } };
      if (effect.card === 'asker') return { ...request, cards, told: request.told ?? 'in-channel' };
      const posts = request.posts + 1;
      const arrived =
        progress.kind === 'in-line'
          ? ({ kind: 'in-channel', since: now, reminded: 0, wish: progress.wish } as const)
          : progress;
      return { ...request, cards, posts, progress: arrived };
    }
    case 'shows': {
      const posted = request.cards[effect.card];
      // An older update that got no answer may arrive yet: the card is shown once more a little later.
      const isSure = row.ambiguous === 0 && posted?.messageId === effect.messageId;
      if (!isSure || posted === undefined) return request;
      return { ...request, cards: { ...request.cards, [effect.card]: { ...posted, shown: effect.state } } };
    }
    case 'tells':
      return { ...request, told: effect.state };
    case 'reminds':
      return request;
    default:
      return effect satisfies never;
  }
};

/** What a no of Teams makes of the request: a card that is gone is posted anew, and what can't arrive is said at once. */
const afterRefusal = (
  request: UnitRequest,
  effect: Effect,
  { outcome, now }: { readonly outcome: Outcome; readonly now: Instant },
): UnitRequest => {
  const isLost = isGone(outcome);
  if (effect.kind === 'posts' && effect.card === 'unit') return notDelivered(request, now);
  if (effect.kind !== 'shows') return request;
  const without = withoutCard(request, effect.card);
  return effect.card === 'unit' && isLost ? notDelivered(without, now) : without;
};

/** Writes down what has come of a send: where the card stands, what was told, and what can't be delivered. */
export const createRequestMemory =
  (ports: RequestPorts) =>
  async (
    { to, requestEffect: effect }: RequestMessage,
    row: OutboxEntry,
    outcome: Outcome,
  ): Promise<void> => {
    const now = row.changedAt;
    if (isGone(outcome))
      await noteHome(ports, { unitId: row.groupId, conversationId: row.to }, { isThere: false, now });
    const isRefused = outcome.kind === 'refused' && isFinal(outcome);
    if (outcome.kind !== 'sent' && !isRefused) return;
    if (isRefused && 'personId' in to) {
      const { id, kind, subject, groupId } = row;
      const notice = { groupId, row: { id, kind, subject } };
      await addPendingNotice(ports, { personId: to.personId, notice, now });
    }
    const doc = await findRequest(ports, row.groupId, row.subject);
    if (doc === undefined) return;
    const decide = (request: UnitRequest) => {
      const isSame = request.key === doc.body.key;
      const body =
        outcome.kind === 'sent'
          ? afterSend(request, effect, { row, messageId: outcome.messageId, now })
          : afterRefusal(request, effect, { outcome, now });
      return !isSame || body === request
        ? ({ kind: 'leave', left: 'same' } as const)
        : ({ kind: 'save', body } as const);
    };
    await mustChangeRequest(ports, doc, { now, decide });
  };
