import type { Answer, Chat } from '../../src/chat/turn';
import type { LogEvent } from '../../src/log';
import { createBot } from '../../src/teams/bot';
import type { Shown } from '../../src/teams/connector';
import { createReplayMemory } from '../../src/teams/replay';
import {
  type ActivityBody,
  invokeClick,
  personalMessage,
  submitClick,
  teamInstallation,
} from '../support/activities';

const place = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  botId: 'bot',
  tenantId: 'tenant',
  userId: 'mette',
};
const secret = 'what somebody wrote about a pupil';

/** A bot whose chat and database fail, with everything that it says to anybody. */
const failingBot = () => {
  const posted: Shown[] = [];
  const logged: LogEvent[] = [];
  let faults = 0;
  const fail = (): Promise<never> => Promise.reject(new TypeError(secret));
  const chat: Chat = {
    answer: fail,
    fault: (reference): Extract<Answer, { kind: 'text' }> => ({ kind: 'text', text: `sorry ${reference}` }),
  };
  const receive = createBot({
    admit: async (body) => ({ kind: 'admitted', activity: body as never }),
    chat,
    connector: {
      post: async (_, answer) => {
        posted.push(answer);
        return { kind: 'sent' };
      },
      update: async () => ({ kind: 'sent' }),
      privateChatWith: async () => ({ kind: 'failed', status: 403 }),
      read: async () => ({ kind: 'failed', status: 404 }),
    },
    router: { takes: () => false, answer: async () => ({ kind: 'none' }) },
    shownCards: {
      arrival: () => 1,
      show: () => undefined,
      leave: () => undefined,
      replace: async () => ({ kind: 'sent' }),
      flush: async () => undefined,
    },
    installations: { save: fail, find: fail, removeConversation: fail, removeTeam: fail },
    replay: createReplayMemory(),
    count: () => undefined,
    now: () => new Date('2026-11-18T09:10:11Z'),
    metrics: {
      turn: () => undefined,
      undelivered: () => undefined,
      fault: () => {
        faults += 1;
      },
    },
    log: (event) => logged.push(event),
  });
  const told = () => JSON.stringify([posted, logged]);
  return {
    receive: (activity: ActivityBody) => receive(activity, undefined),
    posted,
    logged,
    told,
    faults: () => faults,
  };
};

const reference = /^sorry ([A-Z2-9]{5})$/;
const click = { messageId: 'message', verb: 'menu.show', data: {} };

describe('turn, failing', () => {
  it('of a message > posts one sentence with the reference of the log line, and nothing of the fault', async () => {
    const bot = failingBot();
    expect(await bot.receive(personalMessage(place, 'hej'))).toMatchObject({ status: 200 });
    const [answer] = bot.posted;
    const [, said] = reference.exec(answer?.kind === 'text' ? answer.text : '') ?? [];
    expect(bot.logged).toEqual([
      { event: 'turn-failed', reference: said, error: 'TypeError', at: expect.any(String) },
    ]);
    expect(bot.told()).not.toContain(secret);
    expect(bot.faults()).toBe(1);
  });

  it('of a click > says so in the answer, posts nothing', async () => {
    const bot = failingBot();
    const { status, body = '' } = await bot.receive(invokeClick(place, click));
    const answer = JSON.parse(String(body));
    expect([status, answer.statusCode, answer.type]).toEqual([
      200,
      200,
      'application/vnd.microsoft.activity.message',
    ]);
    expect(answer.value).toMatch(reference);
    expect(bot.posted).toEqual([]);
  });

  it("of an old client's click > posts the sentence", async () => {
    const bot = failingBot();
    await bot.receive(submitClick(place, { messageId: 'message', data: click.data }));
    expect(bot.posted).toHaveLength(1);
  });

  it('of an uninstallation > asks for it again, and takes it then', async () => {
    const bot = failingBot();
    const removal = teamInstallation(place, 'remove');
    expect(await bot.receive(removal)).toMatchObject({ status: 503 });
    expect(await bot.receive(removal)).toMatchObject({ status: 503 });
    expect(bot.faults()).toBe(2);
    expect(bot.posted).toEqual([]);
  });
});
