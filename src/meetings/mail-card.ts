import { atTime } from '../agenda/agenda';
import type { Card } from '../cards/card';
import { type Element, heading, typedWords, words } from '../cards/elements';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import type { MeetingView } from './meeting-card';
import { type ReminderKind, reminderKinds } from './reminder-plan';
import { button, instantInWords, meetingData, sheet, wayOut, whenInWords } from './view';

/** What the reminder asks for or tells; `undefined` when it would be untrue of the meeting as it is now. */
const askedIn = (kind: ReminderKind, { meeting, language, now }: MeetingView): string | undefined => {
  const { asked } = meetingTexts[language].reminders;
  if (meeting.status.kind !== 'planned' || now >= meeting.startsAt) return undefined;
  const agenda = atTime(meeting.agenda, now);
  const deadline =
    agenda.state === 'open' ? asked.deadline(instantInWords(agenda.closesAt, language)) : undefined;
  const count = agenda.state === 'closed' || agenda.state === 'published' ? agenda.items.length : undefined;
  const said: Readonly<Record<ReminderKind, string | undefined>> = {
    'call-for-items': deadline,
    'deadline-near': deadline,
    'deadline-passed': count === undefined ? undefined : asked.count(count),
    'agenda-published': agenda.state === 'published' ? '' : undefined,
    'day-before': '',
    'same-morning': '',
  };
  return said[kind];
};

/** The lines of one mail; no item's words are among them. */
const mailLines = (kind: ReminderKind, view: MeetingView, asked: string): readonly string[] => {
  const { facts, meeting, language } = view;
  const { mail } = linkTexts[language];
  const { reminders, place } = meetingTexts[language];
  const isOpen = kind === 'call-for-items' || kind === 'deadline-near';
  return [
    mail.greeting,
    `${reminders.heading[kind]} ${asked}`.trim(),
    mail.meets(facts.name[language], whenInWords(meeting, language)),
    `${place}${meeting.place}`,
    `${isOpen ? mail.reply : mail.cannotCome} ${mail.noNames}`,
  ];
};

/** Every reminder as text to copy for somebody without Teams, and the way to the calendar's file beside it. */
export const mailCard = (view: MeetingView): Card => {
  const { facts, meeting, language } = view;
  const { reminders, kinds, buttons } = meetingTexts[language];
  const { mail, buttons: ways } = linkTexts[language];
  const data = meetingData(meeting);
  const rows = reminderKinds.flatMap((kind): readonly Element[] => {
    const asked = askedIn(kind, view);
    if (asked === undefined) return [];
    return [heading(kinds[kind]), ...mailLines(kind, view, asked).map((line) => typedWords('', line))];
  });
  return sheet(view, {
    above: `${facts.name[language]}, ${whenInWords(meeting, language)}`,
    heading: reminders.mailHeading,
    lead: rows.length === 0 ? '' : reminders.mailLead,
    rows: rows.length === 0 ? [words(mail.nothing)] : rows,
    actions: [
      button(language, { title: ways.file, verb: 'meeting.file', data }),
      wayOut(language, buttons.back, 'meeting.more', data),
    ],
  });
};
