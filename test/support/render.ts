import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Card } from '../../src/cards/card';
import { hostConfigOf, stylesOf, type Theme } from './host-config';
import { chromiumFlags } from './requires';

export type View = { readonly theme: Theme; readonly width: number };

export type Renderer = {
  /** What is wrong with the card in this view, in words; its picture is kept under `name` when one is given. */
  faultsOf(card: Card, view: View, name?: string): Promise<readonly string[]>;
  close(): Promise<void>;
};

const pictures = path.join(__dirname, '../../artefacts/cards');

/** Runs in the page: draws the card as Teams would, with the Markdown that we use. */
const draw = ({
  card,
  hostConfig,
  isUnfolded,
}: {
  card: object;
  hostConfig: object;
  isUnfolded: boolean;
}) => {
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

const axeFaults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    return axe.run('main', { resultTypes: ['violations'] });
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};

const openPage = async (browser: Browser, { theme, width }: View): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(
    `<html lang="da"><title>Card</title><style>${stylesOf(theme)}</style><main></main></html>`,
  );
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  return page;
};

/** A browser that draws cards with the `adaptivecards` package and looks at them. */
export const openRenderer = async (executablePath: string): Promise<Renderer> => {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const pages = new Map<string, Page>();

  const pageFor = async (view: View): Promise<Page> => {
    const key = `${view.theme}-${view.width}`;
    const page = pages.get(key) ?? (await openPage(browser, view));
    pages.set(key, page);
    return page;
  };

  return {
    faultsOf: async (card, view, name) => {
      const page = await pageFor(view);
      const hostConfig = hostConfigOf(view.theme);
      const keepPicture = async (suffix = '') => {
        const file = `${name}${suffix}-${view.theme}-${view.width}.png`;
        await page.screenshot({ path: path.join(pictures, file), fullPage: true });
      };
      if (name !== undefined) {
        await page.evaluate(draw, { card, hostConfig, isUnfolded: false });
        await keepPicture();
      }
      const folds = await page.evaluate(draw, { card, hostConfig, isUnfolded: true });
      if (name === undefined) return page.evaluate(measure);
      if (folds > 0) await keepPicture('-unfolded');
      return [...(await page.evaluate(measure)), ...(await axeFaults(page))];
    },
    close: () => browser.close(),
  };
};
