import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printCounts } from '../../src/statistics/print';
import { openStore } from '../../src/storage/open';

describe('printed counts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-counts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const printed = async (now: string): Promise<readonly string[]> => {
    const lines: string[] = [];
    const databaseUrl = `file:${join(folder, 'vejviser.db')}`;
    await printCounts({ databaseUrl, now: new Date(now), print: (line) => lines.push(line) });
    return lines;
  };

  test('while the bot has the database open > the weeks that are over', async () => {
    const bot = await openStore(`file:${join(folder, 'vejviser.db')}`);
    await bot.counts.add([
      { week: '2026-W45', route: 'general', count: 12 },
      { week: '2026-W45', route: 'released', count: 2 },
    ]);
    expect(await printed('2026-11-10T09:00:00Z')).toEqual([
      '2026-W45  general   12',
      '2026-W45  released  fewer than 5',
    ]);
    await bot.close();
  });

  test('none yet > says so', async () => {
    expect(await printed('2026-11-10T09:00:00Z')).toEqual(['No week with answers is over yet.']);
  });
});
