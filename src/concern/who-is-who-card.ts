import type { Card } from '../cards/card';
import { expand } from '../cards/templates';
import type { UnitId } from '../municipality/facts';
import { texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { confirmationOf } from './confirmation';
import { contactLinks, contactOf } from './contact';
import { lineText, sectionsOf } from './line-text';
import type { PlainView } from './plain-view';

const contactLines = (unit: UnitId | undefined, view: PlainView): readonly string[] => {
  if (unit === undefined) return [];
  const contact = contactOf(unit, view);
  return [contactLinks(contact), contact.through].filter((line) => line !== '');
};

/** Everybody whom the plan names, with the contacts that it gives. */
export const whoIsWhoCard = (view: PlainView): Card => {
  const { municipality, language, notice } = view;
  const { whoIsWho: text, notices, result } = texts[language];
  const contacts = municipality.whoIsWho.flatMap(({ unit }) =>
    unit === undefined ? [] : [{ unit, by: ['telephone', 'mail'] as const }],
  );
  const spoken = `${text.heading}. ${municipality.whoIsWho.map(({ name }) => name[language]).join('. ')}.`;
  return expand('page', {
    lang: language,
    speak: spoken,
    fallbackText: spoken,
    notice: notice === undefined ? '' : notices[notice],
    heading: text.heading,
    lead: text.lead,
    leadStyle: 'default',
    sections: municipality.whoIsWho.map(({ name, lines, unit }) => ({
      title: name[language],
      lines: [...lines.map((line) => lineText(line, language)), ...contactLines(unit, view)],
      small: [result.source(sectionsOf(lines, view))],
      buttons: [],
    })),
    actions: [buttonsIn(language).startAgain(), buttonsIn(language).menu()],
    foot: `${municipality.plan.title[language]}. ${confirmationOf(contacts, view)}`.trim(),
    language: [otherLanguageButton(language, (there, title) => there.plain(title, 'who-is-who.show'))],
  });
};
