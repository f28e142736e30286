import type { PersonLike } from '../privacy/person-like';
import type { AgendaGroup } from './handing-in';
import type { Draft } from './item';

export const itemFields = ['kind', 'title', 'note', 'minutes', 'functionId'] as const;
export type ItemField = (typeof itemFields)[number];

/** Why a field isn't taken; `form` stands for a card of which no item can be made any more. */
export type FaultKind =
  | 'missing'
  | 'too-long'
  | 'out-of-range'
  | 'cpr'
  | 'unknown'
  | 'through-staff-unit'
  | 'single-cases-only'
  | 'single-case-has-no-text';

export type Typed = Readonly<Record<ItemField, string>>;

export type ParsedItemForm =
  | { readonly kind: 'item'; readonly draft: Draft }
  | {
      readonly kind: 'faults';
      readonly faults: Readonly<Partial<Record<ItemField | 'form', FaultKind>>>;
      readonly typed: Typed;
    }
  | { readonly kind: 'ask-person'; readonly found: readonly PersonLike[]; readonly typed: Typed };

/** `ownNames` are the municipality's names (`ownNamesOf`), which are no person's. */
export type FormContext = { readonly group: AgendaGroup; readonly ownNames: readonly string[] };

/**
 * Reads the item's form: the fields above, `nonce`, and `noPerson: 'true'` once the author has said that nobody is meant.
 * What was typed comes back with every fault; nothing of it is stored before it is a draft.
 */
export declare const parseItemForm: (data: unknown, context: FormContext) => ParsedItemForm;
