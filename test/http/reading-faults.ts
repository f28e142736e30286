import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page: what a reader can't read or reach. */
export const readingFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: library } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await library.run();
    const root = document.documentElement;
    const isWide = root.scrollWidth > root.clientWidth;
    return [...violations.map(({ id }) => id), ...(isWide ? ['too wide'] : [])];
  });
};
