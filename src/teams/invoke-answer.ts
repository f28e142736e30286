import type { Answer } from '../chat/turn';
import { clickAnswerOf } from './card-json';

/** The body that answers an `adaptiveCard/action`. */
export const invokeBody = (answer: Answer): string | Buffer => {
  switch (answer.kind) {
    case 'card':
      return clickAnswerOf(answer.card);
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
