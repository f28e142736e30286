import type { Card } from '../cards/card';
import { box, type Element, typedWords, words } from '../cards/elements';
import { telephoneLink } from '../cards/telephone';
import type { GroupVerb } from '../cards/verbs';
import { button, formCard, instantInWords } from '../meetings/view';
import type { Language, Municipality } from '../municipality/schema';
import { requestTexts } from '../text/requests';
import { type RequestState, stateOf, type UnitRequest, type Wish, wishOf } from './model/request';
import { referenceOf } from './model/upkeep';
import { monthWords } from './teaching-card';
import { halfDayInWords, spacedNumber, unitName } from './view';

export type UnitView = { readonly municipality: Municipality; readonly language: Language };

const styles: Readonly<Record<RequestState, 'warning' | 'good' | 'emphasis'>> = {
  'in-line': 'warning',
  'in-channel': 'warning',
  overdue: 'warning',
  taken: 'good',
  closed: 'emphasis',
  withdrawn: 'emphasis',
  undelivered: 'emphasis',
  expired: 'emphasis',
};

const buttonOf =
  (language: Language, request: UnitRequest) => (title: string, verb: GroupVerb, style?: 'positive') =>
    button(language, {
      title,
      verb,
      data: { unitId: request.unitId, reference: referenceOf(request) },
      ...(style && { style }),
    });

const buttonsOf = (language: Language, request: UnitRequest) => {
  const { buttons } = requestTexts[language];
  const to = buttonOf(language, request);
  switch (request.progress.kind) {
    case 'in-line':
    case 'in-channel':
      return [to(buttons.take, 'request.take', 'positive')];
    case 'taken':
      return [
        to(buttons.number, 'request.number'),
        to(buttons.close, 'request.close', 'positive'),
        to(buttons.giveBack, 'request.give-back'),
      ];
    default:
      return [];
  }
};

/** What is wished, for everybody in the channel: neither who nor which number. */
const wishRows = ({ municipality, language }: UnitView, wish: Wish): readonly Element[] => {
  const { unit: text, form, teaching } = requestTexts[language];
  if (wish.kind === 'call-back') {
    const matter = wish.matter === undefined ? text.noMatter : form.matters[wish.matter];
    return [
      words(`${text.when}: **${wish.when.map((each) => halfDayInWords(each, language)).join(' · ')}**`),
      words(`${text.matter}: **${matter}**`),
      words(text.notReport),
    ];
  }
  const themes = (municipality.teaching?.themes ?? []).filter(({ id }) => wish.themes.includes(id));
  return [
    words(`${teaching.themesShort}: **${themes.map(({ name }) => name[language]).join(' · ')}**`),
    words(`${teaching.level} **${teaching.levels[wish.level]}**`),
    typedWords(`${teaching.place}: `, wish.place),
    words(`${teaching.month} **${monthWords(wish.month, language)}**`),
  ];
};

/** What the whole channel sees: that somebody wants something, and what; neither who nor which number. */
export const unitCard = (view: UnitView, request: UnitRequest, takenBy: string): Card => {
  const { language } = view;
  const { unit: text } = requestTexts[language];
  const state = stateOf(request);
  const wish = wishOf(request);
  return formCard(view, {
    above: unitName({ ...view, unitId: request.unitId }),
    heading: text.heading[request.kind],
    lead: text.asked(instantInWords(request.askedAt, language)),
    rows: [
      box(styles[state], [
        state === 'taken'
          ? typedWords(text.takenBy, takenBy === '' ? text.aColleague : takenBy)
          : words(text.states[state], { isBold: true }),
      ]),
      ...(wish === undefined ? [] : wishRows(view, wish)),
      ...(wish === undefined || state === 'taken' ? [] : [words(text.takeFirst, { isSmall: true })]),
    ],
    actions: buttonsOf(language, request),
  });
};

/** What is left of the card in a channel that the unit has left: nothing to press, and not where the unit is now. */
export const leftCard = (view: UnitView, request: UnitRequest): Card => {
  const { unit: text } = requestTexts[view.language];
  return formCard(view, {
    above: unitName({ ...view, unitId: request.unitId }),
    heading: text.heading[request.kind],
    lead: text.left,
  });
};

/** Name and number, for whoever has taken the request and for nobody else; it stands in no message. */
export const numberCard = (view: UnitView, request: UnitRequest, name: string): Card => {
  const { language } = view;
  const { unit: text, buttons } = requestTexts[language];
  const wish = wishOf(request);
  const to = buttonOf(language, request);
  return formCard(view, {
    above: unitName({ ...view, unitId: request.unitId }),
    heading: text.yours,
    rows: [
      name === '' ? words(text.nameUnknown) : typedWords(text.call, name),
      ...(wish === undefined
        ? []
        : [
            words(`${text.numberLabel} **${telephoneLink(spacedNumber(wish.number))}**`),
            ...wishRows(view, wish),
          ]),
    ],
    actions: [to(buttons.close, 'request.close', 'positive'), to(buttons.giveBack, 'request.give-back')],
  });
};

/** The same where a message must be written: a client that can't show a card to one reader alone. */
export const onlyHereCard = (view: UnitView): Card =>
  formCard(view, {
    heading: requestTexts[view.language].unit.yours,
    lead: requestTexts[view.language].unit.onlyHere,
  });

/** What became of a click that ended it, or gave it back. */
export const doneCard = (view: UnitView, done: 'closed' | 'returned'): Card => {
  const { unit } = requestTexts[view.language];
  return formCard(view, { heading: unit.done[done], lead: unit.doneLead[done] });
};
