import type { Card } from '../cards/card';
import { type Element, numberInput, textInput } from '../cards/elements';
import { type Item, limits } from '../meetings/model/item';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import type { PersonLike } from '../privacy/person-like';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, aboveOf, itemData } from './agenda-view';
import { personRows } from './item-form-card';
import { itemRows } from './item-rows';

/** A line of a form: what was typed, what is wrong with it in words, and what in it could be a person. */
export type Line = {
  readonly typed: string;
  readonly fault?: string | undefined;
  readonly found?: readonly PersonLike[];
};

export const minutesInput = (
  language: AgendaView['language'],
  { typed, fault }: Line,
): readonly Element[] => {
  const { coordinator, faults } = agendaTexts[language];
  const { least: min, most: max } = limits.minutes;
  const field = {
    id: 'minutes',
    label: coordinator.minutes,
    value: typed,
    errorMessage: faults['out-of-range'],
    fault,
  };
  return numberInput(field, { min, max });
};

/** Asks for the reason why an item isn't taken; a single case is refused without one. */
export const refuseCard = (
  view: AgendaView,
  { item, reason }: { readonly item: Item; readonly reason: Line },
): Card => {
  const { language, meeting, notice } = view;
  const { coordinator: text, buttons } = agendaTexts[language];
  const isCase = item.kind === 'single-case';
  const data = itemData(meeting, item.id);
  const { typed: value, fault, found } = reason;
  const field = { id: 'reason', label: text.reason, value, errorMessage: text.reasonError, fault };
  const refuse = { title: buttons.yesRefuse, verb: 'agenda.refuse', data, style: 'destructive' } as const;
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.refuseHeading,
      lead: isCase ? text.refuseCaseLead : text.refuseLead,
      rows: [
        ...itemRows(item, view),
        ...(found ? personRows(language, found, refuse) : []),
        ...(isCase ? [] : textInput(field, { maxLength: limits.reason })),
      ],
      actions: [button(language, refuse), secondaryButton(language, buttons.back, 'agenda.item', data)],
    },
  );
};

/** The form for an item that comes again at every meeting. */
export const standingCard = (
  view: AgendaView,
  { id, title, minutes }: { readonly id: string; readonly title: Line; readonly minutes: Line },
): Card => {
  const { language, meeting, notice } = view;
  const { coordinator: text, form, buttons } = agendaTexts[language];
  const data = { ...meetingData(meeting), nonce: id };
  const add = { title: buttons.addStanding, verb: 'agenda.add-standing', data, style: 'positive' } as const;
  const { typed: value, fault, found } = title;
  const field = { id: 'title', label: form.title, value, errorMessage: form.titleError, fault };
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.standingHeading,
      lead: text.standingLead,
      rows: [
        ...(found ? personRows(language, found, add) : []),
        ...textInput(field, { maxLength: limits.title }),
        ...minutesInput(language, minutes),
      ],
      actions: [
        button(language, add),
        secondaryButton(language, buttons.back, 'agenda.coordinate', meetingData(meeting)),
      ],
    },
  );
};
