import type { FormModel, StepModel } from '../cards/models';
import { texts } from '../text/text';
import { contactOf, formPlaceOf, mailLink, telephoneLink } from './contact';
import type { ResultView } from './result-view';
import type { RouteStep } from './route';

const formModel = (index: number, view: ResultView): FormModel => {
  const { title, url, places, origin } = formPlaceOf(view);
  const look = index === 0 ? ({ style: 'positive' } as const) : {};
  const link = {
    type: 'Action.OpenUrl',
    title: texts[view.language].buttons.openForm,
    url,
    ...look,
  } as const;
  return { title, places, links: url === '' ? [] : [link], origin };
};

const prepareOf = (step: RouteStep, { language }: ResultView): readonly string[] =>
  step.prepare.map((item) => item[language]);

const openingOf = ({ unit, by }: RouteStep, { municipality, availability }: ResultView): string => {
  const { telephone, national, openingHours } = municipality.units[unit] ?? {};
  // The duty outside hours is there when the others aren't: only its own hours say when it isn't.
  const isAlwaysThere = national || (unit === 'out-of-hours' && openingHours === undefined);
  return by.includes('telephone') && telephone !== undefined && !isAlwaysThere ? availability(unit) : '';
};

/** The model of the route's step at `index`. What an earlier step has already said isn't said again. */
export const stepModel = (step: RouteStep, index: number, view: ResultView): StepModel => {
  const { municipality, language, route } = view;
  const { result } = texts[language];
  const { telephone, mail, through, origin } = contactOf(step.unit, view, step.by);
  const earlier = route.steps.slice(0, index);
  const said = earlier.flatMap((other) => prepareOf(other, view));
  const opening = openingOf(step, view);
  const hasHours = municipality.units[step.unit]?.openingHours !== undefined;
  // What kind of day it is holds for every unit, hours for their own alone.
  const isOpeningSaid = earlier.some(
    (other) => (other.unit === step.unit || !hasHours) && openingOf(other, view) === opening,
  );
  const number = telephone === '' ? '' : telephoneLink(telephone);
  const isCallFirst = step.by[0] === 'telephone';
  const lineOf = {
    telephone: isCallFirst ? '' : number,
    mail: mail === '' ? '' : `${mailLink(mail)} · ${result.mailHint}`,
    form: '',
  };
  const prepare = prepareOf(step, view).filter((item) => !said.includes(item));
  return {
    title: step.title[language],
    unit: municipality.units[step.unit]?.name[language] ?? '',
    telephone: isCallFirst ? number : '',
    lines: [
      step.why[language],
      ...step.by.map((way) => lineOf[way]),
      through,
      isOpeningSaid ? '' : opening,
    ].filter((line) => line !== ''),
    small: origin === '' ? [] : [origin],
    form: step.by.includes('form') ? [formModel(index, view)] : [],
    prepare: prepare.length === 0 ? '' : `**${result.prepare}:** ${prepare.join(' · ')}`,
  };
};
