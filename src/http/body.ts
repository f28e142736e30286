import type { IncomingMessage } from 'node:http';

/** What a body turned out to be: a JSON value, or the 4xx status that says what is wrong with it. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413; readonly reason: string };

export const maxBodyBytes = 64 * 1024;
const maxDepth = 32;

/** True when no list or object lies deeper than `limit` others. */
const isShallow = (value: unknown, limit: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (limit > 0 && Object.values(value).every((part) => isShallow(part, limit - 1)));

const decoder = new TextDecoder('utf-8', { fatal: true });

const parse = (bytes: Buffer): Body => {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return isShallow(value, maxDepth)
      ? { kind: 'json', value }
      : { kind: 'refused', status: 400, reason: 'depth' };
  } catch {
    return { kind: 'refused', status: 400, reason: 'json' };
  }
};

/**
 * Reads at most 64 KB and parses it as JSON at most 32 levels deep; how long the body may take is the server's
 * `requestTimeout`. Never rejects.
 */
export const readJson = (request: IncomingMessage): Promise<Body> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (body: Body): void => {
      if (body.kind === 'refused') request.removeAllListeners('data');
      resolve(body);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) finish({ kind: 'refused', status: 413, reason: 'size' });
      else chunks.push(chunk);
    });
    request.once('end', () => finish(parse(Buffer.concat(chunks))));
    request.once('error', () => finish({ kind: 'refused', status: 400, reason: 'cut-off' }));
    request.once('close', () => finish({ kind: 'refused', status: 400, reason: 'cut-off' }));
  });
