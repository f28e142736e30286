import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { texts } from '../../src/text/text';
import { personalMessage } from '../support/activities';
import { freePort } from '../support/app-process';
import { type Connector, cardOf, startConnector } from '../support/connector';
import { type Identity, startIdentity } from '../support/identity';
import { botId, environmentFor, tenantId } from '../support/teams';

jest.setTimeout(180_000);

const root = path.join(__dirname, '../..');
/** `nobody`, where this process may become somebody else. */
const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** The repository of a municipality that has put its own file, with this content, beside Ishøj's. */
const repositoryWith = (folder: string, file: string, content: string): string => {
  const municipalities = path.join(folder, 'src/municipality');
  mkdirSync(municipalities, { recursive: true });
  for (const name of ['dist', 'cards', 'LICENSE', 'package.json', 'package-lock.json', '.npmrc'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  copyFileSync(path.join(root, 'src/municipality/ishoj.json'), path.join(municipalities, 'ishoj.json'));
  writeFileSync(path.join(municipalities, file), content);
  return folder;
};

const bundleOf = (repository: string, target: string) => {
  const hook = path.join(root, 'test/support/typescript-hook.js');
  const script = path.join(root, 'scripts/bundle.ts');
  return spawnSync(process.execPath, ['--require', hook, script, target], {
    cwd: repository,
    encoding: 'utf8',
  });
};

const megabytesIn = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1_024;

const residentMegabytes = (pid: number): number | undefined => {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return undefined;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1_024;
};

describe('the bundle, read-only and as another user', () => {
  let identity: Identity;
  let connector: Connector;
  let scratch: string;
  let bundle: string;
  let app: ChildProcess;
  let url: string;
  let log = '';
  const figures: string[] = [];

  beforeAll(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'vejviser-bundle-'));
    bundle = path.join(scratch, 'app');
    const data = path.join(scratch, 'data');
    chmodSync(scratch, 0o755);
    mkdirSync(data, { mode: 0o777 });
    chmodSync(data, 0o777);
    const fjordby = readFileSync(path.join(root, 'test/support/fjordby.json'), 'utf8');
    const made = bundleOf(repositoryWith(path.join(scratch, 'repository'), 'fjordby.json', fjordby), bundle);
    if (made.status !== 0) throw new Error(made.stderr);
    figures.push(`${Math.round(megabytesIn(bundle))} MB`);
    execFileSync('chmod', ['-R', 'a-w', bundle]);

    identity = await startIdentity();
    connector = await startConnector();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const startedAt = performance.now();
    app = spawn(process.execPath, ['dist/main.js'], {
      cwd: bundle,
      env: {
        ...environmentFor(identity, connector),
        NODE_ENV: 'production',
        PORT: `${port}`,
        HOST: '127.0.0.1',
        DATABASE_URL: `file:${path.join(data, 'vejviser.db')}`,
        MUNICIPALITY_FILE: 'src/municipality/fjordby.json',
      },
      ...other,
    });
    for (const stream of [app.stdout, app.stderr]) stream?.on('data', (chunk) => (log += chunk));
    const isReady = () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    for (const end = Date.now() + 60_000; !(await isReady()); await wait(20)) {
      if (app.exitCode !== null || Date.now() > end) throw new Error(`it did not start:\n${log}`);
    }
    figures.push(`ready after ${Math.round(performance.now() - startedAt)} ms`);
  });

  afterAll(async () => {
    await connector?.stop();
    await identity?.stop();
    app?.kill('SIGKILL');
    execFileSync('chmod', ['-R', 'u+w', scratch]);
    rmSync(scratch, { recursive: true });
    process.stderr.write(`bundle: ${figures.join(', ')}\n`);
  });

  test('holds what production needs and nothing of the tests', () => {
    expect(readdirSync(bundle).sort()).toEqual([
      '.npmrc',
      'LICENSE',
      'cards',
      'dist',
      'node_modules',
      'package-lock.json',
      'package.json',
      'src',
    ]);
    for (const name of ['jest', 'typescript', 'playwright-core', '@microsoft/m365agentsplayground'])
      expect(existsSync(path.join(bundle, 'node_modules', name))).toBe(false);
    expect(megabytesIn(bundle)).toBeLessThan(270);
  });

  test('can’t be written by who runs it', () => {
    const touched = spawnSync('touch', [path.join(bundle, 'dist/main.js')], other);
    if ('uid' in other) expect(touched.status).not.toBe(0);
    else expect(existsSync(path.join(bundle, 'written'))).toBe(false);
  });

  test('with the file that another municipality put beside Ishøj’s > is that municipality’s', async () => {
    expect(await (await fetch(`${url}/`)).text()).toContain('Fjordby Kommune');
    expect(readdirSync(path.join(bundle, 'src/municipality')).sort()).toEqual(['fjordby.json', 'ishoj.json']);
  });

  test('its doctor, with nobody’s choice > reads Ishøj’s file', () => {
    const { stdout } = spawnSync(process.execPath, ['dist/doctor.js'], {
      cwd: bundle,
      env: { VEJVISER_ENV: 'local', DATABASE_URL: `file:${path.join(scratch, 'data/none.db')}` },
      encoding: 'utf8',
      ...other,
    });
    expect(stdout).toMatch(/^ok +municipality +its file is complete\.$/m);
  });

  test('of a municipality’s file that is half done > isn’t made, and the file is named', () => {
    const repository = repositoryWith(path.join(scratch, 'half'), 'half.json', '{ "id": "half" }');
    const { status, stderr } = bundleOf(repository, path.join(scratch, 'none'));
    expect(status).toBe(1);
    expect(stderr).toContain('src/municipality/half.json: The municipality');
    expect(existsSync(path.join(scratch, 'none'))).toBe(false);
  });

  test('answers a message with the first question, in the language of the municipality’s file', async () => {
    const place = { serviceUrl: connector.serviceUrl, botId, tenantId, userId: 'person-of-bundle' };
    const { status } = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${identity.token(botId, connector.serviceUrl)}`,
      },
      body: JSON.stringify(personalMessage(place, 'hej')),
    });
    expect(status).toBe(200);
    const [entry] = await connector.waitFor(1);
    expect(JSON.stringify(entry && cardOf(entry))).toContain(texts.en.questions.urgency.heading);
    const resident = residentMegabytes(app.pid ?? 0);
    figures.push(`${Math.round(resident ?? 0)} MB of memory after the first answer`);
    expect(resident ?? 0).toBeLessThan(300);
  });

  test('ends on SIGTERM with code 0', async () => {
    const exit = once(app, 'exit');
    app.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    expect(log).toContain('"msg":"stopped"');
  });
});
