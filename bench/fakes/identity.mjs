// A stand-in for the Bot Framework's and Entra's identity services: publishes one signing key, hands out outgoing
// tokens, and signs the caller's tokens for the load generator over IPC. Forked by run.mjs.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';

const KEY_ID = 'bench-key';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
const keys = {
  keys: [{ ...publicKey, use: 'sig', alg: 'RS256', kid: KEY_ID, x5t: KEY_ID, endorsements: ['msteams'] }],
};
const HOUR_S = 3600;

function sign(claims, key = privateKey) {
  return jwt.sign(claims, key, { algorithm: 'RS256', keyid: KEY_ID, expiresIn: '4h' });
}

function openIdDocument(base) {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    jwks_uri: `${base}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

/** An outgoing token, in the answer's shape of both a managed identity and a client-credentials grant. */
function outgoingToken() {
  const expiresOn = Math.floor(Date.now() / 1000) + 24 * HOUR_S;
  return {
    access_token: sign({ aud: 'https://api.botframework.com', purpose: 'outgoing' }),
    token_type: 'Bearer',
    expires_in: 24 * HOUR_S,
    expires_on: String(expiresOn),
    resource: 'https://api.botframework.com',
  };
}

const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://identity').pathname;
  const base = `http://${request.headers.host}`;
  const body = path.endsWith('/keys')
    ? keys
    : path.endsWith('openidconfiguration') || path.endsWith('openid-configuration')
      ? openIdDocument(base)
      : path.endsWith('/token')
        ? outgoingToken()
        : undefined;
  request.resume();
  response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? { error: path }));
});

server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('message', ({ claims, forged }) => {
  process.send({ tokens: claims.map((each) => sign(each, forged ? stranger : privateKey)) });
});
process.on('disconnect', () => process.exit());
