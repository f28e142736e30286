import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { box, buttonRow, type Choice, choiceInput, type Element, typedWords, words } from '../cards/elements';
import { button, formCard, instantInWords, secondaryButton } from '../meetings/view';
import type { Language, Municipality } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { dayInWords } from '../text/dates';
import { requestTexts } from '../text/requests';
import { type HalfDay, halfDayId } from './model/hours';
import { type Matter, matters, type RequestState, stateOf, type UnitRequest } from './model/request';
import { type CalledUnit, calledUnits } from './model/unit-home';
import { referenceOf } from './model/upkeep';
import { halfDayInWords, unitName, unitTelephone } from './view';

/** What the asker's cards need to know beside the request. */
export type AskerView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly unitId: CalledUnit;
};

type ChooseView = Omit<AskerView, 'unitId'> & { readonly units: readonly CalledUnit[] };

/** Teaching is asked of the staff unit, where the municipality's file has its themes. */
const teachingRows = ({ municipality, language, units }: ChooseView): readonly Element[] =>
  municipality.teaching === undefined || !units.includes('staff-unit')
    ? []
    : [
        buttonRow([
          button(language, {
            title: requestTexts[language].teaching.menu,
            verb: 'teaching.form',
            data: { unitId: 'staff-unit' },
          }),
        ]),
      ];

/** Where no unit takes requests: whom to call. */
const everyNumber = (view: ChooseView): readonly Element[] =>
  calledUnits.map((unitId) =>
    words(`${unitName({ ...view, unitId })}: **${unitTelephone({ ...view, unitId })}**`),
  );

/** Which unit should call: each with its number, which is never further away than the button. */
export const chooseCard = (view: ChooseView): Card => {
  const { language, units } = view;
  const { choose, buttons } = requestTexts[language];
  const rows = units.flatMap((unitId) => {
    const of = { ...view, unitId };
    return [
      buttonRow([button(language, { title: unitName(of), verb: 'request.form', data: { unitId } })]),
      words(choose.telephone(unitTelephone(of))),
    ];
  });
  return formCard(view, {
    heading: choose.heading,
    lead: units.length === 0 ? choose.none : choose.lead,
    rows: [...(units.length === 0 ? everyNumber(view) : rows), ...teachingRows(view)],
    actions: [secondaryButton(language, buttons.menu, 'menu.show')],
  });
};

/** What stands in the form's fields, and what is wrong with it. */
export type CallForm = {
  readonly number: string;
  readonly when: readonly string[];
  readonly matter: Matter | 'none';
  readonly faults: Readonly<Partial<Record<'number' | 'when', string>>>;
};

type FormView = AskerView & {
  /** As Teams calls the asker; '' when it doesn't say. */
  readonly name: string;
  readonly halfDays: readonly HalfDay[];
  /** When the unit works next. */
  readonly expectedAt: Instant;
  /** It works at this moment. */
  readonly isOpen: boolean;
  readonly areHoursKnown: boolean;
};

export const fault = (text: string | undefined): readonly Element[] =>
  text === undefined ? [] : [box('attention', [words(text, { isBold: true })])];

type NumberForm = { readonly number: string; readonly faults: { readonly number?: string | undefined } };

export const numberRows = (language: Language, { number, faults }: NumberForm): readonly Element[] => {
  const { form, faults: sentences } = requestTexts[language];
  return [
    {
      type: 'Input.Text',
      id: 'number',
      label: form.number,
      value: number,
      style: 'tel',
      maxLength: 20,
      isRequired: true,
      errorMessage: sentences.missing,
      spacing: 'medium',
    },
    ...fault(faults.number),
  ];
};

type Multi = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly errorMessage: string;
};

/** Boxes of which several can be ticked. */
export const multiChoice = (field: Multi, choices: readonly Choice[]): readonly Element[] => [
  {
    type: 'Input.ChoiceSet',
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    isRequired: true,
    spacing: 'medium',
    ...field,
    choices,
  },
];

const whenRows = ({ language, halfDays }: FormView, { when, faults }: CallForm): readonly Element[] => {
  const { form, faults: sentences } = requestTexts[language];
  return [
    ...multiChoice(
      { id: 'when', label: form.when, value: when.join(','), errorMessage: sentences.when },
      halfDays.map((each) => ({ title: halfDayInWords(each, language), value: halfDayId(each) })),
    ),
    ...fault(faults.when),
  ];
};

