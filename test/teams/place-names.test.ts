import type { Connector } from '../../src/teams/connector';
import { createPlaceNames } from '../../src/teams/place-names';

const place = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  teamId: '19:team@thread.tacv2',
  conversationId: '19:east@thread.tacv2',
};
const teamPath = 'teams/19%3Ateam%40thread.tacv2';

/** A connector that has these answers by path, and no others. */
const reading = (bodies: Readonly<Record<string, unknown>>): Pick<Connector, 'read'> => ({
  read: async (_, path) =>
    path in bodies
      ? { kind: 'read', body: typeof bodies[path] === 'string' ? bodies[path] : JSON.stringify(bodies[path]) }
      : { kind: 'failed', status: 404 },
});

describe('what a team and a channel are called', () => {
  const channels = {
    conversations: [{ id: place.teamId }, { id: place.conversationId, name: 'Netværk øst' }],
  };

  test('Teams says both > both', async () => {
    const connector = reading({
      [teamPath]: { id: place.teamId, name: 'SSP i Ishøj' },
      [`${teamPath}/conversations`]: channels,
    });
    expect(await createPlaceNames(connector)(place)).toEqual({ team: 'SSP i Ishøj', channel: 'Netværk øst' });
  });

  test.each([
    ['nothing', {}],
    ['what is no JSON', { [teamPath]: '<html>', [`${teamPath}/conversations`]: '<html>' }],
    ['no name', { [teamPath]: { name: null }, [`${teamPath}/conversations`]: { conversations: [] } }],
  ])('Teams says %s > nothing is said', async (_, bodies) => {
    expect(await createPlaceNames(reading(bodies))(place)).toEqual({});
  });

  test('the team’s first channel, which has no name > the team alone', async () => {
    const connector = reading({
      [teamPath]: { name: 'SSP i Ishøj' },
      [`${teamPath}/conversations`]: channels,
    });
    const first = { ...place, conversationId: place.teamId };
    expect(await createPlaceNames(connector)(first)).toEqual({ team: 'SSP i Ishøj' });
  });

  test('a place without a team > nobody is asked', async () => {
    const connector: Pick<Connector, 'read'> = { read: () => Promise.reject(new Error('asked')) };
    expect(await createPlaceNames(connector)({ ...place, teamId: '' })).toEqual({});
  });
});
