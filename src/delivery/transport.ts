import type { Instant, OutboxEntry } from '../storage/contract';

/** What came of one send: Teams took it, said no, or nobody knows. */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId?: string | undefined }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly retryAfterMs?: number | undefined;
      readonly code?: string | undefined;
    }
  | { readonly kind: 'ambiguous' };

export type Transport<Content> = {
  /** Sends once and never by itself again. */
  send(content: Content, row: OutboxEntry): Promise<Outcome>;
  /**
   * Keeps what must not be forgotten of a send (a card's message id), before its row is marked. It says nothing of the
   * outcome: when it rejects it is called again, so a repeat must do no harm.
   */
  remember?(content: Content, row: OutboxEntry, outcome: Outcome): Promise<void>;
};

/**
 * How often a message may arrive. `latest` is an update in place, where a repeat does no harm; what makes a new
 * message never is.
 */
export type Guarantee = 'at-least-once' | 'at-most-once' | 'latest';

/** What a row says, made of the latest document; `later` is a row that must wait, and keeps its own time. */
export type Rendered<Content> =
  | { readonly kind: 'content'; readonly content: Content; readonly guarantee: Guarantee }
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'obsolete' };
