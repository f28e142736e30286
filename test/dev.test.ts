import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './support/app-process';
import { until } from './support/patience';

const script = path.join(__dirname, '../scripts/dev.js');

const isListening = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

/** The script as a terminal starts it, with a scratch database. */
const dev = (ports: { readonly bot: number; readonly page: number }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-dev-'));
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(ports.bot),
      PAGE_PORT: String(ports.page),
      DATABASE_URL: `file:${path.join(folder, 'vejviser.db')}`,
    },
  });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output.text += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    rmSync(folder, { recursive: true, force: true });
    return code as number | null;
  });
  return { child, output, ended };
};

const takePort = async (port: number) => {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe('npm run dev', () => {
  let ports: { bot: number; page: number };
  beforeEach(async () => {
    ports = { bot: await freePort(), page: await freePort() };
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'started, then %s > ends the bot and the page with exit code 0',
    async (signal) => {
      const { child, output, ended } = dev(ports);
      await until(
        () => output.text.includes(`Open http://localhost:${ports.page}`),
        () => `the page never opened:\n${output.text}`,
      );
      expect([await isListening(ports.bot), await isListening(ports.page)]).toEqual([true, true]);
      expect(statSync(os.devNull).isCharacterDevice()).toBe(true);
      child.kill(signal);
      expect(await ended).toBe(0);
      expect([await isListening(ports.bot), await isListening(ports.page)]).toEqual([false, false]);
    },
  );

  test.each([
    ['the bot', 'bot', 'PORT'],
    ['the page', 'page', 'PAGE_PORT'],
  ] as const)('port of %s taken > says which one in a sentence and starts nothing', async (_, who, name) => {
    const server = await takePort(ports[who]);
    const { output, ended } = dev(ports);
    expect(await ended).toBe(69);
    expect(output.text).toBe(
      `Port ${ports[who]} is taken: stop what listens on it, or set ${name} to another.\n`,
    );
    server.close();
  });

  // Only Linux tells whose child the bot is without a tool of its own.
  (process.platform === 'linux' ? test : test.skip)(
    'bot killed > says so, ends the page too and fails',
    async () => {
      const { child, output, ended } = dev(ports);
      await until(
        () => output.text.includes('Open http://'),
        () => `the page never opened:\n${output.text}`,
      );
      const [bot] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ');
      process.kill(Number(bot), 'SIGKILL');
      expect(await ended).not.toBe(0);
      expect(output.text).toContain('The bot has ended');
      expect(await isListening(ports.page)).toBe(false);
    },
  );

  test('a configuration that is wrong > repeats what the bot says and ends with its exit code', async () => {
    const { output, ended } = dev({ ...ports, bot: 0 });
    expect(await ended).toBe(78);
    expect(output.text).toBe('PORT is no port.\n');
  });
});
