import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { buildPackage, readTemplate } from '../../scripts/teams-package/build';
import { recordOf } from '../../scripts/teams-package/version';

const root = path.join(__dirname, '../..');
const folder = path.join(root, 'appPackage');
const env = {
  TEAMS_APP_ID: '55555555-aaaa-4bbb-8ccc-666666666666',
  BOT_ID: '77777777-dddd-4eee-8fff-888888888888',
  BOT_DOMAIN: 'vej.kommune.example',
  DEVELOPER_NAME: 'Kommunen & søn',
  APP_NAME_SUFFIX: '-test',
};

const zipOf = (from: string, values: Record<string, string> = env): Uint8Array => {
  const template = readTemplate(from);
  const built = buildPackage(template, values, recordOf(template));
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.faults));
  return built.zip;
};
const manifestIn = (zip: Uint8Array) =>
  JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString('utf8'));

describe('the app’s zip', () => {
  it('holds the manifest, its English, and the two icons, with the env file’s values', () => {
    const zip = zipOf(folder);
    expect(Object.keys(unzipSync(zip))).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(manifestIn(zip)).toMatchObject({
      id: env.TEAMS_APP_ID,
      name: { short: 'Vejviser-test' },
      developer: {
        name: 'Kommunen & søn',
        websiteUrl: 'https://vej.kommune.example/',
        privacyUrl: 'https://vej.kommune.example/privatliv',
        termsOfUseUrl: 'https://vej.kommune.example/vilkaar',
      },
      bots: [{ botId: env.BOT_ID }],
    });
  });

  it('asks for nothing that the bot doesn’t use', () => {
    const manifest = manifestIn(zipOf(folder));
    expect(manifest).toMatchObject({
      manifestVersion: '1.30',
      permissions: ['identity', 'messageTeamMembers'],
      supportsChannelFeatures: 'tier1',
      bots: [{ scopes: ['personal', 'team'] }],
    });
    for (const name of ['authorization', 'webApplicationInfo', 'validDomains', 'devicePermissions'])
      expect(manifest).not.toHaveProperty(name);
  });

  it('is the same to the byte when its files were copied at another time', () => {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'vejviser-package-'));
    cpSync(folder, copy, { recursive: true });
    utimesSync(path.join(copy, 'en.json'), 1_000_000_000, 1_000_000_000);
    writeFileSync(path.join(copy, 'Thumbs.db'), 'a file that nobody named');
    expect(Buffer.compare(zipOf(copy), zipOf(folder))).toBe(0);
    rmSync(copy, { recursive: true });
  });
});

describe('npm run package', () => {
  const args = ['--require', './test/support/typescript-hook.js', 'scripts/package.ts'];
  const run = (extra: readonly string[], other: Record<string, string> = {}) =>
    execFileSync(process.execPath, [...args, ...extra], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...other },
      stdio: 'pipe',
    });
  const zip = () => readFileSync(path.join(root, 'build/vejviser.zip'));

  it('twice, also in another time zone > the same bytes', () => {
    run([], { TZ: 'Europe/Copenhagen' });
    const first = zip();
    run([], { TZ: 'Pacific/Auckland' });
    expect(Buffer.compare(zip(), first)).toBe(0);
  });

  it('with an env file that lacks a value > says which, with exit code 78', () => {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'vejviser-env-'));
    const file = path.join(scratch, '.env.half');
    writeFileSync(
      file,
      `BOT_DOMAIN=a.example\nTEAMS_APP_ID=${env.TEAMS_APP_ID}\nDEVELOPER_NAME=X\nAPP_NAME_SUFFIX=\n`,
    );
    expect(() => run([file])).toThrow(
      expect.objectContaining({ status: 78, stderr: expect.stringContaining('env-values: BOT_ID') }),
    );
    rmSync(scratch, { recursive: true });
  });

  it('--check > the version that is remembered is the one in the manifest', () => {
    expect(run(['--check'])).toBe('');
  });
});
