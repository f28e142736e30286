import type { Card } from '../../src/cards/card';
import { nodesOf } from '../cards/crawl';

type Run = { readonly text: string };

/** What a card says, a paragraph a line; what is drawn as it stands is in it. */
export const wordsOn = (card: Card): string =>
  nodesOf(card)
    .flatMap(({ type, text, inlines }) => {
      if (type === 'RichTextBlock') return [(inlines as readonly Run[]).map((run) => run.text).join('')];
      return type === 'TextBlock' ? [String(text)] : [];
    })
    .join('\n');
