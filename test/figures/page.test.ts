import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { readingFaults } from '../http/reading-faults';
import { serve, stopServers } from '../http/served';
import { chromiumFlags, describeWith, findChromium } from '../support/requires';
import { figures } from './samples';

const pictures = path.join(__dirname, '../../artefacts/pages');
const [danish, english] = ['d', 'e'].map((letter) => letter.repeat(43));
const links = {
  feed: async () => ({ kind: 'void' }) as const,
  open: async (token: string) => {
    const language = token === english ? 'en' : 'da';
    return { kind: 'given', language, offers: { kind: 'figures', figures: figures(language) } } as const;
  },
  file: async () =>
    ({
      kind: 'given',
      file: { name: 'tal-2026-10.csv', type: 'text/csv', bytes: Buffer.from('måned') },
    }) as const,
};

const executablePath = findChromium();
describeWith('Chromium', executablePath)('page of figures in the browser', () => {
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

  test.each([
    ['light', 320],
    ['dark', 800],
  ] as const)('can be read by everybody and runs nothing, %s at %i px', async (colorScheme, width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    for (const token of [danish, english]) {
      await page.goto(`${url}/${token}`);
      complaints.push(...(await readingFaults(page)));
      await page.screenshot({
        path: path.join(pictures, `figures-${token?.[0]}-${width}.png`),
        fullPage: true,
      });
      const bars = await page
        .locator('rect')
        .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
      // March's 20 beside October's 115.
      expect((bars[6] ?? 0) / (bars[0] ?? 1)).toBeCloseTo(115 / 20, 0);
    }
    expect(complaints.filter((text) => !/script/i.test(text))).toEqual([]);
    await page.close();
  });

  test('printed > is one sheet', async () => {
    const page = await browser.newPage();
    for (const token of [danish, english]) {
      await page.goto(`${url}/${token}`);
      const sheet = await page.pdf({
        path: path.join(pictures, `figures-${token?.[0]}.pdf`),
        format: 'A4',
        margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
      });
      expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await page.close();
  });
});
