import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openStore } from '../../src/storage/open';
import { migrations } from '../../src/storage/sqlite/migrations';

test('database of the first schema > is upgraded with all its rows, and keeps what only a newer program writes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-upgrade-'));
  const file = join(folder, 'vejviser.db');
  copyFileSync(join(__dirname, 'first-schema.db'), file);
  const old = new Database(file);
  expect(old.prepare('PRAGMA user_version').all()).toEqual([{ user_version: 1 }]);
  old.close();

  const store = await openStore(`file:${file}`);
  expect(await store.installations.find('19:library@thread.tacv2')).toEqual({
    conversationId: '19:library@thread.tacv2',
    teamId: 'team-east',
    tenantId: 'tenant-2',
    serviceUrl: 'https://smba.example/apac/',
  });
  expect((await store.installations.find('19:school@thread.tacv2'))?.teamId).toBe('team-west');
  expect(await store.counts.list()).toEqual([
    { week: '2026-W47', route: 'under-18', count: 12 },
    { week: '2026-W48', route: 'adult', count: 7 },
  ]);
  expect(await store.documents('groups').insert('east', { place: 'x' }, { groupId: 'east', at: 1 })).toBe(
    true,
  );
  await store.close();

  const upgraded = new Database(file);
  expect(upgraded.prepare('PRAGMA user_version').all()).toEqual([{ user_version: migrations.length }]);
  upgraded.close();
  const again = await openStore(`file:${file}`);
  expect((await again.documents('groups').find('east'))?.body).toEqual({ place: 'x' });
  await again.close();
  rmSync(folder, { recursive: true });
});
