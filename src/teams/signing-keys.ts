import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { dayMs } from '../duration';
import type { HttpClient } from './http-client';

/** The keys could not be had, so nothing can be said of a token. */
export class KeysUnavailableError extends Error {}

export type SigningKeys = {
  /** The key of that id that may sign for Teams. Rejects with `KeysUnavailableError` while the keys can't be had. */
  find(keyId: string): Promise<KeyObject | undefined>;
};

type KeyRing = ReadonlyMap<string, KeyObject>;
type Ports = {
  readonly metadataUrl: string;
  readonly http: Pick<HttpClient, 'call'>;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  /** Told once for each fetch that failed. */
  readonly onUnavailable: () => void;
  readonly onFetched?: () => void;
};

const freshForMs = dayMs;
/** How long kept keys serve on while their server is down. */
const usableForMs = 5 * dayMs;
/** After a failure, and for an unknown key id, the server is left alone this long. */
const backOffMs = 30_000;
const unknownKeyPauseMs = 5 * 60 * 1_000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({
  keys: z.array(
    z.looseObject({ kid: z.string(), kty: z.string(), endorsements: z.array(z.string()).default([]) }),
  ),
});

const getJson = async (http: Ports['http'], url: string): Promise<unknown> => {
  const { status, body } = await http.call({ method: 'GET', url });
  if (status !== 200) throw new Error(`the key server answered ${status}`);
  return JSON.parse(body);
};

const loadKeys = async ({ http, metadataUrl }: Ports): Promise<KeyRing> => {
  const { jwks_uri: keysUrl } = metadataSchema.parse(await getJson(http, metadataUrl));
  const { keys } = keysSchema.parse(await getJson(http, keysUrl));
  const forTeams = keys.filter(({ kty, endorsements }) => kty === 'RSA' && endorsements.includes('msteams'));
  return new Map(
    forTeams.map((key) => [key.kid, createPublicKey({ key: key as JsonWebKey, format: 'jwk' })] as const),
  );
};

/**
 * Bot Framework's signing keys, kept a day. However many requests wait, there is one fetch; a server that is down is
 * asked again after a pause, not by each request. See "Authenticate requests from the Bot Connector service" in
 * Microsoft's Bot Connector documentation, which also asks for the channel's endorsement.
 */
export const createSigningKeys = (ports: Ports): SigningKeys => {
  let ring: KeyRing = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  const refresh = (): Promise<void> => {
    fetching ??= loadKeys(ports)
      .then((loaded) => {
        ring = loaded;
        fetchedAt = ports.clock();
        ports.onFetched?.();
      })
      .catch((cause: unknown) => {
        failedAt = ports.clock();
        ports.onUnavailable();
        throw new KeysUnavailableError('the signing keys could not be fetched', { cause });
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };

  const refreshUnlessPaused = (now: number): Promise<void> =>
    fetching === undefined && now - failedAt < backOffMs
      ? Promise.reject(new KeysUnavailableError('the signing keys could not be fetched a moment ago'))
      : refresh();

  return {
    find: async (keyId) => {
      const now = ports.clock();
      const age = now - fetchedAt;
      const key = ring.get(keyId);
      if (key !== undefined && age < freshForMs) return key;
      if (key === undefined && age < unknownKeyPauseMs) return undefined;
      try {
        await refreshUnlessPaused(now);
      } catch (error) {
        if (key === undefined || age > usableForMs) throw error;
      }
      return ring.get(keyId);
    },
  };
};
