import type { Card } from '../cards/card';
import { box, typedWords, words } from '../cards/elements';
import { telephoneLink } from '../cards/telephone';
import type { GroupVerb } from '../cards/verbs';
import { button, formCard, instantInWords } from '../meetings/view';
import type { Language, Municipality } from '../municipality/schema';
import { requestTexts } from '../text/requests';
import { type RequestState, stateOf, type UnitRequest, wishOf } from './model/request';
import { referenceOf } from './model/upkeep';
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

/** What the whole channel sees: that somebody wants to be called, when and about what; neither who nor which number. */
export const unitCard = (view: UnitView, request: UnitRequest, takenBy: string): Card => {
  const { language } = view;
  const { unit: text, form } = requestTexts[language];
  const state = stateOf(request);
  const wish = wishOf(request);
  const matter = wish && (wish.matter === undefined ? text.noMatter : form.matters[wish.matter]);
  return formCard(view, {
    above: unitName({ ...view, unitId: request.unitId }),
    heading: text.heading,
    lead: text.asked(instantInWords(request.askedAt, language)),
    rows: [
      box(styles[state], [
        state === 'taken'
          ? typedWords(text.takenBy, takenBy === '' ? text.aColleague : takenBy)
          : words(text.states[state], { isBold: true }),
      ]),
      ...(wish === undefined
        ? []
        : [
            words(`${text.when}: **${wish.when.map((each) => halfDayInWords(each, language)).join(' · ')}**`),
            words(`${text.matter}: **${matter}**`),
            words(text.notReport),
            ...(state === 'taken' ? [] : [words(text.takeFirst, { isSmall: true })]),
          ]),
    ],
    actions: buttonsOf(language, request),
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
        : [words(`${text.numberLabel} **${telephoneLink(spacedNumber(wish.number))}**`)]),
      ...(wish?.when ?? []).map((each) => words(`• ${halfDayInWords(each, language)}`)),
      words(text.notReport),
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
