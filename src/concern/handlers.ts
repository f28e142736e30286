import type { Card } from '../cards/card';
import type { Answers, UnitId } from '../municipality/facts';
import type { OpeningStatus } from '../municipality/opening-hours';
import type { Language, Municipality } from '../municipality/schema';
import type { NoticeKind } from '../text/text';
import { availabilityText } from './availability-text';
import { type CardState, parseCardState } from './card-data';
import { questionCard } from './question-card';
import { resultCard } from './result-card';
import { findRoute, type Route } from './route';
import { routeTextCard } from './route-text-card';
import { createWizard } from './wizard';

export type ConcernPorts = {
  readonly municipality: Municipality;
  /** What is known of a unit's opening at that instant. */
  readonly openingOf: (unit: UnitId, now: Date) => OpeningStatus;
  /** Counts one shown answer, by the route's first step and by nothing of the reader. */
  readonly count: (route: string) => void;
};

export type ConcernHandlers = {
  /** The wizard's card for these answers: the next question, or the result when they settle it. */
  show(state: CardState, now: Date, notice?: NoticeKind): Card;
  /** The card that a click asks for; `undefined` when its data is not from a card of this version. */
  clicked(data: unknown, now: Date): Card | undefined;
  /** The result as plain text to copy or print; `undefined` likewise, or when the answers settle nothing. */
  textClicked(data: unknown, now: Date): Card | undefined;
};

export const createConcernHandlers = ({ municipality, openingOf, count }: ConcernPorts): ConcernHandlers => {
  const wizard = createWizard(municipality);

  const routeFor = (answers: Answers, now: Date): Route =>
    findRoute(municipality, wizard.complete(answers), (unit) => openingOf(unit, now).kind === 'closed');

  const availabilityIn = (language: Language, now: Date) => (unit: UnitId) =>
    availabilityText(openingOf(unit, now), language);

  const show = ({ language, answers }: CardState, now: Date, notice?: NoticeKind): Card => {
    const view = { municipality, language, answers, normalise: wizard.normalise, notice };
    const question = wizard.nextQuestion(answers);
    if (question !== undefined)
      return questionCard({ ...view, question, progress: wizard.progress(answers) });
    const route = routeFor(answers, now);
    count(route.steps[0].id);
    return resultCard({ ...view, route, availability: availabilityIn(language, now) });
  };

  const parse = (data: unknown): CardState | undefined => {
    const state = parseCardState(data);
    return state !== undefined && wizard.isConsistent(state.answers) ? state : undefined;
  };

  return {
    show,
    clicked: (data, now) => {
      const state = parse(data);
      return state && show(state, now);
    },
    textClicked: (data, now) => {
      const state = parse(data);
      if (state === undefined || wizard.nextQuestion(state.answers) !== undefined) return undefined;
      const { language, answers } = state;
      return routeTextCard({
        municipality,
        language,
        answers,
        route: routeFor(answers, now),
        availability: availabilityIn(language, now),
      });
    },
  };
};
