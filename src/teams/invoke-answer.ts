import type { Card } from '../cards/card';
import type { Answer } from '../chat/turn';
import { cardType } from './connector';

/** A card that is shown again is written as JSON once. */
const writtenCards = new WeakMap<Card, string>();

/** The body that answers an `adaptiveCard/action`. */
export const invokeBody = (answer: Answer): string => {
  switch (answer.kind) {
    case 'card': {
      const written = writtenCards.get(answer.card) ?? JSON.stringify(answer.card);
      writtenCards.set(answer.card, written);
      return `{"statusCode":200,"type":"${cardType}","value":${written}}`;
    }
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
