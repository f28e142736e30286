import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Language } from '../../municipality/schema';
import { pageNames, pathOf } from './paths';
import { missingHtml, type PageSources, pageHtml } from './render';
import { pagePolicy } from './shell';

/** Every page as finished HTML: nothing of it depends on who asks. */
export type Pages = {
  readonly byPath: ReadonlyMap<string, string>;
  readonly missing: string;
};

/** Makes the pages once for a municipality. */
export const createPages = (sources: PageSources & { readonly language: Language }): Pages => ({
  byPath: new Map(
    (['da', 'en'] as const).flatMap((language) =>
      pageNames.map((name) => [pathOf[language][name], pageHtml(language, name, sources)] as const),
    ),
  ),
  missing: missingHtml(sources.language),
});

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': pagePolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

const send = (response: ServerResponse, status: number, html: string): void => {
  if (response.destroyed) return;
  const cache = status === 200 ? 'public, max-age=300' : 'no-store';
  response.writeHead(status, {
    ...headers,
    'Cache-Control': cache,
    'Content-Length': Buffer.byteLength(html),
  });
  response.end(response.req.method === 'HEAD' ? undefined : html);
};

/** Whether a person's browser asks, and no program, for which an empty answer does. */
export const wantsPage = ({ method = '', headers: { accept = '' } }: IncomingMessage): boolean =>
  ['GET', 'HEAD'].includes(method) && accept.includes('text/html');

export const sendMissing = (response: ServerResponse, { missing }: Pages): void =>
  send(response, 404, missing);

/** Adds the pages that somebody may read without Teams, always as they are now. */
export const addPages = (server: Server, pages: () => Pages): void => {
  for (const path of pages().byPath.keys()) {
    const answer = async (_: Request, response: Response): Promise<void> =>
      send(response, 200, pages().byPath.get(path) ?? '');
    server.get(path, answer);
    server.head(path, answer);
  }
};
