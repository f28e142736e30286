import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');

describe('npm run docs, with another municipality’s file beside Ishøj’s', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-docs-'));
  const at = (name: string): string => path.join(folder, name);
  beforeAll(() => {
    for (const name of ['dist', 'src/municipality', 'docs/routing.md', 'docs/databeskyttelse.md']) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      cpSync(path.join(root, name), at(name), { recursive: true });
    }
    for (const name of ['node_modules', 'cards', 'package.json'])
      symlinkSync(path.join(root, name), at(name));
    cpSync(path.join(root, 'test/support/fjordby.json'), at('src/municipality/fjordby.json'));
    execFileSync(process.execPath, [at('dist/docs.js')], { stdio: 'pipe' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes a routing table of its own, and leaves Ishøj’s', () => {
    expect(readFileSync(at('docs/routing-fjordby.md'), 'utf8')).toMatch(/^# .*Fjordby/);
    expect(readFileSync(at('docs/routing.md'), 'utf8')).toBe(
      readFileSync(path.join(root, 'docs/routing.md'), 'utf8'),
    );
  });
});
