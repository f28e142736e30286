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

/** Sends once and never by itself again. What must be remembered of it (a card's message id) it keeps before it answers. */
export type Transport<Content> = { send(content: Content, row: OutboxEntry): Promise<Outcome> };

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
