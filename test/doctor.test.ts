import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { freePort } from './support/app-process';
import { type Identity, startIdentity } from './support/identity';

const entry = path.join(__dirname, '../dist/doctor.js');
const secret = 'the-secret-that-nobody-may-see';

/** A server that answers everything alike. */
const answering = async (status: number, body: string, headers = {}): Promise<Server> => {
  // Where restify has been loaded in the same process, its writeHead gives nothing back.
  const server = createServer((_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

type Env = Readonly<Record<string, string>>;

const examine = async (env: Env) => {
  if (!existsSync(entry)) throw new Error('npm run build comes first: there is no dist/doctor.js');
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH ?? '', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const [code] = (await once(child, 'close')) as [number];
  const faults = output.split('\n').filter((line) => line.startsWith('fault'));
  return { code, output, faults };
};

describe('doctor', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-doctor-'));
  const inFolder = (name: string): string => path.join(folder, name);
  const servers: Server[] = [];
  let identity: Identity;
  let healthy: Env;
  const started = async (...server: Parameters<typeof answering>): Promise<string> => {
    const running = await answering(...server);
    servers.push(running);
    return urlOf(running);
  };
  beforeAll(async () => {
    identity = await startIdentity();
    healthy = {
      BOT_ID: '11111111-aaaa-4bbb-8ccc-222222222222',
      BOT_TYPE: 'SingleTenant',
      BOT_TENANT_ID: '33333333-dddd-4eee-8fff-444444444444',
      BOT_PASSWORD: secret,
      BOT_OPENID_METADATA_URL: identity.metadataUrl,
      BOT_LOGIN_URL: identity.url,
      DATABASE_URL: `file:${inFolder('vejviser.db')}`,
      PUBLIC_URL: await started(200, '{"healthy":true}'),
      ADMINISTRATORS: '55555555-eeee-4fff-8aaa-666666666666',
      DPO_CONTACT: 'dpo@vejviser.example',
    };
  });
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await identity.stop();
    rmSync(folder, { recursive: true });
  });

  it('with everything in order > finds no fault, ends with 0, and has neither changed nor made anything', async () => {
    const { code, output, faults } = await examine(healthy);
    expect([code, faults]).toEqual([0, []]);
    expect(output).toMatch(/^ok +database +will be made at the first start\.$/m);
    expect(output).toMatch(/^ok +key server +gives the keys of Teams\.$/m);
    expect(output).toMatch(/^ok +login service +gives the bot a token\.$/m);
    expect(output).toMatch(/^ok +public address +leads to the bot\.$/m);
    expect(existsSync(inFolder('vejviser.db'))).toBe(false);
  });

  const notADatabase = inFolder('notes.txt');
  writeFileSync(notADatabase, 'not a database, but a note that somebody wrote '.repeat(40));
  const newer = inFolder('newer.db');
  const connection = new Database(newer);
  connection.exec('CREATE TABLE of_tomorrow (id TEXT); PRAGMA user_version = 999');
  connection.close();

  it.each<[string, (env: Env) => Env | Promise<Env>, RegExp]>([
    [
      'a setting that is missing',
      ({ BOT_TENANT_ID: _, ...env }) => env,
      /BOT_TENANT_ID +is missing\. .*Tenant ID/,
    ],
    [
      'a name with a slip of the finger',
      ({ BOT_ID, ...env }) => ({ ...env, BOTID: BOT_ID ?? '' }),
      /BOTID +has no effect: the setting is called BOT_ID/,
    ],
    [
      'a type that the SDK would take for another',
      (env) => ({ ...env, BOT_TYPE: 'UserAssignedMSI' }),
      /BOT_TYPE .*Write UserAssignedMsi or SingleTenant/,
    ],
    [
      'the tenant’s id in the place of the bot’s',
      (env) => ({ ...env, BOT_ID: env.BOT_TENANT_ID ?? '' }),
      /BOT_ID +is the same as BOT_TENANT_ID/,
    ],
    [
      'the secret’s id in the place of its value',
      (env) => ({ ...env, BOT_PASSWORD: '77777777-bbbb-4ccc-8ddd-888888888888' }),
      /BOT_PASSWORD +looks like the secret’s id/,
    ],
    [
      'administrators by their mail addresses',
      (env) => ({ ...env, ADMINISTRATORS: 'kim@vejviser.example' }),
      /ADMINISTRATORS .*"Object ID"/,
    ],
    [
      'a secret that has run out',
      async (env) => ({
        ...env,
        BOT_LOGIN_URL: await started(
          401,
          '{"error_description":"AADSTS7000222: The provided client secret keys are expired."}',
        ),
      }),
      /login service +the secret has run out/,
    ],
    [
      'an application that the tenant doesn’t know',
      async (env) => ({
        ...env,
        BOT_LOGIN_URL: await started(400, '{"error_description":"AADSTS700016: Application not found."}'),
      }),
      /login service +this tenant knows no such application/,
    ],
    [
      'a login service that nothing leads to',
      async (env) => ({ ...env, BOT_LOGIN_URL: `http://127.0.0.1:${await freePort()}` }),
      /login service +can’t be reached: nothing listens there/,
    ],
    [
      'a proxy’s page in the place of the keys',
      async (env) => ({
        ...env,
        BOT_OPENID_METADATA_URL: await started(200, '<html>Log in to the network</html>'),
      }),
      /key server +answers, but not with the keys of Teams/,
    ],
    [
      'a public address with another’s name',
      (env) => ({ ...env, PUBLIC_URL: 'https://vejviser.invalid' }),
      /public address +can’t be reached: its name is unknown here/,
    ],
    [
      'a public address where something else is',
      async (env) => ({ ...env, PUBLIC_URL: await started(200, '<h1>Welcome to nginx</h1>') }),
      /public address +something else answers there \(200\)/,
    ],
    [
      'a database file that is none',
      (env) => ({ ...env, DATABASE_URL: `file:${notADatabase}` }),
      /database +the file is there, but no database/,
    ],
    [
      'a database where no folder can be',
      (env) => ({ ...env, DATABASE_URL: `file:${notADatabase}/vejviser.db` }),
      /database +the file or its folder can’t be written/,
    ],
    [
      'a database of a newer program',
      (env) => ({ ...env, DATABASE_URL: `file:${newer}` }),
      /database +it was written by a newer version/,
    ],
    [
      'a MongoDB that doesn’t answer',
      async (env) => ({
        ...env,
        DATABASE_URL: `mongodb://kim:${secret}@127.0.0.1:${await freePort()}/v?serverSelectionTimeoutMS=300`,
      }),
      /database +it doesn’t answer/,
    ],
    [
      'a MongoDB’s password with odd characters',
      (env) => ({ ...env, DATABASE_URL: `mongodb://kim:a/b@c${secret}@db.invalid/v` }),
      /database +the address can’t be read: .*percent-encoded/,
    ],
    [
      'a municipality’s file that is cut off',
      (env) => ({ ...env, MUNICIPALITY_FILE: notADatabase }),
      /municipality .*JSON/,
    ],
    [
      'a municipality’s file that isn’t there',
      (env) => ({ ...env, MUNICIPALITY_FILE: 'src/municipality/fjordby.json' }),
      /municipality +src.municipality.fjordby\.json: there is no such file, seen from the folder/,
    ],
    [
      'certificates that nobody looks at',
      (env) => ({ ...env, NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
      /NODE_TLS_REJECT_UNAUTHORIZED +is 0/,
    ],
  ])('%s > is said in plain words, with 1 at the end and no secret', async (_, spoil, expected) => {
    const { code, output, faults } = await examine(await spoil(healthy));
    expect(faults.join('\n')).toMatch(expected);
    expect(code).toBe(1);
    expect(output).not.toContain(secret);
  });

  it('a clock that is an hour behind > no token will be valid', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const keysUrl = await started(200, '{}', { date });
    const { faults } = await examine({ ...healthy, BOT_OPENID_METADATA_URL: keysUrl });
    expect(faults.join('\n')).toMatch(/clock +this machine’s clock is off/);
  });

  it('nothing chosen yet > warns of what won’t work and ends with 0', async () => {
    const { ADMINISTRATORS: _, DPO_CONTACT: __, PUBLIC_URL: ___, ...bare } = healthy;
    const { code, output } = await examine({ ...bare, STOP_SWITCH: 'on' });
    expect(code).toBe(0);
    for (const name of ['STOP_SWITCH', 'ADMINISTRATORS', 'DPO_CONTACT', 'PUBLIC_URL', 'municipality'])
      expect(output).toMatch(new RegExp(`^warning ${name} `, 'm'));
  });

  it('is harmless > sends no message, and asks for one token and for the keys once', async () => {
    const before = { ...identity.asked };
    await examine(healthy);
    expect(identity.asked).toEqual({
      metadata: before.metadata + 1,
      keys: before.keys + 1,
      tokens: before.tokens + 1,
    });
  });
});
