import {
  channelId,
  channelMention,
  invokeClick,
  personalConversationOf,
  personalMessage,
  submitClick,
} from '../support/activities';
import { cardOf, type Entry } from '../support/connector';
import { botId, buttonsOf, startTeams, type Teams } from '../support/teams';

const menuClick = { verb: 'menu.show', data: { verb: 'menu.show', version: 1, language: 'da' } };

/** What came of clicks so far: an update waits as long as any other, so each is there when a later click's is. */
const comeOf = async ({ connector, person }: Teams): Promise<readonly Entry[]> => {
  await person().click(menuClick.verb, menuClick.data, 'message-of-later');
  const isLater = ({ messageId }: Entry): boolean => messageId === 'message-of-later';
  await connector.waitFor(1, isLater);
  return (await connector.entries()).filter((entry) => !isLater(entry));
};

describe('edge', () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await startTeams();
  });
  afterAll(() => teams.stop());
  beforeEach(async () => {
    await teams.connector.clear();
  });

  const metric = async (line: RegExp): Promise<number> => {
    const text = await (await fetch(`${teams.app.url}/metrics`)).text();
    return Number(line.exec(text)?.[1] ?? 0);
  };

  it('answers a message by a reply to it, with a token of its own', async () => {
    const person = teams.person();
    const activity = personalMessage(person.place, 'hej');
    expect((await person.send(activity)).status).toBe(200);
    const [reply] = await teams.connector.waitFor(1);
    expect(reply).toMatchObject({
      method: 'POST',
      conversationId: personalConversationOf(person.place),
      messageId: activity.id,
      authorization: 'Bearer outgoing-1',
      activity: { type: 'message', replyToId: activity.id, recipient: { id: `29:${person.place.userId}` } },
    });
    expect(reply?.activity.summary).toBeTruthy();
    expect(reply && cardOf(reply)).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    const asked = teams.identity.tokenRequests.map((form) => Object.fromEntries(form));
    expect(asked).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: botId,
        client_secret: 'a-password-for-tests',
        scope: 'https://api.botframework.com/.default',
      },
    ]);
  });

  it('answers a click in its response and writes the card to its message afterwards', async () => {
    const person = teams.person();
    const answer = await person.click(menuClick.verb, menuClick.data, 'message-of-menu');
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(await teams.connector.entries()).toEqual([]);
    const [update] = await teams.connector.waitFor(1);
    expect(update).toMatchObject({ method: 'PUT', messageId: 'message-of-menu' });
    expect(update && cardOf(update)).toEqual(answer.value);
  });

  it('writes only the last of quick clicks to their message', async () => {
    const person = teams.person();
    await person.click('menu.show', menuClick.data, 'message-of-many');
    await person.click('help.show', menuClick.data, 'message-of-many');
    const last = await person.click('signs.show', menuClick.data, 'message-of-many');
    const [update] = await teams.connector.waitFor(1);
    expect(update && cardOf(update)).toEqual(last.value);
    expect(await comeOf(teams)).toHaveLength(1);
  });

  it('goes on when the card can not be written to its message', async () => {
    const person = teams.person();
    await teams.connector.order({ status: 502 });
    await person.click(menuClick.verb, menuClick.data, 'message-of-outage');
    await teams.connector.waitFor(1);
    await person.click(menuClick.verb, menuClick.data, 'message-of-outage');
    const entries = await teams.connector.waitFor(2);
    expect(entries.map(({ fault }) => fault)).toEqual([true, false]);
    expect(await metric(/vejviser_undelivered_total\{what="card-update"\} (\d+)/)).toBe(1);
  });

  it('answers an automatic refresh without a write', async () => {
    const person = teams.person();
    const response = await person.send(
      invokeClick(person.place, { ...menuClick, messageId: 'message-refreshed', trigger: 'automatic' }),
    );
    expect(await response.json()).toMatchObject({ statusCode: 200 });
    expect(await comeOf(teams)).toEqual([]);
  });

  it("answers an old client's click by an update of its message", async () => {
    const person = teams.person();
    await person.send(submitClick(person.place, { messageId: 'message-of-old', data: menuClick.data }));
    const [update, ...rest] = await teams.connector.waitFor(1);
    expect(rest).toEqual([]);
    expect(update).toMatchObject({ method: 'PUT', messageId: 'message-of-old' });
    expect(buttonsOf(update && cardOf(update)).length).toBeGreaterThan(2);
  });

  it("lets an old client's click have the last word over a click before it, also when Teams is slow", async () => {
    const person = teams.person();
    const messageId = 'message-of-both';
    await person.click(menuClick.verb, menuClick.data, messageId);
    await teams.connector.order({ method: 'PUT', delayMs: 1_300 });
    await person.send(
      submitClick(person.place, { messageId, data: { ...menuClick.data, verb: 'signs.show' } }),
    );
    const signs = await person.click('signs.show', menuClick.data, 'message-beside');
    const written = await teams.connector.waitFor(1, (entry) => entry.messageId === messageId);
    expect(written.map(cardOf)).toEqual([signs.value]);
  });

  it("answers an old client's click by a new message where the update fails", async () => {
    const person = teams.person();
    await teams.connector.order({ method: 'PUT', status: 404 });
    await person.send(submitClick(person.place, { messageId: 'message-gone', data: menuClick.data }));
    expect((await teams.connector.waitFor(2)).map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  it('answers in a channel by one sentence in the same thread', async () => {
    const person = teams.person();
    await person.send(channelMention(person.place, 'hej'));
    const [reply] = await teams.connector.waitFor(1);
    expect(reply?.conversationId).toBe(`${channelId};messageid=1700000000001`);
    expect(reply?.activity.attachments).toBeUndefined();
    expect(reply?.activity.text).toContain(`28:${botId}`);
  });

  it('sends a message once, also when Teams says 504, and holds its sockets', async () => {
    const person = teams.person();
    await teams.connector.order({ status: 504 });
    for (const text of ['hej', 'hjælp', 'tegn', 'menu'])
      await person.send(personalMessage(person.place, text));
    const entries = await teams.connector.waitFor(4);
    expect(entries).toHaveLength(4);
    expect(new Set(entries.map(({ socket }) => socket)).size).toBe(1);
    expect(await metric(/vejviser_undelivered_total\{what="reply"\} (\d+)/)).toBe(1);
  });

  it('fetches its token as a managed identity where it is one', async () => {
    const managed = await startTeams({
      BOT_TYPE: 'UserAssignedMsi',
      BOT_PASSWORD: undefined,
      IDENTITY_ENDPOINT: `${teams.identity.url}/msi/token`,
      IDENTITY_HEADER: 'a-header-of-the-host',
    });
    const before = teams.identity.asked.tokens;
    const replies = [await managed.person().say('hej'), await managed.person().say('hej')];
    await managed.stop();
    expect(replies.map(({ authorization }) => authorization)).toEqual(
      replies.map(() => `Bearer outgoing-${before + 1}`),
    );
    expect(teams.identity.asked.tokens).toBe(before + 1);
  });

  it('answers 200 within its time when Teams resets the call', async () => {
    const person = teams.person();
    await teams.connector.order({ reset: true });
    expect((await person.send(personalMessage(person.place, 'hej'))).status).toBe(200);
    expect(await teams.connector.entries()).toHaveLength(1);
  });

  it('ignores what it has no turn for', async () => {
    const person = teams.person();
    const activity = personalMessage(person.place, 'hej');
    for (const other of [
      { type: 'typing' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'messageUpdate' },
      { type: 'event', name: 'application/vnd.microsoft.meetingStart' },
      { type: 'invoke', name: 'task/fetch', value: {} },
      { type: 'invoke', name: 'composeExtension/query', value: {} },
      { type: 'invoke' },
    ]) {
      const response = await person.send({ ...activity, ...other, id: `ignored-${JSON.stringify(other)}` });
      expect(response.status).toBe(200);
    }
    expect(await teams.connector.entries()).toEqual([]);
  });
});

describe('edge, with the same activity twice', () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await startTeams();
  });
  afterAll(() => teams.stop());

  it('posts one reply to a message', async () => {
    const person = teams.person();
    const activity = personalMessage(person.place, 'hej');
    const answers = await Promise.all([person.send(activity), person.send(activity), person.send(activity)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await teams.connector.entries()).toHaveLength(1);
    await teams.connector.clear();
  });

  it('answers a click again, with the same card, and writes it once', async () => {
    const person = teams.person();
    const activity = invokeClick(person.place, { ...menuClick, messageId: 'message-twice' });
    const first = await (await person.send(activity)).json();
    await teams.connector.waitFor(1);
    const second = await (await person.send(activity)).json();
    expect(second).toEqual(first);
    expect(await comeOf(teams)).toHaveLength(1);
    await teams.connector.clear();
  });

  it("takes another conversation's activity of the same id for another one", async () => {
    const [one, other] = [teams.person(), teams.person()];
    await one.send({ ...personalMessage(one.place, 'hej'), id: 'same-id' });
    await other.send({ ...personalMessage(other.place, 'hej'), id: 'same-id' });
    expect(await teams.connector.entries()).toHaveLength(2);
  });
});
