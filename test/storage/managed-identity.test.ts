import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '../../src/storage/open';
import { startOidcServer } from './oidc-server';

const clientId = '5a6b7c8d-0000-4000-8000-00000000000a';
/** The library remembers a token for the whole process. */
const otherId = '5a6b7c8d-0000-4000-8000-00000000000b';
const resource = 'https://database.example';

/** App Service's way to a token: an address and a header in the environment of the process. */
const startIdentityEndpoint = async (status: number) => {
  const requests: { url: URL; header: unknown }[] = [];
  const server: Server = createServer((request, response) => {
    requests.push({
      url: new URL(request.url ?? '', 'http://x'),
      header: request.headers['x-identity-header'],
    });
    response.writeHead(status, { 'content-type': 'application/json' });
    const expires_on = `${Math.floor(Date.now() / 1_000) + 3_600}`;
    response.end(
      JSON.stringify({ access_token: 'token-of-the-bot', expires_on, resource, token_type: 'Bearer' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
  process.env.IDENTITY_HEADER = 'header-of-this-process';
  return {
    requests,
    stop: async () => {
      delete process.env.IDENTITY_ENDPOINT;
      delete process.env.IDENTITY_HEADER;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const addressOf = (host: string, id = clientId): string =>
  `mongodb://${id}@${host}/vejviser?authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:${encodeURIComponent(resource)}`;

describe('a database that is reached as the managed identity', () => {
  test('on App Service > the server is shown the token of the identity that the address names', async () => {
    const [endpoint, server] = [await startIdentityEndpoint(200), await startOidcServer()];
    const store = await openStore(addressOf(server.host));
    expect(await store.isReachable()).toBe(true);
    await store.close();
    await Promise.all([server.stop(), endpoint.stop()]);
    expect(new Set(server.tokens)).toEqual(new Set(['token-of-the-bot']));
    expect(server.asked).toContain('ping');
    const [{ url, header } = { url: new URL('http://none'), header: '' }] = endpoint.requests;
    expect(header).toBe('header-of-this-process');
    expect(url.searchParams.get('resource')).toBe(resource);
    expect(url.searchParams.get('client_id')).toBe(clientId);
  });

  test('without a token > it isn’t opened, and the fault says no secret', async () => {
    const [endpoint, server] = [await startIdentityEndpoint(400), await startOidcServer()];
    const fault = await openStore(addressOf(server.host, otherId)).then(
      () => 'opened',
      (error: Error) => error.message,
    );
    await Promise.all([server.stop(), endpoint.stop()]);
    expect(fault).toMatch(/^The database can't be opened/);
    expect(fault).not.toContain('header-of-this-process');
    expect(server.tokens).toEqual([]);
  });
});
