import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createMetrics } from '../../src/http/metrics';
import { type HttpAnswer, type RunningServer, startServer } from '../../src/http/server';
import { freePort } from '../support/app-process';
import { until } from '../support/patience';
import { testFacts, testPages } from './facts';

const nothing = async () => ({ kind: 'void' }) as const;
const noLinks = { feed: nothing, open: nothing, file: nothing };

describe('server', () => {
  let server: RunningServer;
  let url: string;
  let waiting: ((answer: HttpAnswer) => void)[];
  beforeEach(async () => {
    waiting = [];
    const ports = {
      receive: () => new Promise<HttpAnswer>((resolve) => waiting.push(resolve)),
      isReady: async () => true,
      links: noLinks,
      pages: () => testPages,
      loopbackOnly: false,
      metrics: createMetrics(testFacts),
      log: () => undefined,
    };
    server = await startServer(ports, { port: await freePort(), host: '127.0.0.1' });
    url = `http://127.0.0.1:${server.port}`;
  });
  afterEach(async () => {
    for (const answer of waiting) answer({ status: 200 });
    await server.stop();
  });

  const post = (): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
  const untilWaiting = async (count: number): Promise<void> => {
    while (waiting.length < count) await wait(10);
  };

  it('with 500 requests under way > sends the next one away for a second, and takes it afterwards', async () => {
    const under = Array.from({ length: 500 }, post);
    await untilWaiting(500);
    const refused = await post();
    expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
      429,
      '1',
      '{}',
    ]);
    for (const answer of waiting) answer({ status: 200 });
    expect((await Promise.all(under)).every(({ status }) => status === 200)).toBe(true);
    const next = post();
    await untilWaiting(501);
    waiting[500]?.({ status: 200 });
    expect((await next).status).toBe(200);
  });

  it('with a body that does not end > says 408 and closes, and its health is unharmed', async () => {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"a":',
    );
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(waiting).toEqual([]);
  });

  it('stopping > says so to a balancer while it still takes requests, then answers what is under way alone', async () => {
    const early = post();
    await untilWaiting(1);
    const stopped = server.stop();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const late = post();
    await untilWaiting(2);
    const isRefused = (): Promise<boolean> =>
      fetch(`${url}/healthz`).then(
        () => false,
        () => true,
      );
    await until(isRefused, () => 'it goes on taking requests');
    for (const [index, answer] of waiting.entries()) answer({ status: 200, body: JSON.stringify({ index }) });
    expect(await (await early).json()).toEqual({ index: 0 });
    expect(await (await late).json()).toEqual({ index: 1 });
    await stopped;
  });
});
