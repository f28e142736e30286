import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, describeWith, findChromium } from '../support/requires';
import { readingFaults } from './reading-faults';
import { serve, stopServers } from './served';

const pictures = path.join(__dirname, '../../artefacts/pages');
const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1_000].map((width) => ({ colorScheme, width })),
);
const [agenda, english, unknown, busy] = ['a', 'e', 'u', 'b'].map((letter) => letter.repeat(43));

const links = {
  feed: async () => ({ kind: 'void' }) as const,
  open: async (token: string) => {
    if (token === unknown) return { kind: 'void' } as const;
    if (token === busy) return { kind: 'later' } as const;
    return token === english
      ? ({ kind: 'given', offers: { kind: 'file', file: 'meeting' }, language: 'en' } as const)
      : ({ kind: 'given', offers: { kind: 'file', file: 'agenda' }, language: 'da' } as const);
  },
  file: async () => {
    const file = { name: 'dagsorden-2027-01-12.docx', type: 'text/plain', bytes: Buffer.from('punkter') };
    return { kind: 'given', file } as const;
  },
};

const executablePath = findChromium();
describeWith('Chromium', executablePath)('page of a link in the browser', () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...chromiumFlags] });
    url = `http://127.0.0.1:${(await serve(links)).port}/hent`;
  });
  afterAll(async () => {
    await browser.close();
    await stopServers();
  });

  test.each(views)('can be read by everybody, $colorScheme at $width px', async ({ colorScheme, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 640 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    const named = { agenda, english, unknown, busy };
    for (const [name, token] of Object.entries(named)) {
      await page.goto(`${url}/${token}`);
      complaints.push(...(await readingFaults(page)).map((fault) => `${name}: ${fault}`));
      await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}-${width}.png`) });
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(colorScheme === 'dark' ? 'rgb(27, 27, 27)' : 'rgb(255, 255, 255)');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('is used by the keyboard alone > the first stop is the button, and it gives the file', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/${agenda}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hent dokumentet');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe(
      'solid',
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('dagsorden-2027-01-12.docx');
    expect(readFileSync(await download.path(), 'utf8')).toBe('punkter');
    await page.close();
  });
});
