/** `npm run icons`: draws the app's icons, `appPackage/*.png`, from their SVGs with the system's Chromium. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = path.join(__dirname, '../appPackage');
const icons = [
  { name: 'color', side: 192 },
  { name: 'outline', side: 32 },
] as const;

const main = async (): Promise<void> => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const { name, side } of icons) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    const svg = readFileSync(path.join(folder, 'icons', `${name}.svg`), 'utf8');
    await page.setContent(
      `<style>html, body { margin: 0; background: transparent } svg { display: block }</style>${svg}`,
    );
    await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
  }
  await browser.close();
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The icons can not be drawn.'}\n`);
  process.exitCode = 1;
});
