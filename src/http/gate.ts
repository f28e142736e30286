import type { IncomingMessage } from 'node:http';
import { maxBodyBytes } from './body';

export type Refusal = {
  readonly status: 400 | 404 | 405 | 411 | 413 | 415 | 429;
  readonly reason: string;
};

export const messagesPath = '/api/messages';
const methods: Readonly<Record<string, string>> = {
  [messagesPath]: 'POST',
  '/healthz': 'GET',
  '/readyz': 'GET',
  '/metrics': 'GET',
};

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

/**
 * What is refused by its head alone, before a byte of its body is read and before any parser or SDK sees it.
 * `undefined` lets the request in.
 */
export const gateRefusal = (request: IncomingMessage): Refusal | undefined => {
  // Restify's router makes a URL of both and lets the error of one that is none end the process.
  if (!URL.canParse(`http://${request.headers.host || 'localhost'}${request.url}`))
    return refuse(400, 'host');
  const [path = ''] = (request.url ?? '').split('?');
  const method = Object.hasOwn(methods, path) ? methods[path] : undefined;
  if (method === undefined) return refuse(404, 'path');
  if (request.method !== method) return refuse(405, 'method');
  if (request.headers.upgrade !== undefined) return refuse(400, 'upgrade');
  return method === 'POST' ? bodyRefusal(request) : undefined;
};
