import type { Config } from './config';

type View<Value> = { readonly [Key in keyof Value]-?: string };
type TenantIdentity = Extract<Config['identity'], { kind: 'tenant' }>;

const originOf = (url: string): string => new URL(url).origin;

const mechanism = /[?&](authMechanism=[\w-]+)(?=&|$)/i;

/**
 * A database's address without what stands before its last `@`, and of its options only how the bot signs in: both may
 * hold secrets.
 */
const withoutCredentials = (url: string): string => {
  const [, signsIn] = mechanism.exec(url) ?? [];
  const bare = url.replace(/\?.*$/s, '').replace(/\/\/.*@/s, '//***@');
  return signsIn === undefined ? bare : `${bare}?${signsIn}`;
};

const identityView = (identity: TenantIdentity): View<TenantIdentity> => ({
  kind: identity.kind,
  botId: identity.botId,
  tenantId: identity.tenantId,
  credentials: identity.credentials.type,
  openIdMetadataUrl: originOf(identity.openIdMetadataUrl),
  loginUrl: originOf(identity.loginUrl),
  serviceHosts: identity.serviceHosts.join(', '),
});

/**
 * The configuration as it may be logged. The type names every key: a new setting doesn't compile until somebody has
 * decided how it is shown.
 */
export const configView = (
  config: Config,
): View<Omit<Config, 'identity'>> & Partial<View<TenantIdentity>> => ({
  port: String(config.port),
  host: config.host,
  databaseUrl: withoutCredentials(config.databaseUrl),
  logLevel: config.logLevel,
  municipalityFile: config.municipalityFile,
  publicUrl: config.publicUrl ?? '',
  dpoContact: config.dpoContact === undefined ? '' : 'set',
  isStopped: String(config.isStopped),
  administrators: `${config.administrators.length}`,
  retention: `${config.retention.keepDays}`,
  ...(config.identity.kind === 'local' ? { kind: 'local' } : identityView(config.identity)),
});
