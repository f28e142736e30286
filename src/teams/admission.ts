import type { Identity } from '../config';
import { type Activity, parseActivity, tenantOf } from './activity';
import { originOf } from './service-url';
import { KeysUnavailableError, type SigningKeys } from './signing-keys';
import { isAuthentic } from './token';

export type Admission =
  | { readonly kind: 'admitted'; readonly activity: Activity }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403 | 503; readonly reason: string };

/** Lets an activity in, or says why not. Never rejects. */
export type Admit = (body: unknown, authorization: string | undefined) => Promise<Admission>;

const refused = (status: 400 | 401 | 403 | 503, reason: string): Admission => ({
  kind: 'refused',
  status,
  reason,
});

const isLoopback = (serviceUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(originOf(serviceUrl).hostname);

/** In local mode: no token, and answers go to this machine only. */
const admitLocal: Admit = async (body) => {
  const activity = parseActivity(body);
  if (activity === undefined) return refused(400, 'shape');
  return isLoopback(activity.serviceUrl) ? { kind: 'admitted', activity } : refused(403, 'service-url');
};

type TenantIdentity = Extract<Identity, { kind: 'tenant' }>;

const isListed = (serviceUrl: string, { serviceHosts }: TenantIdentity): boolean => {
  const { scheme, host } = originOf(serviceUrl);
  return serviceHosts.includes(host) && (scheme === 'https' || isLoopback(serviceUrl));
};

const admitTenant =
  (identity: TenantIdentity, keys: SigningKeys): Admit =>
  async (body, authorization) => {
    const activity = parseActivity(body);
    if (activity === undefined) return refused(400, 'shape');
    if (!isListed(activity.serviceUrl, identity)) return refused(403, 'service-url');
    try {
      const { botId } = identity;
      if (!(await isAuthentic(authorization, activity.serviceUrl, { botId, keys })))
        return refused(401, 'token');
    } catch (error) {
      if (error instanceof KeysUnavailableError) return refused(503, 'keys');
      throw error;
    }
    if (tenantOf(activity) !== identity.tenantId) return refused(403, 'tenant');
    return { kind: 'admitted', activity };
  };

/** The one check of shape, address, token and tenant that everything passes before anything acts. */
export const createAdmission = (identity: Identity, keys: SigningKeys | undefined): Admit => {
  if (identity.kind === 'local') return admitLocal;
  if (keys === undefined) throw new Error('a tenant needs signing keys');
  return admitTenant(identity, keys);
};
