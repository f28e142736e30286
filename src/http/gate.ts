import type { IncomingMessage } from 'node:http';
import { maxBodyBytes } from './body';
import { pagePaths } from './pages/paths';

export type Refusal = {
  readonly status: 400 | 404 | 405 | 411 | 413 | 415 | 429;
  readonly reason: string;
};

export const messagesPath = '/api/messages';
const methods: Readonly<Record<string, readonly string[]>> = {
  [messagesPath]: ['POST'],
  '/healthz': ['GET'],
  '/readyz': ['GET'],
  '/metrics': ['GET'],
  ...Object.fromEntries(pagePaths.map((path) => [path, ['GET', 'HEAD']])),
};
/** Addresses that end in a token. One that was cut off on its way comes in too, and gets the page that says so. */
const links: readonly { readonly path: RegExp; readonly methods: readonly string[] }[] = [
  { path: /^\/kalender\/[\w-]{1,64}\.ics$/, methods: ['GET', 'HEAD'] },
  { path: /^\/hent\/[\w-]{1,64}$/, methods: ['GET', 'HEAD', 'POST'] },
];

const methodsOf = (path: string): readonly string[] | undefined =>
  Object.hasOwn(methods, path) ? methods[path] : links.find((link) => link.path.test(path))?.methods;

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? '');

const refuse = (status: Refusal['status'], reason: string): Refusal => ({ status, reason });

const bodyRefusal = ({ headers }: IncomingMessage): Refusal | undefined => {
  if (headers['content-encoding'] !== undefined) return refuse(415, 'content-encoding');
  if (!isJson(headers['content-type'])) return refuse(415, 'content-type');
  const length = headers['content-length'];
  if (length === undefined && headers['transfer-encoding'] === undefined) return refuse(411, 'length');
  if (length !== undefined && Number(length) > maxBodyBytes) return refuse(413, 'size');
  return undefined;
};

/** Only an activity has a body; an empty form is none. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;

const pathOf = ({ url = '' }: IncomingMessage): string => {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
};

/** Of a request that the gate has let in: whether it brings an activity. */
export const isActivity = (request: IncomingMessage): boolean => pathOf(request) === messagesPath;

/**
 * What is refused by its head alone, before a byte of its body is read and before any parser or SDK sees it.
 * `undefined` lets the request in.
 */
export const gateRefusal = (request: IncomingMessage): Refusal | undefined => {
  const path = pathOf(request);
  // Restify's router, which an activity never reaches, makes a URL of both and lets the error of one that is none end the
  // process.
  if (path !== messagesPath && !URL.canParse(`http://${request.headers.host || 'localhost'}${request.url}`))
    return refuse(400, 'host');
  const allowed = methodsOf(path);
  if (allowed === undefined) return refuse(404, 'path');
  if (!allowed.includes(request.method ?? '')) return refuse(405, 'method');
  if (request.headers.upgrade !== undefined) return refuse(400, 'upgrade');
  if (path === messagesPath) return bodyRefusal(request);
  return hasBody(request) ? refuse(413, 'size') : undefined;
};
