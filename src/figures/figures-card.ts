import type { Card } from '../cards/card';
import { type Element, fold, heading, table, words } from '../cards/elements';
import { button, formCard, secondaryButton } from '../meetings/view';
import type { Language } from '../municipality/schema';
import { figuresTexts } from '../text/figures';
import type { Month, PublishedMonth } from './model/month';
import { type FigureRow, type FiguresView, type FigureTable, figuresOf } from './tables';

const shownMonths = 12;

type CardView = FiguresView & {
  readonly isPrivate: boolean;
  /** The published months beside the one that is shown. */
  readonly earlier: Month | undefined;
  readonly later: Month | undefined;
};

const tableOf = ({ columns, rows }: FigureTable): Element =>
  table(
    columns,
    rows.map(({ label, words: number }) => [label, number]),
  );

type Numbered = FigureRow & { readonly cell: number };
const numbered = (rows: readonly FigureRow[]): readonly Numbered[] =>
  rows.filter((row): row is Numbered => row.cell !== null);

/** A chart of Teams, and its table where a client knows no charts; too few numbers make no chart. */
const drawn = (
  of: FigureTable,
  least: number,
  chart: (rows: readonly Numbered[]) => object,
): readonly Element[] => {
  const rows = numbered(of.rows);
  const fallback = tableOf(of);
  return [heading(of.title), rows.length < least ? fallback : { type: 'Chart', ...chart(rows), fallback }];
};

const overMonths = (of: FigureTable, months: readonly PublishedMonth[]) =>
  drawn(of, 2, () => ({
    type: 'Chart.Line',
    xAxisTitle: of.columns[0],
    yAxisTitle: of.columns[1],
    color: 'categoricalBlue',
    data: [
      {
        legend: of.columns[1],
        values: of.rows.flatMap(({ cell }, at) =>
          cell === null ? [] : [{ x: `${months[at]?.month}-01`, y: cell }],
        ),
      },
    ],
  }));

/** The sum at the end is no bar, and one bar compares nothing. The heading says what clients don't agree how to put at which axis. */
const asBars = (of: FigureTable) =>
  drawn(of, 3, (rows) => ({
    type: 'Chart.HorizontalBar',
    color: 'categoricalBlue',
    data: rows.slice(0, -1).map(({ label, cell }) => ({ x: label, y: cell })),
  }));

/** The figures of one month, drawn by clients that can, and as tables for everybody. */
export const figuresCard = ({ months: all, isPrivate, earlier, later, ...of }: CardView): Card => {
  const { language } = of;
  const { lead, asTable, toggle, buttons, inPrivate } = figuresTexts[language];
  const months = all.slice(-shownMonths);
  const { heading: title, byMonth, shown, items, asked, waited, meetings } = figuresOf({ ...of, months });
  const way = (name: string, month: Month | undefined) =>
    month === undefined ? [] : [secondaryButton(language, name, 'figures.show', { month })];
  const tables = [byMonth, shown].flatMap((each) => [heading(each.title), tableOf(each)]);
  return formCard(of, {
    heading: title,
    lead,
    rows: [
      ...overMonths(byMonth, months),
      ...asBars(shown),
      ...[asked, waited, meetings, items]
        .filter(({ rows }) => rows.length > 0)
        .flatMap((each) => [heading(each.title), tableOf(each)]),
      fold({ id: 'figures-as-table', title: asTable, toggle }, tables),
      ...(isPrivate ? [] : [words(inPrivate, { isSmall: true })]),
    ],
    actions: [
      ...(isPrivate
        ? [
            button(language, {
              title: buttons.page,
              verb: 'figures.page',
              data: { month: months.at(-1)?.month },
            }),
          ]
        : []),
      ...way(buttons.earlier, earlier),
      ...way(buttons.later, later),
    ],
  });
};

/** Before the first month is over. */
export const noFiguresCard = (language: Language): Card => {
  const { noneHeading, none, buttons } = figuresTexts[language];
  return formCard(
    { language },
    { heading: noneHeading, lead: none, actions: [secondaryButton(language, buttons.menu, 'menu.show')] },
  );
};
