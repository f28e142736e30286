import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { backUp } from '../../src/storage/back-up';
import { openStore } from '../../src/storage/open';

describe('backup of the embedded database', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-backup-'));
    file = join(folder, 'vejviser.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('while another process writes > is whole, has what had been confirmed, and can be restored and written to', async () => {
    await (await openStore(`file:${file}`)).close();
    const hook = join(__dirname, '..', 'support', 'typescript-hook.js');
    const writer = spawn(
      process.execPath,
      ['--require', hook, join(__dirname, 'sqlite-writer.ts'), `file:${file}`],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const copies: { readonly target: string; readonly confirmed: number }[] = [];
    for await (const line of createInterface({ input: writer.stdout })) {
      const confirmed = Number(line);
      if (confirmed % 15 !== 0) continue;
      const target = join(folder, `copy-${confirmed}.db`);
      await backUp(`file:${file}`, target);
      copies.push({ target, confirmed });
      if (copies.length === 3) writer.kill('SIGKILL');
      if (copies.length === 3) break;
    }
    expect(copies).toHaveLength(3);
    for (const { target, confirmed } of copies) {
      const raw = new Database(target);
      expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      raw.close();
      const restored = join(folder, 'restored.db');
      copyFileSync(target, restored);
      const store = await openStore(`file:${restored}`);
      const [left, right] = await store.counts.list();
      expect(left?.count).toBeGreaterThanOrEqual(confirmed);
      expect(right?.count).toBe(left?.count);
      expect((await store.installations.find(`19:kept-${confirmed}`))?.teamId).toBe(`team-${confirmed}`);
      await store.counts.add([{ week: '2026-W30', route: 'left', count: 5 }]);
      expect((await store.counts.list())[0]?.count).toBe((left?.count ?? 0) + 5);
      await store.close();
      for (const name of readdirSync(folder).filter((each) => each.startsWith('restored')))
        rmSync(join(folder, name));
    }
  });

  test('made > only its owner can read it, and nothing unfinished stays', async () => {
    await (await openStore(`file:${file}`)).close();
    await backUp(`file:${file}`, join(folder, 'copy.db'));
    expect(statSync(join(folder, 'copy.db')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('target taken, database missing or broken, or a server > is refused in words and leaves no file', async () => {
    const target = join(folder, 'copy.db');
    await expect(backUp(`file:${file}`, target)).rejects.toThrow(`There is no database at ${file}`);
    writeFileSync(file, 'not a database'.repeat(100));
    await expect(backUp(`file:${file}`, target)).rejects.toThrow("can't be copied");
    expect(existsSync(target)).toBe(false);
    await expect(backUp(`file:${file}`, file)).rejects.toThrow('already');
    await expect(backUp('mongodb://db.example/vejviser', target)).rejects.toThrow('mongodump');
    expect(readdirSync(folder)).toEqual(['vejviser.db']);
  });
});
