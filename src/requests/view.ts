import type { Card } from '../cards/card';
import { languageIn } from '../cards/card-data';
import { words } from '../cards/elements';
import { telephoneLink } from '../cards/telephone';
import type { Answer } from '../chat/turn';
import { refusedFor } from '../meetings/answering';
import { formCard, secondaryButton } from '../meetings/view';
import type { Language, Municipality } from '../municipality/schema';
import { instantOf } from '../municipality/wall-time';
import { dayInWords } from '../text/dates';
import { requestTexts } from '../text/requests';
import type { HalfDay } from './model/hours';
import type { CalledUnit } from './model/unit-home';

/** Every refusal with a plain sentence. */
export type RefusalKind = keyof (typeof requestTexts)['da']['refusals'];

type Of = { readonly municipality: Municipality; readonly language: Language; readonly unitId: CalledUnit };

/** What the unit is called in a sentence. */
export const unitName = ({ municipality, language, unitId }: Of): string => {
  const { name, shortName = name } = municipality.units[unitId];
  return shortName[language];
};

/** The unit's number as a link; the loader has proved that there is one. */
export const unitTelephone = ({ municipality, unitId }: Omit<Of, 'language'>): string =>
  telephoneLink(municipality.units[unitId].telephone ?? '');

/** "fredag 27. november, eftermiddag" */
export const halfDayInWords = ({ date, half }: HalfDay, language: Language): string =>
  `${dayInWords(instantOf({ date, time: '12:00' }), language)}, ${requestTexts[language].form.half[half]}`;

/** "43577555" as it is read. */
export const spacedNumber = (number: string): string => number.replace(/(\d{2})(?=\d)/g, '$1 ');

export const answer = (language: Language, card: Card): Answer => ({
  kind: 'card',
  card,
  summary: requestTexts[language].summary,
});

/** A sentence in the place of what was asked for; in the private chat with a way on. */
export const refusal = (
  language: Language,
  reason: RefusalKind,
  { telephone = '', isPrivate = false }: { readonly telephone?: string; readonly isPrivate?: boolean } = {},
): Answer => {
  const { refused, refusals, buttons, mine } = requestTexts[language];
  const actions = isPrivate ? [secondaryButton(language, buttons.menu, 'menu.show')] : [];
  const answered = answer(
    language,
    formCard(
      { language },
      {
        heading: refused,
        lead: refusals[reason],
        rows: telephone === '' ? [] : [words(mine.call(telephone))],
        actions,
      },
    ),
  );
  return refusedFor(answered, reason);
};

/** The card's language; a command has none, and speaks the municipality's. */
export const languageOf = ({ municipality }: Pick<Of, 'municipality'>, data: unknown): Language =>
  languageIn(data) ?? municipality.language;
