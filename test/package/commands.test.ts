import path from 'node:path';
import { readTemplate } from '../../scripts/teams-package/build';
import { jsonOf, manifestOf } from '../../scripts/teams-package/files';
import { texts } from '../../src/text/text';
import { channelMention } from '../support/activities';
import { type Groups, startGroups } from '../support/groups';
import { monday } from '../support/set-up-group';
import { botId } from '../support/teams';
import { textOf } from '../support/walking';

jest.setTimeout(60_000);

const template = readTemplate(path.join(__dirname, '../../appPackage'));
const english = jsonOf(template, 'en.json') as Readonly<Record<string, string>>;

/** Every command in both languages: Teams sends the text that the person sees. */
const commandsIn = (scope: 'personal' | 'team'): readonly string[] =>
  (manifestOf(template)?.bots ?? []).flatMap(({ commandLists }, bot) =>
    commandLists.flatMap(({ scopes, commands }, list) =>
      scopes.includes(scope)
        ? commands.flatMap(({ title }, at) => [
            title,
            english[`bots[${bot}].commandLists[${list}].commands[${at}].title`] ?? '',
          ])
        : [],
    ),
  );

describe('the commands that Teams shows', () => {
  let groups: Groups;
  beforeAll(async () => {
    groups = await startGroups(monday);
  });
  afterAll(() => groups.stop());

  test.each(commandsIn('personal'))(
    '»%s« in the private chat > a card that has understood',
    async (title) => {
      const text = textOf(await groups.at('anna').ask(title));
      for (const { notices } of [texts.da, texts.en]) expect(text).not.toContain(notices['not-understood']);
    },
  );

  test('anything else in the private chat > says so, or the test above would see nothing', async () => {
    const text = textOf(await groups.at('anna').ask('xyzzy'));
    expect(text).toContain(texts.da.notices['not-understood']);
  });

  test.each(commandsIn('team'))('»%s« in a channel > a card', async (title) => {
    expect(textOf(await groups.at('anna', 'north').ask(title))).not.toBe('');
  });

  test('in a group chat, which the manifest leaves out > the way to the private chat, and no card', async () => {
    const place = groups.placeOf('anna');
    const { channelData, ...mention } = channelMention(place, 'bekymring');
    const conversation = {
      id: '19:group-chat',
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: place.tenantId,
    };
    const { status } = await groups.sendTo(groups.app)({ ...mention, conversation });
    expect(status).toBe(200);
    const [answer] = await groups.connector.waitFor(
      1,
      ({ conversationId }) => conversationId === conversation.id,
    );
    expect(answer?.activity.text).toBe(
      texts.da.shared(`https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`),
    );
    expect(answer?.activity.attachments).toBeUndefined();
  });
});
