import type { Card } from '../cards/card';
import type { Answer } from '../chat/turn';
import { cardType } from './connector';

/** A card that is shown again is written as JSON once. */
const writtenCards = new WeakMap<Card, Buffer>();

const write = (card: Card): Buffer => {
  const written = Buffer.from(JSON.stringify({ statusCode: 200, type: cardType, value: card }));
  writtenCards.set(card, written);
  return written;
};

/** The body that answers an `adaptiveCard/action`. */
export const invokeBody = (answer: Answer): string | Buffer => {
  switch (answer.kind) {
    case 'card':
      return writtenCards.get(answer.card) ?? write(answer.card);
    case 'text':
      return JSON.stringify({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: answer.text,
      });
    case 'none':
      return '{}';
    default:
      return answer satisfies never;
  }
};
