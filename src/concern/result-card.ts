import type { Card } from '../cards/card';
import type { FormModel, ResultModel, StepModel } from '../cards/models';
import { expand } from '../cards/templates';
import { type Answers, questionOrder, type UnitId } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import { type NoticeKind, texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { choiceText } from './choice-text';
import { contactOf, formPlaceOf, mailLink, telephoneLink } from './contact';
import { withoutAnswer } from './question-card';
import type { Route, RouteNote, RouteStep } from './route';
import { routeSources } from './route-sources';
import { routeInWords } from './route-text-card';

export type ResultView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly answers: Answers;
  /** The answers without those that can't change the result. */
  readonly normalise: (answers: Answers) => Answers;
  readonly route: Route;
  /** What is known of a unit's opening, in one sentence; '' when nothing is. */
  readonly availability: (unit: UnitId) => string;
  readonly notice?: NoticeKind | undefined;
};

const formModel = (view: ResultView): FormModel => {
  const { title, url, places, origin } = formPlaceOf(view);
  const link = { type: 'Action.OpenUrl', title: texts[view.language].buttons.openForm, url } as const;
  return { title, places, links: url === '' ? [] : [link], origin };
};

const prepareOf = (step: RouteStep, { language }: ResultView): readonly string[] =>
  step.prepare.map((item) => item[language]);

const openingOf = ({ unit, by }: RouteStep, { municipality, availability }: ResultView): string =>
  by.includes('telephone') && municipality.units[unit]?.national !== true ? availability(unit) : '';

/** What an earlier step has already said isn't said again. */
const stepModel = (step: RouteStep, index: number, view: ResultView): StepModel => {
  const { municipality, language, route } = view;
  const { result } = texts[language];
  const { telephone, mail, through, origin } = contactOf(step.unit, view, step.by);
  const opening = openingOf(step, view);
  const said = route.steps
    .slice(0, index)
    .flatMap((earlier) => [...prepareOf(earlier, view), openingOf(earlier, view)]);
  return {
    title: step.title[language],
    unit: municipality.units[step.unit]?.name[language] ?? '',
    why: step.why[language],
    telephone: telephone === '' ? '' : telephoneLink(telephone),
    mail: mail === '' ? '' : `${mailLink(mail)} · ${result.mailHint}`,
    through,
    availability: telephone === '' || said.includes(opening) ? '' : opening,
    origin,
    form: step.by.includes('form') ? [formModel(view)] : [],
    prepareTitle: result.prepare,
    prepare: prepareOf(step, view).filter((item) => !said.includes(item)),
  };
};

/** A note with its unit's contact, where there is one. */
const noteText = ({ text, unit }: RouteNote, view: ResultView): string => {
  const { telephone, mail } = unit === undefined ? { telephone: '', mail: '' } : contactOf(unit, view);
  const contact = [telephone && telephoneLink(telephone), mail && mailLink(mail)].filter(Boolean).join(', ');
  return contact === '' ? text[view.language] : `${text[view.language]} ${contact}`;
};

const answersModel = (view: ResultView): ResultModel['answers'] => {
  const { language, answers } = view;
  const { questions, buttons } = texts[language];
  return questionOrder.flatMap((question) => {
    const choice = answers[question];
    if (choice === undefined) return [];
    const { heading } = questions[question];
    const look = { tooltip: buttons.changeWhat(heading) };
    const button = buttonsIn(language).show(buttons.change, withoutAnswer(answers, question), look);
    return [{ question: heading, answer: choiceText(question, choice, view).title, button }];
  });
};

const footOf = (view: ResultView) => {
  const { municipality, language, answers, route } = view;
  const { result, buttons } = texts[language];
  const own = buttonsIn(language);
  return {
    answersTitle: result.answers,
    answers: answersModel(view),
    sourcesTitle: result.sources,
    sources: routeSources(route, view),
    storedTitle: result.stored,
    stored: result.storedText,
    clear: own.plain(buttons.clear, 'card.clear'),
    toggles: {
      answers: result.toggle(result.answers),
      sources: result.toggle(result.sources),
      stored: result.toggle(result.stored),
    },
    actions: [own.startAgain(), own.asText(buttons.asText, answers)],
    foot: municipality.plan.title[language],
    language: [otherLanguageButton(language, (there, title) => there.show(title, answers))],
  };
};

/** Departure is always treated as urgent. */
const isAcute = ({ urgency, subject }: Answers): boolean => urgency !== 'ordinary' || subject === 'departure';

/** The answer to a concern: what to do first on top, and everything else in the order in which it is needed. */
export const resultCard = (view: ResultView): Card => {
  const { language, answers, normalise, notice, route } = view;
  const { result, notices } = texts[language];
  const [first, ...others] = route.steps;
  const spoken = routeInWords(view);
  return expand('result', {
    lang: language,
    speak: spoken,
    fallbackText: spoken,
    notice: notice === undefined ? '' : notices[notice],
    bandStyle: isAcute(answers) ? 'attention' : 'accent',
    label: result.first,
    first: stepModel(first, 0, view),
    others: others.map((step, index) => stepModel(step, index + 1, view)),
    duty: [route.duty].flatMap((duty) =>
      duty === undefined
        ? []
        : [
            {
              title: duty.title[language],
              text: duty.text[language],
              notReported: `**${result.notReported}** ${result.ownDuty}`,
            },
          ],
    ),
    asks: route.asks.map(({ question, button, set }) => ({
      question: question[language],
      button: buttonsIn(language).show(button[language], normalise({ ...answers, ...set })),
    })),
    noticesTitle: result.notices,
    notices: route.notices.map((note) => noteText(note, view)),
    nextTitle: result.next,
    next: route.next.map((note) => noteText(note, view)),
    ...footOf(view),
  });
};
