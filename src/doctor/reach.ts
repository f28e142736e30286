import { z } from 'zod';
import type { Config, Identity } from '../config';
import { type DatabaseFault, lookAtDatabase } from '../storage/look';
import { type Finding, fault, ok, warning } from './finding';

const patienceMs = 10_000;

type Answer = { readonly status: number; readonly date: string | null; readonly body: string };
/** An answer, or why there was none in plain words. */
type Asked = Answer | { readonly unreachable: string };

/** What keeps a connection from coming about, by Node's codes. */
const obstacles: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, 'its name is unknown here: look for a slip of the finger, or at the DNS'],
  [/^ECONNREFUSED$/, 'nothing listens there'],
  [
    /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/,
    'its certificate isn’t trusted (a proxy may open the traffic)',
  ],
  [/TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/, 'no answer: a firewall may keep it from going out'],
];

const reasonOf = (error: unknown): string => {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  const code = name === 'TimeoutError' ? 'TIMEOUT' : String(cause?.code ?? '');
  return obstacles.find(([pattern]) => pattern.test(code))?.[1] ?? 'the connection broke';
};

const ask = async (url: string, init: RequestInit = {}): Promise<Asked> => {
  try {
    const options = { redirect: 'manual' as const, signal: AbortSignal.timeout(patienceMs), ...init };
    const response = await fetch(url, options);
    return { status: response.status, date: response.headers.get('date'), body: await response.text() };
  } catch (error) {
    return { unreachable: reasonOf(error) };
  }
};

const parsed = <T>(schema: z.ZodType<T>, body: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

const databaseWords: Readonly<Record<DatabaseFault, string>> = {
  'not-writable': 'the file or its folder can’t be written by this user: give the bot’s user the rights.',
  'network-share': 'the file is on a network share, where SQLite loses data: use a local disk, or a MongoDB.',
  'no-database': 'the file is there, but no database: name another file, or restore a backup.',
  newer: 'it was written by a newer version of the program: start that one.',
  'bad-address': 'the address can’t be read: characters in the password must be percent-encoded.',
  unreachable: 'it doesn’t answer: look at the address, the firewall and the certificate.',
  credentials: 'it refuses the user: look at the name, the password and the rights.',
};

const databaseFinding = async ({ databaseUrl }: Config): Promise<Finding> => {
  const look = await lookAtDatabase(databaseUrl);
  if (look.kind === 'fault') return fault('database', databaseWords[look.fault]);
  return ok('database', look.kind === 'new' ? 'will be made at the first start.' : 'can be reached.');
};

type TenantIdentity = Extract<Identity, { kind: 'tenant' }>;
const metadata = z.object({ jwks_uri: z.url() });
const keys = z.object({ keys: z.array(z.looseObject({ endorsements: z.array(z.string()).optional() })) });
type Now = () => Date;
/** What a token's times may be off by, as in the check of incoming tokens. */
const mostSkewMs = 5 * 60_000;

const clockFinding = (date: string | null, now: Now): readonly Finding[] => {
  const there = Date.parse(date ?? '');
  if (Number.isNaN(there) || Math.abs(now().getTime() - there) < mostSkewMs) return [];
  return [fault('clock', 'this machine’s clock is off by more than five minutes: no token will be valid.')];
};

const keysFindings = async ({ openIdMetadataUrl }: TenantIdentity, now: Now): Promise<readonly Finding[]> => {
  const found = await ask(openIdMetadataUrl);
  if ('unreachable' in found) return [fault('key server', `can’t be reached: ${found.unreachable}.`)];
  const keysUrl = parsed(metadata, found.body)?.jwks_uri;
  const list = keysUrl === undefined ? undefined : await ask(keysUrl);
  const known = list !== undefined && 'body' in list ? parsed(keys, list.body)?.keys : undefined;
  const isOurs = known?.some(({ endorsements }) => endorsements?.includes('msteams')) === true;
  return [
    ...clockFinding(found.date, now),
    isOurs
      ? ok('key server', 'gives the keys of Teams.')
      : fault('key server', 'answers, but not with the keys of Teams: look at BOT_OPENID_METADATA_URL.'),
  ];
};

/** Entra's error codes that are somebody's slip of the finger. */
const loginFaults: readonly (readonly [string, string])[] = [
  ['AADSTS7000215', 'the secret is wrong: copy its value, not its id.'],
  ['AADSTS7000222', 'the secret has run out: make a new one.'],
  ['AADSTS700016', 'this tenant knows no such application: look at BOT_ID and BOT_TENANT_ID.'],
  ['AADSTS90002', 'there is no such tenant: look at BOT_TENANT_ID.'],
];

const passwordFinding = async (identity: TenantIdentity, password: string): Promise<Finding> => {
  const found = await ask(`${identity.loginUrl.replace(/\/$/, '')}/${identity.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identity.botId,
      client_secret: password,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  if ('unreachable' in found) return fault('login service', `can’t be reached: ${found.unreachable}.`);
  if (found.status === 200) return ok('login service', 'gives the bot a token.');
  const known = loginFaults.find(([code]) => found.body.includes(`${code}:`));
  return fault(
    'login service',
    known?.[1] ?? `says no (${found.status}): look at BOT_ID, BOT_TENANT_ID and the secret.`,
  );
};

const loginFinding = async (identity: TenantIdentity): Promise<Finding> => {
  const { credentials } = identity;
  return credentials.type === 'SingleTenant'
    ? passwordFinding(identity, credentials.password)
    : warning('login service', 'a managed identity can only be tried by the bot itself, in Azure.');
};

const publicFindings = async ({ publicUrl }: Config): Promise<readonly Finding[]> => {
  if (publicUrl === undefined) return [];
  const found = await ask(new URL('/healthz', publicUrl).href);
  if ('unreachable' in found) return [fault('public address', `can’t be reached: ${found.unreachable}.`)];
  const isOurs = parsed(z.object({ healthy: z.literal(true) }), found.body) !== undefined;
  if (!isOurs)
    return [
      fault('public address', `something else answers there (${found.status}), or the bot doesn’t run.`),
    ];
  const { pathname } = new URL(publicUrl);
  return pathname === '/'
    ? [ok('public address', 'leads to the bot.')]
    : [warning('public address', 'PUBLIC_URL has a path: the bot’s pages stand at the top of an address.')];
};

/** What can be reached from here, asked all at once. Nothing is sent to anybody: no message, no change. */
export const reachFindings = async (config: Config, now: Now): Promise<readonly Finding[]> => {
  const { identity } = config;
  const found = await Promise.all([
    databaseFinding(config),
    ...(identity.kind === 'tenant' ? [keysFindings(identity, now), loginFinding(identity)] : []),
    publicFindings(config),
  ]);
  return found.flat();
};
