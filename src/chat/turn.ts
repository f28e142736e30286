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
 * sense and the menu came instead. `refused` says that its sender has no right to it, or that somebody was faster. A card with `pointer` holds words that somebody can take back: it is shown by the
 * click's answer alone, and whatever must be written into a message is `pointer`.
 */
export type Answer =
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly summary: string;
      readonly counted?: string;
      readonly isRefusal?: true;
      readonly refused?: 'no-right' | 'too-late';
      readonly pointer?: Card;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

/** The answer as it may stand in a message. */
export const asMessage = (answer: Answer): Answer =>
  answer.kind === 'card' && answer.pointer !== undefined ? { ...answer, card: answer.pointer } : answer;

/** The bot as the edge sees it. `fault` is the calm answer after a bug or an outage. */
export type Chat = {
  answer(incoming: Incoming, now: Date): Promise<Answer>;
  fault(reference: string): Extract<Answer, { kind: 'text' }>;
};

/** AAD object id. */
export type PersonId = string;

/**
 * Who acts, for the verbs where roles decide. What it says of the sender comes from the admitted activity alone; the
 * signpost's slices never get one.
 */
export type Actor = {
  readonly personId: PersonId;
  readonly scope: Scope;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Absent in the private chat. */
  readonly teamId?: string;
  /** The message whose card was clicked. */
  readonly messageId?: string;
};

/** Somebody on a channel's roster. */
export type Member = { readonly personId: PersonId; readonly name: string; readonly isGuest: boolean };

/**
 * Who is in a channel right now, at most five minutes old; `gone` when Teams says that there is no such channel or that the
 * bot isn't in it, `undefined` when it doesn't say.
 */
export type Roster = (channel: {
  readonly conversationId: string;
  readonly serviceUrl: string;
}) => Promise<readonly Member[] | 'gone' | undefined>;

/** The part of the bot that knows who acts: meetings and agendas. */
export type Router = {
  /** Whether it is a verb or a command of the router; everything else is the signpost's. */
  takes(incoming: Incoming): boolean;
  answer(incoming: Incoming, actor: Actor, now: Date): Promise<Answer>;
};
