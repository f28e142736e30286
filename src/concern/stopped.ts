import type { Card } from '../cards/card';
import { languageIn } from '../cards/card-data';
import { telephoneLink } from '../cards/telephone';
import { expand } from '../cards/templates';
import type { Chat } from '../chat/turn';
import type { Municipality } from '../municipality/schema';
import { texts } from '../text/text';
import { otherLanguageButton } from './buttons';
import type { PlainView } from './plain-view';

/** Every telephone number of the municipality's file with whose it is, and nothing else. */
export const stoppedCard = ({ municipality, language }: Omit<PlainView, 'notice'>): Card => {
  const { heading, lead } = texts[language].stopped;
  const reachable = Object.values(municipality.units).flatMap((unit) =>
    unit?.telephone === undefined ? [] : [{ name: unit.name[language], telephone: unit.telephone }],
  );
  const spoken = reachable.map(({ name, telephone }) => `${name}: ${telephone}.`).join(' ');
  return expand('page', {
    lang: language,
    speak: `${heading}. ${lead} ${spoken}`,
    fallbackText: `${lead} ${spoken}`,
    notice: '',
    heading,
    lead,
    leadStyle: 'default',
    sections: reachable.map(({ name, telephone }) => ({
      title: name,
      lines: [telephoneLink(telephone)],
      small: [],
      buttons: [],
    })),
    actions: [otherLanguageButton(language, (there, title) => there.plain(title, 'menu.show'))],
    foot: '',
    language: [],
  });
};

/** The bot while the stop switch is on: whatever reaches it is answered with the telephone numbers. */
export const createStoppedChat = (municipality: Municipality): Chat => ({
  answer: async (incoming) => {
    if (incoming.kind === 'installed' && incoming.scope === 'shared') return { kind: 'none' };
    const asked = incoming.kind === 'click' ? languageIn(incoming.data) : undefined;
    const language = asked ?? municipality.language;
    const card = stoppedCard({ municipality, language });
    return { kind: 'card', card, summary: texts[language].summary };
  },
  fault: (reference) => ({ kind: 'text', text: texts[municipality.language].fault(reference) }),
});
