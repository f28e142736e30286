import type { Card } from '../cards/card';

/** `personal` is the private chat with the bot; `shared` is every place where others read along. */
export type Scope = 'personal' | 'shared';

/**
 * What has reached the bot, without any id: no slice can join what somebody said with who said it.
 * A click's `verb` and `data` are what the client sent, unparsed and untrusted.
 */
export type Incoming =
  | { readonly kind: 'click'; readonly scope: Scope; readonly verb: unknown; readonly data: unknown }
  | { readonly kind: 'message'; readonly scope: Scope; readonly text: string }
  | { readonly kind: 'installed'; readonly scope: Scope };

/**
 * What goes back. `summary` is the notification's text: it says what kind of thing came, never content. `counted`
 * names the route of a result, for the weekly counts and for nothing else. `isRefusal` says that a click's data made no
 * sense and the menu came instead.
 */
export type Answer =
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly summary: string;
      readonly counted?: string;
      readonly isRefusal?: true;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

/** The bot as the edge sees it. `fault` is the calm answer after a bug or an outage. */
export type Chat = {
  answer(incoming: Incoming, now: Date): Promise<Answer>;
  fault(reference: string): Extract<Answer, { kind: 'text' }>;
};
