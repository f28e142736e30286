import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { SigningKeys } from './signing-keys';

export type TokenCheck = {
  readonly botId: string;
  readonly keys: SigningKeys;
};

const issuer = 'https://api.botframework.com';
const clockToleranceS = 300;
const maxTokenLength = 8 * 1_024;

const claimsSchema = z.object({
  // A list that holds the bot's id is let through by the library.
  aud: z.string(),
  exp: z.int(),
  iss: z.literal(issuer),
  serviceurl: z.string(),
});

const keyIdOf = (token: string): string | undefined => {
  try {
    const header = jwt.decode(token, { complete: true })?.header;
    // RFC 7515, 4.1.11: a token with extensions that must be understood is invalid to who doesn't understand them.
    if (header?.alg !== 'RS256' || header.crit !== undefined) return undefined;
    return typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
};

const sameUrl = (one: string, other: string): boolean => one.replace(/\/$/, '') === other.replace(/\/$/, '');

/**
 * True when the `Authorization` header holds a token that Bot Framework signed for this bot, for Teams and for this
 * `serviceUrl`, and that is valid now. Rejects with `KeysUnavailableError` when the keys can't be had.
 */
export const isAuthentic = async (
  authorization: string | undefined,
  serviceUrl: string,
  { botId, keys }: TokenCheck,
): Promise<boolean> => {
  const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || token.length > maxTokenLength) return false;
  const keyId = keyIdOf(token);
  const key = keyId === undefined ? undefined : await keys.find(keyId);
  if (key === undefined) return false;
  try {
    const payload = jwt.verify(token, key, {
      algorithms: ['RS256'],
      audience: botId,
      issuer,
      clockTolerance: clockToleranceS,
    });
    const claims = claimsSchema.safeParse(payload);
    return claims.success && sameUrl(claims.data.serviceurl, serviceUrl);
  } catch {
    return false;
  }
};
