import { personalMessage } from '../support/activities';
import { claimsFor, createPair, type Identity, signedBy } from '../support/identity';
import { botId, startTeams, type Teams, tenantId } from '../support/teams';

const otherTenant = '0b0b0b0b-5555-4666-8777-88889999aaaa';
const conversation = { id: 'a:somewhere', conversationType: 'personal', tenantId };
const ofOtherTenant = {
  channelData: { tenant: { id: otherTenant } },
  conversation: { ...conversation, tenantId: otherTenant },
};

type TokenOf = (identity: Identity, serviceUrl: string) => string | undefined;

const tokens: readonly (readonly [string, TokenOf])[] = [
  ['no token', () => undefined],
  ['a forged token', ({ pair }, url) => signedBy(createPair(pair.keyId), claimsFor(botId, url))],
  ["another bot's token", (identity, url) => identity.token(tenantId, url)],
  ['a token for another service address', (identity, url) => identity.token(botId, `${url}other/`)],
  [
    'a token that never ends',
    ({ pair }, url) => signedBy(pair, { ...claimsFor(botId, url), exp: Number.MAX_VALUE }),
  ],
  [
    "the tenant's own token",
    (identity, url) =>
      identity.token(botId, url, { iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId }),
  ],
];

const changes: readonly (readonly [string, 400 | 403, object])[] = [
  ['another tenant', 403, ofOtherTenant],
  ['no tenant', 403, { channelData: {}, conversation: { ...conversation, tenantId: undefined } }],
  ['two tenants', 403, { channelData: { tenant: { id: otherTenant } } }],
  ['two tenants the other way', 403, { conversation: { ...conversation, tenantId: otherTenant } }],
  ['a host that is not listed', 403, { serviceUrl: 'https://smba.example/teams/' }],
  ["a host under the domain of Teams' own", 403, { serviceUrl: 'https://evil.trafficmanager.net/teams/' }],
  ['a host that begins like that of Teams', 403, { serviceUrl: 'https://smba.trafficmanager.net.example/' }],
  ['a user before another host', 400, { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }],
  ['a user before the host of Teams', 400, { serviceUrl: 'https://user@smba.trafficmanager.net/' }],
  ['another port', 403, { serviceUrl: 'https://smba.trafficmanager.net:8443/' }],
  ['http to Teams', 403, { serviceUrl: 'http://smba.trafficmanager.net/teams/' }],
  ['another channel', 400, { channelId: 'AseChannel' }],
  ['the emulator', 400, { channelId: 'emulator' }],
  ['no channel', 400, { channelId: undefined }],
  ['an empty channel', 400, { channelId: '' }],
  ['no service address', 400, { serviceUrl: undefined }],
  ['an empty service address', 400, { serviceUrl: '' }],
  ['no id', 400, { id: undefined }],
  ['an id of 2 KB', 400, { id: 'i'.repeat(2_048) }],
  ['no sender', 400, { from: undefined }],
  ['no conversation', 400, { conversation: undefined }],
  ['no type', 400, { type: undefined }],
  ['a text that is a list', 400, { text: ['hej'] }],
];

describe('admission, of what is not from our tenant', () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await startTeams();
  });
  afterAll(() => teams.stop());

  const expectRefusal = async (response: Response, status: number): Promise<void> => {
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('{}');
    expect(await teams.connector.entries()).toEqual([]);
  };

  it.each(tokens)('refuses %s', async (_, tokenOf) => {
    const { place } = teams.person();
    const token = tokenOf(teams.identity, place.serviceUrl);
    await expectRefusal(await teams.app.post(personalMessage(place, 'hej'), token), 401);
  });

  it.each(changes)('refuses %s', async (_, status, change) => {
    const { place } = teams.person();
    const activity = { ...personalMessage(place, 'hej'), ...change };
    const serviceUrl = String('serviceUrl' in change ? change.serviceUrl : place.serviceUrl);
    await expectRefusal(await teams.app.post(activity, teams.identity.token(botId, serviceUrl)), status);
  });
});

describe('admission, with the key server down', () => {
  it('answers 503 after one fetch for all, and lives', async () => {
    const teams = await startTeams();
    teams.identity.setDown(true);
    const { place, send } = teams.person();
    const all = Array.from({ length: 30 }, async () => (await send(personalMessage(place, 'hej'))).status);
    expect(new Set(await Promise.all(all))).toEqual(new Set([503]));
    expect(teams.identity.asked.metadata).toBe(1);
    expect((await fetch(`${teams.app.url}/healthz`)).status).toBe(200);
    await teams.stop();
  });
});
