import type { Language, Municipality } from '../municipality/schema';
import { calledUnits } from '../requests/model/unit-home';
import { monthInWords } from '../text/dates';
import { figuresTexts } from '../text/figures';
import { type Destination, destinations, itemKinds, type PublishedMonth } from './model/month';
import { type Cell, type Line, totalOf } from './model/suppression';

/** One line of a table: the number, and how it is read where there is none. */
export type FigureRow = { readonly label: string; readonly cell: Cell; readonly words: string };
export type FigureTable = {
  readonly title: string;
  /** What the labels are, and what the numbers. */
  readonly columns: readonly [string, string];
  readonly rows: readonly FigureRow[];
};

/** Everything that card, page and spreadsheet know of figures. */
export type FiguresView = {
  readonly language: Language;
  readonly municipality: Pick<Municipality, 'units'>;
  /** The month that is shown, and those before it, the oldest first; at least one. */
  readonly months: readonly PublishedMonth[];
};

export type Figures = {
  readonly heading: string;
  readonly byMonth: FigureTable;
  readonly shown: FigureTable;
  readonly items: FigureTable;
  readonly asked: FigureTable;
  /** Without numbers: the class in which each unit's median lies. */
  readonly waited: FigureTable;
  readonly meetings: FigureTable;
};

type Of = Pick<FiguresView, 'language' | 'municipality'>;

export const destinationName = ({ language, municipality }: Of, name: Destination): string => {
  const unit = name === 'other' ? undefined : municipality.units[name];
  const { other } = figuresTexts[language];
  return name === 'other' ? other : ((unit?.shortName ?? unit?.name)?.[language] ?? name);
};

/** A unit that the municipality hasn't got is in no table; what it has no longer is `other`. */
const isThere =
  ({ municipality }: Of) =>
  (name: Destination): boolean =>
    name === 'other' || municipality.units[name] !== undefined;

const rowOf = (language: Language, label: string, cell: Cell): FigureRow => ({
  label,
  cell,
  words: cell === null ? figuresTexts[language].few : String(cell),
});

/** The sum of what is shown. */
export const totalRow = (language: Language, label: string, line: Line): FigureRow => {
  const { least, notShown } = figuresTexts[language];
  const { sum, isLeast } = totalOf(line);
  if (sum === 0) return { label, cell: null, words: notShown };
  return { label, cell: sum, words: isLeast ? least(sum) : String(sum) };
};

/** What is shown, the most first, then what is hidden as one. */
const lineRows = <Name extends string>(
  language: Language,
  line: Line<Name>,
  labelOf: (name: Name) => string,
): readonly FigureRow[] => {
  const { rest, total, notShown } = figuresTexts[language];
  const restWords = line.rest === null ? notShown : String(line.rest);
  const all = (Object.entries(line.cells) as [Name, Cell][]).map(([name, cell]) =>
    rowOf(language, labelOf(name), cell),
  );
  const shown = all.filter(({ cell }) => cell !== null).toSorted((a, b) => (b.cell ?? 0) - (a.cell ?? 0));
  return [
    ...shown,
    ...(shown.length < all.length ? [{ label: rest, cell: line.rest, words: restWords }] : []),
    totalRow(language, total, line),
  ];
};

const askedRows = (of: Of, { asked }: PublishedMonth): readonly FigureRow[] =>
  calledUnits.map((unit) => rowOf(of.language, destinationName(of, unit), asked.cells[unit]));

/** Only of units of which enough is known. */
const waitedRows = (of: Of, { waited }: PublishedMonth): readonly FigureRow[] =>
  calledUnits.flatMap((unit) => {
    const median = waited[unit];
    const words = median === null ? undefined : figuresTexts[of.language].waiting[median];
    return words === undefined ? [] : [{ label: destinationName(of, unit), cell: null, words }];
  });

/** The tables of the last of the months. */
export const figuresOf = ({ months, ...of }: FiguresView): Figures => {
  const { language } = of;
  const { heading, tables, columns, items, meetings } = figuresTexts[language];
  const last = months.at(-1);
  if (last === undefined) throw new Error('Figures of no month');
  const count = columns.count;
  return {
    heading: heading(monthInWords(last.month, language)),
    byMonth: {
      title: tables.byMonth,
      columns: [columns.month, count],
      rows: months.map(({ month, shown }) => totalRow(language, monthInWords(month, language), shown)),
    },
    shown: {
      title: tables.shown,
      columns: [columns.destination, count],
      rows: lineRows(language, last.shown, (name) => destinationName(of, name)),
    },
    items: {
      title: tables.items,
      columns: [columns.kind, count],
      rows: lineRows(language, last.items, (name) => items[name]),
    },
    asked: { title: tables.asked, columns: [columns.unit, count], rows: askedRows(of, last) },
    waited: {
      title: tables.waited,
      columns: [columns.unit, columns.waiting],
      rows: waitedRows(of, last),
    },
    meetings: {
      title: tables.meetings,
      columns: [columns.kind, count],
      rows: (['held', 'called-off'] as const).map((name) =>
        rowOf(language, meetings[name], last.meetings.cells[name]),
      ),
    },
  };
};

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** Every month as a spreadsheet reads it: UTF-8 with its mark, semicolons, an empty number with its remark. */
export const figuresCsv = ({ months, ...of }: FiguresView): string => {
  const { language } = of;
  const { csv, tables, items, meetings, total, few, rest, notShown } = figuresTexts[language];
  const lines = months.flatMap((month) => {
    const line = (table: string, label: string, cell: Cell, remark = cell === null ? few : '') => [
      month.month,
      table,
      label,
      cell === null ? '' : String(cell),
      remark,
    ];
    const sumOf = (table: string, of: Line) => {
      const { sum, isLeast } = totalOf(of);
      return [
        line(table, rest, of.rest, of.rest === null ? notShown : ''),
        sum === 0 ? line(table, total, null, notShown) : line(table, total, sum, isLeast ? csv.least : ''),
      ];
    };
    return [
      ...destinations
        .filter(isThere(of))
        .map((name) => line(tables.shown, destinationName(of, name), month.shown.cells[name])),
      ...sumOf(tables.shown, month.shown),
      ...itemKinds.map((name) => line(tables.items, items[name], month.items.cells[name])),
      ...sumOf(tables.items, month.items),
      ...askedRows(of, month).map(({ label, cell }) => line(tables.asked, label, cell)),
      ...waitedRows(of, month).map(({ label, words }) => line(tables.waited, label, null, words)),
      ...(['held', 'called-off'] as const).map((name) =>
        line(tables.meetings, meetings[name], month.meetings.cells[name]),
      ),
    ];
  });
  return `\uFEFF${[csv.columns, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
};
