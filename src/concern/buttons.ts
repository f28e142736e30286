import { action, type Button, type ButtonOptions } from '../cards/action';
import { cardVersion } from '../cards/card-data';
import type { SignpostVerb } from '../cards/verbs';
import type { Answers, Question } from '../municipality/facts';
import type { Language } from '../municipality/schema';
import { texts } from '../text/text';

/** The cards that need nothing but a language. */
export type PlainVerb = Exclude<SignpostVerb, 'concern.show' | 'concern.text'>;

type ShowOptions = Pick<ButtonOptions, 'style' | 'tooltip'> & {
  /** The answer that is asked for again; the others stand. */
  readonly change?: Question | undefined;
};

export type Buttons = {
  /** Leads to the wizard's card for these answers, in this or the other language. */
  show(title: string, answers: Answers, options?: ShowOptions): Button;
  /** Leads to the settled answers' result as text. */
  asText(title: string, answers: Answers): Button;
  plain(title: string, verb: PlainVerb): Button;
  menu(): Button;
  startAgain(): Button;
};

/** The buttons of a card in one language: every one carries the whole state that it leads to. */
export const buttonsIn = (language: Language): Buttons => {
  const { buttons } = texts[language];
  const state = { version: cardVersion, language };
  const plain: Buttons['plain'] = (title, verb) => action({ title, verb, data: state });
  const show: Buttons['show'] = (title, answers, { change, ...look } = {}) => {
    const data = { ...state, answers, ...(change === undefined ? {} : { change }) };
    return action({ title, verb: 'concern.show', data, ...look });
  };
  return {
    show,
    asText: (title, answers) => action({ title, verb: 'concern.text', data: { ...state, answers } }),
    plain,
    menu: () => plain(buttons.menu, 'menu.show'),
    startAgain: () => show(buttons.startAgain, {}),
  };
};

const other: Readonly<Record<Language, Language>> = { da: 'en', en: 'da' };

/** The button that shows a card in the other language. */
export const otherLanguageButton = (
  language: Language,
  buttonIn: (buttons: Buttons, title: string) => Button,
): Button => buttonIn(buttonsIn(other[language]), texts[language].buttons.otherLanguage);
