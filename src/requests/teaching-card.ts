import type { Card } from '../cards/card';
import { type Choice, choiceInput, textInput, typedWords, words } from '../cards/elements';
import { placeLimit } from '../meetings/place';
import { button, formCard, secondaryButton } from '../meetings/view';
import type { Language } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { monthInWords } from '../text/dates';
import { requestTexts } from '../text/requests';
import { type AskerView, fault, multiChoice, numberRows } from './asker-cards';
import { anyMonth, monthsFrom } from './model/months';
import { levels } from './model/request';
import { schoolsOf, type TeachingForm } from './teaching-form';
import { unitName, unitTelephone } from './view';

type FormView = AskerView & { readonly name: string; readonly now: Instant };

/** "februar 2027", or that it isn't decided. */
export const monthWords = (month: string, language: Language): string =>
  month === anyMonth ? requestTexts[language].teaching.anyMonth : monthInWords(month, language);

const placeRows = ({ municipality, language }: FormView, { place, faults }: TeachingForm) => {
  const { teaching: text, faults: sentences } = requestTexts[language];
  const field = {
    id: 'place',
    label: text.place,
    value: place,
    errorMessage: sentences.missing,
    fault: faults.place,
  };
  const schools = schoolsOf(municipality);
  return schools.length > 0
    ? choiceInput(
        field,
        schools.map((school) => ({ title: school, value: school })),
      )
    : textInput(field, { maxLength: placeLimit });
};

const choiceRows = ({ language, now }: FormView, { level, month, faults }: TeachingForm) => {
  const { teaching: text, faults: sentences } = requestTexts[language];
  const errorMessage = sentences.missing;
  const months: readonly Choice[] = [anyMonth, ...monthsFrom(now)].map((value) => ({
    title: monthWords(value, language),
    value,
  }));
  return [
    ...choiceInput(
      { id: 'level', label: text.level, value: level, errorMessage, fault: faults.level },
      levels.map((value) => ({ title: text.levels[value], value })),
    ),
    ...choiceInput({ id: 'month', label: text.month, value: month, errorMessage }, months),
  ];
};

/** The form for teaching from the unit: the curriculum's themes, level, place and when in the year. */
export const teachingFormCard = (view: FormView, form: TeachingForm): Card => {
  const { municipality, language, unitId, name } = view;
  const { teaching: text, form: call, buttons } = requestTexts[language];
  const send = (title: string, data: object = {}) =>
    button(language, { title, verb: 'teaching.send', data: { unitId, ...data }, style: 'positive' });
  return formCard(view, {
    heading: text.heading(unitName(view)),
    lead: text.lead(unitName(view), unitTelephone(view)),
    rows: [
      name === '' ? words(call.whoUnknown) : typedWords(call.who, name),
      ...numberRows(language, form),
      ...multiChoice(
        {
          id: 'themes',
          label: text.themes,
          value: form.themes.join(','),
          errorMessage: requestTexts[language].faults.themes,
        },
        (municipality.teaching?.themes ?? []).map(({ id, name: theme }) => ({
          title: theme[language],
          value: id,
        })),
      ),
      ...fault(form.faults.themes),
      ...choiceRows(view, form),
      ...placeRows(view, form),
    ],
    actions: [
      ...(form.asksPerson ? [send(text.noPerson, { noPerson: 'true' })] : [send(buttons.send)]),
      secondaryButton(language, buttons.menu, 'menu.show'),
    ],
  });
};
