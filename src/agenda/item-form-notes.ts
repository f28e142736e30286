import { box, buttonRow, buttonsAbreast, type Element, fold, words } from '../cards/elements';
import { takesText } from '../meetings/model/group-facts';
import { button, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { dayInWords } from '../text/dates';
import { texts } from '../text/text';
import { type AgendaView, agendaAt } from './agenda-view';

/** What an item's form is: of a topic or of a single case, for a new item or for one that is edited. */
type Form = { readonly isEdit: boolean; readonly isCase: boolean };

/** The way to the signpost, for what isn't for a meeting; it needs nothing of what a form holds. */
export const urgentRows = (language: AgendaView['language']): readonly Element[] => [
  words(agendaTexts[language].form.urgent),
  buttonRow([secondaryButton(language, texts[language].menu.concern.title, 'concern.show', { answers: {} })]),
];

/** That it isn't a report, and when it will be looked at. */
export const notReport = ({ language, meeting }: AgendaView): string =>
  agendaTexts[language].form.notReport(dayInWords(new Date(meeting.startsAt), language));

/**
 * The one thing to read before writing, with the two ways out: to the signpost, and to the other kind's form, which an
 * item that is there already can't become.
 */
export const shortBox = (view: AgendaView, { isCase, isEdit }: Form): Element => {
  const { language, meeting, facts } = view;
  const { form, buttons } = agendaTexts[language];
  const way = { associatedInputs: 'none' } as const;
  const urgent = { ...way, title: buttons.urgent, verb: 'concern.show', data: { answers: {} } } as const;
  const other = {
    ...way,
    verb: 'agenda.item-form',
    data: { ...meetingData(meeting), isCase: !isCase },
  } as const;
  const named = isCase
    ? { title: buttons.asTopic, tooltip: form.isTopic }
    : { title: buttons.asCase, tooltip: form.isCase };
  return box('emphasis', [
    words(form.short),
    buttonsAbreast([
      button(language, { ...urgent, tooltip: form.urgent }),
      ...(isEdit || !takesText(facts) ? [] : [button(language, { ...other, ...named })]),
    ]),
  ]);
};

/** What holds for every item, for whoever wants to know more. */
export const moreFold = (view: AgendaView, { isCase }: Form): Element => {
  const { language } = view;
  const { form } = agendaTexts[language];
  return fold({ id: 'more', title: form.more, toggle: texts[language].result.toggle(form.more) }, [
    words(notReport(view)),
    words(`${form.urgent} ${form.pressUrgent}`),
    ...(isCase ? [] : [words(form.isCase)]),
    words(form.law),
  ]);
};

/** What becomes of this item, said where it is sent. */
export const fateRows = (view: AgendaView, { isCase }: Pick<Form, 'isCase'>): readonly Element[] => {
  const { form } = agendaTexts[view.language];
  return [
    ...(isCase ? (takesText(view.facts) ? [form.caseLead] : [form.nuLead, form.nuCaseLead]) : []),
    ...(isLate(view) ? [form.late] : []),
  ].map((text) => words(text));
};

export const isLate = (view: AgendaView): boolean => agendaAt(view).state !== 'open';
