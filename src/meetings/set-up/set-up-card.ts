import type { Button } from '../../cards/action';
import type { Card } from '../../cards/card';
import {
  buttonRow,
  type Choice,
  choiceInput,
  dateInput,
  type Element,
  numberInput,
  textInput,
  timeInput,
  words,
} from '../../cards/elements';
import { meetingTexts } from '../../text/meetings';
import { groupPageButtons } from '../group-pages';
import type { GroupFacts } from '../model/group-facts';
import { reminderKinds } from '../model/reminder-plan';
import { placeLimit } from '../place';
import { lengthLimits } from '../typed-fields';
import { button, type CardView, formCard, secondaryButton } from '../view';
import {
  dayChoices,
  isAlwaysAsked,
  type PlanField,
  planFields,
  type SeriesField,
  type SetUpFaults,
  type SetUpField,
  type SetUpTyped,
  seriesFields,
} from './set-up-form';

/** `version` is that of the group's document when it is planned anew, 0 for a new one. */
export type SetUpView = CardView & { readonly facts: GroupFacts; readonly version: number };
export type SetUpForm = { readonly typed: SetUpTyped; readonly faults?: SetUpFaults };

/** Which group a channel is for. */
export const chooseGroupCard = (
  view: CardView & { readonly page: number; readonly pages: number },
  groups: readonly GroupFacts[],
  extra: readonly Button[],
): Card => {
  const { language, pages } = view;
  const { setUp: text } = meetingTexts[language];
  const none = pages > 1 ? text.nothingFreeHere : text.nothingFree;
  return formCard(view, {
    heading: text.heading,
    lead: groups.length === 0 ? none : text.lead,
    rows: [
      ...groups.map(({ id, name }) =>
        buttonRow([button(language, { title: name[language], verb: 'group.form', data: { groupId: id } })]),
      ),
    ],
    actions: [...groupPageButtons(view, 'group.set-up'), ...extra],
  });
};

const some = <Field extends SetUpField>(typed: SetUpTyped, fields: readonly Field[]): object =>
  Object.fromEntries(fields.map((field) => [field, typed[field]]));

/** All that was typed, for a button that carries it on. */
export const carried = ({ facts, version }: SetUpView, typed: SetUpTyped): object => ({
  groupId: facts.id,
  groupVersion: version,
  ...some(typed, seriesFields),
  ...some(typed, planFields),
});

const fieldOf =
  (language: CardView['language'], { typed, faults = {} }: SetUpForm) =>
  (id: SetUpField, label: string) => {
    const { faults: sentences } = meetingTexts[language];
    const fault = faults[id];
    return {
      id,
      label,
      value: typed[id],
      errorMessage: sentences.missing,
      fault: fault && sentences[fault],
    };
  };

const seriesRows = ({ facts, language }: SetUpView, form: SetUpForm): readonly Element[] => {
  const { setUp: text, weekdays } = meetingTexts[language];
  const field = fieldOf(language, form);
  const choices = (named: Readonly<Record<string, string>>): readonly Choice[] =>
    Object.entries(named).map(([value, title]) => ({ title, value }));
  return [
    ...choiceInput(field('ruleKind', text.ruleKind), choices({ weekly: text.weekly, monthly: text.monthly })),
    ...choiceInput(
      field('weekday', text.weekday),
      weekdays.map((title, index) => ({ title, value: String(index + 1) })),
    ),
    ...choiceInput(field('nth', text.nth), choices(text.nths)),
    ...numberInput(field('every', text.every), { min: 1, max: 12 }),
    ...dateInput(field('startsOn', text.startsOn)),
    ...dateInput(field('endsOn', text.endsOn)),
    ...timeInput(field('time', text.time)),
    ...numberInput(field('lengthMinutes', text.lengthMinutes), {
      min: lengthLimits.least,
      max: lengthLimits.most,
    }),
    ...textInput(field('place', text.place), { maxLength: placeLimit }),
    ...(isAlwaysAsked(facts.kind)
      ? [words(text.alwaysAsked)]
      : choiceInput(field('onHoliday', text.onHoliday), choices(text.onHolidays))),
  ];
};

const planRows = (language: CardView['language'], form: SetUpForm): readonly Element[] => {
  const { setUp: text, kinds } = meetingTexts[language];
  const field = fieldOf(language, form);
  const days = dayChoices.map((count) => ({ title: text.daysBefore(count), value: String(count) }));
  const withOff = [{ title: text.off, value: 'off' }, ...days];
  return [
    ...choiceInput(field('deadlineDays', text.deadlineDays), days),
    ...timeInput(field('deadlineTime', text.deadlineTime)),
    ...reminderKinds.flatMap((kind) =>
      choiceInput(field(kind, kinds[kind]), kind === 'same-morning' ? withOff.slice(0, 2) : withOff),
    ),
    ...timeInput(field('remindAt', text.remindAt)),
    ...timeInput(field('morningAt', text.morningAt)),
    ...timeInput(field('hoursFrom', text.hoursFrom)),
    ...timeInput(field('hoursTo', text.hoursTo)),
  ];
};

/** The button on to the preview; it carries what the form at hand doesn't ask. */
const onward = (view: SetUpView, title: string, rest: object): Button =>
  button(view.language, {
    title,
    verb: 'group.preview',
    data: { groupId: view.facts.id, groupVersion: view.version, ...rest },
    style: 'positive',
  });

/** When the group meets and where; the reminders come with their defaults. */
export const seriesFormCard = (view: SetUpView, form: SetUpForm): Card => {
  const { facts, language } = view;
  const { setUp: text, buttons } = meetingTexts[language];
  return formCard(view, {
    heading: text.formHeading(facts.name[language]),
    lead: text.formLead,
    rows: seriesRows(view, form),
    actions: [
      onward(view, buttons.preview, some<PlanField>(form.typed, planFields)),
      ...(form.faults?.place === 'person'
        ? [onward(view, buttons.noPerson, { ...some<PlanField>(form.typed, planFields), noPerson: 'true' })]
        : []),
      secondaryButton(language, buttons.back, 'group.set-up'),
    ],
  });
};

/** When the group hears from the bot, and the deadline. */
export const planFormCard = (view: SetUpView, form: SetUpForm): Card => {
  const { facts, language } = view;
  const { setUp: text, buttons } = meetingTexts[language];
  return formCard(view, {
    above: facts.name[language],
    heading: text.planHeading,
    lead: text.planLead,
    rows: planRows(language, form),
    actions: [
      onward(view, buttons.preview, some<SeriesField>(form.typed, seriesFields)),
      secondaryButton(language, buttons.back, 'group.preview', carried(view, form.typed)),
    ],
  });
};

/** The form that a fault belongs to. */
export const faultyFormCard = (view: SetUpView, form: SetUpForm): Card =>
  seriesFields.some((field) => form.faults?.[field] !== undefined)
    ? seriesFormCard(view, form)
    : planFormCard(view, form);

/** A group that the channel already has: what can be done with it. */
export const alreadyCard = (
  view: CardView & { readonly facts: GroupFacts },
  actions: readonly Button[],
): Card => {
  const { facts, language } = view;
  return formCard(view, {
    heading: meetingTexts[language].done.alreadyHeading(facts.name[language]),
    rows: actions.map((one) => buttonRow([one])),
    actions: [
      secondaryButton(language, meetingTexts[language].buttons.next, 'meeting.next', { groupId: facts.id }),
    ],
  });
};
