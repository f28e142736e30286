import type { Language, Municipality } from '../../municipality/schema';
import type { PageText } from '../../text/da-pages';
import { pageTexts } from '../../text/pages';
import { type PageName, pageNames, pathOf } from './paths';
import { escaped, pageIn } from './shell';

/** What the pages are made of: the municipality's file and the configuration. */
export type PageSources = {
  readonly municipality: Pick<Municipality, 'name' | 'plan' | 'units'>;
  readonly keepDays: number;
  readonly dpoContact: string | undefined;
};

type Section = PageText['sections'][number];

const sectionHtml = ({ heading, lines }: Section): string => {
  const [only = '', ...more] = lines;
  const body =
    more.length === 0
      ? `<p>${escaped(only)}</p>`
      : `<ul>\n${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}\n</ul>`;
  return `<h2>${escaped(heading)}</h2>\n${body}`;
};

const contactHtml = (contact: string): string => {
  const shown = escaped(contact);
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(contact)) return `<a href="mailto:${shown}">${shown}</a>`;
  return /^https:\/\/\S+$/.test(contact) ? `<a href="${shown}">${shown}</a>` : shown;
};

const contactSection = (language: Language, { municipality, dpoContact }: PageSources): string => {
  const { heading, lead, unknown, rights } = pageTexts[language].contact;
  const whom =
    dpoContact === undefined
      ? escaped(unknown)
      : `${escaped(lead(municipality.name[language]))} ${contactHtml(dpoContact)}`;
  return `<h2>${escaped(heading)}</h2>\n<p>${whom}</p>\n<p>${escaped(rights)}</p>`;
};

const otherOf: Readonly<Record<Language, Language>> = { da: 'en', en: 'da' };

const headerHtml = (language: Language, name: PageName): string => {
  const other = otherOf[language];
  const { otherLanguage } = pageTexts[language];
  const link = `<a href="${pathOf[other][name]}" lang="${other}" hreflang="${other}">${escaped(otherLanguage)}</a>`;
  return `<header>\n${link}\n</header>`;
};

const footerHtml = (language: Language, name?: PageName): string => {
  const { pages, names } = pageTexts[language];
  const links = pageNames.map((each) => {
    const current = each === name ? ' aria-current="page"' : '';
    return `<a href="${pathOf[language][each]}"${current}>${escaped(names[each])}</a>`;
  });
  return `<footer>\n<nav aria-label="${escaped(pages)}">\n${links.join('\n')}\n</nav>\n</footer>`;
};

/** One page as finished HTML; everything that it says is text of ours, of the municipality's file or of its settings. */
export const pageHtml = (language: Language, name: PageName, sources: PageSources): string => {
  const { municipality, keepDays } = sources;
  const { danger, [name]: textOf } = pageTexts[language];
  const { title, lead, sections } = textOf({
    municipality: municipality.name[language],
    plan: municipality.plan.title[language],
    keepDays,
  });
  const telephone = municipality.units.emergency.telephone;
  const band =
    name === 'home' && telephone !== undefined ? [`<p class="danger">${escaped(danger(telephone))}</p>`] : [];
  const main = [
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(lead)}</p>`,
    ...band,
    ...sections.map(sectionHtml),
    ...(name === 'privacy' ? [contactSection(language, sources)] : []),
  ];
  return pageIn({
    language,
    title: name === 'home' ? title : `${title} · Vejviser`,
    layout: 'read',
    content: `${headerHtml(language, name)}\n<main>\n${main.join('\n')}\n</main>\n${footerHtml(language, name)}`,
  });
};

/** What stands at an address where nothing is. Nobody knows its reader's language, so it is said in both. */
export const missingHtml = (language: Language): string => {
  const other = otherOf[language];
  const [own, foreign] = [pageTexts[language].missing, pageTexts[other].missing];
  const main = [
    `<h1>${escaped(own.title)}</h1>`,
    `<p>${escaped(own.lead)}</p>`,
    `<p lang="${other}">${escaped(`${foreign.title}. ${foreign.lead}`)}</p>`,
  ].join('\n');
  return pageIn({
    language,
    title: `${own.title} · Vejviser`,
    layout: 'read',
    content: `<main>\n${main}\n</main>\n${footerHtml(language)}`,
  });
};
