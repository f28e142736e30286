import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import type { Card } from '../../src/cards/card';
import { hostConfigOf, stylesOf, type Theme } from './host-config';
import { chromiumFlags } from './requires';

export type View = { readonly theme: Theme; readonly width: number };

export type Renderer = {
  /** What is wrong with the card in this view, in words; its picture is kept under `name` when one is given. */
  faultsOf(card: Card, view: View, name?: string): Promise<readonly string[]>;
  /** How high the card is with its folds closed, where its first field begins and its first telephone number ends; in px. */
  layoutOf(card: Card, view: View): Promise<Layout>;
  close(): Promise<void>;
};

export type Layout = {
  readonly height: number;
  readonly firstFieldAt: number | undefined;
  readonly firstNumberEndsAt: number | undefined;
};

type Drawing = { readonly card: Card; readonly hostConfig: object; readonly isUnfolded: boolean };
/** A page with the connection by which its picture is taken quickest. */
type Screen = { readonly page: Page; readonly devtools: CDPSession };

const pictures = path.join(__dirname, '../../artefacts/cards');

/** Runs in the page: draws the card as Teams would, with the Markdown that we use, and says how many folds it has. */
const draw = (json: string): number => {
  const { card, hostConfig, isUnfolded } = JSON.parse(json) as Drawing;
  const { AdaptiveCards: library } = window as unknown as { AdaptiveCards: typeof import('adaptivecards') };
  library.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    result.outputHtml = `<p>${plain
      .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
      .replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>')}</p>`;
    result.didProcess = true;
  };
  const adaptiveCard = new library.AdaptiveCard();
  adaptiveCard.hostConfig = new library.HostConfig(hostConfig);
  adaptiveCard.parse(card);
  const rendered = adaptiveCard.render();
  const place = document.querySelector('main');
  if (!place || !rendered) throw new Error('nothing was drawn');
  place.replaceChildren(rendered);
  const folds = [...place.querySelectorAll<HTMLElement>('.ac-container.ac-selectable')];
  if (!isUnfolded) return folds.length;
  for (const fold of folds) fold.click();
  // The package marks whatever it shows as expanded, a plain text too.
  for (const shown of place.querySelectorAll('[aria-expanded]')) shown.removeAttribute('aria-expanded');
  return folds.length;
};

/** Runs in the page: what sticks out to the side, and what a button cuts off. */
const measure = () => {
  const root = document.documentElement;
  const sideways =
    root.scrollWidth > root.clientWidth ? [`${root.scrollWidth - root.clientWidth} px too wide`] : [];
  const cut = [...document.querySelectorAll('.ac-pushButton, .ac-pushButton *')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `cut off: ${element.textContent}`);
  const beyond = [...document.querySelectorAll('.ac-pushButton')]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth - 8)
    .map((element) => `beyond the edge: ${element.textContent}`);
  return [...sideways, ...cut, ...beyond];
};

/** Runs in the page: the height of what is drawn, the upper edge of the first field, the lower one of the first number. */
const layout = (): Layout => {
  const numbers = [...document.querySelectorAll('a[href^="tel:"]')].map((link) =>
    link.getBoundingClientRect(),
  );
  const first = numbers.find(({ height }) => height > 0);
  const field = document.querySelector('main :is(input, textarea, select)')?.getBoundingClientRect();
  return {
    height: Math.ceil(document.querySelector('main')?.getBoundingClientRect().bottom ?? 0),
    firstFieldAt: field && Math.ceil(field.top + window.scrollY),
    firstNumberEndsAt: first && Math.ceil(first.bottom + window.scrollY),
  };
};

/** Runs in the page, which sends on only what is wrong: a whole report is longer than the card. */
const axeFaults = async (): Promise<readonly string[]> => {
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await axe.run('main', { resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};

const openScreen = async (browser: Browser, { theme, width }: View): Promise<Screen> => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(
    `<html lang="da"><title>Card</title><style>${stylesOf(theme)}</style><main></main></html>`,
  );
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  return { page, devtools: await page.context().newCDPSession(page) };
};

/** Keeps a picture of the whole card, however high. */
const keepPicture = async ({ page, devtools }: Screen, file: string): Promise<void> => {
  const size = await page.evaluate(() => {
    const { clientWidth, scrollHeight } = document.documentElement;
    return { width: clientWidth, height: scrollHeight };
  });
  const { data } = await devtools.send('Page.captureScreenshot', {
    clip: { x: 0, y: 0, ...size, scale: 1 },
    captureBeyondViewport: true,
    optimizeForSpeed: true,
  });
  await writeFile(path.join(pictures, file), data, 'base64');
};

/** A browser that draws cards with the `adaptivecards` package and looks at them. */
export const openRenderer = async (executablePath: string): Promise<Renderer> => {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const screens = new Map<string, Screen>();

  const screenFor = async (view: View): Promise<Screen> => {
    const key = `${view.theme}-${view.width}`;
    const screen = screens.get(key) ?? (await openScreen(browser, view));
    screens.set(key, screen);
    return screen;
  };

  return {
    faultsOf: async (card, view, name) => {
      const screen = await screenFor(view);
      const { page } = screen;
      const hostConfig = hostConfigOf(view.theme);
      const drawn = (isUnfolded: boolean): Promise<number> =>
        page.evaluate(draw, JSON.stringify({ card, hostConfig, isUnfolded } satisfies Drawing));
      const keep = (suffix = ''): Promise<void> =>
        keepPicture(screen, `${name}${suffix}-${view.theme}-${view.width}.png`);
      if (name !== undefined) {
        await drawn(false);
        await keep();
      }
      const folds = await drawn(true);
      if (name === undefined) return page.evaluate(measure);
      if (folds > 0) await keep('-unfolded');
      return [...(await page.evaluate(measure)), ...(await page.evaluate(axeFaults))];
    },
    layoutOf: async (card, view) => {
      const { page } = await screenFor(view);
      const hostConfig = hostConfigOf(view.theme);
      await page.evaluate(draw, JSON.stringify({ card, hostConfig, isUnfolded: false } satisfies Drawing));
      return page.evaluate(layout);
    },
    close: () => browser.close(),
  };
};
