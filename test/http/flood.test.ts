import { connect } from 'node:net';
import {
  channelDeleted,
  channelMention,
  invokeClick,
  membersChanged,
  personalInstallation,
  personalMessage,
  submitClick,
  teamDeleted,
  teamInstallation,
} from '../support/activities';
import { createRandom, type Malformed, type Material, nextMalformed } from '../support/malformed';
import { botId, startTeams, type Teams, tenantId } from '../support/teams';

jest.setTimeout(600_000);

const requests = 100_000;
/** After so many of them the memory is looked at. */
const firstRequests = 10_000;
const mostGrowthMb = 40;
const atATime = 64;
/** Nothing listens there: what slips through as a good message must not fill the connector's ledger. */
const nowhere = '127.0.0.1:9';
const silentAfterMs = 15_000;

/** Sends the bytes on a connection of their own and gives the statuses that came back, if any. */
const send = (port: number, { bytes, cut }: Malformed): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.setTimeout(silentAfterMs, () => {
      socket.destroy();
      reject(
        new Error(
          `no end after ${silentAfterMs} ms: ${JSON.stringify(bytes.toString('latin1').slice(0, 400))}`,
        ),
      );
    });
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () =>
      resolve([...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => Number(code))),
    );
    if (cut) socket.write(bytes, () => socket.resetAndDestroy());
    else socket.end(bytes);
  });

const materialFor = ({ identity }: Teams): Material => {
  const serviceUrl = `http://${nowhere}/teams/`;
  const place = { serviceUrl, botId, tenantId, userId: 'attacker' };
  const data = {
    verb: 'concern.show',
    version: 1,
    language: 'da',
    answers: { urgency: 'ordinary', age: 'over-18' },
  };
  const good = identity.token(botId, serviceUrl);
  return {
    random: createRandom(20_261_123),
    activities: [
      personalMessage(place, 'hej'),
      channelMention(place, 'hej'),
      invokeClick(place, { verb: 'concern.show', data }),
      submitClick(place, { messageId: 'message', data }),
      personalInstallation(place, 'remove'),
      teamInstallation(place, 'add'),
      teamInstallation(place, 'remove'),
      channelDeleted(place),
      teamDeleted(place),
      membersChanged(place, { membersRemoved: [{ id: `28:${botId}` }] }),
    ],
    authorizations: [`Bearer ${good}`, `Bearer ${good}`, `Bearer ${good}x`, 'Bearer a.b.c', 'Basic eDp5', ''],
  };
};

/** What the program holds, in MB. */
const memoryOf = async ({ app }: Teams): Promise<number> => {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]) / 2 ** 20;
};

describe('server, under malformed requests', () => {
  let teams: Teams;
  let material: Material;
  beforeAll(async () => {
    teams = await startTeams({
      BOT_SERVICE_HOSTS: nowhere,
      LOG_LEVEL: 'error',
      // What grew with the requests would end the process.
      NODE_OPTIONS: '--max-old-space-size=224',
    });
    material = materialFor(teams);
  });
  afterAll(() => teams.stop());

  const seen = new Map<number, number>();
  const flood = async (count: number): Promise<void> => {
    let left = count;
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        for (const status of await send(teams.app.port, nextMalformed(material))) {
          seen.set(status, (seen.get(status) ?? 0) + 1);
        }
      }
    };
    await Promise.all(Array.from({ length: atATime }, worker));
  };

  it(`grows by at most ${mostGrowthMb} MB with the first ${firstRequests}`, async () => {
    const before = await memoryOf(teams);
    await flood(firstRequests);
    const after = await memoryOf(teams);
    process.stderr.write(`memory: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after\n`);
    expect(after - before).toBeLessThanOrEqual(mostGrowthMb);
  });

  it(`answers ${requests} of them without a 5xx and works as before`, async () => {
    await flood(requests - firstRequests);
    const statuses = [...seen.keys()].sort();
    const counts = [...seen].sort().map(([status, count]) => `${status}: ${count}`);
    process.stderr.write(`${counts.join(', ')}\n`);
    process.stderr.write(`memory: ${(await memoryOf(teams)).toFixed(0)} MB in the end\n`);
    expect([...seen.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(0.7 * requests);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405, 413, 415]));
    const person = teams.person();
    expect(await person.ask('hej')).toMatchObject({ type: 'AdaptiveCard' });
  });
});
