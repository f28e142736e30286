import type { Card } from '../cards/card';
import type { ResultModel } from '../cards/models';
import { expand } from '../cards/templates';
import type { Ask } from '../municipality/schema';
import { texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { confirmationOf } from './confirmation';
import { noteText } from './note-text';
import { resultFolds } from './result-folds';
import { stepModel } from './result-steps';
import { asksWhetherSomebody, isAboutNobody, type ResultView } from './result-view';
import { routeInWords } from './route-text-card';

const asksModel = ({ language, answers, normalise }: ResultView, asks: readonly Ask[]): ResultModel['asks'] =>
  asks.map(({ question, button, set }) => ({
    question: question[language],
    button: buttonsIn(language).show(button[language], normalise({ ...answers, ...set })),
  }));

const sectionsModel = (view: ResultView): ResultModel['sections'] => {
  const { result } = texts[view.language];
  const { notices, next } = view.route;
  return [
    { title: result.notices, lines: notices.map((note) => noteText(note, view)) },
    { title: result.next, lines: isAboutNobody(view) ? next.map((note) => noteText(note, view)) : [] },
  ].filter(({ lines }) => lines.length > 0);
};

/** What the table sends to 112 or the police can't wait. */
const isAcute = ({ route, municipality }: ResultView): boolean =>
  route.steps.some(({ unit }) => municipality.units[unit]?.national);

/** The answer to a concern: what to do first on top, and everything else in the order in which it is needed. */
export const resultCard = (view: ResultView): Card => {
  const { municipality, language, answers, notice, route } = view;
  const { result, notices, buttons } = texts[language];
  const [first, ...others] = route.steps;
  const spoken = routeInWords(view);
  const own = buttonsIn(language);
  return expand('result', {
    lang: language,
    speak: spoken,
    fallbackText: spoken,
    notice: notice === undefined ? '' : notices[notice],
    top: route.top.map((note) => noteText(note, view)).join(' '),
    bandStyle: isAcute(view) ? 'attention' : 'accent',
    label: result.first,
    first: stepModel(first, 0, view),
    others: others.map((step, index) => stepModel(step, index + 1, view)),
    asks: asksModel(
      view,
      route.asks.filter((ask) => !asksWhetherSomebody(ask)),
    ),
    sections: sectionsModel(view),
    folds: resultFolds(view),
    lastAsks: asksModel(view, route.asks.filter(asksWhetherSomebody)),
    actions: [own.startAgain(), own.asText(buttons.asText, answers)],
    foot: confirmationOf(route.steps, view) || municipality.plan.title[language],
    language: [otherLanguageButton(language, (there, title) => there.show(title, answers))],
  });
};
