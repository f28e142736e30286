import type { Card } from '../cards/card';
import { type Answers, type UnitId, unitIds } from '../municipality/facts';
import { hoursOf, type OpeningStatus } from '../municipality/opening-hours';
import type { Language, Municipality } from '../municipality/schema';
import type { NoticeKind } from '../text/text';
import { availabilityText } from './availability-text';
import { type CardState, parseCardState } from './card-data';
import { createCardMemory } from './card-memory';
import { questionCard } from './question-card';
import { resultCard } from './result-card';
import { findRoute, type Route } from './route';
import { routeTextCard } from './route-text-card';
import { createWizard } from './wizard';

export type ConcernPorts = {
  readonly municipality: Municipality;
  /** What is known of a unit's opening at that instant. */
  readonly openingOf: (unit: UnitId, now: Date) => OpeningStatus;
  /** The units that can be asked by card to call back: known in memory, for a click asks nobody. */
  readonly calledUnits?: () => ReadonlySet<UnitId>;
};

/** A card, and with a result its route: the id of the first step. */
export type Shown = { readonly card: Card; readonly route: string | undefined };

export type ConcernHandlers = {
  /** The wizard's card for these answers: the next question, or the result when they settle it. */
  show(state: CardState, now: Date, notice?: NoticeKind): Shown;
  /** The card that a click asks for; `undefined` when its data is not from a card of this version. */
  clicked(data: unknown, now: Date): Shown | undefined;
  /** The result as plain text to copy or print; `undefined` likewise, or when the answers settle nothing. */
  textClicked(data: unknown, now: Date): Shown | undefined;
};

/** Room for every result in both languages, at about 50 KB each. */
const rememberedCards = 1_500;

const noUnits: ReadonlySet<UnitId> = new Set();

export const createConcernHandlers = ({
  municipality,
  openingOf,
  calledUnits = () => noUnits,
}: ConcernPorts): ConcernHandlers => {
  const wizard = createWizard(municipality);

  const routeFor = (answers: Answers, now: Date): Route =>
    findRoute(municipality, wizard.complete(answers), (unit) => hoursOf(openingOf(unit, now)));

  const availabilityIn = (language: Language, now: Date) => (unit: UnitId) =>
    availabilityText(openingOf(unit, now), language);

  const build = ({ language, answers, change }: CardState, now: Date, notice?: NoticeKind): Shown => {
    const view = { municipality, language, answers, normalise: wizard.normalise, notice };
    const question = change ?? wizard.nextQuestion(answers);
    if (question !== undefined) {
      return {
        card: questionCard({
          ...view,
          question,
          progress: wizard.progress(answers),
          isChange: change !== undefined,
        }),
        route: undefined,
      };
    }
    const route = routeFor(answers, now);
    const availability = availabilityIn(language, now);
    const card = resultCard({ ...view, route, availability, calledUnits: calledUnits() });
    return { card, route: route.steps[0].id };
  };

  const remember = createCardMemory<Shown>(rememberedCards);
  let around = { minute: Number.NaN, called: calledUnits(), known: '' };

  /** All that a card depends on beside its state: every unit's opening, looked up once a minute, and who can be asked to call. */
  const aroundAt = (now: Date): string => {
    const minute = Math.floor(now.getTime() / 60_000);
    const called = calledUnits();
    if (around.minute !== minute || around.called !== called) {
      const openings = unitIds.map((unit) => openingOf(unit, now));
      around = { minute, called, known: JSON.stringify([openings, ...called]) };
    }
    return around.known;
  };

  const show = (state: CardState, now: Date, notice?: NoticeKind): Shown =>
    remember(aroundAt(now), JSON.stringify([state, notice]), () => build(state, now, notice));

  const parse = (data: unknown): CardState | undefined => {
    const state = parseCardState(data);
    if (state === undefined || !wizard.isConsistent(state.answers)) return undefined;
    const isSettled = wizard.nextQuestion(state.answers) === undefined;
    return state.change === undefined || isSettled ? state : undefined;
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
      const route = routeFor(answers, now);
      return { card: routeTextCard({ municipality, language, answers, route }), route: undefined };
    },
  };
};
