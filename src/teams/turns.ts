import { type Answer, asMessage, type Chat, type Incoming, type Router } from '../chat/turn';
import type { Metrics } from '../http/metrics';
import type { HttpAnswer } from '../http/server';
import type { Log } from '../log';
import type { Store } from '../storage/contract';
import { type Activity, scopeOf, tenantOf } from './activity';
import { actorOf } from './actor';
import type { Address, Connector, Failure } from './connector';
import { eventOf, type TeamsEvent } from './events';
import { invokeBody } from './invoke-answer';
import type { ShownCards } from './shown-card';

export type TurnPorts = {
  readonly chat: Chat;
  /** What needs to know who acts; everything else is the chat's, which never does. */
  readonly router: Router;
  readonly connector: Connector;
  readonly shownCards: ShownCards;
  readonly installations: Store['installations'];
  readonly count: (route: string) => void;
  readonly now: () => Date;
  readonly metrics: Pick<Metrics, 'turn' | 'fault' | 'undelivered'>;
  readonly log: Log;
};

/** An admitted activity; `isFirst` is false when Teams delivers it again. */
export type Turn = { readonly activity: Activity; readonly isFirst: boolean };

export type Turns = {
  /** Posts an answer to a conversation; what Teams doesn't take is logged and counted. */
  deliver(address: Address, answer: Answer): Promise<void>;
  click(turn: Turn): Promise<HttpAnswer>;
  submit(turn: Turn): Promise<HttpAnswer>;
  message(turn: Turn): Promise<HttpAnswer>;
  event(turn: Turn): Promise<HttpAnswer>;
};

export const done: HttpAnswer = { status: 200 };

/** A part of what a client sent, still unparsed; `undefined` when there is none. */
const partOf = (value: unknown, name: 'action' | 'trigger' | 'verb' | 'data'): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

export const addressOf = (activity: Activity): Address => ({
  serviceUrl: activity.serviceUrl,
  from: activity.from,
  recipient: activity.recipient,
  conversationId: activity.conversation.id,
  messageId: activity.id,
});

type Answering = Pick<Turns, 'deliver'> & {
  /** An old client can't be shown a card in place for its user alone, so it comes in the private chat. */
  privately(activity: Activity, answer: Answer): Promise<void>;
  once(turn: Turn, incoming: Incoming): Promise<Answer>;
};

const createAnswering = ({ chat, router, connector, count, now, metrics, log }: TurnPorts): Answering => {
  const failed = ({ status }: Failure): void => {
    metrics.undelivered('reply');
    log({ event: 'delivery-failed', what: 'reply', status });
  };
  const deliver: Turns['deliver'] = async (address, given) => {
    const answer = asMessage(given);
    if (answer.kind === 'none') return;
    const delivery = await connector.post(address, answer);
    if (delivery.kind === 'failed') failed(delivery);
  };
  return {
    deliver,
    privately: async (activity, answer) => {
      const actor = actorOf(activity);
      if (actor === undefined) return;
      const found = await connector.privateChatWith(actor);
      if (found.kind === 'failed') return failed(found);
      const { conversationId } = found;
      await deliver(
        { ...addressOf(activity), from: undefined, conversationId, messageId: undefined },
        answer,
      );
    },
    once: async ({ activity, isFirst }, incoming) => {
      const actor = router.takes(incoming) ? actorOf(activity) : undefined;
      if (actor !== undefined) return router.answer(incoming, actor, now());
      const answer = await chat.answer(incoming, now());
      if (answer.kind !== 'card') return answer;
      if (answer.isRefusal) log({ event: 'card-refused' });
      if (isFirst && answer.counted !== undefined) count(answer.counted);
      return answer;
    },
  };
};

type EventPorts = Pick<TurnPorts, 'installations'> & { greet(activity: Activity): Promise<void> };

/** Greets who installs the bot for themselves; keeps where it is installed, and forgets it. */
const takeEvent = async (
  event: TeamsEvent,
  activity: Activity,
  { installations, greet }: EventPorts,
): Promise<void> => {
  switch (event.kind) {
    case 'installed-personally':
      return greet(activity);
    case 'installed-in-channel':
      return installations.save({
        conversationId: activity.conversation.id,
        teamId: event.teamId,
        tenantId: tenantOf(activity) ?? '',
        serviceUrl: activity.serviceUrl,
      });
    case 'channel-gone':
      return installations.removeConversation(event.channelId);
    case 'team-gone':
      return installations.removeTeam(event.teamId);
    case 'no-concern':
      return undefined;
    default:
      return event satisfies never;
  }
};

/** What is done with each kind of activity. An activity that comes again is answered again and does nothing else. */
export const createTurns = (ports: TurnPorts): Turns => {
  const { shownCards, installations } = ports;
  const { deliver, privately, once } = createAnswering(ports);

  /** A click is answered in the same response; the message gets the card a moment later. */
  const click: Turns['click'] = async (turn) => {
    const { activity, isFirst } = turn;
    const arrival = shownCards.arrival();
    const action = partOf(activity.value, 'action');
    const trigger = partOf(activity.value, 'trigger');
    const incoming = {
      kind: 'click',
      scope: scopeOf(activity),
      verb: partOf(action, 'verb'),
      data: partOf(action, 'data'),
    } as const;
    const answer = await once(turn, incoming);
    const messageId = activity.replyToId;
    // Where others read along a card is shown to who clicked it, and the message stays as it is.
    const isOwn = isFirst && incoming.scope === 'personal' && trigger !== 'automatic';
    if (isOwn && answer.kind === 'card' && messageId !== undefined) {
      const address = { ...addressOf(activity), messageId };
      if (answer.pointer === undefined) shownCards.show(address, answer, arrival);
      else shownCards.leave(address, arrival);
    }
    return { status: 200, body: invokeBody(answer) };
  };

  /** An old client's click comes as a message with a value, and its card changes by an update. */
  const submit: Turns['submit'] = async (turn) => {
    const { activity, isFirst } = turn;
    if (!isFirst) return done;
    const arrival = shownCards.arrival();
    const verb = partOf(activity.value, 'verb');
    const scope = scopeOf(activity);
    const answer = asMessage(await once(turn, { kind: 'click', scope, verb, data: activity.value }));
    if (scope === 'shared' && answer.kind === 'card') {
      await privately(activity, answer);
      return done;
    }
    const messageId = activity.replyToId;
    if (answer.kind === 'card' && messageId !== undefined) {
      const delivery = await shownCards.replace({ ...addressOf(activity), messageId }, answer, arrival);
      if (delivery.kind === 'sent') return done;
    }
    await deliver(addressOf(activity), answer);
    return done;
  };

  const greet = async (activity: Activity): Promise<void> => {
    const answer = await once({ activity, isFirst: true }, { kind: 'installed', scope: 'personal' });
    await deliver({ ...addressOf(activity), messageId: undefined }, answer);
  };

  const message: Turns['message'] = async (turn) => {
    const { activity, isFirst } = turn;
    if (!isFirst) return done;
    const incoming = { kind: 'message', scope: scopeOf(activity), text: activity.text ?? '' } as const;
    await deliver(addressOf(activity), await once(turn, incoming));
    return done;
  };

  const event: Turns['event'] = async ({ activity, isFirst }) => {
    const found = eventOf(activity);
    if (found === undefined) return { status: 400, reason: 'shape' };
    if (isFirst) await takeEvent(found, activity, { installations, greet });
    return done;
  };

  return { deliver, click, submit, message, event };
};
