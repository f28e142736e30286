import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { executesOf, nodesOf } from '../cards/crawl';
import {
  type ActivityBody,
  invokeClick,
  personalConversationOf,
  personalMessage,
} from '../support/activities';
import { december, of, parking } from '../support/agenda-clicks';
import { type App, type Environment, startApp } from '../support/app-process';
import { cardOf, type Entry } from '../support/connector';
import { channels, type Groups, personIdOf, startGroups } from '../support/groups';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';
import { monday, setUpGroup } from '../support/set-up-group';
import { environmentFor } from '../support/teams';
import { textOf } from '../support/walking';

jest.setTimeout(180_000);

const source = findMongodb();

/** One request on a connection of its own, as a proxy that has just heard of an instance makes it. */
const postTo = (port: number, body: string, token: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const options = { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers, agent: false };
    const request = http.request(options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject).end(body);
  });

describeWith('MongoDB', source)('two instances on one MongoDB', () => {
  let server: RunningMongodb;
  let database: ReturnType<typeof newDatabase>;
  let groups: Groups;
  let env: Environment;
  let first: App;
  let second: App;
  const figures: string[] = [];

  beforeAll(async () => {
    if (source === undefined) throw new Error('no MongoDB');
    server = await startMongodb(source);
    database = newDatabase(server.uri);
    groups = await startGroups(monday, { DATABASE_URL: database.uri });
    env = {
      ...environmentFor(groups.identity, groups.connector),
      ...groups.clock.env,
      DATABASE_URL: database.uri,
      ADMINISTRATORS: personIdOf('administrator'),
      PUBLIC_URL: 'http://127.0.0.1:9',
    };
    first = groups.app;
    second = await startApp(env);
  });
  afterAll(async () => {
    await second?.stop();
    await first?.stop();
    await groups?.stop();
    await database?.remove();
    await server?.stop();
    process.stderr.write(`two instances: ${figures.join('; ')}\n`);
  });

  const sentBy = async ({ url }: App): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(/^vejviser_outbox_rows_total\{result="sent"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };
  const posts = async (): Promise<readonly Entry[]> =>
    (await groups.connector.entries()).filter(({ method }) => method === 'POST');
  /** Waits until nothing has been posted for a second and a half. */
  const quiet = async (): Promise<void> => {
    for (let before = -1; before !== (await posts()).length; await wait(1_500))
      before = (await posts()).length;
  };

  test('a group set up on one > is there on the other, and its buttons work on either', async () => {
    for (const [name, channel] of [
      ['anna', 'north'],
      ['bo', 'south'],
      ['cilla', 'nu'],
    ] as const)
      await setUpGroup(groups, { name, channel });
    const there = await groups.at('anna', 'north', second).ask('møder');
    expect(textOf(there)).toContain('tirsdag 8. december');
    const form = await groups.at('cilla', 'north', first).click('agenda.item-form', of(december));
    await groups.at('cilla', 'north', second).press(form, 'agenda.hand-in', parking);
    const agenda = await groups.at('anna', 'north', first).click('agenda.show', of(december));
    expect(textOf(agenda)).toContain(parking.title);
  });

  test('three groups’ reminders of two weeks > each posted once, by whichever instance took it', async () => {
    await quiet();
    const before = { first: await sentBy(first), second: await sentBy(second) };
    await groups.connector.clear();
    for (const day of ['11-24', '11-25', '11-27', '11-30', '12-01', '12-02', '12-04', '12-07', '12-08']) {
      groups.clock.set(new Date(`2026-${day}T07:30:00Z`));
      await quiet();
    }
    const entries = await groups.connector.entries();
    // A reminder is read once its card has been put into its message.
    const filled = ({ createdId }: Entry) =>
      entries.find(({ method, messageId }) => method === 'PUT' && messageId === createdId);
    const seen = (await posts()).map((entry) => {
      const card = cardOf(filled(entry) ?? entry);
      return `${entry.conversationId} ${card === undefined ? entry.activity.text : textOf(card)}`;
    });
    const sent = [(await sentBy(first)) - before.first, (await sentBy(second)) - before.second] as const;
    figures.push(`${seen.length} reminders, ${sent[0]} by one and ${sent[1]} by the other`);
    expect(seen.length).toBeGreaterThanOrEqual(6);
    expect(new Set(seen).size).toBe(seen.length);
    expect(sent[0] + sent[1]).toBeGreaterThanOrEqual(seen.length);
    for (const channel of Object.values(channels))
      expect(seen.some((each) => each.startsWith(channel))).toBe(true);
  });

  const send = (activity: ActivityBody, app: App): Promise<Response> => groups.sendTo(app)(activity);

  test('a message that is delivered again > to the same is silent, to the other is answered a second time', async () => {
    const place = groups.placeOf('dan');
    const own = ({ method, conversationId }: Entry): boolean =>
      method === 'POST' && conversationId === personalConversationOf(place);
    const message = personalMessage(place, 'tegn');
    await groups.connector.clear();
    await send(message, first);
    await groups.connector.waitFor(1, own);
    await send(message, first);
    await wait(500);
    expect((await groups.connector.entries()).filter(own)).toHaveLength(1);
    await send(message, second);
    const answers = await groups.connector.waitFor(2, own);
    expect(answers[1] && textOf(cardOf(answers[1]))).toBe(textOf(answers[0] && cardOf(answers[0])));
    figures.push('a message delivered again to the other instance: the same card a second time');
  });

  test('an item whose click is delivered again to the other > stands on the agenda once', async () => {
    groups.clock.set(new Date('2026-12-09T08:00:00Z'));
    const january = { ...december, occurrence: '2027-01-12' };
    const form = await groups.at('cilla', 'north', first).click('agenda.item-form', of(january));
    const button = executesOf(form).find(({ verb }) => verb === 'agenda.hand-in');
    const inputs = Object.fromEntries(
      nodesOf(form).flatMap(({ type, id, value }) =>
        String(type).startsWith('Input.') && value !== undefined ? [[id, String(value)]] : [],
      ),
    );
    const data = { ...button?.data, ...inputs, ...parking, title: 'Lys på cykelstien' };
    const click = invokeClick(groups.placeOf('cilla'), { verb: 'agenda.hand-in', data });
    for (const app of [first, second]) expect((await send(click, app)).status).toBe(200);
    const agenda = textOf(await groups.at('cilla', undefined, first).click('agenda.show', of(january)));
    expect(agenda.split('Lys på cykelstien')).toHaveLength(2);
  });

  test('one after the other restarted under clicks > no click without an answer', async () => {
    const statuses: (number | string)[] = [];
    const latencies: number[] = [];
    let isOver = false;
    const instances = (): readonly App[] => [first, second];
    const body = () =>
      JSON.stringify(
        invokeClick(groups.placeOf('bo'), {
          verb: 'concern.show',
          data: { version: 1, language: 'da', answers: { urgency: 'ordinary' } },
        }),
      );
    const token = (): string => {
      const nowS = Math.floor(groups.clock.now() / 1_000);
      return groups.identity.token(
        environmentFor(groups.identity, groups.connector).BOT_ID ?? '',
        groups.connector.serviceUrl,
        {
          nbf: nowS - 60,
          exp: nowS + 3_600,
        },
      );
    };
    /** What the proxy heard last at each port. */
    const ready = new Map<number, boolean>();
    const asking = (async () => {
      for (; !isOver; await wait(100))
        for (const { url, port } of instances())
          ready.set(
            port,
            await fetch(`${url}/readyz`).then(
              ({ ok }) => ok,
              () => false,
            ),
          );
    })();
    /** Goes to an instance that says it is ready; a refused connection goes to the other, and nothing is tried again. */
    const clickOnce = async (turn: number): Promise<number> => {
      const inTurn = turn % 2 === 0 ? instances() : [...instances()].reverse();
      const isReady = ({ port }: App): boolean => ready.get(port) === true;
      const [one, other] = [...inTurn].sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
      const [text, bearer] = [body(), token()];
      return postTo(one?.port ?? 0, text, bearer).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNREFUSED') throw error;
        return postTo(other?.port ?? 0, text, bearer);
      });
    };
    const clicking = (async () => {
      for (let turn = 0; !isOver; turn += 1) {
        const since = performance.now();
        statuses.push(
          await clickOnce(turn).catch((error: NodeJS.ErrnoException) => error.code ?? error.message),
        );
        latencies.push(performance.now() - since);
        await wait(20);
      }
    })();
    const codes = [await first.stop()];
    first = await startApp(env);
    codes.push(await second.stop());
    second = await startApp(env);
    await wait(500);
    isOver = true;
    await Promise.all([clicking, asking]);
    latencies.sort((a, b) => a - b);
    const slowest = Math.round(latencies.at(-1) ?? 0);
    figures.push(
      `${statuses.length} clicks through a rolling restart, ${statuses.filter((each) => each !== 200).length} without an answer, slowest ${slowest} ms`,
    );
    expect(codes).toEqual([0, 0]);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(statuses.length).toBeGreaterThan(50);
  });
});
