import type { Card } from '../cards/card';
import { words } from '../cards/elements';
import type { Language } from '../municipality/schema';
import type { OutboxEntry } from '../storage/contract';
import { meetingTexts } from '../text/meetings';
import { type CardView, type GroupFacts, instantInWords, sheet, wayOut } from './view';

/** So many lines that the card stays small on a telephone. */
export const sentRows = 30;

const prefix = 'private-';

type Line = Pick<OutboxEntry, 'kind' | 'dueAt' | 'state'> & { readonly people: number };

/** One line a row; the same reminder to several people in private is one, and names none of them. */
const linesOf = (rows: readonly OutboxEntry[]): readonly Line[] => {
  const lines = new Map<string, Line>();
  for (const { id, kind, dueAt, state } of rows) {
    const key = kind.startsWith(prefix) ? `${kind} ${dueAt} ${state}` : id;
    lines.set(key, { kind, dueAt, state, people: (lines.get(key)?.people ?? 0) + 1 });
  }
  return [...lines.values()];
};

const nameOf = ({ kind, people }: Line, language: Language): string => {
  const { sent: text, kinds } = meetingTexts[language];
  const names: Readonly<Record<string, string>> = { ...kinds, ...text.kinds };
  const plain = kind.startsWith(prefix) ? kind.slice(prefix.length) : kind;
  const name = (Object.hasOwn(names, plain) ? names[plain] : undefined) ?? text.kinds.other;
  return plain === kind ? name : text.privately(name, people);
};

/** What will be sent and what was, with every row's state, for the coordinator. */
export const sentCard = (
  view: CardView & { readonly facts: GroupFacts },
  rows: readonly OutboxEntry[],
): Card => {
  const { facts, language } = view;
  const { sent: text, buttons } = meetingTexts[language];
  const lines = linesOf(rows);
  const lead = lines.length === 0 ? text.none : lines.length > sentRows ? text.more : '';
  return sheet(view, {
    above: facts.name[language],
    heading: text.heading,
    lead,
    rows: lines.slice(0, sentRows).map((line) => {
      const when = instantInWords(line.dueAt, language);
      return words(text.line(nameOf(line, language), when, text.states[line.state]));
    }),
    actions: [wayOut(language, buttons.next, 'meeting.next', { groupId: facts.id })],
  });
};
