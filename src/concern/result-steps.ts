import type { FormModel, StepModel } from '../cards/models';
import { telephoneLink } from '../cards/telephone';
import { texts } from '../text/text';
import { callBackButton } from './call-back';
import { shortNameOf } from './choice-text';
import { contactOf, formPlaceOf, mailLink } from './contact';
import { isFromPlan, lineText } from './line-text';
import { noteText } from './note-text';
import type { ResultView } from './result-view';
import type { Route, RouteStep } from './route';

const formModel = (index: number, view: ResultView): FormModel => {
  const { title, url, places } = formPlaceOf(view);
  const look = index === 0 ? ({ style: 'positive' } as const) : {};
  const link = {
    type: 'Action.OpenUrl',
    title: texts[view.language].buttons.openForm,
    url,
    ...look,
  } as const;
  // In a later step the places follow a title that names the form.
  return { title: index > 0 && url === '' ? '' : title, places, links: url === '' ? [] : [link] };
};

const prepareOf = (step: RouteStep, { language }: ResultView): readonly string[] =>
  step.prepare.map((item) => item[language]);

/** What is known of whether somebody answers; the number to try first instead says why it comes first. */
const openingOf = (
  { unit, by }: RouteStep,
  { municipality, availability, route: { doubtful } }: ResultView,
): string => {
  const { telephone, national, openingHours } = municipality.units[unit] ?? {};
  if (!by.includes('telephone') || telephone === undefined || unit === 'emergency') return '';
  // The duty outside hours is there when the others aren't: only its own hours say when it isn't.
  const isAlwaysThere = national || (unit === 'out-of-hours' && openingHours === undefined);
  if (!isAlwaysThere) return availability(unit);
  return doubtful === undefined ? '' : availability(doubtful);
};

const isOpeningSaid = (step: RouteStep, earlier: readonly RouteStep[], view: ResultView): boolean => {
  const hasHours = view.municipality.units[step.unit]?.openingHours !== undefined;
  // What kind of day it is holds for every unit, hours for their own alone.
  return earlier.some(
    (other) => (other.unit === step.unit || !hasHours) && openingOf(other, view) === openingOf(step, view),
  );
};

/** The mark of a step's title that isn't the plan's; at a national number the mark of its line is enough. */
export const originOf = (
  { title, lines, unit }: RouteStep,
  { municipality, language }: Pick<ResultView, 'municipality' | 'language'>,
): string => {
  const { result } = texts[language];
  const isNational = municipality.units[unit]?.national === true;
  if (isFromPlan(title) || (isNational && lines.some((line) => !isFromPlan(line)))) return '';
  return `(${isNational ? result.nationalNumber : result.notFromPlan})`;
};

/** The ways of a step as lines, but for the number that stands by itself and the form. */
const wayLines = (step: RouteStep, earlier: readonly RouteStep[], view: ResultView): readonly string[] => {
  const { result } = texts[view.language];
  const { telephone, mail, through } = contactOf(step.unit, view, step.by);
  const number = telephone === '' ? '' : telephoneLink(telephone);
  const hint = earlier.some(({ by }) => by.includes('mail')) ? '' : result.mailHint;
  const [first, next] = step.by;
  const formOrCall = number === '' ? '' : result.formOrCall(shortNameOf(step.unit, view), number);
  const lineOf = {
    telephone: first === 'form' && next === 'telephone' ? formOrCall : number,
    mail: mail === '' ? '' : [mailLink(mail), hint].filter((part) => part !== '').join(' · '),
    form: '',
  };
  return [
    ...step.by.filter((way) => way !== 'telephone' || first !== 'telephone').map((way) => lineOf[way]),
    through,
  ];
};

/** What a step says: where the plan's sentences end and ours begin a paragraph ends, so that no mark is read as theirs. */
const paragraphsOf = (step: RouteStep, view: ResultView): readonly string[] => {
  return step.said
    .flatMap((line, index) => {
      const before = step.said[index - 1];
      const isSameKind = before !== undefined && isFromPlan(before.text) === isFromPlan(line.text);
      return [isSameKind ? ' ' : '\n', noteText(line, view)];
    })
    .join('')
    .split('\n');
};

/** The step by which the duty is fulfilled, where it stands; -1 where no step does that. */
export const dutyStepOf = (steps: Route['steps']): number =>
  steps.findIndex(({ unit }) => unit === 'family-centre');

const dutyModel = (index: number, { route: { duty, steps }, language }: ResultView): StepModel['duty'] => {
  if (duty === undefined || dutyStepOf(steps) !== index) return [];
  const { notReported, ownDuty } = texts[language].result;
  return [
    {
      title: lineText(duty.title, language),
      notReported: `**${notReported}** ${ownDuty}`,
      lines: duty.lines.map((line) => lineText(line, language)),
    },
  ];
};

/** The model of the route's step at `index`. What an earlier step has already said isn't said again. */
export const stepModel = (step: RouteStep, index: number, view: ResultView): StepModel => {
  const { language, route } = view;
  const earlier = route.steps.slice(0, index);
  const said = earlier.flatMap((other) => prepareOf(other, view));
  const prepare = prepareOf(step, view).filter((item) => !said.includes(item));
  const { telephone } = contactOf(step.unit, view, step.by);
  return {
    title: step.title[language],
    telephone: step.by[0] === 'telephone' && telephone !== '' ? telephoneLink(telephone) : '',
    form: step.by.includes('form') ? [formModel(index, view)] : [],
    lines: [
      originOf(step, view),
      ...wayLines(step, earlier, view),
      isOpeningSaid(step, earlier, view) ? '' : openingOf(step, view),
      ...paragraphsOf(step, view),
    ].filter((line) => line !== ''),
    callBack: callBackButton(step, view),
    prepare: prepare.length === 0 ? '' : texts[language].result.prepare(prepare.join(' · ')),
    duty: dutyModel(index, view),
  };
};
