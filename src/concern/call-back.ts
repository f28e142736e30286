import { action, type Button } from '../cards/action';
import { cardVersion } from '../cards/card-data';
import type { Answers } from '../municipality/facts';
import { requestTexts } from '../text/requests';
import type { ResultView } from './result-view';
import type { RouteStep } from './route';

/** What the request says it is about, in the words of its form; nothing where the answers say nothing. */
const matterOf = ({ subject, age }: Answers): string | undefined => {
  if (subject === undefined) return undefined;
  if (subject === 'general' || subject === 'teaching') return subject;
  return age === 'adult' || age === 'adult-with-children' ? 'adult' : 'under-18';
};

/** Who is in danger, or has something that can't wait, is sent to a telephone and to nothing else. */
const canWait = ({ answers, route, municipality }: ResultView): boolean =>
  answers.urgency !== 'danger' &&
  answers.urgency !== 'urgent' &&
  route.top.length === 0 &&
  !route.steps.some(({ unit }) => unit === 'out-of-hours' || municipality.units[unit]?.national);

const teachingButton = (language: ResultView['language']): Button =>
  action({
    title: requestTexts[language].teaching.button,
    verb: 'teaching.form',
    data: { version: cardVersion, language, unitId: 'staff-unit' },
  });

/** The button to be called back by the step's unit, beside its telephone; none where it doesn't take requests by card. */
export const callBackButton = (step: RouteStep, view: ResultView): readonly Button[] => {
  const { municipality, language, answers, calledUnits } = view;
  const isCalled = step.by.includes('telephone') && calledUnits?.has(step.unit) === true;
  if (!isCalled || !canWait(view)) return [];
  if (answers.subject === 'teaching' && municipality.teaching !== undefined && step.unit === 'staff-unit')
    return [teachingButton(language)];
  const matter = matterOf(answers);
  const data = { version: cardVersion, language, unitId: step.unit, ...(matter && { matter }) };
  return [action({ title: requestTexts[language].callBack, verb: 'request.form', data })];
};
