import { z } from 'zod';
import { type AgendaGroup, groupRefusal } from '../meetings/model/handing-in';
import { type Draft, isMinutes, limits, topicKinds, usualMinutes } from '../meetings/model/item';
import { typedLimit, typedText, wholeNumberIn } from '../meetings/typed-fields';
import { looksLikeCpr } from '../privacy/cpr';
import { findPersonLike, type PersonLike } from '../privacy/person-like';
import { oneLine, severalLines, type TextFault, textFault } from './text-field';

const itemFields = ['kind', 'title', 'note', 'minutes', 'functionId'] as const;
export type ItemField = (typeof itemFields)[number];

/** Why a field isn't taken. The field `form` stands for a card that no item can be made of any more. */
export type FaultKind =
  | TextFault
  | 'out-of-range'
  | 'unknown'
  | 'through-staff-unit'
  | 'single-cases-only'
  | 'single-case-has-no-text';

export type Typed = Readonly<Record<ItemField, string>>;
type Faults = Readonly<Partial<Record<ItemField | 'form', FaultKind>>>;

export type ParsedItemForm =
  | { readonly kind: 'item'; readonly draft: Draft }
  | { readonly kind: 'faults'; readonly faults: Faults; readonly typed: Typed }
  | { readonly kind: 'ask-person'; readonly found: readonly PersonLike[]; readonly typed: Typed };

/** `ownNames` are the municipality's own (`ownNamesOf`). */
export type FormContext = { readonly group: AgendaGroup; readonly ownNames: readonly string[] };

const form = z.object({
  kind: typedText,
  title: typedText,
  note: typedText,
  minutes: typedText,
  functionId: typedText,
  nonce: z.string().regex(/^[\w-]{8,64}$/),
  noPerson: z.literal('true').optional().catch(undefined),
});
const nothingTyped: Typed = { kind: '', title: '', note: '', minutes: '', functionId: '' };

/**
 * Reads an item's form: its fields, `nonce`, and `noPerson: 'true'` once the author has said that nobody is meant. What
 * was typed goes back with every fault, also a CPR number; nothing of it may be stored before it is a draft.
 */
export const parseItemForm = (data: unknown, { group, ownNames }: FormContext): ParsedItemForm => {
  const parsed = form.safeParse(data);
  if (!parsed.success) return { kind: 'faults', faults: { form: 'unknown' }, typed: typedIn(data) };
  const typed = typedIn(data);
  const { nonce, noPerson, ...fields } = parsed.data;
  const faults = faultsOf(fields, group);
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults, typed };
  const draft = draftOf(fields, nonce);
  const found =
    draft.kind === 'topic' && noPerson === undefined
      ? [draft.title, draft.note].flatMap((text) => findPersonLike(text, ownNames))
      : [];
  return found.length > 0 ? { kind: 'ask-person', found, typed } : { kind: 'item', draft };
};

/** What was typed, whatever it is worth; shortened to what a card can hold. */
export const typedIn = (data: unknown): Typed => {
  const fields = form.omit({ nonce: true, noPerson: true }).safeParse(data).data ?? nothingTyped;
  const shortened = (field: ItemField): [ItemField, string] => [field, fields[field].slice(0, typedLimit)];
  return { ...nothingTyped, ...Object.fromEntries(itemFields.map(shortened)) };
};

const topicKindOf = (kind: string) => topicKinds.find((each) => each === kind);

const draftOf = ({ kind, title, note, minutes, functionId }: Typed, id: string): Draft => {
  const topicKind = topicKindOf(kind);
  const usual = usualMinutes[topicKind ?? 'single-case'];
  const named = { id, minutes: minutes.trim() === '' ? usual : wholeNumberIn(minutes), functionId };
  return topicKind
    ? { ...named, kind: 'topic', topicKind, title: oneLine(title), note: severalLines(note) }
    : { ...named, kind: 'single-case' };
};

const faultsOf = (fields: Typed, group: AgendaGroup): Faults => {
  const faults: Faults = {
    ...withFault('kind', kindFault(fields, group)),
    ...withFault('minutes', minutesFault(fields.minutes)),
    ...withFault('functionId', functionFault(fields, group)),
    ...(fields.kind === 'single-case' ? caseFaults(fields) : topicFaults(fields)),
  };
  const withCpr = itemFields.filter((field) => looksLikeCpr(fields[field]));
  return { ...faults, ...Object.fromEntries(withCpr.map((field) => [field, 'cpr'])) };
};

const withFault = (field: ItemField, fault: FaultKind | undefined): Faults =>
  fault === undefined ? {} : { [field]: fault };

const kindFault = ({ kind }: Typed, group: AgendaGroup): FaultKind | undefined => {
  if (kind === '') return 'missing';
  if (kind === 'single-case') return undefined;
  if (topicKindOf(kind) === undefined) return 'unknown';
  return group.kind === 'ssp-nu' ? 'single-cases-only' : undefined;
};

const minutesFault = (minutes: string): FaultKind | undefined =>
  minutes.trim() === '' || isMinutes(wholeNumberIn(minutes)) ? undefined : 'out-of-range';

const functionFault = ({ functionId }: Typed, group: AgendaGroup): FaultKind | undefined => {
  if (functionId === '') return 'missing';
  const reason = groupRefusal(group, { kind: 'single-case', functionId });
  return reason === 'unknown-function' ? 'unknown' : reason;
};

const topicFaults = ({ title, note }: Typed): Faults => ({
  ...withFault('title', textFault(oneLine(title), { most: limits.title, isRequired: true })),
  ...withFault('note', textFault(severalLines(note), { most: limits.note, isRequired: false })),
});

/** A text that was typed isn't dropped in silence: whoever wrote it would think that others read it. */
const caseFaults = ({ title, note }: Typed): Faults => ({
  ...withFault('title', title.trim() === '' ? undefined : 'single-case-has-no-text'),
  ...withFault('note', note.trim() === '' ? undefined : 'single-case-has-no-text'),
});
