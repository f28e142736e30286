/** A generator of numbers from 0 to under 1 that gives the same row for the same seed (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export type Material = {
  readonly random: () => number;
  /** Activities that would be taken, as they are. */
  readonly activities: readonly object[];
  /** Values of `Authorization`, good and bad. */
  readonly authorizations: readonly string[];
};

/** Bytes to send; `cut` says that the connection is torn off after them. */
export type Malformed = { readonly bytes: Buffer; readonly cut: boolean };

const hostile: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1e999',
  '9007199254740993',
  '""',
  '"\\ud800"',
  '"\\u0000"',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1}',
  '{"toJSON":"x","then":"y","length":-1}',
  '"${string($root)}"',
  '"../../etc/passwd"',
  '"http://127.0.0.1:1/"',
  '"javascript:alert(1)"',
  `"${'æ'.repeat(3_000)}"`,
  `${'['.repeat(31)}${']'.repeat(31)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  `[${'0,'.repeat(2_000)}0]`,
  '"\ufeff"',
  '"010190-1234"',
];

const createTools = ({ random }: Material) => {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => below(256)));
  return { below, pick, noise };
};

/** Replaces, at some places of a JSON text, a value by a hostile one. */
const withHostileValues = (json: string, { below, pick }: ReturnType<typeof createTools>): string => {
  const ends = [...json.matchAll(/:("(?:[^"\\]|\\.)*"|-?\d+|\{\}|\[\])/g)];
  let changed = json;
  for (let count = 1 + below(3); count > 0; count -= 1) {
    const match = pick(ends);
    if (match?.[1] !== undefined) changed = changed.replace(match[0], `:${pick(hostile)}`);
  }
  return changed;
};

type Parts = Record<string, unknown>;

/** Every object in a value, with itself: what a part can be taken from. */
const objectsIn = (value: unknown): readonly Parts[] =>
  typeof value === 'object' && value !== null
    ? [value as Parts, ...Object.values(value).flatMap(objectsIn)]
    : [];

/** Takes one or two parts away, wherever they are: each alone may be what the bot needs. */
const withoutParts = (json: string, { below, pick }: ReturnType<typeof createTools>): string => {
  const activity: unknown = JSON.parse(json);
  for (let count = 1 + below(2); count > 0; count -= 1) {
    const parts = pick(objectsIn(activity).filter((each) => Object.keys(each).length > 0));
    delete parts[pick(Object.keys(parts))];
  }
  return JSON.stringify(activity);
};

const withChangedBytes = (json: string, { below, noise }: ReturnType<typeof createTools>): Buffer => {
  const bytes = Buffer.from(json);
  const at = below(bytes.length);
  switch (below(4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), noise(1 + below(20)), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([bytes, bytes]);
    default:
      return noise(below(400));
  }
};

type Head = { line: string; headers: Record<string, string> };

const textOf = ({ line, headers }: Head): string =>
  `${line}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

/** Changes of a good request's head, each wrong by itself. */
const headFaults: readonly ((head: Head, tools: ReturnType<typeof createTools>) => void)[] = [
  (head, { pick }) => {
    head.line =
      pick(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'HEAD', 'M-SEARCH', 'post', 'X']) +
      head.line.slice(4);
  },
  (head, { pick }) => {
    const path = pick([
      '/',
      '/api',
      '/api/messages/',
      '/api//messages',
      '/API/messages',
      '//evil/',
      '*',
      '/%',
      '/api/messages%00',
      'http://[',
      '/__proto__',
      '/constructor',
      `/${'a'.repeat(5_000)}`,
      '/healthz',
      '/metrics',
      '/readyz?x=1',
    ]);
    head.line = `POST ${path} HTTP/1.1`;
  },
  (head, { pick }) => {
    head.line = head.line.replace('HTTP/1.1', pick(['HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', '']));
  },
  ({ headers }, { pick }) => {
    headers['Content-Type'] = pick([
      '',
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      'application/json, text/html',
      'application/jsonx',
    ]);
  },
  ({ headers }, { pick }) => {
    headers['Content-Encoding'] = pick(['gzip', 'deflate', 'br', 'identity', 'gzip, gzip', 'x']);
  },
  ({ headers }, { pick }) => {
    headers['Content-Length'] = pick(['-1', '1e3', '999999999999', '0', '70000', '5', 'x', '', '0x10', '+1']);
  },
  ({ headers }, { pick }) => {
    headers['Transfer-Encoding'] = pick(['chunked', 'gzip, chunked', 'identity', 'chunked, chunked', 'x']);
  },
  ({ headers }, { pick }) => {
    if (pick([true, false])) delete headers['Content-Length'];
    headers['Transfer-Encoding'] = 'chunked';
  },
  ({ headers }) => {
    headers.Connection = 'Upgrade';
    headers.Upgrade = 'websocket';
    headers['Sec-WebSocket-Key'] = 'AAAAAAAAAAAAAAAAAAAAAA==';
    headers['Sec-WebSocket-Version'] = '13';
  },
  (head) => {
    head.line = 'CONNECT 127.0.0.1:22 HTTP/1.1';
  },
  ({ headers }, { pick }) => {
    headers.Expect = pick(['100-continue', '200-ok', '']);
  },
  ({ headers }, { pick }) => {
    headers.Host = pick(['', 'evil.example', ':::', 'a b']);
  },
  ({ headers }) => {
    headers['X-Filler'] = 'f'.repeat(20_000);
  },
  ({ headers }) => {
    for (let index = 0; index < 300; index += 1) headers[`X-${index}`] = '1';
  },
  ({ headers }) => {
    headers['Bad Header'] = '\u0001';
  },
];

/** The next malformed request: about half are odd activities in good requests, the rest are odd requests. */
export const nextMalformed = (material: Material): Malformed => {
  const tools = createTools(material);
  const { below, pick, noise } = tools;
  // With an id of its own: what comes again is answered before anybody reads it.
  const json = JSON.stringify({ ...pick(material.activities), id: `f:${below(2 ** 50)}` });
  const kind = below(20);
  if (kind === 0) return { bytes: noise(1 + below(300)), cut: below(2) === 0 };
  const body =
    kind < 6
      ? Buffer.from(withHostileValues(json, tools))
      : kind < 10
        ? Buffer.from(withoutParts(json, tools))
        : kind < 14
          ? withChangedBytes(json, tools)
          : Buffer.from(json);
  const head: Head = {
    line: 'POST /api/messages HTTP/1.1',
    headers: {
      Host: '127.0.0.1',
      Connection: 'close',
      Authorization: pick(material.authorizations),
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
    },
  };
  if (kind >= 14) {
    pick(headFaults)(head, tools);
    if (below(4) === 0) pick(headFaults)(head, tools);
  }
  const whole = Buffer.concat([Buffer.from(textOf(head), 'latin1'), body]);
  return below(12) === 0
    ? { bytes: whole.subarray(0, below(whole.length)), cut: true }
    : { bytes: whole, cut: false };
};
