import type { Card } from '../cards/card';
import { words } from '../cards/elements';
import type { OutboxEntry } from '../storage/contract';
import { meetingTexts } from '../text/meetings';
import { type CardView, type GroupFacts, instantInWords, sheet, wayOut } from './view';

/** So many rows that the card stays small on a telephone. */
export const sentRows = 30;

/** What will be sent and what was, with every row's state, for the coordinator. */
export const sentCard = (
  view: CardView & { readonly facts: GroupFacts },
  rows: readonly OutboxEntry[],
): Card => {
  const { facts, language } = view;
  const { sent: text, kinds, buttons } = meetingTexts[language];
  const names: Readonly<Record<string, string>> = { ...kinds, ...text.kinds };
  const nameOf = (kind: string): string =>
    Object.hasOwn(names, kind) ? (names[kind] ?? text.kinds.other) : text.kinds.other;
  const lead = rows.length === 0 ? text.none : rows.length > sentRows ? text.more : '';
  return sheet(view, {
    above: facts.name[language],
    heading: text.heading,
    lead,
    rows: rows
      .slice(0, sentRows)
      .map(({ kind, dueAt, state }) =>
        words(text.line(nameOf(kind), instantInWords(dueAt, language), text.states[state])),
      ),
    actions: [wayOut(language, buttons.next, 'meeting.next', { groupId: facts.id })],
  });
};
