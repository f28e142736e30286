import type { Card } from '../../cards/card';
import { box, type Element, heading, typedWords, words } from '../../cards/elements';
import type { Language } from '../../municipality/schema';
import { instantOf } from '../../municipality/wall-time';
import { dayInWords } from '../../text/dates';
import { meetingTexts } from '../../text/meetings';
import { namedClashes, spanOn } from '../model/clashes';
import type { Occurrence } from '../model/dates';
import type { GroupFacts } from '../model/group-facts';
import type { Meeting } from '../model/meeting';
import { type ReminderPlan, type ReminderTime, reminderKinds } from '../model/reminder-plan';
import type { Series } from '../model/series';
import { button, type CardView, formCard, secondaryButton, whenInWords, whenWithYearInWords } from '../view';
import { carried, type SetUpView } from './set-up-card';
import type { SetUpTyped } from './set-up-form';

export type Preview = {
  readonly typed: SetUpTyped;
  readonly series: Series;
  readonly plan: ReminderPlan;
  readonly dates: readonly {
    readonly occurrence: Occurrence;
    readonly clashesWith: readonly string[];
    readonly isDeadlinePast: boolean;
  }[];
  readonly readers: { readonly members: number; readonly guests: number };
  readonly knowsSchoolHolidays: boolean;
  readonly place: { readonly team?: string; readonly channel?: string };
  /** Meetings that another plan would have otherwise, and those that it hasn't. */
  readonly stays: readonly Meeting[];
  readonly fallsAway: readonly Meeting[];
};

/** So many dates that the card stays small; the others are counted, but for those about which something is to be said. */
export const shownDates = 24;
const shownOdd = 12;
const shownFates = 8;

const noon = (date: string): Date => instantOf({ date, time: '12:00' });

const whenOn = (date: string, series: Series, language: Language): string =>
  whenWithYearInWords({ ...series, startsAt: spanOn(date, series).from }, language);

type PreviewDate = Preview['dates'][number];

/** What is to be said of a date: that it is left out or moved, and why, and with whom it clashes. */
const remarksOn = (
  { occurrence, clashesWith, isDeadlinePast }: PreviewDate,
  language: Language,
): readonly string[] => {
  const { preview: text } = meetingTexts[language];
  const { date, heldOn, remark } = occurrence;
  const name = remark?.name?.[language];
  return [
    ...(remark?.kind === 'school-holiday' ? [text.schoolHoliday] : []),
    ...(name !== undefined ? [text.holiday(name)] : []),
    ...(remark?.kind === 'ask' ? [text.ask] : []),
    ...(remark?.kind !== 'ask' && remark !== undefined && heldOn === undefined ? [text.skipped] : []),
    ...(heldOn !== undefined && heldOn !== date ? [text.movedTo(dayInWords(noon(heldOn), language))] : []),
    ...clashesWith.slice(0, namedClashes).map(text.clash),
    ...(clashesWith.length > namedClashes ? [text.moreClashes] : []),
    ...(isDeadlinePast ? [text.deadlinePast] : []),
  ];
};

/** "tirsdag 9. februar 2027 kl. 9.00-11.00: fridag (…), flyttes til onsdag 10. februar" */
const dateLine = (one: PreviewDate, series: Series, language: Language): string => {
  const about = remarksOn(one, language);
  const day = whenOn(one.occurrence.date, series, language);
  return about.length === 0 ? `• ${day}` : `• ${day}: **${about.join(', ')}**`;
};

const planRows = (plan: ReminderPlan, language: Language): readonly Element[] => {
  const { preview: text, setUp, kinds } = meetingTexts[language];
  const spoken = (time: string): string => {
    const [hours = '', minutes = ''] = time.split(':');
    return `${Number(hours)}${language === 'da' ? '.' : ':'}${minutes}`;
  };
  const line = (what: string, { workingDaysBefore, time }: ReminderTime): Element =>
    words(text.planLine(what, setUp.daysBefore(workingDaysBefore).toLocaleLowerCase(language), spoken(time)));
  return [
    heading(text.plan),
    line(text.deadline, plan.deadline),
    ...reminderKinds.flatMap((kind) => {
      const at = plan.at[kind];
      return at === undefined ? [] : [line(kinds[kind], at)];
    }),
  ];
};

/** The team and the channel as Teams calls them, where it says. */
const placeRows = ({ team, channel }: Preview['place'], language: Language): readonly Element[] => {
  const { team: label, preview: text } = meetingTexts[language];
  return [
    ...(team === undefined ? [] : [typedWords(label, team)]),
    ...(channel === undefined ? [] : [typedWords(text.channel, channel)]),
  ];
};

/** What becomes of meetings that the group has already. */
const fateRows = (title: string, meetings: readonly Meeting[], language: Language): readonly Element[] => {
  if (meetings.length === 0) return [];
  const rest = meetings.length - shownFates;
  return [
    words(title, { isBold: true }),
    ...meetings.slice(0, shownFates).map((meeting) => words(`• ${whenInWords(meeting, language)}`)),
    ...(rest > 0 ? [words(meetingTexts[language].preview.more(rest))] : []),
  ];
};

/** The coming dates, who will read along, and what will be sent: nothing has been started yet. */
export const previewCard = (view: SetUpView, preview: Preview): Card => {
  const { facts, language, version } = view;
  const { preview: text, buttons, place } = meetingTexts[language];
  const { typed, series, dates, readers } = preview;
  const held = dates.filter(({ occurrence }) => occurrence.heldOn !== undefined).length;
  const data = carried(view, typed);
  const odd = dates.slice(shownDates).filter((one) => remarksOn(one, language).length > 0);
  const shown = [...dates.slice(0, shownDates), ...odd.slice(0, shownOdd)];
  const rest = dates.length - shown.length;
  return formCard(view, {
    heading: text.heading(facts.name[language]),
    rows: [
      ...placeRows(preview.place, language),
      typedWords(place, series.place),
      box('warning', [words(text.readers(readers.members, readers.guests), { isBold: true })]),
      ...fateRows(text.stays, preview.stays, language),
      ...fateRows(text.fallsAway, preview.fallsAway, language),
      heading(text.dates(held)),
      ...(preview.knowsSchoolHolidays ? [] : [words(text.noSchoolHolidays)]),
      ...shown.map((one) => words(dateLine(one, series, language))),
      ...(rest > 0 ? [words(text.more(rest))] : []),
      ...planRows(preview.plan, language),
    ],
    actions: [
      button(language, {
        title: version === 0 ? buttons.confirm : buttons.confirmAgain,
        verb: 'group.confirm',
        data: { ...data, readers },
        style: 'positive',
      }),
      button(language, { title: buttons.edit, verb: 'group.form', data }),
      button(language, { title: buttons.editPlan, verb: 'group.plan', data }),
    ],
  });
};

/** The group is set up: when it meets first, and how to go on. */
export const doneCard = (
  view: CardView & { readonly facts: GroupFacts },
  firstMeeting: string | undefined,
): Card => {
  const { facts, language } = view;
  const { done: text, buttons } = meetingTexts[language];
  const data = { groupId: facts.id };
  return formCard(view, {
    heading: text.heading(facts.name[language]),
    lead: firstMeeting === undefined ? text.leadNoMeeting : text.lead(firstMeeting),
    rows: [words(text.coordinator), words(text.privately, { isSmall: true })],
    actions: [
      secondaryButton(language, buttons.next, 'meeting.next', data),
      secondaryButton(language, buttons.deputy, 'group.deputy', data),
      secondaryButton(language, buttons.sent, 'group.sent', data),
    ],
  });
};
