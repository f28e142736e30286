import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { createServer, type Next, type Request, type Response, type Server } from 'restify';
import { faultOf, type Log } from '../log';
import { traced } from '../trace';
import { readJson } from './body';
import { gateRefusal, isActivity, messagesPath } from './gate';
import { addLinks, type Links } from './links';
import type { Metrics } from './metrics';
import { addPages, type Pages, sendMissing, wantsPage } from './pages/pages';

declare module 'restify' {
  interface Server {
    /** Sees every request before restify touches it; `false` ends it there. Left out of the published types. */
    first(handler: (request: Request, response: Response) => boolean): Server;
  }
}

/** A finished answer: `body` is JSON already, as text or as its bytes, or nothing. */
export type HttpAnswer = {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly reason?: string;
};

/** Takes a parsed body and the `Authorization` header; never rejects. */
export type Receiver = (body: unknown, authorization: string | undefined) => Promise<HttpAnswer>;

export type ServerPorts = {
  readonly receive: Receiver;
  readonly isReady: () => Promise<boolean>;
  readonly links: Links;
  readonly pages: () => Pages;
  /** Only loopback names in `Host`: a page from elsewhere can't reach the local mode by a name of its own. */
  readonly loopbackOnly: boolean;
  readonly metrics: Metrics;
  readonly log: Log;
};

export type RunningServer = { readonly port: number; stop(): Promise<void> };

const maxUnderWay = 500;
const maxConnections = 2_000;
const headersTimeoutMs = 5_000;
/** Node answers 408 to a request whose body isn't there by then, and closes. */
const requestTimeoutMs = 6_000;
const timeoutsCheckedEveryMs = 1_000;
/** How long a stopping server is not ready and still takes requests, so that a balancer's next question finds out. */
const lingerMs = 600;
/** What is under way when the server stops may take this long; the rest of the ten seconds is for what waits. */
const drainMs = 6_000;

const send = (response: ServerResponse, { status, body = '' }: HttpAnswer): void => {
  if (response.destroyed) return;
  const length = Buffer.byteLength(body);
  const type = length === 0 ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, 'Content-Length': length });
  response.end(body);
};

/** Says no; what is left of a body is never read, so such a connection can't be used again. */
const sendRefusal = (response: ServerResponse, status: number): void => {
  if (!response.req.complete) response.setHeader('Connection', 'close');
  if (status === 429) response.setHeader('Retry-After', '1');
  send(response, { status, body: '{}' });
};

const isLoopbackName = ({ headers }: IncomingMessage): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(headers.host ?? '');

type Refuse = (response: ServerResponse, status: number, reason: string) => void;

const createRefuse =
  ({ pages, metrics, log }: ServerPorts): Refuse =>
  (response, status, reason) => {
    metrics.refused(reason);
    log({ event: 'request-refused', reason, status });
    if (status === 404 && wantsPage(response.req)) return sendMissing(response, pages());
    sendRefusal(response, status);
  };

/** Takes an activity: its body, then whoever receives it. Never rejects. */
const createTake = ({ receive, log }: ServerPorts, refuse: Refuse) => {
  let underWay = 0;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJson(request);
    if (body.kind === 'refused') return refuse(response, body.status, body.reason);
    // Counted from here: bodies that trickle in are bounded by the connections and can't keep others out.
    if (underWay >= maxUnderWay) return refuse(response, 429, 'busy');
    underWay += 1;
    try {
      const answer = await receive(body.value, request.headers.authorization);
      if (answer.reason !== undefined) return refuse(response, answer.status, answer.reason);
      send(response, answer);
    } catch (error) {
      log({ event: 'request-failed', ...faultOf(error) });
      send(response, { status: 500, body: '{}' });
    } finally {
      underWay -= 1;
    }
  };
};

/** The route's pattern, never the address with its token; empty when the gate let the request in to none. */
const routeOf = (request: Request): string => String(request.getRoute()?.path ?? '');

/**
 * Every request goes through the gate by its head, before anything of it is read. An activity is taken right there: it
 * needs no route, and restify's own work for a request takes as long as ours.
 */
const addGate = (server: Server, ports: ServerPorts, refuse: Refuse): void => {
  const { loopbackOnly, metrics } = ports;
  const take = createTake(ports, refuse);
  server.first((request: Request, response: Response): boolean => {
    const answered = metrics.serving();
    const isForeign = loopbackOnly && !isLoopbackName(request);
    const refusal = isForeign ? { status: 400, reason: 'host' } : gateRefusal(request);
    const isTaken = refusal === undefined && isActivity(request);
    response.once('close', () => {
      const route = isTaken ? messagesPath : refusal === undefined ? routeOf(request) : '';
      answered({ method: request.method ?? '', route, status: response.statusCode });
    });
    if (refusal !== undefined) refuse(response, refusal.status, refusal.reason);
    else if (isTaken) void traced(() => take(request, response));
    return refusal === undefined && !isTaken;
  });
  server.pre((_request: Request, _response: Response, next: Next) => traced(() => next()));
};

const addHealth = (server: Server, { isReady, metrics }: ServerPorts): void => {
  server.get('/healthz', async (_: Request, response: Response) =>
    send(response, { status: 200, body: '{"healthy":true}' }),
  );
  server.get('/readyz', async (_: Request, response: Response) => {
    const ready = await isReady();
    send(response, { status: ready ? 200 : 503, body: JSON.stringify({ ready }) });
  });
  server.get('/metrics', async (_: Request, response: Response) => {
    metrics.ready(await isReady());
    const { text, contentType } = await metrics.exposition();
    response.writeHead(200, { 'Content-Type': contentType });
    response.end(text);
  });
};

const harden = (server: Server): void => {
  const http = server.server;
  // Restify's own log could hold headers and addresses.
  Object.assign(server, { log: pino({ level: 'silent' }) });
  // Restify would keep the socket of every Upgrade for ever, and answer Expect before the gate has seen the request.
  for (const event of ['upgrade', 'connect', 'checkContinue', 'checkExpectation']) {
    http.removeAllListeners(event);
  }
  Object.assign(http, {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: timeoutsCheckedEveryMs,
    maxConnections,
  });
};

/** Ends the idle connections at once, the others when they are done, and all of them after `drainMs`. */
const drain = async (http: HttpServer, close: () => Promise<void>): Promise<void> => {
  const timer = setTimeout(() => http.closeAllConnections(), drainMs);
  const closed = close();
  http.closeIdleConnections();
  await closed;
  clearTimeout(timer);
};

/** Starts the server with all its addresses. Rejects with `EADDRINUSE` when the port is taken. */
export const startServer = async (
  ports: ServerPorts,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<RunningServer> => {
  let isStopping = false;
  const server = createServer({ name: 'Vejviser' });
  const refuse = createRefuse(ports);
  addGate(server, ports, refuse);
  addLinks(server, { ...ports, refuse });
  addPages(server, ports.pages);
  addHealth(server, { ...ports, isReady: async () => !isStopping && (await ports.isReady()) });
  harden(server);
  const http = server.server;
  await new Promise<void>((resolve, reject) => {
    // Restify passes the error on before anybody else hears of it.
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = http.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: async () => {
      isStopping = true;
      if (!ports.loopbackOnly) await wait(lingerMs);
      await drain(http, () => new Promise((resolve) => server.close(() => resolve())));
    },
  };
};
