import type { FoldModel } from '../cards/models';
import { questionOrder } from '../municipality/facts';
import { texts } from '../text/text';
import { buttonsIn } from './buttons';
import { choiceText } from './choice-text';
import { contactLinks, contactOf } from './contact';
import { noteText } from './note-text';
import { isAboutNobody, type ResultView } from './result-view';
import { isReportedElsewhere } from './route';
import { routeSources } from './route-sources';

type Rows = FoldModel['rows'];

const answerRows = (view: ResultView): Rows => {
  const { language, answers } = view;
  const { questions, buttons } = texts[language];
  return questionOrder.flatMap((question) => {
    const choice = answers[question];
    if (choice === undefined) return [];
    const label = questions[question].heading;
    const options = { change: question, tooltip: buttons.changeWhat(label) };
    const change = buttonsIn(language).show(buttons.change, answers, options);
    return [{ label, text: choiceText(question, choice, view).title, buttons: [change] }];
  });
};

const sourceRows = (view: ResultView): Rows =>
  [
    { part: '', sections: view.municipality.plan.title[view.language] },
    ...routeSources(view.route, view),
  ].map(({ part, sections }) => ({ label: part, text: sections, buttons: [] }));

const nextRows = (view: ResultView): Rows =>
  isAboutNobody(view)
    ? []
    : view.route.next.map((note) => ({ label: '', text: noteText(note, view), buttons: [] }));

const storedRows = ({ language }: ResultView): Rows => {
  const { result, buttons } = texts[language];
  const clear = buttonsIn(language).plain(buttons.clear, 'card.clear');
  return [{ label: '', text: result.storedText, buttons: [clear] }];
};

/** What the plan is silent on, with whom to ask; nobody asks it where nobody is meant. */
const unsaidRows = (view: ResultView): Rows => {
  const { municipality, language, route } = view;
  const { topics, ask, duty } = municipality.unsaid;
  const asked = route.steps.find(({ unit, by }) => by.length > 0 && !municipality.units[unit]?.national);
  if (isAboutNobody(view)) return [];
  const { result } = texts[language];
  const row = (text: string, label = '') => ({ label, text, buttons: [] });
  const contact = asked === undefined ? '' : contactLinks(contactOf(asked.unit, view));
  return [
    ...topics.map((topic) => row(`• ${topic[language]}`)),
    ...(contact === '' ? [] : [row(`${ask[language]} ${contact}`)]),
    ...(isReportedElsewhere(route) ? [row(duty[language])] : []),
    row(municipality.safeMail[language], result.sendSafely),
  ];
};

/**
 * What the result card hides until it is asked for: what others do next, what the plan doesn't say, the answers, the
 * sources, and what is kept.
 */
export const resultFolds = (view: ResultView): readonly FoldModel[] => {
  const { next, unsaid, answers, sources, stored, toggle } = texts[view.language].result;
  return [
    { id: 'next', title: next, toggle: toggle(next), rows: nextRows(view) },
    { id: 'unsaid', title: unsaid, toggle: toggle(unsaid), rows: unsaidRows(view) },
    { id: 'answers', title: answers, toggle: toggle(answers), rows: answerRows(view) },
    { id: 'sources', title: sources, toggle: toggle(sources), rows: sourceRows(view) },
    { id: 'stored', title: stored, toggle: toggle(stored), rows: storedRows(view) },
  ].filter(({ rows }) => rows.length > 0);
};
