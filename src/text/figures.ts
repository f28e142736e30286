import type { Language } from '../municipality/schema';

const da = {
  summary: 'Tal fra Vejviser',
  heading: (month: string): string => `Tal for ${month}`,
  lead: 'Tallene er rundet til nærmeste 5. Et tal under 5 vises ikke, for det kunne pege på nogen. »Eller flere« betyder, at noget ikke er talt med.',
  none: 'Der er ingen hel måned at vise endnu. En måned kan ses, når den er slut.',
  noneHeading: 'Ingen tal endnu',

  tables: {
    byMonth: 'Viste svar, måned for måned',
    shown: 'Viste svar, efter hvem svaret nævner først',
    items: 'Punkter meldt ind til møder',
    asked: 'Anmodninger til enhederne',
    waited: 'Enhedernes ventetid, median',
    meetings: 'Møder',
  },
  columns: {
    month: 'Måned',
    destination: 'Svaret nævner først',
    kind: 'Slags',
    unit: 'Enhed',
    waiting: 'Ventetid',
    count: 'Antal',
  },
  other: 'Et trin, planen ikke længere har',
  rest: 'Resten tilsammen (under 5 hver)',
  few: 'under 5',
  notShown: 'vises ikke',
  total: 'I alt',
  least: (count: number): string => `${count} eller flere`,
  meetings: { held: 'Holdt', 'called-off': 'Aflyst' },
  items: {
    orientation: 'Orientering',
    discussion: 'Drøftelse',
    decision: 'Beslutning',
    'single-case': 'Enkeltsag',
    standing: 'Fast punkt',
  },
  waiting: {
    '1': 'under 1 arbejdstime',
    '2': '1-2 arbejdstimer',
    '4': '2-4 arbejdstimer',
    '8': '4-8 arbejdstimer',
    '16': '8-16 arbejdstimer',
    more: 'over 16 arbejdstimer',
  },
  asTable: 'Tallene som tabeller',
  toggle: 'Tallene som tabeller: vis eller skjul',

  buttons: {
    earlier: 'Måneden før',
    later: 'Måneden efter',
    page: 'Print eller hent tallene',
    open: 'Åbn siden',
    back: 'Tilbage til tallene',
    menu: 'Menu',
  },
  inPrivate: 'Siden til print og regneark får du i den private chat: skriv **tal** til Vejviser dér.',
  link: {
    heading: 'Tallene på en side',
    lead: 'Siden kan printes på ét ark, og derfra kan du hente alle måneder til et regneark. Linket gælder i ti minutter.',
    none: 'Vejviser er ikke sat op med en netadresse, så der er ingen side at hente.',
  },

  page: {
    csv: 'Hent alle måneder som CSV',
    foot: 'Linket gælder i ti minutter, fra du bad om det. Tallene siger ikke, hvem der så et svar eller spurgte.',
  },
  csv: {
    name: 'tal',
    columns: ['måned', 'tabel', 'række', 'antal', 'bemærkning'],
    least: 'eller flere',
  },

  refused: 'Tallene kan ikke vises',
  refusals: {
    'not-allowed': 'Tallene er for administratorer, tovholdere og deres stedfortrædere.',
    'unknown-roster': 'Teams svarer ikke på, hvem der er med i kanalen. Prøv igen om lidt.',
    'odd-card': 'Kortet er for gammelt. Skriv **tal** for at få et nyt.',
  },
};

/** Every word about figures. */
export type FiguresText = typeof da;

const en: FiguresText = {
  summary: 'Figures from Vejviser',
  heading: (month) => `Figures for ${month}`,
  lead: 'The numbers are rounded to the nearest 5. A number under 5 is not shown, for it could point at somebody. “Or more” means that something is not counted in.',
  none: 'There is no whole month to show yet. A month can be seen when it is over.',
  noneHeading: 'No figures yet',

  tables: {
    byMonth: 'Answers shown, month by month',
    shown: 'Answers shown, by whom the answer names first',
    items: 'Items submitted for meetings',
    asked: 'Requests to the units',
    waited: 'The units’ waiting time, median',
    meetings: 'Meetings',
  },
  columns: {
    month: 'Month',
    destination: 'The answer names first',
    kind: 'Kind',
    unit: 'Unit',
    waiting: 'Waiting time',
    count: 'Number',
  },
  other: 'A step that the plan no longer has',
  rest: 'The rest together (under 5 each)',
  few: 'under 5',
  notShown: 'not shown',
  total: 'In all',
  least: (count) => `${count} or more`,
  meetings: { held: 'Held', 'called-off': 'Cancelled' },
  items: {
    orientation: 'Information',
    discussion: 'Discussion',
    decision: 'Decision',
    'single-case': 'Individual case',
    standing: 'Standing item',
  },
  waiting: {
    '1': 'under 1 working hour',
    '2': '1-2 working hours',
    '4': '2-4 working hours',
    '8': '4-8 working hours',
    '16': '8-16 working hours',
    more: 'over 16 working hours',
  },
  asTable: 'The numbers as tables',
  toggle: 'The numbers as tables: show or hide',

  buttons: {
    earlier: 'The month before',
    later: 'The month after',
    page: 'Print or download',
    open: 'Open the page',
    back: 'Back to the figures',
    menu: 'Menu',
  },
  inPrivate:
    'The page to print and the spreadsheet are given in the private chat: write **figures** to Vejviser there.',
  link: {
    heading: 'The figures on a page',
    lead: 'The page prints on one sheet, and from it you can download all months for a spreadsheet. The link works for ten minutes.',
    none: 'Vejviser has no address on the net here, so there is no page to get.',
  },

  page: {
    csv: 'Download all months as CSV',
    foot: 'The link works for ten minutes from when you asked for it. The numbers don’t say who saw an answer or asked.',
  },
  csv: {
    name: 'figures',
    columns: ['month', 'table', 'row', 'number', 'remark'],
    least: 'or more',
  },

  refused: 'The figures can’t be shown',
  refusals: {
    'not-allowed': 'The figures are for administrators, coordinators and their deputies.',
    'unknown-roster': 'Teams doesn’t say who is in the channel. Try again in a moment.',
    'odd-card': 'The card is too old. Write **figures** to get a new one.',
  },
};

export const figuresTexts: Readonly<Record<Language, FiguresText>> = { da, en };
