import { createRoster } from '../../src/teams/roster';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const channel = { serviceUrl, conversationId: '19:network@thread.tacv2' };
const fiveMinutesMs = 300_000;
const ids = [1, 2, 3].map((each) => `c0000000-0000-4000-8000-00000000000${each}`);
const raw = (at: number, more: object = {}) => ({ aadObjectId: ids[at], name: `Navn ${at}`, ...more });
const member = (at: number, isGuest = false) => ({ personId: ids[at], name: `Navn ${at}`, isGuest });

type Page = { readonly members: readonly object[]; readonly continuationToken?: string };

/** Teams, which answers one request after the other from `pages`; one that has run out fails. */
const openTeams = (...pages: readonly Page[]) => {
  const left = [...pages];
  const asked: string[] = [];
  const time = { now: 1_000 };
  const roster = createRoster({
    clock: () => time.now,
    read: async (_, path) => {
      asked.push(path);
      const page = left.shift();
      return page === undefined
        ? { kind: 'failed', status: 500 }
        : { kind: 'read', body: JSON.stringify(page) };
    },
  });
  return { roster, asked, time };
};

test('asked again within five minutes > Teams is asked once; after that anew', async () => {
  const { roster, asked, time } = openTeams({ members: [raw(0)] }, { members: [raw(1)] });
  expect(await roster(channel)).toEqual([member(0)]);
  time.now += fiveMinutesMs - 1;
  expect(await roster(channel)).toEqual([member(0)]);
  expect(asked).toHaveLength(1);
  time.now += 1;
  expect(await roster(channel)).toEqual([member(1)]);
  expect(asked).toHaveLength(2);
});

test('asked by several at once > they share one request, and another channel has its own', async () => {
  const { roster, asked } = openTeams({ members: [raw(0)] }, { members: [raw(1)] });
  const other = { ...channel, conversationId: '19:other@thread.tacv2' };
  const answers = await Promise.all([roster(channel), roster(other), roster(channel)]);
  expect(answers).toEqual([[member(0)], [member(1)], [member(0)]]);
  expect(asked).toHaveLength(2);
});

test('Teams doesn’t say > nobody is known, and the next one asks again', async () => {
  const { roster, asked } = openTeams();
  expect(await Promise.all([roster(channel), roster(channel)])).toEqual([undefined, undefined]);
  expect(asked).toHaveLength(1);
  expect(await roster(channel)).toBeUndefined();
  expect(asked).toHaveLength(2);
});

test('several pages > are read to the end, each with the token of the one before', async () => {
  const { roster, asked } = openTeams(
    { members: [raw(0)], continuationToken: 'a+b' },
    { members: [raw(1)], continuationToken: 'c' },
    { members: [raw(2)] },
  );
  expect(await roster(channel)).toEqual([member(0), member(1), member(2)]);
  const path = `conversations/${encodeURIComponent(channel.conversationId)}/pagedmembers?pageSize=500`;
  expect(asked).toEqual([path, `${path}&continuationToken=a%2Bb`, `${path}&continuationToken=c`]);
});

test('a page that doesn’t come > nobody is known rather than half of them', async () => {
  const { roster } = openTeams({ members: [raw(0)], continuationToken: 'a' });
  expect(await roster(channel)).toBeUndefined();
});

test('guests are told by their role or their name; who has no id isn’t a member', async () => {
  const { roster } = openTeams({
    members: [
      raw(0, { userRole: 'Guest' }),
      raw(1, { userPrincipalName: 'anna_politi.dk#EXT#@ishoj.onmicrosoft.com' }),
      raw(2, { userRole: 'user', userPrincipalName: 'bo@ishoj.dk' }),
      { name: 'Vejviser' },
    ],
  });
  expect(await roster(channel)).toEqual([member(0, true), member(1, true), member(2)]);
});

test.each([
  [404, 'ConversationNotFound', 'gone'],
  [404, undefined, 'gone'],
  [403, 'BotNotInConversationRoster', 'gone'],
  [403, 'Forbidden', undefined],
  [503, 'ServiceUnavailable', undefined],
])('Teams answers %i %s > %s, and the next one asks again', async (status, code, said) => {
  let asked = 0;
  const read = async () => {
    asked += 1;
    return { kind: 'failed', status, code } as const;
  };
  const roster = createRoster({ clock: () => 0, read });
  expect([await roster(channel), await roster(channel), asked]).toEqual([said, said, 2]);
});

test('more members than are kept > the channel that was asked about longest ago is asked about again', async () => {
  const asked: string[] = [];
  const members = Array.from({ length: 20_000 }, () => raw(0));
  const read = async (_: string, path: string) => {
    asked.push(path.split('/')[1] ?? '');
    return { kind: 'read', body: JSON.stringify({ members }) } as const;
  };
  const roster = createRoster({ clock: () => 0, read });
  const at = (conversationId: string) => roster({ ...channel, conversationId });
  for (const conversationId of ['one', 'two', 'three', 'three', 'two']) await at(conversationId);
  expect(asked).toEqual(['one', 'two', 'three']);
  expect(await at('one')).toHaveLength(20_000);
  expect(asked).toHaveLength(4);
});
