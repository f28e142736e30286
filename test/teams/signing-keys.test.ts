import { createHttpClient } from '../../src/teams/http-client';
import { createSigningKeys, KeysUnavailableError } from '../../src/teams/signing-keys';
import { createPair, type Identity, startIdentity } from '../support/identity';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('signing keys', () => {
  const http = createHttpClient();
  let identity: Identity;
  let clockMs: number;

  beforeEach(async () => {
    identity = await startIdentity();
    clockMs = 5_000_000;
  });
  afterEach(() => identity.stop());
  afterAll(() => http.close());

  const keysOf = (metadataUrl = identity.metadataUrl) =>
    createSigningKeys({ metadataUrl, http, clock: () => clockMs, onUnavailable: () => undefined });
  const spki = (key: { export(options: object): unknown } | undefined): unknown =>
    key?.export({ type: 'spki', format: 'pem' });

  it('are found by their id', async () => {
    const found = await keysOf().find(identity.pair.keyId);
    expect(spki(found)).toBe(spki(identity.pair.publicKey));
  });

  it('are fetched once for many who wait', async () => {
    const keys = keysOf();
    await Promise.all(Array.from({ length: 50 }, () => keys.find(identity.pair.keyId)));
    expect(identity.asked).toMatchObject({ metadata: 1, keys: 1 });
  });

  it('are kept a day, and then fetched again', async () => {
    const keys = keysOf();
    await keys.find(identity.pair.keyId);
    clockMs += 23 * hourMs;
    await keys.find(identity.pair.keyId);
    expect(identity.asked.keys).toBe(1);
    clockMs += 2 * hourMs;
    await keys.find(identity.pair.keyId);
    expect(identity.asked.keys).toBe(2);
  });

  it.each([
    ['without the endorsement for Teams', ['skype', 'webchat']],
    ['without any endorsement', []],
  ])('%s are no keys', async (_, endorsements) => {
    identity.publish([{ pair: identity.pair, endorsements }]);
    expect(await keysOf().find(identity.pair.keyId)).toBeUndefined();
  });

  it('with an unknown id are looked for again, but seldom', async () => {
    const keys = keysOf();
    await keys.find(identity.pair.keyId);
    const renewed = createPair('renewed-key');
    identity.publish([{ pair: renewed, endorsements: ['msteams'] }]);
    await Promise.all(['forged-1', 'forged-2', 'forged-3'].map((id) => keys.find(id)));
    expect(identity.asked.keys).toBe(1);
    clockMs += 6 * minuteMs;
    expect(spki(await keys.find('renewed-key'))).toBe(spki(renewed.publicKey));
    expect(await keys.find('forged-4')).toBeUndefined();
    expect(identity.asked.keys).toBe(2);
  });
});

describe('signing keys, their server down', () => {
  const http = createHttpClient();
  let identity: Identity;
  let clockMs: number;

  beforeEach(async () => {
    identity = await startIdentity();
    identity.setDown(true);
    clockMs = 9_000_000;
  });
  afterEach(() => identity.stop());
  afterAll(() => http.close());

  const keysOf = (onUnavailable = () => {}) =>
    createSigningKeys({ metadataUrl: identity.metadataUrl, http, clock: () => clockMs, onUnavailable });

  it('are unavailable, after one fetch for all who ask', async () => {
    let told = 0;
    const keys = keysOf(() => {
      told += 1;
    });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => keys.find('any')));
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(KeysUnavailableError) });
    }
    await expect(keys.find('another')).rejects.toBeInstanceOf(KeysUnavailableError);
    expect(identity.asked.metadata).toBe(1);
    expect(told).toBe(1);
  });

  it('are asked for again after a pause, and had when the server is back', async () => {
    const keys = keysOf();
    await expect(keys.find(identity.pair.keyId)).rejects.toBeInstanceOf(KeysUnavailableError);
    identity.setDown(false);
    clockMs += minuteMs;
    expect(await keys.find(identity.pair.keyId)).toBeDefined();
    expect(identity.asked.metadata).toBe(2);
  });

  it('that were had are still good while the server is down for unknown ones', async () => {
    identity.setDown(false);
    const keys = keysOf();
    await keys.find(identity.pair.keyId);
    identity.setDown(true);
    clockMs += hourMs;
    await expect(keys.find('forged')).rejects.toBeInstanceOf(KeysUnavailableError);
    expect(await keys.find(identity.pair.keyId)).toBeDefined();
  });

  it('that are a day old are good until the server is back', async () => {
    identity.setDown(false);
    const keys = keysOf();
    await keys.find(identity.pair.keyId);
    identity.setDown(true);
    clockMs += 25 * hourMs;
    expect(await keys.find(identity.pair.keyId)).toBeDefined();
  });
});
