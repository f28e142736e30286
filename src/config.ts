import { isIP } from 'node:net';
import { z } from 'zod';
import { defaultRetention, type RetentionPolicy } from './meetings/model/retention';
import { ishojFile } from './municipality/load';

export type Credentials =
  | { readonly type: 'UserAssignedMsi' }
  | { readonly type: 'SingleTenant'; readonly password: string };

/** Whom the bot answers. Outside local mode there is no variant without a bot, a tenant and credentials. */
export type Identity =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'tenant';
      readonly botId: string;
      readonly tenantId: string;
      readonly credentials: Credentials;
      readonly openIdMetadataUrl: string;
      readonly loginUrl: string;
      /** Exact hosts, with their port where it isn't the scheme's own. */
      readonly serviceHosts: readonly string[];
    };

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly logLevel: (typeof logLevels)[number];
  readonly municipalityFile: string;
  readonly publicUrl: string | undefined;
  /** How the data-protection officer is reached, for the page about privacy: a mail address, a web address or words. */
  readonly dpoContact: string | undefined;
  /** The stop switch: everything is answered with the telephone numbers alone. */
  readonly isStopped: boolean;
  /** AAD object ids, in small letters, of those who may name coordinators. */
  readonly administrators: readonly string[];
  /** How long meetings' words are kept after the meeting. */
  readonly retention: RetentionPolicy;
  readonly identity: Identity;
};

/** Everything that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

const webAddress = z.url({ error: 'is not a web address', abort: true }).refine((url) => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}, 'must begin with https:// (http:// on loopback only)');
/** A database that is reached as the managed identity whose client id stands before the `@`. */
const isIdentityAddress = (url: string): boolean => {
  const [server = '', options = ''] = url.split('?');
  const properties = new URLSearchParams(options).get('authMechanismProperties')?.split(',') ?? [];
  const has = (name: string): boolean => properties.some((property) => property.startsWith(name));
  return !/:[^@/]*@/.test(server) && has('ENVIRONMENT:azure') && has('TOKEN_RESOURCE:');
};
/** In small letters, as tokens and activities have it. */
const guid = z.guid('is not a GUID such as 00000000-0000-0000-0000-000000000000').toLowerCase();
const hostList = z
  .string()
  .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
  .refine(
    (hosts) => hosts.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host)),
    'is a list of exact hosts, comma-separated',
  );

const personList = z
  .string()
  .transform((list) => list.split(',').map((person) => person.trim().toLowerCase()))
  .refine(
    (people) => people.every((person) => z.guid().safeParse(person).success),
    'is a list of AAD object ids, comma-separated',
  );

const common = z.object({
  PORT: z.coerce
    .number('is not a number')
    .int()
    .min(1, 'is from 1 to 65535')
    .max(65535, 'is from 1 to 65535')
    .default(3978),
  HOST: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/).+/, 'begins with file:, mongodb:// or mongodb+srv://')
    .refine(
      (url) => !/[?&]authMechanism=MONGODB-OIDC/i.test(url) || isIdentityAddress(url),
      'with MONGODB-OIDC has no password, and authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:…',
    )
    .default('file:data/vejviser.db'),
  LOG_LEVEL: z.enum(logLevels, `is one of ${logLevels.join(', ')}`).default('info'),
  MUNICIPALITY_FILE: z.string().default(ishojFile),
  PUBLIC_URL: webAddress.optional(),
  DPO_CONTACT: z
    .string()
    .trim()
    .max(200, 'is 200 characters at the most')
    .regex(/^[^\p{Cc}]*$/u, 'is one line')
    .optional(),
  STOP_SWITCH: z.enum(['on', 'off'], 'is on or off').default('off'),
  ADMINISTRATORS: personList.default([]),
  RETENTION_DAYS: z.coerce
    .number('is not a number')
    .int('is a whole number of days')
    .min(1, 'is from 1 to 365')
    .max(365, 'is from 1 to 365')
    .default(defaultRetention.keepDays),
  VEJVISER_ENV: z.literal('local', 'is "local" or absent').optional(),
});