const matterRows = (language: Language, { matter }: CallForm): readonly Element[] => {
  const { form, faults } = requestTexts[language];
  const choices: readonly Choice[] = [
    ...matters.map((value) => ({ title: form.matters[value], value })),
    { title: form.noMatter, value: 'none' },
  ];
  return choiceInput(
    { id: 'matter', label: form.matter, value: matter, errorMessage: faults.missing },
    choices,
  );
};

/** The form to be called back: choices and one number, and no room for a word. */
export const callFormCard = (view: FormView, form: CallForm): Card => {
  const { language, unitId, name, expectedAt, isOpen, areHoursKnown } = view;
  const { form: text, buttons } = requestTexts[language];
  const unit = unitName(view);
  const expected = text.expected(
    unit,
    isOpen ? text.today(dayInWords(new Date(expectedAt), language)) : instantInWords(expectedAt, language),
  );
  return formCard(view, {
    heading: text.heading(unit),
    lead: text.lead(unitTelephone(view)),
    rows: [
      words(areHoursKnown ? expected : `${expected} ${text.usualHours}`),
      name === '' ? words(text.whoUnknown) : typedWords(text.who, name),
      ...numberRows(language, form),
      ...whenRows(view, form),
      ...matterRows(language, form),
      words(text.noWords, { isSmall: true }),
    ],
    actions: [
      button(language, { title: buttons.send, verb: 'request.send', data: { unitId }, style: 'positive' }),
      secondaryButton(language, buttons.menu, 'menu.show'),
    ],
  });
};

const toMenu = (language: Language): Button =>
  secondaryButton(language, requestTexts[language].buttons.menu, 'menu.show');

const ofRequest = (
  language: Language,
  title: string,
  verb: 'request.mine' | 'request.withdraw',
  request: UnitRequest,
) => {
  const { unitId, kind } = request;
  return button(language, { title, verb, data: { unitId, kind, reference: referenceOf(request) } });
};

/** Teaching is nothing that anybody could take for a report. */
const reportRows = (language: Language, { kind }: UnitRequest): readonly Element[] =>
  kind === 'teaching' ? [] : [box('warning', [words(requestTexts[language].notReported)])];

/** What the asker sees as soon as the request is kept, and later: it says nothing that doesn't stay true. */
export const receiptCard = (view: AskerView, request: UnitRequest): Card => {
  const { language } = view;
  const { receipt, buttons, mine } = requestTexts[language];
  return formCard(view, {
    heading: receipt.heading[request.kind](unitName(view)),
    lead: receipt.lead(instantInWords(request.askedAt, language)),
    rows: [
      ...reportRows(language, request),
      words(mine.call(unitTelephone(view))),
      words(receipt.keep, { isSmall: true }),
    ],
    actions: [
      ofRequest(language, buttons.mine, 'request.mine', request),
      ofRequest(language, buttons.withdraw, 'request.withdraw', request),
      toMenu(language),
    ],
  });
};

/** The number stays in sight until nothing is asked any more. */
const isCallUseful = (state: RequestState): boolean => state !== 'withdrawn';
const canWithdraw: readonly RequestState[] = ['in-line', 'in-channel', 'overdue', 'taken'];

type StandingView = {
  readonly notice?: string;
  /** Who has taken it, where the unit wants it to be known; else ''. */
  readonly taker?: string;
};

/** How the asker's request stands; the same card in the chat follows it. */
export const askerCard = (view: AskerView & StandingView, request: UnitRequest): Card => {
  const { language, taker = '' } = view;
  const { mine, buttons } = requestTexts[language];
  const state = stateOf(request);
  const isOver = !canWithdraw.includes(state);
  return formCard(view, {
    heading: mine.heading[state](unitName(view)),
    lead: mine.lead[state],
    rows: [
      ...(taker === '' ? [] : [typedWords(requestTexts[language].unit.takenBy, taker)]),
      ...(isCallUseful(state) ? [words(mine.call(unitTelephone(view)))] : []),
      ...reportRows(language, request),
      words(mine.asked(instantInWords(request.askedAt, language)), { isSmall: true }),
    ],
    actions: isOver
      ? [toMenu(language)]
      : [ofRequest(language, buttons.withdraw, 'request.withdraw', request), toMenu(language)],
  });
};
