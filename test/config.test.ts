import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, loadConfig, loadDatabaseUrl, variables } from '../src/config';
import { configView } from '../src/config-view';

const tenantEnv = {
  BOT_ID: '11111111-aaaa-4bbb-8ccc-222222222222',
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: '33333333-dddd-4eee-8fff-444444444444',
  BOT_PASSWORD: 'a-secret-that-nobody-may-see',
};
const managedEnv = { ...tenantEnv, BOT_TYPE: 'UserAssignedMsi', BOT_PASSWORD: undefined };

const faultsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

/** The variables that the faults are about. */
const namesIn = (faults: readonly string[]): readonly string[] =>
  faults.map((fault) => fault.split(' ')[0] ?? '');

describe('config, of a tenant', () => {
  it('needs only the bot, its tenant and its credentials', () => {
    expect(loadConfig(tenantEnv)).toMatchObject({
      port: 3978,
      host: '0.0.0.0',
      databaseUrl: 'file:data/vejviser.db',
      logLevel: 'info',
      publicUrl: undefined,
      identity: {
        kind: 'tenant',
        botId: tenantEnv.BOT_ID,
        tenantId: tenantEnv.BOT_TENANT_ID,
        credentials: { type: 'SingleTenant', password: tenantEnv.BOT_PASSWORD },
        openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        loginUrl: 'https://login.microsoftonline.com',
        serviceHosts: ['smba.trafficmanager.net'],
      },
    });
  });

  it('takes a managed identity without a password', () => {
    expect(loadConfig(managedEnv).identity).toMatchObject({ credentials: { type: 'UserAssignedMsi' } });
  });

  it('adds the listed hosts, each exact, to the one of Teams', () => {
    const { identity } = loadConfig({
      ...tenantEnv,
      BOT_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us, 127.0.0.1:4567',
    });
    expect(identity).toMatchObject({
      serviceHosts: ['smba.trafficmanager.net', 'smba.infra.gov.teams.microsoft.us', '127.0.0.1:4567'],
    });
  });

  it.each([
    [undefined, 30],
    ['1', 1],
    ['365', 365],
  ])('keeps meetings’ words, with RETENTION_DAYS %s, for %i days', (RETENTION_DAYS, keepDays) => {
    const config = loadConfig({ ...tenantEnv, RETENTION_DAYS });
    expect(config.retention).toMatchObject({ keepDays });
    expect(configView(config).retention).toBe(`${keepDays}`);
  });

  it('is frozen', () => {
    const config = loadConfig(tenantEnv);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.identity)).toBe(true);
  });

  it('shows no secret in its view, and every setting', () => {
    const config = loadConfig({ ...tenantEnv, PUBLIC_URL: 'https://vejviser.example/' });
    const view = JSON.stringify(configView(config));
    expect(view).not.toContain(tenantEnv.BOT_PASSWORD);
    for (const key of Object.keys(config).filter((name) => name !== 'identity'))
      expect(view).toContain(`"${key}"`);
  });

  it.each([
    [
      'mongodb://vej:a-secret@one.example,two.example:27018/vejviser',
      'mongodb://***@one.example,two.example:27018/vejviser',
    ],
    [
      'mongodb+srv://vej:a-sec/re@t@db.example/?tlsCertificateKeyFilePassword=a-secret',
      'mongodb+srv://***@db.example/',
    ],
    ['file:///var/lib/vejviser.db', 'file:///var/lib/vejviser.db'],
    [
      'mongodb+srv://0a1b2c3d-0000-4000-8000-000000000009@c.example/?tls=true&authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:https%3A%2F%2Fdb.example',
      'mongodb+srv://***@c.example/?authMechanism=MONGODB-OIDC',
    ],
  ])('accepts the database at %s and shows it without its secrets', (databaseUrl, shown) => {
    const config = loadConfig({ ...tenantEnv, DATABASE_URL: databaseUrl });
    expect(config.databaseUrl).toBe(databaseUrl);
    expect(configView(config).databaseUrl).toBe(shown);
  });
});

