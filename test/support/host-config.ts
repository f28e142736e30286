/** How Teams draws cards, near enough to judge a layout: its sizes, spacings and both themes' colours. */
export type Theme = 'light' | 'dark';

type Palette = {
  readonly page: string;
  readonly text: string;
  readonly subtle: string;
  readonly link: string;
  readonly border: string;
  readonly button: string;
  readonly primary: string;
  readonly danger: string;
  readonly styles: Readonly<
    Record<'default' | 'emphasis' | 'accent' | 'good' | 'attention' | 'warning', string>
  >;
};

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#f5f5f5',
    text: '#242424',
    subtle: '#616161',
    link: '#4f52b2',
    border: '#d1d1d1',
    button: '#ffffff',
    primary: '#5b5fc7',
    danger: '#c4314b',
    styles: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#e7f2da',
      attention: '#fcf4f6',
      warning: '#fbf6d9',
    },
  },
  dark: {
    page: '#1f1f1f',
    text: '#ffffff',
    subtle: '#adadad',
    link: '#aab1fa',
    border: '#666666',
    button: '#292929',
    primary: '#4f52b2',
    danger: '#a72037',
    styles: {
      default: '#292929',
      emphasis: '#141414',
      accent: '#2f2f4a',
      good: '#0d2e0d',
      attention: '#3e1f25',
      warning: '#463100',
    },
  },
};

/** The `adaptivecards` package's host configuration for one theme. */
export const hostConfigOf = (theme: Theme): object => {
  const { text, subtle, link, border, danger, styles } = palettes[theme];
  const both = (colour: string) => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: text, subtle },
    accent: both(link),
    attention: both(danger),
    good: both(text),
    warning: both(text),
  };
  const containerStyles = Object.fromEntries(
    Object.entries(styles).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }]),
  );
  return {
    fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: border },
    textStyles: { heading: { size: 'large', weight: 'bolder' } },
    textBlock: { headingLevel: 2 },
    containerStyles,
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
};

/** The page around a card, and the buttons, which the package leaves to its host. */
export const stylesOf = (theme: Theme): string => {
  const { page, text, link, border, button, primary, danger } = palettes[theme];
  return `
    /* A message in Teams breaks words that are too long, and a card in it inherits that. */
    body { margin: 0; background: ${page}; color: ${text}; line-height: 1.4; overflow-wrap: anywhere }
    a { color: ${link} }
    .ac-pushButton { min-height: 32px; padding: 5px 12px; border: 1px solid ${border}; border-radius: 4px;
      background: ${button}; color: ${text}; font: 600 14px 'Segoe UI', 'DejaVu Sans', sans-serif }
    .ac-pushButton.style-positive { background: ${primary}; border-color: ${primary}; color: #fff }
    .ac-pushButton.style-destructive { background: ${danger}; border-color: ${danger}; color: #fff }
    .ac-selectable { cursor: pointer }
  `;
};
