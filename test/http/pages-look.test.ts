import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { pagePaths } from '../../src/http/pages/paths';
import { chromiumFlags, describeWith, findChromium } from '../support/requires';
import { readingFaults } from './reading-faults';
import { serve, stopServers } from './served';

const pictures = path.join(__dirname, '../../artefacts/pages');
const nothing = async () => ({ kind: 'void' }) as const;
const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1_200].map((width) => ({ colorScheme, width })),
);
const paths = [...pagePaths, '/nowhere'];
const fileOf = (at: string): string => at.slice(1).replaceAll('/', '-') || 'home';

const executablePath = findChromium();
describeWith('Chromium', executablePath)('pages in the browser', () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...chromiumFlags] });
    url = `http://127.0.0.1:${(await serve({ feed: nothing, open: nothing, file: nothing })).port}`;
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await stopServers();
  });

  test.each(views)('can be read by everybody, $colorScheme at $width px', async ({ colorScheme, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    for (const at of paths) {
      await page.goto(`${url}${at}`);
      complaints.push(...(await readingFaults(page)).map((fault) => `${at}: ${fault}`));
      await page.screenshot({
        path: path.join(pictures, `${fileOf(at)}-${colorScheme}-${width}.png`),
        fullPage: true,
      });
    }
    expect(complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
    await page.close();
  });

  test('printed > black on white, without the links of the site', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(`${url}/privatliv`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(await page.locator('nav').isVisible()).toBe(false);
    await page.screenshot({ path: path.join(pictures, 'privatliv-print.png'), fullPage: true });
    await page.close();
  });

  test('by the keyboard alone > the other language is the first stop and the pages are the last', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/`);
    const stops: (string | null)[] = [];
    for (let n = 0; n < 4; n += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.textContent ?? null));
    }
    expect(stops).toEqual(['In English', 'Om Vejviser', 'Privatliv', 'Vilkår']);
    await page.close();
  });
});
