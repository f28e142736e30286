import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { linkTexts } from '../../src/text/links';
import { startApp } from '../support/app-process';
import { serve, stopServers } from './served';

const { page } = linkTexts.da;
afterEach(stopServers);

describe('trouble', () => {
  const token = 'Z'.repeat(43);
  const paths = [`/kalender/${token}.ics`, `/hent/${token}`];

  test('of the database > is a calm page for later, and no log or metric holds a token or a path', async () => {
    const broken = async (given: string): Promise<never> => {
      throw new Error(`no database for ${given}`);
    };
    const { ask, traces } = await serve({ feed: broken, open: broken, file: broken });
    for (const path of paths) {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '300']);
      expect(await answer.text()).toContain(page.later.heading);
    }
    expect((await ask(paths[1] ?? '', 'POST')).status).toBe(503);
    const left = await traces();
    expect(left).toContain('request-failed');
    expect(left).toContain('vejviser_links_total{route="calendar",status="503"} 1');
    // The routes by their patterns, and nothing of what was asked for.
    expect(left.replaceAll(/\/(hent|kalender)\/:token/g, '')).not.toMatch(/Z{5}|hent|kalender/);
  });

  test('with fifty under way > sends the next one away for a second, and takes it afterwards', async () => {
    const waiting: (() => void)[] = [];
    const slow = () =>
      new Promise<{ kind: 'void' }>((resolve) => waiting.push(() => resolve({ kind: 'void' })));
    const { ask } = await serve({ feed: slow, open: slow, file: slow });
    const under = Array.from({ length: 50 }, (_, at) => ask(paths[at % 2] ?? ''));
    while (waiting.length < 50) await wait(10);
    const refused = await ask(paths[0] ?? '');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    for (const end of waiting.splice(0)) end();
    expect((await Promise.all(under)).every(({ status }) => status === 404)).toBe(true);
    const next = ask(paths[0] ?? '');
    while (waiting.length < 1) await wait(10);
    waiting[0]?.();
    expect((await next).status).toBe(404);
  });
});

describe('gate', () => {
  const token = 'q'.repeat(43);
  const never = async (): Promise<never> => {
    throw new Error('the gate let it in');
  };

  /** Sends the head as it stands and gives the status. */
  const statusOf = (port: number, requestLine: string, ...headers: readonly string[]): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('error', reject);
      socket.once('data', (chunk: Buffer) => {
        resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString())?.[1]));
        socket.destroy();
      });
      socket.write([`${requestLine} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n'));
    });

  test('lets in these addresses with these methods alone, and no body', async () => {
    const { port } = await serve({ feed: never, open: never, file: never });
    const wrong: readonly (readonly [number, string, ...string[]])[] = [
      [405, `POST /kalender/${token}.ics`, 'Content-Length: 0'],
      [405, `PUT /hent/${token}`, 'Content-Length: 0'],
      [405, `DELETE /hent/${token}`],
      [405, `OPTIONS /hent/${token}`],
      [404, `GET /kalender/${token}`],
      [404, `GET /kalender/${token}.ics/`],
      [404, `GET /kalender/.ics`],
      [404, `GET /hent/${token}/`],
      [404, `GET /hent/`],
      [404, `GET /hent/${'q'.repeat(65)}`],
      [404, `GET /hent/${token}%2e`],
      [404, `GET //hent/${token}`],
      [404, `GET /HENT/${token}`],
      [404, `GET /hent/../hent/${token}`],
      [413, `POST /hent/${token}`, 'Content-Length: 1'],
      [413, `POST /hent/${token}`, 'Transfer-Encoding: chunked'],
      [413, `GET /kalender/${token}.ics`, 'Content-Length: 9'],
    ];
    const statuses = await Promise.all(wrong.map(([, ...head]) => statusOf(port, ...head)));
    expect(statuses.map((status, at) => [status, ...(wrong[at] ?? []).slice(1)])).toEqual(wrong);
    expect(await statusOf(port, `GET /hent/${token}`)).toBe(503);
  });
});

test('program with the most talkative log > writes no token that was asked for', async () => {
  const app = await startApp({ VEJVISER_ENV: 'local', LOG_LEVEL: 'trace' });
  const token = 'Tt0-'.repeat(11).slice(0, 43);
  try {
    for (const [path, method] of [
      [`/kalender/${token}.ics`, 'GET'],
      [`/hent/${token}`, 'GET'],
      [`/hent/${token}`, 'POST'],
    ])
      expect((await fetch(`${app.url}${path}`, { method: method ?? '' })).status).toBe(404);
    expect((await fetch(`${app.url}/hent/${token}/x`)).status).toBe(404);
    await app.logged('request-refused');
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('vejviser_links_total{route="calendar",status="404"} 1');
    expect(app.log() + metrics).not.toContain('Tt0-Tt0');
  } finally {
    await app.stop();
  }
});
