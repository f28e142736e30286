import type { FileKind } from '../links/addresses';
import type { Language } from '../municipality/schema';
import { linkTexts } from '../text/links';
import { pageIn } from './pages/shell';

/** Every word on it is ours: nothing of a request, a group or a person stands there. */
const pageOf = (language: Language, heading: string, content: string): string =>
  pageIn({
    language,
    title: `${heading} · Vejviser`,
    layout: 'alone',
    content: `<main>\n<h1>${heading}</h1>\n${content}\n</main>`,
  });

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
