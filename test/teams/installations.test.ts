import { openStore } from '../../src/storage/open';
import {
  channelDeleted,
  channelId,
  channelInstallation,
  membersChanged,
  personalConversationOf,
  personalInstallation,
  teamDeleted,
  teamId,
  teamInstallation,
} from '../support/activities';
import { cardOf } from '../support/connector';
import { botId, buttonsOf, startTeams, type Teams, tenantId } from '../support/teams';

describe('installations', () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await startTeams();
  });
  afterAll(() => teams.stop());

  const stored = async (conversationId: string) => {
    const store = await openStore(`file:${teams.app.databaseFile}`);
    const found = await store.installations.find(conversationId);
    await store.close();
    return found;
  };

  it('greets who installs the app for themselves, once and without a reply', async () => {
    const person = teams.person();
    await person.send(personalInstallation(person.place, 'add'));
    await person.send(membersChanged(person.place, { membersAdded: [{ id: `28:${botId}` }] }));
    const [greeting, ...rest] = await teams.connector.waitFor(1);
    expect(rest).toEqual([]);
    expect(greeting).toMatchObject({ method: 'POST', conversationId: personalConversationOf(person.place) });
    expect(greeting?.messageId).toBeUndefined();
    expect(buttonsOf(greeting && cardOf(greeting)).length).toBeGreaterThan(1);
    expect(await stored(personalConversationOf(person.place))).toBeUndefined();
  });

  it('keeps a team with ids and the service address only, and forgets it at uninstallation', async () => {
    const { place, send } = teams.person();
    await send(teamInstallation(place, 'add'));
    expect(await stored(teamId)).toEqual({
      conversationId: teamId,
      teamId,
      tenantId,
      serviceUrl: place.serviceUrl,
    });
    await send(teamInstallation(place, 'remove'));
    expect(await stored(teamId)).toBeUndefined();
  });

  it('keeps a channel until the channel is deleted', async () => {
    const { place, send } = teams.person();
    await send(teamInstallation(place, 'add'));
    await send(channelInstallation(place, 'add'));
    expect(await stored(channelId)).toMatchObject({ conversationId: channelId, teamId });
    await send(channelDeleted(place));
    expect(await stored(channelId)).toBeUndefined();
    expect(await stored(teamId)).toBeDefined();
  });

  it.each([
    ['the team is deleted', teamDeleted],
    [
      'the bot is removed from the team',
      (place) => membersChanged(place, { membersRemoved: [{ id: `28:${botId}` }] }),
    ],
  ] as [string, typeof teamDeleted][])('forgets a team and its channels when %s', async (_, removal) => {
    const { place, send } = teams.person();
    await send(teamInstallation(place, 'add'));
    await send(channelInstallation(place, 'add'));
    await send(membersChanged(place, { membersRemoved: [{ id: '29:somebody-else' }] }));
    expect(await stored(channelId)).toBeDefined();
    await send(removal(place));
    expect(await stored(teamId)).toBeUndefined();
    expect(await stored(channelId)).toBeUndefined();
  });

  it('keeps a team through an upgrade of the app', async () => {
    const { place, send } = teams.person();
    await send(teamInstallation(place, 'add'));
    await send({ ...teamInstallation(place, 'remove'), action: 'remove-upgrade' });
    expect(await stored(teamId)).toBeDefined();
  });

  it('refuses a removal that does not say from which team, each time, as no fault of the bot', async () => {
    const { place, send } = teams.person();
    await send(teamInstallation(place, 'add'));
    const removal = { ...teamInstallation(place, 'remove'), channelData: {} };
    expect([(await send(removal)).status, (await send(removal)).status]).toEqual([400, 400]);
    expect(await stored(teamId)).toBeDefined();
    expect(teams.app.log()).not.toContain('turn-failed');
  });
});
