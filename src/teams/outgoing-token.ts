import { z } from 'zod';
import type { Identity } from '../config';
import type { HttpClient } from './http-client';

/** The value of `Authorization` for a call to Teams; `undefined` in local mode, where the page asks for none. */
export type OutgoingToken = () => Promise<string | undefined>;

type TenantIdentity = Extract<Identity, { kind: 'tenant' }>;
type Ports = {
  readonly http: Pick<HttpClient, 'call'>;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
};
type Kept = { readonly token: string; readonly untilMs: number };

const scope = 'https://api.botframework.com';
/** So that no token ends on its way. */
const marginMs = 5 * 60 * 1_000;

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * The client credentials grant of Entra, by hand: MSAL, which the SDK would use, refuses an address that isn't https
 * and asks Microsoft's public cloud about every host that it doesn't know, so `BOT_LOGIN_URL` could not be honoured.
 */
const grant = async (identity: TenantIdentity, password: string, { http, clock }: Ports): Promise<Kept> => {
  const askedAt = clock();
  const { status, body } = await http.call({
    method: 'POST',
    url: `${identity.loginUrl.replace(/\/$/, '')}/${identity.tenantId}/oauth2/v2.0/token`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identity.botId,
      client_secret: password,
      scope: `${scope}/.default`,
    }).toString(),
  });
  if (status !== 200) throw new Error(`the login service answered ${status}`);
  const { access_token: token, expires_in: seconds } = grantSchema.parse(JSON.parse(body));
  return { token, untilMs: askedAt + seconds * 1_000 - marginMs };
};

const passwordToken = (identity: TenantIdentity, password: string, ports: Ports): OutgoingToken => {
  let kept: Kept | undefined;
  let asking: Promise<Kept> | undefined;
  return async () => {
    if (kept === undefined || kept.untilMs <= ports.clock()) {
      asking ??= grant(identity, password, ports).finally(() => {
        asking = undefined;
      });
      kept = await asking;
    }
    return `Bearer ${kept.token}`;
  };
};

/** By the SDK's credentials, which keep a token themselves. Only this part of the SDK is loaded, by the first call. */
const managedToken = ({ botId }: TenantIdentity): OutgoingToken => {
  const load = async () => {
    const { ManagedIdentityAppCredentials } = await import(
      'botframework-connector/lib/auth/managedIdentityAppCredentials.js'
    );
    const { JwtTokenProviderFactory } = await import(
      'botframework-connector/lib/auth/jwtTokenProviderFactory.js'
    );
    return new ManagedIdentityAppCredentials(botId, scope, new JwtTokenProviderFactory());
  };
  let loading: ReturnType<typeof load> | undefined;
  return async () => {
    loading ??= load();
    const credentials = await loading;
    return `Bearer ${await credentials.getToken()}`;
  };
};

/** Rejects when no token can be had. */
export const createOutgoingToken = (identity: Identity, ports: Ports): OutgoingToken => {
  if (identity.kind === 'local') return async () => undefined;
  const { credentials } = identity;
  return credentials.type === 'SingleTenant'
    ? passwordToken(identity, credentials.password, ports)
    : managedToken(identity);
};
