import { existsSync } from 'node:fs';
import path from 'node:path';

/** The browser to test with: `CHROMIUM_PATH`, or else the first of the usual names on the PATH. */
export const findChromium = (): string | undefined => {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH !== undefined) return CHROMIUM_PATH;
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => PATH.split(path.delimiter).map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
};

export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] as const;

/**
 * `describe` where the machine has what the tests need; else they are skipped with the printed reason, and with
 * CI=true the missing thing is a fault.
 */
export const describeWith = (what: string, found: unknown): typeof describe | typeof describe.skip => {
  if (found !== undefined) return describe;
  if (process.env.CI === 'true') throw new Error(`CI=true and no ${what}: nothing may be skipped`);
  process.stderr.write(`skipped: no ${what} on this machine\n`);
  return describe.skip;
};
