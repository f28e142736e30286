import http from 'node:http';
import https from 'node:https';

export type HttpResult = {
  readonly status: number;
  readonly body: string;
  /** The header `Retry-After` as it came. */
  readonly retryAfter?: string | undefined;
};
export type HttpCall = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type HttpClient = {
  /** One request, never repeated. Rejects when no whole answer came within ten seconds. */
  call(request: HttpCall): Promise<HttpResult>;
  close(): void;
};

const timeoutMs = 10_000;
const maxAnswerBytes = 1024 * 1024;
const agentOptions = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, timeout: 60_000 };

/** The one way out: every call of the process goes through these keep-alive agents. */
export const createHttpClient = (): HttpClient => {
  const agents = { 'http:': new http.Agent(agentOptions), 'https:': new https.Agent(agentOptions) };
  const call: HttpClient['call'] = ({ method, url, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const isPlain = target.protocol === 'http:';
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const request = (isPlain ? http : https).request(
        target,
        { method, headers: { ...headers, ...length }, agent: agents[isPlain ? 'http:' : 'https:'] },
        (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > maxAnswerBytes) request.destroy(new Error('the answer is too long'));
            else chunks.push(chunk);
          });
          response.on('end', () => {
            clearTimeout(timer);
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              retryAfter: response.headers['retry-after'],
            });
          });
          response.on('error', fail);
        },
      );
      const timer = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(error);
      };
      request.on('error', fail);
      request.end(body);
    });
  return {
    call,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
};
