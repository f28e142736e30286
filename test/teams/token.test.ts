import { createHmac, createSign, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { KeysUnavailableError } from '../../src/teams/signing-keys';
import { isAuthentic } from '../../src/teams/token';
import { claimsFor, createPair, signedBy } from '../support/identity';

const botId = '7a7a7a7a-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/dk/';
const teams = createPair('teams-key');
const stranger = createPair('teams-key');
const keys = { find: async (keyId: string) => (keyId === teams.keyId ? teams.publicKey : undefined) };

const claims = (other: object = {}): object => claimsFor(botId, serviceUrl, other);
const without = (name: string): object =>
  Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
const nowS = Math.floor(Date.now() / 1000);
const check = (authorization: string | undefined): Promise<boolean> =>
  isAuthentic(authorization, serviceUrl, { botId, keys });
const bearer = (token: string): string => `Bearer ${token}`;
const signed = (payload: object): string => bearer(signedBy(teams, payload));

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const pem = teams.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const withAlgorithm = (algorithm: jwt.Algorithm, key: KeyObject): string =>
  bearer(jwt.sign(claims(), key, { algorithm, keyid: teams.keyId }));

/** A token whose header and payload are these texts, signed as they are: for what a JWT library wouldn't write. */
const signedText = (header: string, payload: string): string => {
  const content = `${base64(header)}.${base64(payload)}`;
  return bearer(`${content}.${createSign('RSA-SHA256').update(content).sign(teams.privateKey, 'base64url')}`);
};
const goodHeader = JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: teams.keyId });
const goodPayload = JSON.stringify(claims());

describe('token, of Bot Framework for this bot', () => {
  it('is authentic', async () => {
    expect(await check(signed(claims()))).toBe(true);
    expect(await check(signedText(goodHeader, goodPayload))).toBe(true);
  });

  it('is authentic while it is not more than five minutes out of its time', async () => {
    expect(await check(signed(claims({ exp: nowS - 200 })))).toBe(true);
    expect(await check(signed(claims({ nbf: nowS + 200 })))).toBe(true);
  });

  it('is nothing without the keys', async () => {
    const noKeys = { find: () => Promise.reject(new KeysUnavailableError('down')) };
    await expect(isAuthentic(signed(claims()), serviceUrl, { botId, keys: noKeys })).rejects.toBeInstanceOf(
      KeysUnavailableError,
    );
  });
});

const hmacOf = (): string => {
  const content = `${base64(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: teams.keyId }))}.${base64(goodPayload)}`;
  return bearer(`${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`);
};

