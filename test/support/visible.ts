import type { Card } from '../../src/cards/card';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What somebody sees of a card as it is first shown, in order: texts and buttons, nothing of what is folded. */
export const visibleLines = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(visibleLines);
  if (!isNode(value) || value.isVisible === false) return [];
  const { type, text, title } = value;
  if (type === 'TextBlock' || type === 'TextRun') return [String(text)];
  if (type === 'Action.Execute' || type === 'Action.OpenUrl') return [String(title)];
  // A chart is counted by the table that stands for it.
  const instead = String(type).startsWith('Chart.') ? value.fallback : undefined;
  const { body, items, columns, rows, cells, inlines, actions } = value;
  return [body, items, columns, rows, cells, inlines, actions, instead].flatMap(visibleLines);
};

/** Links are read as their text, and marks alone are no words. */
const readable = (line: string): string =>
  line.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('**', '');

export const visibleText = (card: Card): string => visibleLines(card).map(readable).join('\n');

export const visibleWords = (card: Card): number =>
  visibleText(card)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What is seen of each numbered step, its title first. */
export const visibleSteps = (card: Card): readonly string[] =>
  visibleText(card)
    .split(/^(?=\d+ · )/m)
    .filter((part) => /^\d+ · /.test(part));
