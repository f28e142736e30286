import { createHash } from 'node:crypto';
import type { Language } from '../../municipality/schema';

const style = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1b1b; --soft: #5a5a5a; --accent: #0b5cad; --on: #fff;
  --line: #d0d0d0; --danger: #fdecea; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1b1b1b; --text: #f3f3f3; --soft: #b8b8b8; --accent: #8cc4ff; --on: #10202f;
    --line: #4a4a4a; --danger: #4a1f1c; }
}
body { margin: 0; background: var(--ground); color: var(--text);
  font: 1.0625rem/1.55 system-ui, "Segoe UI", sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 34rem; margin: 0 auto; padding: 0 1.25rem; }
.alone main { padding: 12vh 1.25rem 3rem; }
.read main, .read header, .read footer { max-width: 42rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin: 2rem 0 .5rem; text-wrap: balance; }
p { margin: 0 0 1.25rem; }
ul { margin: 0 0 1.25rem; padding-left: 1.25rem; }
li { margin: 0 0 .4rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
small { color: var(--soft); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding-top: 1rem; }
header a, footer a { display: inline-block; padding: .6rem 0; }
header + main { padding-top: 1.5rem; }
.danger { background: var(--danger); padding: .75rem 1rem; border-radius: .4rem; font-weight: 600; }
footer { margin-top: 2.5rem; padding-bottom: 2rem; }
footer nav { border-top: 1px solid var(--line); padding-top: .75rem; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
button { font: inherit; font-weight: 600; padding: .7rem 1.4rem; min-height: 2.75rem; border: 0;
  border-radius: .4rem; background: var(--accent); color: var(--on); cursor: pointer; }
button:hover { filter: brightness(1.1); }
table { width: 100%; border-collapse: collapse; margin: 0 0 1.5rem; font-size: .9375rem; line-height: 1.35; }
caption { text-align: left; font-weight: 600; font-size: 1.0625rem; padding: .5rem 0; }
th, td { text-align: left; font-weight: 400; padding: .2rem .5rem .2rem 0; border-top: 1px solid var(--line); vertical-align: top; }
th[scope="col"] { color: var(--soft); }
tr > :first-child { width: 42%; }
tr > :last-child { width: 28%; }
.read .figures { padding: 1.5rem 1.25rem; }
svg { display: block; width: 100%; height: .9rem; margin-top: .15rem; fill: var(--accent); }
@media (forced-colors: active) { svg { fill: CanvasText; } }
@media (forced-colors: active) { button { border: 1px solid ButtonText; } }
@media print {
  :root { color-scheme: light; --ground: #fff; --text: #000; --soft: #333; --accent: #000; --line: #999;
    --danger: #fff; }
  header a, footer nav { display: none; }
  .danger { border: 2px solid #000; }
  h2 { break-after: avoid; }
  li, p, table { break-inside: avoid; }
  .read .figures { max-width: none; padding: 0; font-size: .8rem; }
  .figures form { display: none; }
  .figures h1 { font-size: 1.2rem; }
  .figures p { margin-bottom: .4rem; }
  .figures table { margin-bottom: .4rem; font-size: .75rem; line-height: 1.2; }
  .figures caption { font-size: .85rem; padding: .15rem 0; }
  .figures th, .figures td { padding: .05rem .5rem .05rem 0; }
  .figures svg { height: .7rem; print-color-adjust: exact; }
}
`;

/** Nothing runs on a page and nothing is loaded; its own style is known by its hash, its form stays here. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Text as it may stand in a page, also within an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export type Shell = {
  readonly language: Language;
  readonly title: string;
  /** `alone` is one short message in the middle, `read` a page to be read. */
  readonly layout: 'alone' | 'read';
  /** Finished HTML of the body. */
  readonly content: string;
};

/** A whole page. The title is escaped here; the content must be already. */
export const pageIn = ({ language, title, layout, content }: Shell): string => `<!doctype html>
<html lang="${language}" class="${layout}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${content}
</body>
</html>
`;
