import { createHash } from 'node:crypto';
import type { FileKind } from '../links/addresses';
import type { Language } from '../municipality/schema';
import { linkTexts } from '../text/links';

const style = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1b1b; --soft: #5a5a5a; --accent: #0b5cad; --on: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1b1b1b; --text: #f3f3f3; --soft: #b8b8b8; --accent: #8cc4ff; --on: #10202f; }
}
body { margin: 0; background: var(--ground); color: var(--text);
  font: 1.0625rem/1.55 system-ui, "Segoe UI", sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 12vh 1.25rem 3rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
p { margin: 0 0 1.25rem; }
small { color: var(--soft); }
button { font: inherit; font-weight: 600; padding: .7rem 1.4rem; min-height: 2.75rem; border: 0;
  border-radius: .4rem; background: var(--accent); color: var(--on); cursor: pointer; }
button:hover { filter: brightness(1.1); }
button:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
@media (forced-colors: active) { button { border: 1px solid ButtonText; } }
`;

/** Nothing runs on the page and nothing is loaded; its own style is known by its hash, its form stays here. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Every word on it is ours: nothing of a request, a group or a person stands there. */
const pageOf = (language: Language, heading: string, content: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} · Vejviser</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${content}
</main>
</body>
</html>
`;

/** One button, which asks for the file; whoever only opens the page fetches nothing. */
export const offerPage = (offer: FileKind, language: Language): string => {
  const { page } = linkTexts[language];
  return pageOf(
    language,
    page.heading[offer],
    `<p>${page.lead}</p>
<form method="post"><p><button>${page.button[offer]}</button></p></form>
<p><small>${page.foot}</small></p>`,
  );
};

/** Why there is nothing, in Danish: of a void link nobody knows its reader's language. */
export const saysNo = (why: 'void' | 'later'): string => {
  const { heading, lead } = linkTexts.da.page[why];
  return pageOf('da', heading, `<p>${lead}</p>`);
};
