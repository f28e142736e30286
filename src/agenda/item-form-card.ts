import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { box, buttonRow, choiceInput, type Element, numberInput, textInput, words } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import { limits, topicKinds, usualMinutes as usual } from '../meetings/model/item';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import type { PersonLike } from '../privacy/person-like';
import { agendaTexts } from '../text/agenda';
import { documentTexts } from '../text/agenda-document';
import { dayInWords } from '../text/dates';
import type { AgendaView } from './agenda-view';
import type { FaultKind, ItemField, Typed } from './item-form';
import { fateRows, isLate, moreFold, notReport, shortBox } from './item-form-notes';

type Faults = Readonly<Partial<Record<ItemField | 'form', FaultKind>>>;

export type ItemForm = {
  /** The new item's id, or that of the item that is edited. */
  readonly id: string;
  readonly isEdit: boolean;
  readonly isCase: boolean;
  readonly typed: Typed;
  readonly faults?: Faults;
  /** What could be a person, when that is to be asked. */
  readonly found?: readonly PersonLike[];
};

export const nothingTyped: Typed = { kind: '', title: '', note: '', minutes: '', functionId: '' };

/** What is wrong with a field, in words; `most` is the longest that it takes. */
export const faultInWords = (language: AgendaView['language'], fault: FaultKind, most: number): string => {
  const { faults, refusals } = agendaTexts[language];
  const { 'too-long': tooLong, ...plain } = faults;
  const sentences: Readonly<Record<Exclude<FaultKind, 'too-long'>, string>> = { ...refusals, ...plain };
  return fault === 'too-long' ? tooLong(most) : sentences[fault];
};

/** One question about what could be a person, with its "no"; the words stand as they were typed. */
export const personRows = (
  language: AgendaView['language'],
  found: readonly PersonLike[],
  { verb, data }: { readonly verb: Verb; readonly data: object },
): readonly Element[] => {
  const { form, buttons } = agendaTexts[language];
  const asked = [...new Set(found.map(({ words: each }) => each))].slice(0, 5);
  const run = (text: string) => ({ type: 'TextRun', text, weight: 'bolder' });
  return [
    box('warning', [
      words(form.askPerson, { isBold: true }),
      { type: 'RichTextBlock', inlines: [run(asked.map((each) => `»${each.slice(0, 120)}«`).join(', '))] },
      words(form.askPersonLead),
      buttonRow([button(language, { title: buttons.noPerson, verb, data: { ...data, noPerson: 'true' } })]),
    ]),
  ];
};

const fieldsOf = (view: AgendaView, { isCase, typed, faults = {} }: ItemForm): readonly Element[] => {
  const { language, facts } = view;
  const { form, faults: sentences } = agendaTexts[language];
  const field = (id: ItemField, label: string, errorMessage: string, most = 0) => {
    const fault = faults[id];
    const value = typed[id];
    return { id, label, value, errorMessage, fault: fault && faultInWords(language, fault, most) };
  };
  const kinds = topicKinds.map((kind) => ({ title: documentTexts[language].topicKinds[kind], value: kind }));
  const functions = facts.functions.map(({ id, name }) => ({ title: name[language], value: id }));
  const { least: min, most: max } = limits.minutes;
  const [ofTitle, ofNote] = [{ maxLength: limits.title }, { maxLength: limits.note, isMultiline: true }];
  const minutes = { ...field('minutes', form.minutes, sentences['out-of-range']), isRequired: false };
  const kept = (['title', 'note', 'kind'] as const).flatMap((id) => caseFault(field(id, '', '')));
  return [
    ...(isCase ? kept : textInput(field('title', form.title, form.titleError, limits.title), ofTitle)),
    ...(isCase ? [] : choiceInput(field('kind', form.kind, form.choose), kinds)),
    ...choiceInput(field('functionId', form.functionId, form.choose), functions),
    ...numberInput(minutes, { min, max }),
    ...(isCase
      ? []
      : [
          words(form.usualMinutes(usual.orientation, usual.discussion, usual.decision), { isSmall: true }),
          ...textInput(
            { ...field('note', form.note, form.noteError, limits.note), isRequired: false },
            ofNote,
          ),
        ]),
  ];
};

/** A single case's form has no fields for words; what a click brought along all the same is said. */
const caseFault = ({ fault }: { readonly fault: string | undefined }): readonly Element[] =>
  fault === undefined ? [] : [box('attention', [words(fault, { isBold: true })])];

const headingOf = (view: AgendaView, { isCase, isEdit }: ItemForm): string => {
  const { form } = agendaTexts[view.language];
  if (isEdit) return form.headingEdit;
  if (isCase) return isLate(view) ? form.headingCaseLate : form.headingCase;
  return isLate(view) ? form.headingLate : form.heading;
};

const sentBy = (
  { meeting }: AgendaView,
  { id, isCase, isEdit }: ItemForm,
): { readonly verb: Verb; readonly data: object } => ({
  verb: isEdit ? 'agenda.edit' : 'agenda.hand-in',
  data: { ...meetingData(meeting), nonce: id, ...(isCase ? { kind: 'single-case' } : {}) },
});

const actionsOf = (view: AgendaView, form: ItemForm): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const { isCase, isEdit } = form;
  const title = isEdit ? buttons.saveItem : isCase ? buttons.sendCase : buttons.send;
  return [
    button(language, { title, ...sentBy(view, form), style: 'positive' }),
    secondaryButton(language, buttons.back, isEdit ? 'agenda.mine' : 'agenda.show', meetingData(meeting)),
  ];
};

/** The form for a new item, or for one that is edited. A single case has its own, without any field for words. */
export const itemFormCard = (view: AgendaView, form: ItemForm): Card => {
  const { language, notice } = view;
  const { faults } = agendaTexts[language];
  const day = dayInWords(new Date(view.meeting.startsAt), language);
  const remark = notice || (form.faults?.form === undefined ? '' : faults.form);
  return formCard(
    { language, notice: remark },
    {
      above: `${view.facts.name[language]}, ${day}`,
      heading: headingOf(view, form),
      alsoSpoken: notReport(view),
      rows: [
        shortBox(view, form),
        ...(form.found ? personRows(language, form.found, sentBy(view, form)) : []),
        ...fieldsOf(view, form),
        ...fateRows(view, form),
        moreFold(view, form),
      ],
      actions: actionsOf(view, form),
    },
  );
};

/**
 * A form that can't be shown because its sender's role or its group isn't known right now: why, and what was typed, so that
 * nothing is lost and the same can be sent once more.
 */
export const keptCard = (
  { language, notice }: Pick<AgendaView, 'language' | 'notice'>,
  { verb, data, typed }: { readonly verb: Verb; readonly data: object; readonly typed: Typed },
): Card => {
  const { form: text, buttons } = agendaTexts[language];
  const { kind, minutes, functionId } = typed;
  const field = (id: 'title' | 'note', label: string, errorMessage: string, most: number) =>
    typed[id] === ''
      ? []
      : textInput(
          { id, label, value: typed[id].slice(0, most), errorMessage, isRequired: false },
          { maxLength: most, isMultiline: true },
        );
  return formCard(
    { language, notice },
    {
      heading: text.heading,
      lead: text.kept,
      rows: [
        ...field('title', text.title, text.titleError, limits.title),
        ...field('note', text.note, text.noteError, limits.note),
      ],
      actions: [
        button(language, { title: buttons.again, verb, data: { ...data, kind, minutes, functionId } }),
        secondaryButton(language, buttons.agenda, 'agenda.list'),
      ],
    },
  );
};
