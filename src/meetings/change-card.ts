import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { dateInput, type Element, numberInput, textInput, timeInput } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import { daysAfter, wallTimeOf } from '../municipality/wall-time';
import { meetingTexts } from '../text/meetings';
import type { MeetingView } from './meeting-card';
import { type GroupFacts, takesText } from './model/group-facts';
import type { Meeting } from './model/meeting';
import { type PlaceContext, placeFault, placeLimit } from './place';
import { type FieldFault, isDate, isTime, lengthFault, lengthLimits } from './typed-fields';
import { button, type CardView, formCard, meetingData, secondaryButton, whenInWords } from './view';

export const changeFields = ['date', 'time', 'lengthMinutes', 'place'] as const;
export type ChangeField = (typeof changeFields)[number];
export type ChangeTyped = Readonly<Record<ChangeField, string>>;
export type ChangeFaults = Readonly<Partial<Record<ChangeField, FieldFault>>>;

/** What the form holds for the meeting as it is. */
export const changeTypedOf = ({ startsAt, lengthMinutes, place }: Meeting): ChangeTyped => ({
  ...wallTimeOf(new Date(startsAt)),
  lengthMinutes: String(lengthMinutes),
  place,
});

/** Two years, as for a plan. */
const furthestDays = 731;

/** What is wrong with a meeting's new time and place; nothing when it can be taken. */
export const changeFaults = (
  { date, time, lengthMinutes, place }: ChangeTyped,
  wallNow: { readonly date: string; readonly time: string },
  context: PlaceContext,
): ChangeFaults => {
  const dateFault = (): FieldFault | undefined => {
    if (date === '') return 'missing';
    if (!isDate(date)) return 'not-a-date';
    if (date > daysAfter(wallNow.date, furthestDays)) return 'too-far';
    return date < wallNow.date ? 'past' : undefined;
  };
  const timeFault = (): FieldFault | undefined => {
    if (!isTime(time)) return 'not-a-time';
    return date === wallNow.date && time <= wallNow.time ? 'past' : undefined;
  };
  const faults = {
    date: dateFault(),
    time: timeFault(),
    lengthMinutes: lengthFault(lengthMinutes),
    place: placeFault(place, context),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
};

type Form = { readonly typed: ChangeTyped; readonly faults?: ChangeFaults };

const fieldsOf = (
  { language, facts }: CardView & { readonly facts: GroupFacts },
  { typed, faults = {} }: Form,
): readonly Element[] => {
  const { setUp, change, faults: sentences } = meetingTexts[language];
  const field = (id: ChangeField, label: string, errorMessage: string) => {
    const fault = faults[id];
    return { id, label, value: typed[id], errorMessage, fault: fault && sentences[fault] };
  };
  return [
    ...dateInput(field('date', change.date, sentences['not-a-date'])),
    ...timeInput(field('time', setUp.time, sentences['not-a-time'])),
    ...numberInput(field('lengthMinutes', setUp.lengthMinutes, sentences['minutes-out-of-range']), {
      min: lengthLimits.least,
      max: lengthLimits.most,
    }),
    ...(takesText(facts)
      ? textInput(field('place', setUp.place, sentences.missing), { maxLength: placeLimit })
      : []),
  ];
};

/** The answer to a place that could be a person. */
const isPlaceButton = (
  { language }: CardView,
  { form, verb, data }: { readonly form: Form; readonly verb: Verb; readonly data: object },
): readonly Button[] =>
  form.faults?.place === 'person'
    ? [
        button(language, {
          title: meetingTexts[language].buttons.noPerson,
          verb,
          data: { ...data, noPerson: 'true' },
        }),
      ]
    : [];

/** Another time, place or length for one meeting. */
export const changeCard = (view: MeetingView, form: Form): Card => {
  const { facts, meeting, language } = view;
  const { change, buttons } = meetingTexts[language];
  const data = meetingData(meeting);
  return formCard(view, {
    above: `${facts.name[language]}, ${whenInWords(meeting, language)}`,
    heading: change.heading,
    lead: change.lead,
    rows: fieldsOf(view, form),
    actions: [
      button(language, { title: buttons.save, verb: 'meeting.save-change', data, style: 'positive' }),
      ...isPlaceButton(view, { form, verb: 'meeting.save-change', data }),
      secondaryButton(language, buttons.back, 'meeting.more', data),
    ],
  });
};

/** One more meeting beside the plan. */
export const extraCard = (view: CardView & { readonly facts: GroupFacts }, form: Form): Card => {
  const { facts, language } = view;
  const { change, buttons } = meetingTexts[language];
  const data = { groupId: facts.id };
  return formCard(view, {
    above: facts.name[language],
    heading: change.extraHeading,
    lead: change.extraLead,
    rows: fieldsOf(view, form),
    actions: [
      button(language, { title: buttons.save, verb: 'meeting.add-extra', data, style: 'positive' }),
      ...isPlaceButton(view, { form, verb: 'meeting.add-extra', data }),
      secondaryButton(language, buttons.back, 'meeting.next', { groupId: facts.id }),
    ],
  });
};

/** Asks once before a meeting is cancelled or skipped. */
export const askEndCard = (view: MeetingView, kind: 'cancel' | 'skip'): Card => {
  const { facts, meeting, language } = view;
  const { change, buttons } = meetingTexts[language];
  const data = meetingData(meeting);
  return formCard(view, {
    above: facts.name[language],
    heading: kind === 'cancel' ? change.cancelHeading : change.skipHeading,
    lead: `${whenInWords(meeting, language)}. ${change.sure}`,
    actions: [
      button(language, {
        title: kind === 'cancel' ? buttons.yesCancel : buttons.yesSkip,
        verb: `meeting.${kind}`,
        data,
        style: 'destructive',
      }),
      secondaryButton(language, buttons.back, 'meeting.show', data),
    ],
  });
};