const tenant = z.object({
  BOT_ID: guid,
  BOT_TYPE: z.enum(['UserAssignedMsi', 'SingleTenant'], 'is UserAssignedMsi or SingleTenant'),
  BOT_TENANT_ID: guid,
  BOT_PASSWORD: z.string().optional(),
  BOT_OPENID_METADATA_URL: webAddress.default(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
  BOT_LOGIN_URL: webAddress.default('https://login.microsoftonline.com'),
  BOT_SERVICE_HOSTS: hostList.default([]),
});

/** Teams' connector. Never a whole domain: anybody can have a name under trafficmanager.net. */
const teamsHost = 'smba.trafficmanager.net';

const faultsOf = (parsed: { readonly error?: z.ZodError | undefined }, env: Environment): readonly string[] =>
  (parsed.error?.issues ?? []).map(({ path: [name], message }) =>
    env[String(name)] === undefined ? `${String(name)} is missing` : `${String(name)} ${message}`,
  );

/** Only names that the program knows are judged: others set BOT_… variables of their own. */
const localFaults = (env: Environment): readonly string[] => [
  ...(isLoopback(env.HOST ?? '127.0.0.1') ? [] : ['HOST must be loopback while VEJVISER_ENV is local']),
  ...Object.keys(tenant.shape)
    .filter((name) => env[name] !== undefined)
    .map((name) => `${name} has no effect while VEJVISER_ENV is local: leave it out`),
];

const passwordFaults = ({ BOT_TYPE, BOT_PASSWORD }: Environment): readonly string[] => {
  if (BOT_TYPE === 'SingleTenant' && BOT_PASSWORD === undefined) return ['BOT_PASSWORD is missing'];
  if (BOT_TYPE === 'UserAssignedMsi' && BOT_PASSWORD !== undefined) {
    return ['BOT_PASSWORD has no place beside BOT_TYPE UserAssignedMsi'];
  }
  return [];
};

/** Every variable that the program reads. */
export const variables: readonly string[] = [...Object.keys(common.shape), ...Object.keys(tenant.shape)];

const emptyFaults = (env: Environment): readonly string[] =>
  variables.filter((name) => env[name]?.trim() === '').map((name) => `${name} is empty`);

const identityOf = (env: z.infer<typeof tenant>): Identity => ({
  kind: 'tenant',
  botId: env.BOT_ID,
  tenantId: env.BOT_TENANT_ID,
  credentials:
    env.BOT_TYPE === 'SingleTenant'
      ? { type: 'SingleTenant', password: env.BOT_PASSWORD ?? '' }
      : { type: 'UserAssignedMsi' },
  openIdMetadataUrl: env.BOT_OPENID_METADATA_URL,
  loginUrl: env.BOT_LOGIN_URL,
  serviceHosts: [teamsHost, ...env.BOT_SERVICE_HOSTS],
});

/** The database alone, for commands that need nothing else. Throws `ConfigError`. */
export const loadDatabaseUrl = (env: Environment): string => {
  const parsed = common.pick({ DATABASE_URL: true }).safeParse(env);
  if (!parsed.success) throw new ConfigError(faultsOf(parsed, env));
  return parsed.data.DATABASE_URL;
};

/** Reads the environment once. Throws `ConfigError` with every fault; what it returns is frozen. */
export const loadConfig = (env: Environment): Config => {
  const isLocal = env.VEJVISER_ENV === 'local';
  const shared = common.safeParse(env);
  const own = isLocal ? undefined : tenant.safeParse(env);
  const empty = emptyFaults(env);
  const faults = [
    ...empty,
    ...faultsOf(shared, env),
    ...(own === undefined ? localFaults(env) : [...faultsOf(own, env), ...passwordFaults(env)]),
  ].filter(
    (fault, index, all) => all.findIndex((other) => other.split(' ')[0] === fault.split(' ')[0]) === index,
  );
  if (faults.length > 0 || !shared.success || own?.success === false) throw new ConfigError(faults);
  const {
    PORT,
    HOST,
    DATABASE_URL,
    LOG_LEVEL,
    MUNICIPALITY_FILE,
    PUBLIC_URL,
    DPO_CONTACT,
    STOP_SWITCH,
    ADMINISTRATORS,
    RETENTION_DAYS,
  } = shared.data;
  return Object.freeze({
    port: PORT,
    host: HOST ?? (isLocal ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL,
    municipalityFile: MUNICIPALITY_FILE,
    publicUrl: PUBLIC_URL,
    dpoContact: DPO_CONTACT,
    isStopped: STOP_SWITCH === 'on',
    administrators: ADMINISTRATORS,
    retention: Object.freeze({ ...defaultRetention, keepDays: RETENTION_DAYS }),
    identity: Object.freeze(own === undefined ? { kind: 'local' as const } : identityOf(own.data)),
  });
};
