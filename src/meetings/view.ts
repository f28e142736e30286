import { action, type Button, type ButtonOptions } from '../cards/action';
import type { Card } from '../cards/card';
import { cardVersion } from '../cards/card-data';
import type { Element } from '../cards/elements';
import { expand } from '../cards/templates';
import type { Verb } from '../cards/verbs';
import type { Language } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { dayInWords, dayWithYearInWords, timeInWords } from '../text/dates';
import { meetingTexts } from '../text/meetings';
import type { Meeting } from './model/meeting';

/** What every card of a meeting or group needs. `notice` is a calm remark on top. */
export type CardView = { readonly language: Language; readonly notice?: string | undefined };

type Timed = Pick<Meeting, 'startsAt' | 'lengthMinutes'>;

const whenBy =
  (inWords: typeof dayInWords) =>
  ({ startsAt, lengthMinutes }: Timed, language: Language): string => {
    const ends = new Date(startsAt + lengthMinutes * 60_000);
    const start = new Date(startsAt);
    const { when } = meetingTexts[language];
    return when(inWords(start, language), timeInWords(start, language), timeInWords(ends, language));
  };

/** "tirsdag 12. januar kl. 9.00-11.00" */
export const whenInWords = whenBy(dayInWords);
/** "tirsdag 12. januar 2027 kl. 9.00-11.00" */
export const whenWithYearInWords = whenBy(dayWithYearInWords);

/** "tirsdag 5. januar kl. 12.00" */
export const instantInWords = (instant: Instant, language: Language): string => {
  const date = new Date(instant);
  const link = language === 'da' ? ' kl. ' : ' ';
  return `${dayInWords(date, language)}${link}${timeInWords(date, language)}`;
};

/** A button of these cards; the language goes with it. */
export const button = (
  language: Language,
  { title, verb, data = {}, ...look }: Omit<ButtonOptions, 'data'> & { readonly data?: object },
): Button => action({ title, verb, data: { version: cardVersion, language, ...data }, ...look });

/** A way that needs nothing of what the card's fields hold. */
export const secondaryButton = (language: Language, title: string, verb: Verb, data: object = {}): Button =>
  button(language, { title, verb, data, associatedInputs: 'none' });

/** What a button of one meeting carries: a later revision means that the reader saw another time. */
export const meetingData = ({ groupId, occurrence, revision }: Meeting): object => ({
  groupId,
  occurrence,
  revision,
});

type FormCard = {
  readonly above?: string;
  readonly heading: string;
  readonly lead?: string;
  /** What is spoken beside heading and lead, though it stands further down. */
  readonly alsoSpoken?: string;
  readonly rows?: readonly Element[];
  readonly actions?: readonly Button[];
};

/** A card of the template `form`. */
export const formCard = (
  { language, notice = '' }: CardView,
  { above = '', heading, lead = '', alsoSpoken = '', rows = [], actions = [] }: FormCard,
): Card => {
  const spoken = [notice, heading, lead, alsoSpoken]
    .filter((text) => text !== '')
    .map(asSentence)
    .join(' ');
  return expand('form', {
    lang: language,
    speak: spoken,
    fallbackText: `${spoken} ${meetingTexts[language].notDrawn}`,
    notice,
    above,
    heading,
    lead,
    rows,
    actions,
  });
};

/** A heading is read aloud before what follows it. */
const asSentence = (text: string): string => (/[.?!:]$/.test(text) ? text : `${text}.`);
