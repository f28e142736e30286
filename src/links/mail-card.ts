import { severalLines } from '../agenda/text-field';
import type { Card } from '../cards/card';
import { type Element, heading, linkRow, typedWords, words } from '../cards/elements';
import type { MeetingView } from '../meetings/meeting-card';
import { atTime } from '../meetings/model/agenda';
import { type ReminderKind, reminderKinds } from '../meetings/model/reminder-plan';
import {
  button,
  formCard,
  instantInWords,
  meetingData,
  secondaryButton,
  whenInWords,
} from '../meetings/view';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';

/** What each reminder says, without those that would be untrue of the meeting as it is now. */
const sayingsOf = ({
  meeting,
  language,
  now,
}: MeetingView): Readonly<Partial<Record<ReminderKind, string>>> => {
  const { says } = linkTexts[language].mail;
  if (meeting.status.kind !== 'planned' || now >= meeting.startsAt) return {};
  const agenda = atTime(meeting.agenda, now);
  const always = { 'day-before': says['day-before'], 'same-morning': says['same-morning'] };
  if (agenda.state === 'open') {
    const deadline = instantInWords(agenda.closesAt, language);
    const open = ['call-for-items', 'deadline-near'] as const;
    return { ...always, ...Object.fromEntries(open.map((kind) => [kind, says[kind](deadline)])) };
  }
  const { count } = meetingTexts[language].reminders.asked;
  const items = agenda.state === 'erased' ? [] : agenda.items;
  const closed = { ...always, 'deadline-passed': says['deadline-passed'](count(items.length)) };
  return agenda.state === 'published' ? { ...closed, 'agenda-published': says['agenda-published'] } : closed;
};

/** The lines of one mail; no item's words are among them. */
const mailLines = (kind: ReminderKind, view: MeetingView, saying: string): readonly string[] => {
  const { facts, meeting, language } = view;
  const { mail } = linkTexts[language];
  const isOpen = kind === 'call-for-items' || kind === 'deadline-near';
  return [
    mail.greeting,
    saying,
    mail.meets(facts.name[language], whenInWords(meeting, language)),
    `${meetingTexts[language].place}${meeting.place}`,
    `${isOpen ? mail.reply : mail.cannotCome} ${mail.noNames}`,
  ];
};

/** A mail that its reader's own program opens, with everything in it but the address. */
const mailAddress = (subject: string, lines: readonly string[]): string => {
  // What can't be seen is left out: half of a pair, which somebody can have typed as the place, has no code in an address.
  const coded = (text: string): string => encodeURIComponent(severalLines(text));
  return `mailto:?subject=${coded(subject)}&body=${lines.map(coded).join('%0D%0A')}`;
};

/** Every reminder as text to copy for somebody without Teams, and the way to the calendar's file beside it. */
export const mailCard = (view: MeetingView): Card => {
  const { facts, meeting, language } = view;
  const { reminders, kinds, buttons } = meetingTexts[language];
  const { mail, buttons: ways } = linkTexts[language];
  const data = meetingData(meeting);
  const sayings = sayingsOf(view);
  const rows = reminderKinds.flatMap((kind): readonly Element[] => {
    const saying = sayings[kind];
    if (saying === undefined) return [];
    const lines = mailLines(kind, view, saying);
    const when = whenInWords(meeting, language);
    const subject = mail.about(reminders.heading[kind], facts.name[language], when);
    return [
      heading(kinds[kind]),
      typedWords(mail.subject, subject),
      ...lines.map((line) => typedWords('', line)),
      linkRow(mail.open, mailAddress(subject, lines), false),
    ];
  });
  return formCard(view, {
    above: `${facts.name[language]}, ${whenInWords(meeting, language)}`,
    heading: reminders.mailHeading,
    lead: rows.length === 0 ? '' : reminders.mailLead,
    rows: rows.length === 0 ? [words(mail.nothing)] : rows,
    actions: [
      button(language, { title: ways.file, verb: 'meeting.file', data }),
      secondaryButton(language, buttons.back, 'meeting.more', data),
    ],
  });
};