describe('config, with faults', () => {
  it('names every fault at once', () => {
    expect(
      namesIn(faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'postgres://db.example/v' })),
    ).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID']);
  });

  it.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT'],
    ['port 0, which nobody could find', { PORT: '0' }, 'PORT'],
    ['a database of another kind', { DATABASE_URL: 'postgres://db.example/vejviser' }, 'DATABASE_URL'],
    ['a database at no address', { DATABASE_URL: 'mongodb+srv://' }, 'DATABASE_URL'],
    [
      'a managed identity with a password',
      {
        DATABASE_URL:
          'mongodb://me:x@c.example/?authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:a',
      },
      'DATABASE_URL',
    ],
    [
      'a managed identity without what its token is for',
      {
        DATABASE_URL:
          'mongodb+srv://me@c.example/?authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:azure',
      },
      'DATABASE_URL',
    ],
    [
      'an identity of another cloud',
      {
        DATABASE_URL:
          'mongodb+srv://c.example/?authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:gcp,TOKEN_RESOURCE:a',
      },
      'DATABASE_URL',
    ],
    ['an environment but local', { VEJVISER_ENV: 'production' }, 'VEJVISER_ENV'],
    ['no retention', { RETENTION_DAYS: '0' }, 'RETENTION_DAYS'],
    ['a retention of more than a year', { RETENTION_DAYS: '366' }, 'RETENTION_DAYS'],
    ['a retention of half a day', { RETENTION_DAYS: '1.5' }, 'RETENTION_DAYS'],
    ['a retention in words', { RETENTION_DAYS: 'a month' }, 'RETENTION_DAYS'],
    ['a public address over http', { PUBLIC_URL: 'http://vejviser.example' }, 'PUBLIC_URL'],
    ['an empty bot id, which the SDK takes for "no authentication"', { BOT_ID: '' }, 'BOT_ID'],
    ['a blank bot id', { BOT_ID: '   ' }, 'BOT_ID'],
    ['a bot id that is no GUID', { BOT_ID: 'vejviser' }, 'BOT_ID'],
    ['no bot id', { BOT_ID: undefined }, 'BOT_ID'],
    ['a misspelt type, which the SDK takes for MultiTenant', { BOT_TYPE: 'UserAssignedMSI ' }, 'BOT_TYPE'],
    ['the open type', { BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE'],
    ['no tenant', { BOT_TENANT_ID: undefined }, 'BOT_TENANT_ID'],
    ['no password', { BOT_PASSWORD: undefined }, 'BOT_PASSWORD'],
    ['a password beside a managed identity', { BOT_TYPE: 'UserAssignedMsi' }, 'BOT_PASSWORD'],
    ['keys over http', { BOT_OPENID_METADATA_URL: 'http://keys.example/openid' }, 'BOT_OPENID_METADATA_URL'],
    ['a login over http', { BOT_LOGIN_URL: 'http://login.example' }, 'BOT_LOGIN_URL'],
    ['a host with a wildcard', { BOT_SERVICE_HOSTS: '*.trafficmanager.net' }, 'BOT_SERVICE_HOSTS'],
    ['a host with a path', { BOT_SERVICE_HOSTS: 'smba.example/teams' }, 'BOT_SERVICE_HOSTS'],
  ])('refuses %s', (_, env, name) => {
    expect(namesIn(faultsOf({ ...tenantEnv, ...env }))).toEqual([name]);
  });

  it('repeats no value, for a value may be a secret', () => {
    const faults = faultsOf({
      ...tenantEnv,
      BOT_ID: 'pasted-secret',
      BOT_LOGIN_URL: 'pasted-secret',
      PORT: 'pasted-secret',
    });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('pasted-secret');
  });
});

describe('config, local', () => {
  it('needs nothing else and listens on loopback', () => {
    expect(loadConfig({ VEJVISER_ENV: 'local' })).toMatchObject({
      host: '127.0.0.1',
      identity: { kind: 'local' },
    });
  });

  it.each(['127.0.0.1', '127.0.0.9', '::1', 'localhost'])('takes the loopback host %s', (HOST) => {
    expect(loadConfig({ VEJVISER_ENV: 'local', HOST }).host).toBe(HOST);
  });

  it.each(['0.0.0.0', '::', '192.0.2.7', '127.0.0.1.example', 'vejviser.example'])(
    'refuses the host %s',
    (HOST) => {
      expect(namesIn(faultsOf({ VEJVISER_ENV: 'local', HOST }))).toEqual(['HOST']);
    },
  );

  it('refuses credentials, which it would not use', () => {
    expect(namesIn(faultsOf({ VEJVISER_ENV: 'local', ...tenantEnv }))).toEqual(Object.keys(tenantEnv));
  });

  it('doesn’t judge a variable of somebody else whose name begins like its own', () => {
    const env = {
      BOT_ENDPOINT: 'https://a.tunnel.example',
      BOT_DOMAIN: 'a.tunnel.example',
      BOT_COLOUR: 'red',
    };
    expect(faultsOf({ VEJVISER_ENV: 'local', ...env })).toEqual([]);
  });
});

describe('config, ids in capitals', () => {
  it('are read in small letters, as tokens have them', () => {
    const { BOT_ID, BOT_TENANT_ID } = tenantEnv;
    const env = { ...tenantEnv, BOT_ID: BOT_ID.toUpperCase(), BOT_TENANT_ID: BOT_TENANT_ID.toUpperCase() };
    expect(loadConfig(env).identity).toMatchObject({ botId: BOT_ID, tenantId: BOT_TENANT_ID });
  });
});

describe('database address alone', () => {
  it('needs nothing else, and is refused as elsewhere', () => {
    expect(loadDatabaseUrl({ DATABASE_URL: 'file:/var/lib/counts.db' })).toBe('file:/var/lib/counts.db');
    expect(() => loadDatabaseUrl({ DATABASE_URL: 'counts.db' })).toThrow(ConfigError);
  });
});

describe('docs/configuration.md', () => {
  const paper = readFileSync(path.join(__dirname, '../docs/configuration.md'), 'utf8');
  const [, table = ''] = paper.split('# Configuration');
  const rows = [...table.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)];

  it('lists every variable that the program reads, and no other', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual([...variables].sort());
  });

  it('says of each variable whether the program starts without it', () => {
    const missing = [{}, { BOT_TYPE: 'SingleTenant' }].flatMap((env) => {
      try {
        loadConfig(env);
        return [];
      } catch (error) {
        return error instanceof ConfigError ? error.faults : [];
      }
    });
    const required = rows
      .filter(([, , isRequired]) => isRequired !== 'no')
      .map(([, name]) => `${name} is missing`);
    expect(required.sort()).toEqual([...new Set(missing)].sort());
  });
});
