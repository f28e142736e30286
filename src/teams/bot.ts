import { randomInt } from 'node:crypto';
import type { HttpAnswer, Receiver } from '../http/server';
import { faultOf } from '../log';
import type { Activity } from './activity';
import type { Admit } from './admission';
import { isEvent } from './events';
import { invokeBody } from './invoke-answer';
import type { ReplayMemory } from './replay';
import { addressOf, createTurns, done, type Turn, type TurnPorts } from './turns';

export type BotPorts = TurnPorts & { readonly admit: Admit; readonly replay: ReplayMemory };

/** Five characters that can be read aloud on the telephone. */
const newReference = (): string =>
  Array.from({ length: 5 }, () => 'ABCDEFGHJKLMNPRSTUVXYZ23456789'[randomInt(30)]).join('');

/** Takes every activity that comes to the bot: admission, then its turn, and one calm sentence when that fails. */
export const createBot = ({ admit, replay, ...ports }: BotPorts): Receiver => {
  const { chat, now, metrics, log } = ports;
  const turns = createTurns(ports);

  const dispatch = async (turn: Turn): Promise<HttpAnswer> => {
    const { type, name, value, text } = turn.activity;
    metrics.turn(type === 'invoke' ? 'click' : type === 'message' ? 'message' : 'event');
    if (type === 'invoke')
      return name === 'adaptiveCard/action' ? turns.click(turn) : { status: 200, body: '{}' };
    if (isEvent(turn.activity)) return turns.event(turn);
    if (type !== 'message') return done;
    const isSubmit = typeof value === 'object' && value !== null && !text;
    return isSubmit ? turns.submit(turn) : turns.message(turn);
  };

  const fail = async (activity: Activity, error: unknown): Promise<HttpAnswer> => {
    const reference = newReference();
    metrics.fault();
    log({ event: 'turn-failed', reference, ...faultOf(error) });
    const answer = chat.fault(reference);
    if (activity.type === 'invoke') return { status: 200, body: invokeBody(answer) };
    if (activity.type === 'message') await turns.deliver(addressOf(activity), answer);
    if (!isEvent(activity)) return done;
    // Nobody waits for an answer, but what it says is not stored yet: Teams may deliver it again.
    replay.forget(activity.conversation.id, activity.id);
    return { status: 503, reason: 'event-failed' };
  };

  return async (body, authorization) => {
    const admission = await admit(body, authorization);
    if (admission.kind === 'refused') return { status: admission.status, reason: admission.reason };
    const { activity } = admission;
    try {
      const isFirst = replay.isFirst(activity.conversation.id, activity.id, now());
      return await dispatch({ activity, isFirst });
    } catch (error) {
      return fail(activity, error);
    }
  };
};