const tenant = 'cafecafe-0000-4000-8000-000000000007';
const wrong: readonly (readonly [string, () => string | undefined])[] = [
  ['no header', () => undefined],
  ['an empty header', () => ''],
  ['no scheme', () => signedBy(teams, claims())],
  ['another scheme', () => `Basic ${signedBy(teams, claims())}`],
  ['a second token behind it', () => `${signed(claims())} ${signedBy(teams, claims())}`],
  ['no token', () => 'Bearer '],
  ['one part', () => 'Bearer abc'],
  ['two parts', () => bearer(signedBy(teams, claims()).split('.').slice(0, 2).join('.'))],
  ['an empty signature', () => bearer(`${signedBy(teams, claims()).split('.').slice(0, 2).join('.')}.`)],
  ['four parts', () => `${signed(claims())}.abc`],
  ['parts that are no JSON', () => bearer(`${base64('{')}.${base64('{')}.abc`)],
  ['a header that is null', () => signedText('null', goodPayload)],
  ['a header that is a list', () => signedText('[]', goodPayload)],
  ['a payload that is null', () => signedText(goodHeader, 'null')],
  ['a payload that is a text', () => signedText(goodHeader, '"text"')],
  ['20 KB', () => signed(claims({ filler: 'x'.repeat(20_000) }))],
  ["a stranger's signature under the same key id", () => bearer(signedBy(stranger, claims()))],
  ['an unknown key id', () => bearer(signedBy({ ...teams, keyId: 'other-key' }, claims()))],
  ['no key id', () => signedText(JSON.stringify({ alg: 'RS256', typ: 'JWT' }), goodPayload)],
  ['a key id that is a number', () => signedText(JSON.stringify({ alg: 'RS256', kid: 5 }), goodPayload)],
  [
    'a changed payload',
    () => {
      const [header, , signature] = signedBy(teams, claims()).split('.');
      return bearer(`${header}.${base64(JSON.stringify(claims({ changed: true })))}.${signature}`);
    },
  ],
  [
    'algorithm none',
    () => bearer(`${base64(JSON.stringify({ alg: 'none', kid: teams.keyId }))}.${base64(goodPayload)}.`),
  ],
  ['algorithm HS256 with the public key as the secret', hmacOf],
  ['algorithm RS384', () => withAlgorithm('RS384', teams.privateKey)],
  ['algorithm RS512', () => withAlgorithm('RS512', teams.privateKey)],
  ['algorithm PS256', () => withAlgorithm('PS256', teams.privateKey)],
  [
    'an RS256 signature that calls itself rs256',
    () => signedText(JSON.stringify({ alg: 'rs256', kid: teams.keyId }), goodPayload),
  ],
  [
    'an extension that must be understood',
    () =>
      signedText(JSON.stringify({ alg: 'RS256', kid: teams.keyId, crit: ['b64'], b64: false }), goodPayload),
  ],
  ['another issuer', () => signed(claims({ iss: 'https://api.botframework.us' }))],
  [
    "the tenant's own issuer",
    () => signed(claims({ iss: `https://sts.windows.net/${tenant}/`, tid: tenant })),
  ],
  [
    "the tenant's own issuer, version 2",
    () => signed(claims({ iss: `https://login.microsoftonline.com/${tenant}/v2.0` })),
  ],
  ['an issuer that only begins well', () => signed(claims({ iss: 'https://api.botframework.com.example' }))],
  [
    'issuers as a list',
    () => signedText(goodHeader, JSON.stringify(claims({ iss: ['https://api.botframework.com'] }))),
  ],
  ['no issuer', () => signed(without('iss'))],
  ['another audience', () => signed(claims({ aud: '7a7a7a7a-0000-4000-8000-000000000002' }))],
  ['no audience', () => signed(without('aud'))],
  ['audiences as a list', () => signed(claims({ aud: [botId] }))],
  [
    'the bot among the audiences',
    () => signed(claims({ aud: ['7a7a7a7a-0000-4000-8000-000000000002', botId] })),
  ],
  ['an empty audience', () => signed(claims({ aud: '' }))],
  ['a time that is over', () => signed(claims({ exp: nowS - 400 }))],
  ['a time that has not begun', () => signed(claims({ nbf: nowS + 400 }))],
  ['no end', () => signed(without('exp'))],
  ['an endless end', () => signedText(goodHeader, goodPayload.replace(/"exp":\d+/, '"exp":1e999'))],
  ['an end that is a text', () => signedText(goodHeader, goodPayload.replace(/"exp":(\d+)/, '"exp":"$1"'))],
  [
    'a beginning that is a text',
    () => signedText(goodHeader, goodPayload.replace(/"nbf":(\d+)/, '"nbf":"$1"')),
  ],
  ['another service address', () => signed(claims({ serviceurl: 'https://smba.trafficmanager.net/emea/' }))],
  ['no service address', () => signed(without('serviceurl'))],
  ['an empty service address', () => signed(claims({ serviceurl: '' }))],
  ['a service address that is a list', () => signed(claims({ serviceurl: [serviceUrl] }))],
];

describe('token, wrong', () => {
  it.each(wrong)('with %s is refused', async (_, authorization) => {
    expect(await check(authorization())).toBe(false);
  });
});
