import type { Card } from '../cards/card';

export const cardType = 'application/vnd.microsoft.card.adaptive';

const before = `{"statusCode":200,"type":"${cardType}","value":`;
const after = '}';

/** A card that is shown again is written as JSON once. */
const writtenCards = new WeakMap<Card, Buffer>();

/** The answer to a click that shows the card, as JSON in UTF-8. */
export const clickAnswerOf = (card: Card): Buffer => {
  const written = writtenCards.get(card) ?? Buffer.from(before + JSON.stringify(card) + after);
  writtenCards.set(card, written);
  return written;
};

/** The card alone, in the same bytes. */
export const jsonOf = (card: Card): Buffer => clickAnswerOf(card).subarray(before.length, -after.length);
