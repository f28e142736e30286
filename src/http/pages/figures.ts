import type { FigureRow, Figures, FigureTable } from '../../figures/tables';
import type { Language } from '../../municipality/schema';
import { figuresTexts } from '../../text/figures';
import { escaped, pageIn } from './shell';

const full = 100;

/** A row with its bar; what is hidden has none. The bar says nothing that the number doesn't, so readers aloud skip it. */
const rowHtml = ({ label, cell, words }: FigureRow, most: number): string => {
  const width = cell === null ? 0 : Math.round((full * cell) / most);
  const bar = `<svg viewBox="0 0 ${full} 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="10"/></svg>`;
  return `<tr><th scope="row">${escaped(label)}</th><td>${cell === null ? '' : bar}</td><td>${escaped(words)}</td></tr>`;
};

const tableHtml = ({ title, columns: [label, count], rows }: FigureTable): string => {
  const most = Math.max(1, ...rows.map(({ cell }) => cell ?? 0));
  return `<table>
<caption>${escaped(title)}</caption>
<tr><th scope="col">${escaped(label)}</th><td></td><th scope="col">${escaped(count)}</th></tr>
${rows.map((row) => rowHtml(row, most)).join('\n')}
</table>`;
};

/** The figures on one sheet, and a button for the spreadsheet, which isn't printed. */
export const figuresPage = (
  { heading, byMonth, shown, asked, waited, meetings, items }: Figures,
  language: Language,
): string => {
  const { lead, page } = figuresTexts[language];
  return pageIn({
    language,
    title: `${heading} · Vejviser`,
    layout: 'read',
    content: `<main class="figures">
<h1>${escaped(heading)}</h1>
<p>${escaped(lead)}</p>
${[byMonth, shown, asked, waited, meetings, items]
  .filter(({ rows }) => rows.length > 0)
  .map(tableHtml)
  .join('\n')}
<form method="post"><p><button>${escaped(page.csv)}</button></p></form>
<p><small>${escaped(page.foot)}</small></p>
</main>`,
  });
};
