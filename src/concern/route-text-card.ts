import type { Card } from '../cards/card';
import type { PageSection } from '../cards/models';
import { expand } from '../cards/templates';
import type { Answers, UnitId } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import { texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { shortNameOf } from './choice-text';
import { confirmationOf } from './confirmation';
import { contactOf, formPlaceOf } from './contact';
import { lineText } from './line-text';
import { dutyStepOf, originOf } from './result-steps';
import { isReportedElsewhere, type Route, type RouteNote, type RouteStep } from './route';
import { routeSources } from './route-sources';

export type RouteTextView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly answers: Answers;
  readonly route: Route;
};
type WordsView = Pick<RouteTextView, 'municipality' | 'language'>;

const isSaid = (line: string): boolean => line !== '';

const contactWords = (unit: UnitId, by: RouteStep['by'], view: WordsView): readonly string[] => {
  const { result } = texts[view.language];
  const { telephone, mail, through } = contactOf(unit, view, by);
  const formOrCall = by[0] === 'form' && by[1] === 'telephone';
  return [
    telephone &&
      (formOrCall
        ? result.formOrCall(shortNameOf(unit, view), telephone).replaceAll('**', '')
        : `${result.telephone}: ${telephone}`),
    mail && `${result.mail}: ${mail}. ${result.mailHint}.`,
    through,
  ].filter(isSaid);
};

const formWords = (by: RouteStep['by'], view: WordsView): readonly string[] => {
  if (!by.includes('form')) return [];
  const { title, url, places } = formPlaceOf(view);
  return url === '' ? [title, ...places] : [`${title}: ${url}`];
};

const stepSection = (step: RouteStep, index: number, view: WordsView): PageSection => {
  const { language } = view;
  const items = step.prepare.map((item) => item[language]);
  return {
    title: `${index + 1} · ${step.title[language]}`,
    lines: [
      originOf(step, view),
      ...formWords(step.by, view),
      ...contactWords(step.unit, step.by, view),
      ...noteLines(step.said, view),
      items.length > 0 ? texts[language].result.prepare(items.join(' · ')).replaceAll('**', '') : '',
    ].filter(isSaid),
    small: [],
    buttons: [],
  };
};

const noteLines = (notes: readonly RouteNote[], view: WordsView): readonly string[] =>
  notes.flatMap(({ text, unit }) => {
    const { telephone, mail } = unit === undefined ? { telephone: '', mail: '' } : contactOf(unit, view);
    return [lineText(text, view.language), [telephone, mail].filter(isSaid).join(' · ')].filter(isSaid);
  });

/** The steps in a few spoken sentences, each with its number to call, and the duty that stands. */
export const routeInWords = ({ route, ...view }: WordsView & { readonly route: Route }): string => {
  const { notReported, ownDuty } = texts[view.language].result;
  const steps = route.steps.map((step, index) => {
    const { telephone } = contactOf(step.unit, view, step.by);
    return `${[`${index + 1}. ${step.title[view.language]}`, telephone].filter(isSaid).join(': ')}.`;
  });
  const duty = route.duty === undefined ? [] : [`${lineText(route.duty.title, view.language)}.`];
  const unreported = isReportedElsewhere(route) ? [notReported, ownDuty] : [];
  return [...steps, ...duty, ...unreported].join(' ');
};

/** The result as plain text to copy or print, without the answers, the hour and anything about a person. */
export const routeTextCard = (view: RouteTextView): Card => {
  const { municipality, language, answers, route } = view;
  const { result, buttons } = texts[language];
  const { duty } = route;
  const section = (title: string, lines: readonly string[]): readonly PageSection[] =>
    lines.length === 0 ? [] : [{ title, lines, small: [], buttons: [] }];
  const dutySection =
    duty === undefined
      ? []
      : section(lineText(duty.title, language), [
          ...(isReportedElsewhere(route) ? [`${result.notReported} ${result.ownDuty}`] : []),
          ...duty.lines.map((line) => lineText(line, language)),
        ]);
  const dutyAt = dutyStepOf(route.steps);
  const words = routeInWords(view);
  return expand('page', {
    lang: language,
    speak: words,
    fallbackText: words,
    notice: '',
    heading: result.textHeading,
    lead: result.textLead,
    leadStyle: 'default',
    sections: [
      ...route.steps.flatMap((step, index) => [
        stepSection(step, index, view),
        ...(index === dutyAt ? dutySection : []),
      ]),
      ...section(result.notices, noteLines([...route.top, ...route.notices], view)),
      ...section(result.next, noteLines(route.next, view)),
      ...section(
        result.sources,
        routeSources(route, view).map(({ part, sections }) => `${part}: ${sections}`),
      ),
    ],
    actions: [
      buttonsIn(language).show(buttons.back, answers),
      buttonsIn(language).plain(buttons.clear, 'card.clear'),
    ],
    foot: `${municipality.plan.title[language]}. ${confirmationOf(route.steps, view)}`.trim(),
    language: [otherLanguageButton(language, (there, title) => there.asText(title, answers))],
  });
};
