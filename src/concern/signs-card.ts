import type { Card } from '../cards/card';
import type { PageSection } from '../cards/models';
import { expand } from '../cards/templates';
import { texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { shortNameOf } from './choice-text';
import { lineText, sectionsOf } from './line-text';
import type { PlainView } from './plain-view';

/** The way on from the signs: to the question of age, or to somebody who talks it over. Never the second alone. */
const wayOn = (view: PlainView): PageSection => {
  const { signs, buttons } = texts[view.language];
  const unit = shortNameOf('staff-unit', view);
  const { show } = buttonsIn(view.language);
  return {
    title: signs.question,
    lines: [signs.questionText(unit)],
    small: [],
    buttons: [
      show(buttons.certainPerson, { urgency: 'ordinary', subject: 'young-person' }, { style: 'positive' }),
      show(buttons.talkItOver(unit), { urgency: 'ordinary', subject: 'sparring' }),
    ],
  };
};

/** What can give cause for concern, as help to think with; the plan's warning against stamping comes first. */
export const signsCard = (view: PlainView): Card => {
  const { municipality, language, notice } = view;
  const { signs: text, buttons, notices, result } = texts[language];
  const { warning, lead, groups, guidance } = municipality.signs;
  return expand('page', {
    lang: language,
    speak: `${text.heading}. ${warning[language]}`,
    fallbackText: `${text.heading}. ${warning[language]} ${groups
      .flatMap(({ signs }) => signs.map((sign) => `${sign[language]}.`))
      .join(' ')}`,
    notice: notice === undefined ? '' : notices[notice],
    heading: text.heading,
    lead: lineText(warning, language),
    leadStyle: 'warning',
    sections: [
      { title: '', lines: [lineText(lead, language)], small: [], buttons: [] },
      ...groups.map(({ title, signs }) => ({
        title: title[language],
        lines: signs.map((sign) => `• ${lineText(sign, language)}`),
        small: [],
        buttons: [],
      })),
      wayOn(view),
    ],
    actions: [buttonsIn(language).show(buttons.urgent, {}), buttonsIn(language).menu()],
    foot: `${lineText(guidance, language)} ${result.source(sectionsOf([warning, guidance], view))}`,
    language: [otherLanguageButton(language, (there, title) => there.plain(title, 'signs.show'))],
  });
};
