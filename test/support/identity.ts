import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

export type Pair = { readonly keyId: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject };
type Published = { readonly pair: Pair; readonly endorsements: readonly string[] };

/** How often the service was asked for each of its documents. */
export type Asked = { metadata: number; keys: number; tokens: number };

export const createPair = (keyId: string): Pair => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { keyId, privateKey, publicKey: createPublicKey(privateKey) };
};

export const signedBy = ({ keyId, privateKey }: Pair, claims: object): string =>
  jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: keyId });

const nowS = (): number => Math.floor(Date.now() / 1000);

/** The claims of a token from Bot Framework to the bot, valid for an hour; what is given replaces a claim. */
export const claimsFor = (botId: string, serviceUrl: string, other: object = {}): object => ({
  iss: 'https://api.botframework.com',
  aud: botId,
  serviceurl: serviceUrl,
  nbf: nowS() - 60,
  exp: nowS() + 3_600,
  ...other,
});

const jwk = ({ pair, endorsements }: Published) => ({
  ...createPublicKey(pair.privateKey).export({ format: 'jwk' }),
  use: 'sig',
  kid: pair.keyId,
  x5t: pair.keyId,
  endorsements,
});

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/**
 * Bot Framework's key server and Entra's token endpoint in one, in this process. Every outgoing token that it hands
 * out reads `outgoing-<number>`.
 */
export const startIdentity = async () => {
  const pair = createPair('key-of-teams');
  let published: readonly Published[] = [{ pair, endorsements: ['msteams', 'skype'] }];
  let isDown = false;
  const asked: Asked = { metadata: 0, keys: 0, tokens: 0 };
  const tokenRequests: URLSearchParams[] = [];

  const answerTo = async (request: IncomingMessage, base: string): Promise<unknown> => {
    const path = new URL(request.url ?? '', base).pathname;
    if (path.endsWith('/openidconfiguration')) {
      asked.metadata += 1;
      return { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` };
    }
    if (path === '/keys') {
      asked.keys += 1;
      return { keys: published.map(jwk) };
    }
    if (path.endsWith('/token')) {
      asked.tokens += 1;
      tokenRequests.push(new URLSearchParams(await bodyOf(request)));
      const expires = { expires_in: 3_600, expires_on: String(nowS() + 3_600) };
      return { access_token: `outgoing-${asked.tokens}`, token_type: 'Bearer', ...expires };
    }
    return undefined;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const body = await answerTo(request, `http://${request.headers.host}`);
      const status = isDown ? 503 : body === undefined ? 404 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 200 ? JSON.stringify(body) : '');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    metadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    pair,
    asked,
    tokenRequests,
    /** A good token for the bot, or one in which the given claims are replaced. */
    token: (botId: string, serviceUrl: string, other: object = {}): string =>
      signedBy(pair, claimsFor(botId, serviceUrl, other)),
    publish: (keys: readonly Published[]): void => {
      published = keys;
    },
    setDown: (down: boolean): void => {
      isDown = down;
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type Identity = Awaited<ReturnType<typeof startIdentity>>;
