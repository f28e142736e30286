import type { Answer } from '../chat/turn';
import { clickAnswerOf } from './card-json';

/** A client shows such a message as it is, with every sign of Markdown. */
const plainly = (text: string): string =>
  text.replaceAll('**', '').replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1: $2');

/** The body that answers an `adaptiveCard/action`. */
export const invokeBody = (answer: Answer): string | Buffer => {
  switch (answer.kind) {
    case 'card':
      return clickAnswerOf(answer.card);
    case 'text':
      return JSON.stringify({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: plainly(answer.text),
      });
    case 'none':
      return '{}';
    default:
      return answer satisfies never;
  }
};
