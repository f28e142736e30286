import type { Card } from '../cards/card';
import { expand } from '../cards/templates';
import type { UnitId } from '../municipality/facts';
import { texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { contactLinks, contactOf } from './contact';
import type { PlainView } from './plain-view';

const contactLines = (
  unit: UnitId | undefined,
  view: PlainView,
): { readonly lines: readonly string[]; readonly small: readonly string[] } => {
  if (unit === undefined) return { lines: [], small: [] };
  const contact = contactOf(unit, view);
  return {
    lines: [contactLinks(contact), contact.through].filter((line) => line !== ''),
    small: contact.origin === '' ? [] : [contact.origin],
  };
};

/** Everybody whom the plan names, with the contacts that it gives. */
export const whoIsWhoCard = (view: PlainView): Card => {
  const { municipality, language, notice } = view;
  const { whoIsWho: text, notices, result } = texts[language];
  const spoken = `${text.heading}. ${municipality.whoIsWho.map(({ name }) => name[language]).join('. ')}.`;
  return expand('page', {
    lang: language,
    speak: spoken,
    fallbackText: spoken,
    notice: notice === undefined ? '' : notices[notice],
    heading: text.heading,
    lead: text.lead,
    leadStyle: 'default',
    sections: municipality.whoIsWho.map(({ name, text: about, unit, section }) => {
      const { lines, small } = contactLines(unit, view);
      const source = municipality.plan.sections[section]?.[language] ?? section;
      return {
        title: name[language],
        lines: [about[language], ...lines],
        small: [...small, result.source(source)],
        buttons: [],
      };
    }),
    actions: [buttonsIn(language).startAgain(), buttonsIn(language).menu()],
    foot: municipality.plan.title[language],
    language: [otherLanguageButton(language, (there, title) => there.plain(title, 'who-is-who.show'))],
  });
};
