import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Fetched, MeetingFile, Offer } from '../links/addresses';
import { faultOf, type Log } from '../log';
import type { Language } from '../municipality/schema';
import { offerPage, saysNo } from './link-page';
import type { Metrics } from './metrics';
import { pagePolicy } from './pages/shell';

/** What stands behind addresses that nobody can guess. Each takes the token and knows nothing of HTTP. */
export type Links = {
  /** A member's calendar of a group, as iCalendar text. */
  feed(token: string): Promise<Fetched<{ readonly text: string }>>;
  /** What a link's page offers; asking has no effect. */
  open(token: string): Promise<Fetched<{ readonly offers: Offer; readonly language: Language }>>;
  file(token: string): Promise<Fetched<{ readonly file: MeetingFile }>>;
};

type LinkPorts = {
  readonly links: Links;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Says no as the rest of the server does. */
  readonly refuse: (response: ServerResponse, status: number, reason: string) => void;
};

/** A document takes its time to be made, and calendars come at the full hour. */
const maxUnderWay = 50;
const retryAfterSeconds = '300';

/** Nobody on the way keeps anything, nothing says where the reader came from, and no search engine lists it. */
const headers = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': pagePolicy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
};

type Reply = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly more?: Readonly<Record<string, string>>;
};

const page = (status: number, body: string, more = {}): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
  more,
});
const noReply: Readonly<Record<'void' | 'later', Reply>> = {
  void: page(404, saysNo('void')),
  later: page(503, saysNo('later'), { 'Retry-After': retryAfterSeconds }),
};

const send = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, more }: Reply,
): void => {
  if (response.destroyed) return;
  const length = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length, ...more });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/** Each route by the name that it has in the metrics, where no path may stand. */
const routesOf = ({ feed, open, file }: Links) => ({
  calendar: async (token: string): Promise<Reply> => {
    const found = await feed(token);
    if (found.kind !== 'given') return noReply[found.kind];
    return { status: 200, type: 'text/calendar; charset=utf-8', body: found.text };
  },
  'link-page': async (token: string): Promise<Reply> => {
    const found = await open(token);
    return found.kind === 'given' ? page(200, offerPage(found.offers, found.language)) : noReply[found.kind];
  },
  'link-file': async (token: string): Promise<Reply> => {
    const found = await file(token);
    if (found.kind !== 'given') return noReply[found.kind];
    const { name, type, bytes } = found.file;
    return {
      status: 200,
      type,
      body: bytes,
      more: { 'Content-Disposition': `attachment; filename="${name}"` },
    };
  },
});
export type LinkRoute = keyof ReturnType<typeof routesOf>;

/** Adds the addresses that end in a token to the server. The gate has let in nothing else and no body. */
export const addLinks = (server: Server, { links, metrics, log, refuse }: LinkPorts): void => {
  const routes = routesOf(links);
  let underWay = 0;
  const answer =
    (route: LinkRoute) =>
    async (request: Request, response: Response): Promise<void> => {
      if (underWay >= maxUnderWay) return refuse(response, 429, 'busy');
      underWay += 1;
      try {
        const token = String(request.params?.token ?? '').replace(/\.ics$/, '');
        const reply = await routes[route](token);
        metrics.link(route, reply.status);
        send(request, response, reply);
      } catch (error) {
        log({ event: 'request-failed', ...faultOf(error) });
        metrics.link(route, noReply.later.status);
        send(request, response, noReply.later);
      } finally {
        underWay -= 1;
      }
    };
  server.get('/kalender/:token', answer('calendar'));
  server.head('/kalender/:token', answer('calendar'));
  server.get('/hent/:token', answer('link-page'));
  server.head('/hent/:token', answer('link-page'));
  server.post('/hent/:token', answer('link-file'));
};
