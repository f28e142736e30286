// `npm run dev`: the bot in local mode and, beside it, a page that looks like Teams. Ctrl-C ends both.
// PORT is the bot's port (3978), PAGE_PORT the page's (56150); NO_BROWSER=1 opens no browser.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');

/** The page's current user in playground.yml. */
const administrator = '00000000-0000-0000-0000-000000000010';

const patienceMs = 30_000;
const drainMs = 12_000;
const hasGroups = process.platform !== 'win32';

/** Ends everything with a sentence and an exit code. */
class Stop extends Error {
  constructor(sentence, code = 1) {
    super(sentence);
    this.code = code;
  }
}

/** The page would silently take another port, so both are tried before anything starts. */
const freePort = async (name, fallback) => {
  const port = Number(process.env[name] || fallback);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw new Stop(`${name} is no port.`, 78);
  for (const host of ['127.0.0.1', undefined]) {
    const server = net.createServer().listen({ port, host });
    await once(server, 'listening').catch(({ code }) => {
      const why = code === 'EADDRINUSE' ? 'is taken: stop what listens on it, or' : `can't be had (${code}):`;
      throw new Stop(`Port ${port} ${why} set ${name} to another.`, 69);
    });
    server.close();
    await once(server, 'close');
  }
  return port;
};

const children = [];
let isStopping = false;

/** A child leads its own process group: Ctrl-C reaches it through this script alone, with all that it started. */
const start = (name, args, env) => {
  if (isStopping) throw new Stop('', 0);
  const stdio = ['ignore', name === 'bot' ? 'inherit' : 'ignore', 'inherit'];
  const options = { env: { ...process.env, ...env }, stdio, detached: hasGroups };
  const child = spawn(process.execPath, args, options);
  const ended = once(child, 'exit').then(([code]) => code);
  children.push({ child, ended });
  const died = ended.then((code) => {
    throw new Stop(`The ${name} has ended (exit code ${code}), so everything is stopped.`, code || 1);
  });
  died.catch(() => undefined);
  return died;
};

const signalAll = (name) => {
  for (const { child } of children) {
    const isRunning = child.exitCode === null && child.signalCode === null;
    if (isRunning && hasGroups) process.kill(-child.pid, name);
    else if (isRunning) child.kill(name);
  }
};

const stopAll = async () => {
  isStopping = true;
  signalAll('SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), drainMs).unref();
  await Promise.all(children.map(({ ended }) => ended));
};

const answering = async (url, what) => {
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(100)) {
    const { ok } = await fetch(url).catch(() => ({ ok: false }));
    if (ok) return;
  }
  throw new Stop(`The ${what} did not answer within ${patienceMs / 1000} seconds.`);
};

const { CI, DISPLAY, WAYLAND_DISPLAY, NO_BROWSER } = process.env;
const hasScreen = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
const opensBrowser = process.stdout.isTTY && hasScreen && !CI && !NO_BROWSER;

const run = async () => {
  const port = await freePort('PORT', 3978);
  const pagePort = await freePort('PAGE_PORT', 56150);
  const botUrl = `http://127.0.0.1:${port}`;
  const main = path.join(__dirname, '../dist/main.js');
  const botDied = start('bot', [main], {
    VEJVISER_ENV: 'local',
    HOST: '127.0.0.1',
    PORT: `${port}`,
    PUBLIC_URL: botUrl,
    ADMINISTRATORS: administrator,
  });
  await Promise.race([botDied, answering(`${botUrl}/readyz`, 'bot')]);

  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const app = [`--app-endpoint=${botUrl}/api/messages`, '--channel-id=msteams', `--port=${pagePort}`];
  const pageDied = start('page', [cli, ...app, '--disable-telemetry'], {
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: path.join(__dirname, 'playground.yml'),
    // It removes the file before it writes: as root a device, too.
    M365_AGENTS_PLAYGROUND_LOGFILE: path.join(os.tmpdir(), `vejviser-page-${pagePort}.log`),
    TEAMSAPPTESTER_BROWSER: opensBrowser ? undefined : 'none',
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
  });
  await Promise.race([botDied, pageDied, answering(`http://127.0.0.1:${pagePort}/_debug/ping`, 'page')]);
  process.stdout.write(`\nOpen http://localhost:${pagePort} and write "hej". Ctrl-C ends both.\n\n`);
  await Promise.race([botDied, pageDied]);
};

const stopped = new Promise((_, reject) => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => reject(new Stop('', 0)));
});

Promise.race([run(), stopped]).catch(async (error) => {
  const isOurs = error instanceof Stop;
  process.stderr.write(isOurs ? error.message && `${error.message}\n` : `${error.stack}\n`);
  await stopAll();
  process.exit(isOurs ? error.code : 1);
});
