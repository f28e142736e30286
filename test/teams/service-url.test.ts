import { createAdmission } from '../../src/teams/admission';
import { personalMessage } from '../support/activities';
import { claimsFor, createPair, signedBy } from '../support/identity';
import { hostileServiceUrls } from '../support/service-urls';

const botId = '7a7a7a7a-0000-4000-8000-000000000001';
const tenantId = '9b8a7c6d-1111-4222-8333-444455556666';
const pair = createPair('teams-key');

const admitTenant = createAdmission(
  {
    kind: 'tenant',
    botId,
    tenantId,
    credentials: { type: 'UserAssignedMsi' },
    openIdMetadataUrl: 'https://login.example/',
    loginUrl: 'https://login.example/',
    serviceHosts: ['smba.trafficmanager.net', 'localhost:3979'],
  },
  { find: async () => pair.publicKey },
);
const admitLocal = createAdmission({ kind: 'local' }, undefined);

const messageFrom = (serviceUrl: unknown): object => ({
  ...personalMessage({ serviceUrl: '', botId, tenantId, userId: 'mette' }, 'hej'),
  serviceUrl,
});
/** With a token that Bot Framework signed for exactly this address. */
const asTenant = (serviceUrl: unknown) =>
  admitTenant(messageFrom(serviceUrl), `Bearer ${signedBy(pair, claimsFor(botId, String(serviceUrl)))}`);
const asLocal = (serviceUrl: unknown) => admitLocal(messageFrom(serviceUrl), undefined);

const letIn = async (addresses: readonly unknown[], admit: typeof asTenant): Promise<readonly unknown[]> => {
  const admitted: unknown[] = [];
  for (const address of addresses) if ((await admit(address)).kind === 'admitted') admitted.push(address);
  return admitted;
};

describe('service address', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/dk',
    `https://smba.trafficmanager.net/amer/${tenantId}/`,
    'https://smba.trafficmanager.net',
    'http://localhost:3979/_connector',
  ])('%s > is let in as it is', async (address) => {
    expect(await asTenant(address)).toMatchObject({ kind: 'admitted', activity: { serviceUrl: address } });
  });

  it.each(['http://localhost:56150/_connector', 'http://127.0.0.1:9/', 'https://[::1]:9/teams/'])(
    '%s > is let in by the local mode',
    async (address) => {
      expect(await asLocal(address)).toMatchObject({ kind: 'admitted' });
    },
  );
});

describe('service address, hostile', () => {
  it('is refused in each of over a thousand forms, under a token that was signed for it', async () => {
    const addresses = hostileServiceUrls('https', 'smba.trafficmanager.net');
    expect(addresses.length).toBeGreaterThan(1_000);
    expect(await letIn(addresses, asTenant)).toEqual([]);
  });

  it('is refused in each of over a thousand forms by the local mode', async () => {
    const addresses = hostileServiceUrls('http', '127.0.0.1');
    // The local mode lets in any port.
    const hostile = addresses.filter(
      (address) => !/^http:\/\/127\.0\.0\.1:\d{1,4}(\/teams\/)?$/.test(String(address)),
    );
    expect(hostile.length).toBeGreaterThan(1_000);
    expect(await letIn(hostile, asLocal)).toEqual([]);
  });
});
