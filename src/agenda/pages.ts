import type { Element } from '../cards/elements';

/** What an item takes on a card, in the order in which it is drawn. */
export type Rows = readonly Element[];

/** The rest of a card's 28 KB is for its buttons, each of them twice, and for what is spoken. */
const mostBytes = 15 * 1_024;

/** Nobody reads more on a telephone; the rest of a card's 300 words is for what stands around the items. */
const mostWords = 190;

const wordsOf = (part: unknown): number => {
  if (Array.isArray(part)) return part.reduce((sum: number, each) => sum + wordsOf(each), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]) => {
    // What a button carries, and the same button for older clients, isn't read.
    if (key === 'data' || key === 'fallback') return sum;
    const isRead = (key === 'text' || key === 'title') && typeof value === 'string';
    return sum + (isRead ? value.split(/\s+/).filter(Boolean).length : wordsOf(value));
  }, 0);
};

const bytesOf = (rows: Rows): number => Buffer.byteLength(JSON.stringify(rows));

/** Puts as many items on each page as a card holds, at least one; no items are one empty page. */
const pagesOf = (items: readonly Rows[]): readonly (readonly Rows[])[] => {
  const pages: Rows[][] = [[]];
  let bytes = 0;
  let read = 0;
  for (const rows of items) {
    const last = pages.at(-1) ?? [];
    bytes += bytesOf(rows);
    read += wordsOf(rows);
    if ((bytes > mostBytes || read > mostWords) && last.length > 0) {
      pages.push([rows]);
      bytes = bytesOf(rows);
      read = wordsOf(rows);
    } else last.push(rows);
  }
  return pages;
};

export type Page = {
  readonly rows: Rows;
  /** From 0 on. */
  readonly page: number;
  readonly pages: number;
  /** How many items stand on later pages. */
  readonly rest: number;
};

/** One page of the items; a page that isn't there is the nearest that is. */
export const pageOf = (items: readonly Rows[], wanted: number): Page => {
  const pages = pagesOf(items);
  const page = Math.min(Math.max(0, wanted), pages.length - 1);
  const rest = pages.slice(page + 1).reduce((count, each) => count + each.length, 0);
  return { rows: (pages[page] ?? []).flat(), page, pages: pages.length, rest };
};
