import { Writable } from 'node:stream';
import { createMetrics } from '../../src/http/metrics';
import { createLog, type Log } from '../../src/log';
import { traced, traceId } from '../../src/trace';
import { testFacts } from './facts';
import { serve, stopServers } from './served';

const nothing = async () => ({ kind: 'void' }) as const;
const links = { feed: nothing, open: nothing, file: nothing };
const lineOf = (text: string, start: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(start));

describe('metrics', () => {
  afterEach(stopServers);

  it('a request > is measured under its route’s pattern, never under its address', async () => {
    const { ask } = await serve(links);
    const token = 'q'.repeat(43);
    expect((await ask(`/hent/${token}`)).status).toBe(404);
    const text = await (await ask('/metrics')).text();
    const labels = 'http_request_method="GET",http_route="/hent/:token",http_response_status_code="404"';
    expect(lineOf(text, `http_server_request_duration_seconds_count{${labels}}`)).toMatch(/ 1$/);
    expect(text).not.toContain(token);
  });

  it('a request that the gate refuses, by a method of its own > has no route and no method', async () => {
    const { ask } = await serve(links);
    await ask('/secret-folder/of-mine', 'PROPFIND');
    const text = await (await ask('/metrics')).text();
    expect(text).toMatch(/duration_seconds_count\{http_request_method="_OTHER",http_route="",.*} 1/);
    expect(text).not.toMatch(/secret-folder|PROPFIND/);
  });

  it('readiness > is asked with each scrape', async () => {
    let isReady = true;
    const { ask } = await serve(links, { isReady: async () => isReady });
    expect(await (await ask('/metrics')).text()).toMatch(/^vejviser_ready 1$/m);
    isReady = false;
    expect(await (await ask('/metrics')).text()).toMatch(/^vejviser_ready 0$/m);
  });

  it('signing keys > have no age before they were fetched, and then one that grows', async () => {
    let now = 5_000;
    const metrics = createMetrics({ ...testFacts, clock: () => now });
    metrics.keys('failed');
    const before = (await metrics.exposition()).text;
    expect(before).not.toMatch(/^vejviser_signing_keys_age_seconds/m);
    expect(before).toMatch(/^vejviser_signing_key_fetches_total\{result="failed"} 1$/m);
    metrics.keys('ok');
    now += 61_000;
    expect((await metrics.exposition()).text).toMatch(/^vejviser_signing_keys_age_seconds 61$/m);
  });

  it('what stays due, what waits, what the database does > each under its name', async () => {
    const metrics = createMetrics({ ...testFacts, isStopped: true });
    metrics.documents('meetings', { due: 3, lagMs: 65_000 });
    metrics.notices(4);
    metrics.loginFailed();
    metrics.database({ name: 'claim', collection: 'outbox', ms: 30, error: 'MongoNetworkError' });
    const { text } = await metrics.exposition();
    for (const line of [
      'vejviser_documents_due{collection="meetings"} 3',
      'vejviser_documents_lag_seconds{collection="meetings"} 65',
      'vejviser_notices_waiting 4',
      'vejviser_login_failures_total 1',
      'vejviser_stopped 1',
      'target_info{service_name="vejviser",service_version="7.8.9"} 1',
    ])
      expect(text.split('\n')).toContain(line);
    const operation = 'db_system_name="sqlite",db_operation_name="claim",db_collection_name="outbox"';
    expect(text).toContain(
      `db_client_operation_duration_seconds_sum{${operation},error_type="MongoNetworkError"} 0.03`,
    );
  });
});

describe('trace', () => {
  const lines: { readonly trace_id?: string; readonly msg: string }[] = [];
  const output = new Writable({
    decodeStrings: false,
    write: (line: string, _, done) => {
      lines.push(JSON.parse(line));
      done();
    },
  });
  const log: Log = createLog('info', output);
  beforeEach(() => lines.splice(0));

  it('two works at once > each line has its own work’s id, and outside there is none', async () => {
    const work = (event: 'stopping' | 'stopped') =>
      traced(async () => {
        log({ event });
        await new Promise(setImmediate);
        log({ event });
      });
    await Promise.all([work('stopping'), work('stopped')]);
    log({ event: 'card-refused' });
    const idsOf = (msg: string) =>
      new Set(lines.filter((line) => line.msg === msg).map((line) => line.trace_id));
    const [one, other] = [[...idsOf('stopping')], [...idsOf('stopped')]];
    expect([one.length, other.length]).toEqual([1, 1]);
    expect(one[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toEqual(other);
    expect([...idsOf('card-refused')]).toEqual([undefined]);
  });

  it('a request > has an id of its own, which is not the caller’s', async () => {
    const ids: (string | undefined)[] = [];
    const receive = async () => {
      await new Promise(setImmediate);
      ids.push(traceId());
      return { status: 200 };
    };
    const { port } = await serve(links, { receive });
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    for (let n = 0; n < 2; n += 1)
      await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', traceparent },
        body: '{}',
      });
    await stopServers();
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id ?? ''))).toBe(true);
    expect(new Set([...ids, traceparent.slice(3, 35)]).size).toBe(3);
  });
});
