import type { IncomingMessage } from 'node:http';

/** What a body turned out to be: a JSON value, or the 4xx status that says what is wrong with it. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 408 | 413; readonly reason: string };

export const maxBodyBytes = 64 * 1024;
const maxDepth = 32;
const bodyTimeoutMs = 5_000;

const quote = 0x22;
const backslash = 0x5c;
/** `[` and `]` with this bit are `{` and `}`; no other byte becomes one of those. */
const curly = 0x20;
const opening = 0x7b;
const closing = 0x7d;

/** True when no bracket outside a string is deeper than `limit`; anything else is left to the JSON parser. */
const isShallow = (bytes: Buffer, limit: number): boolean => {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (inString) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if ((byte | curly) === opening) {
      depth += 1;
      if (depth > limit) return false;
    } else if ((byte | curly) === closing) depth -= 1;
  }
  return true;
};

const decoder = new TextDecoder('utf-8', { fatal: true });

const parse = (bytes: Buffer): Body => {
  if (!isShallow(bytes, maxDepth)) return { kind: 'refused', status: 400, reason: 'depth' };
  try {
    return { kind: 'json', value: JSON.parse(decoder.decode(bytes)) };
  } catch {
    return { kind: 'refused', status: 400, reason: 'json' };
  }
};

/** Reads at most 64 KB within five seconds and parses it as JSON at most 32 levels deep. Never rejects. */
export const readJson = (request: IncomingMessage): Promise<Body> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (body: Body): void => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      resolve(body);
    };
    const timer = setTimeout(
      () => finish({ kind: 'refused', status: 408, reason: 'slow-body' }),
      bodyTimeoutMs,
    );
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) finish({ kind: 'refused', status: 413, reason: 'size' });
      else chunks.push(chunk);
    });
    request.once('end', () => finish(parse(Buffer.concat(chunks))));
    request.once('error', () => finish({ kind: 'refused', status: 400, reason: 'cut-off' }));
    request.once('close', () => finish({ kind: 'refused', status: 400, reason: 'cut-off' }));
  });
