import type { PersonId } from '../../chat/turn';
import type { Instant } from '../../storage/contract';
import type { Topic, UnitTopic } from './topic';

/** Who has done something about a fact, by the name that Teams had then; a command has neither. */
export type Editor = { readonly personId: PersonId; readonly name: string };
export type Vouched = { readonly by: Editor; readonly at: Instant };

/** A topic as it was at one time. */
export type Version = {
  /** The part of the municipality's file as JSON; absent where the file's own counts. */
  readonly value?: string;
  readonly changed?: Vouched;
  readonly confirmed?: Vouched;
};

export type Fact = Version & {
  /** What the file had when somebody last changed or confirmed it, as JSON: the file can change under it. */
  readonly over: string;
  /** What it was before the last change, so that the change can be taken back. */
  readonly before?: Version;
};

/** What counts instead of the municipality's file, and who may correct one unit's contact: one document for all of it. */
export type Overlay = {
  /** By topic. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** By unit. */
  readonly editors: Readonly<Record<string, readonly Editor[]>>;
  /** The quarter in which the units were last asked, such as `2026-Q4`; '' as long as nobody has been. */
  readonly askedIn: string;
};

export const emptyOverlay: Overlay = { facts: {}, editors: {}, askedIn: '' };

type Of = { readonly topic: Topic; readonly over: string; readonly by: Editor; readonly at: Instant };

const versionOf = ({ value, changed, confirmed }: Version = {}): Version => ({
  ...(value !== undefined && { value }),
  ...(changed && { changed }),
  ...(confirmed && { confirmed }),
});

/** The overlay with another value for a topic. Whoever changes it vouches for it. */
export const changeFact = (
  overlay: Overlay,
  { topic, over, by, at, value }: Of & { readonly value: string },
): Overlay => {
  const vouched = { by, at };
  const fact: Fact = {
    value,
    changed: vouched,
    confirmed: vouched,
    over,
    before: versionOf(overlay.facts[topic]),
  };
  return { ...overlay, facts: { ...overlay.facts, [topic]: fact } };
};

/** The overlay with somebody's word that a topic is right as it is. */
export const confirmFact = (overlay: Overlay, { topic, over, by, at }: Of): Overlay => {
  const known = overlay.facts[topic];
  const fact: Fact = {
    ...versionOf(known),
    confirmed: { by, at },
    over,
    ...(known?.before && { before: known.before }),
  };
  return { ...overlay, facts: { ...overlay.facts, [topic]: fact } };
};

const mostEditors = 20;

/** `undefined` when as many are named already as can be. */
export const nameEditor = (overlay: Overlay, unit: UnitTopic, editor: Editor): Overlay | undefined => {
  const others = (overlay.editors[unit] ?? []).filter(({ personId }) => personId !== editor.personId);
  if (others.length >= mostEditors) return undefined;
  return { ...overlay, editors: { ...overlay.editors, [unit]: [...others, editor] } };
};

export const unnameEditor = (overlay: Overlay, unit: UnitTopic, personId: PersonId): Overlay => ({
  ...overlay,
  editors: {
    ...overlay.editors,
    [unit]: (overlay.editors[unit] ?? []).filter((editor) => editor.personId !== personId),
  },
});

export const isEditor = ({ editors }: Overlay, topic: Topic, personId: PersonId): boolean =>
  editors[topic]?.some((editor) => editor.personId === personId) === true;
