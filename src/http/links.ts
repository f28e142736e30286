import type { Request, Response, Server } from 'restify';

/** What stands behind an address that nobody can guess. Each takes the token and knows nothing of HTTP. */
export type Links = {
  /** A member's calendar feed as iCalendar text; `undefined` when there is none, or no longer. */
  calendar(token: string): Promise<string | undefined>;
  /** The page with the button that fetches a document, or that says that the link is void, as HTML. */
  documentPage(token: string): Promise<string>;
  /** The document; `undefined` when the link is void. */
  document(token: string): Promise<{ readonly fileName: string; readonly bytes: Buffer } | undefined>;
};

/** Nothing of a link is kept by anybody on the way, and its page may load nothing from elsewhere. */
const headers = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const answer = (
  response: Response,
  status: number,
  body: string | Buffer,
  more: Record<string, string>,
): void => {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body), ...more });
  response.end(body);
};

const tokenOf = ({ params }: Request): string => String(params?.token ?? '');

/** Adds the addresses to the server. A failure is a 503 without a word of it. */
export const addLinks = (server: Server, links: Links, onFailure: (error: unknown) => void): void => {
  const guarded =
    (serve: (token: string, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      try {
        await serve(tokenOf(request), response);
      } catch (error) {
        onFailure(error);
        answer(response, 503, '', {});
      }
    };

  const page = async (status: number, token: string, response: Response): Promise<void> =>
    answer(response, status, await links.documentPage(token), { 'Content-Type': 'text/html; charset=utf-8' });

  server.get(
    '/calendar/:token',
    guarded(async (token, response) => {
      const text = await links.calendar(token);
      if (text === undefined) return answer(response, 404, '', {});
      answer(response, 200, text, { 'Content-Type': 'text/calendar; charset=utf-8' });
    }),
  );
  server.get(
    '/document/:token',
    guarded((token, response) => page(200, token, response)),
  );
  server.post(
    '/document/:token',
    guarded(async (token, response) => {
      const document = await links.document(token);
      if (document === undefined) return page(404, token, response);
      answer(response, 200, document.bytes, {
        'Content-Type': wordType,
        'Content-Disposition': `attachment; filename="${document.fileName.replace(/[^\w.-]/g, '-')}"`,
      });
    }),
  );
};
