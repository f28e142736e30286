import type { Identity } from '../config';

/** The value of `Authorization` for a call to Teams; `undefined` in local mode, where the page asks for none. */
export type OutgoingToken = () => Promise<string | undefined>;

type TenantIdentity = Extract<Identity, { kind: 'tenant' }>;

const scope = 'https://api.botframework.com';

const credentialsOf = async ({ botId, tenantId, credentials, loginUrl }: TenantIdentity) => {
  const sdk = await import('botframework-connector');
  return credentials.type === 'SingleTenant'
    ? new sdk.MsalAppCredentials(
        botId,
        credentials.password,
        `${loginUrl.replace(/\/$/, '')}/${tenantId}`,
        scope,
      )
    : new sdk.ManagedIdentityAppCredentials(botId, scope, new sdk.JwtTokenProviderFactory());
};

/** Tokens by the SDK's credentials, which keep one until shortly before it ends. The SDK is loaded by the first call. */
export const createOutgoingToken = (identity: Identity): OutgoingToken => {
  if (identity.kind === 'local') return async () => undefined;
  let loading: ReturnType<typeof credentialsOf> | undefined;
  return async () => {
    loading ??= credentialsOf(identity);
    const credentials = await loading;
    return `Bearer ${await credentials.getToken()}`;
  };
};
