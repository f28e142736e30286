import type { Offer } from '../links/addresses';
import type { Language } from '../municipality/schema';
import { linkTexts } from '../text/links';
import { figuresPage } from './pages/figures';
import { pageIn } from './pages/shell';

/** Every word is ours: nothing of a request, a group or a person stands there. */
const pageOf = (language: Language, heading: string, content: string): string =>
  pageIn({
    language,
    title: `${heading} · Vejviser`,
    layout: 'alone',
    content: `<main>\n<h1>${heading}</h1>\n${content}\n</main>`,
  });

/** The figures, or one button, which asks for the file: whoever only opens the page fetches nothing. */
export const offerPage = (offer: Offer, language: Language): string => {
  if (offer.kind === 'figures') return figuresPage(offer.figures, language);
  const { page } = linkTexts[language];
  const { file } = offer;
  return pageOf(
    language,
    page.heading[file],
    `<p>${page.lead}</p>
<form method="post"><p><button>${page.button[file]}</button></p></form>
<p><small>${page.foot}</small></p>`,
  );
};

/** Why there is nothing, in Danish: of a void link nobody knows its reader's language. */
export const saysNo = (why: 'void' | 'later'): string => {
  const { heading, lead } = linkTexts.da.page[why];
  return pageOf('da', heading, `<p>${lead}</p>`);
};
