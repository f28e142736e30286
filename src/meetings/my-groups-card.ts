import type { Card } from '../cards/card';
import { buttonRow, type Element, heading, typedWords, words } from '../cards/elements';
import type { Instant } from '../storage/contract';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import { groupPageButtons } from './group-pages';
import type { GroupFacts } from './model/group-facts';
import type { Meeting } from './model/meeting';
import { phaseOf } from './model/posted';
import type { Mine } from './my-groups';
import { button, type CardView, formCard, meetingData, secondaryButton, whenInWords } from './view';

export type MyGroup = {
  readonly facts: GroupFacts;
  readonly role: 'coordinator' | 'deputy' | 'member';
  readonly next: Meeting | undefined;
  /** Whether the reader gets reminders in the private chat. */
  readonly isReminded: boolean;
};

const meetingRows = (meeting: Meeting, now: Instant, { language }: CardView): readonly Element[] => {
  const text = meetingTexts[language];
  return [
    words(`**${whenInWords(meeting, language)}**: ${text.meeting.states[phaseOf(meeting, now)]}`),
    typedWords(text.place, meeting.place),
    buttonRow([
      button(language, {
        title: text.buttons.showMeeting,
        verb: 'meeting.show',
        data: meetingData(meeting),
        tooltip: whenInWords(meeting, language),
      }),
    ]),
  ];
};

/** A page of the reader's groups, each with its next meeting. */
export const myGroupsCard = (
  view: CardView & Omit<Mine, 'accesses'> & { readonly now: Instant },
  groups: readonly MyGroup[],
): Card => {
  const { language, now, isWhole, isLate, page } = view;
  const { groups: text, buttons } = meetingTexts[language];
  return formCard(view, {
    heading: text.heading,
    lead: [groups.length === 0 ? text.none : '', isWhole ? '' : text.unknown].filter(Boolean).join(' '),
    rows: [
      ...groups.flatMap(({ facts, role, next, isReminded }) => [
        heading(facts.name[language]),
        ...(role === 'member' ? [] : [words(text[role], { isSmall: true })]),
        ...(next === undefined ? [words(text.noMeetings)] : meetingRows(next, now, view)),
        ...(isReminded ? [words(text.isReminded, { isSmall: true })] : []),
        buttonRow([
          button(language, {
            title: isReminded ? text.remindNot : text.remind,
            verb: isReminded ? 'group.remind-not' : 'group.remind',
            data: { groupId: facts.id, ...(page > 0 ? { page } : {}) },
            tooltip: facts.name[language],
          }),
        ]),
        buttonRow([
          button(language, {
            title: linkTexts[language].buttons.calendar,
            verb: 'feed.show',
            data: { groupId: facts.id },
            tooltip: linkTexts[language].feed.heading(facts.name[language]),
          }),
        ]),
      ]),
      ...(isLate ? [words(text.late, { isSmall: true })] : []),
    ],
    actions: [
      ...groupPageButtons(view, 'group.mine'),
      button(language, { title: buttons.next, verb: 'meeting.next' }),
    ],
  });
};

/** The next meetings of one group, or of a page of the reader's groups. */
export const nextMeetingsCard = (
  view: CardView & Pick<Mine, 'page' | 'pages'> & { readonly now: Instant },
  groups: readonly {
    readonly facts: GroupFacts;
    readonly meetings: readonly Meeting[];
    readonly areMore: boolean;
  }[],
): Card => {
  const { language, now } = view;
  const { groups: text, buttons } = meetingTexts[language];
  const withMeetings = groups.filter(({ meetings }) => meetings.length > 0);
  return formCard(view, {
    heading: text.nextHeading,
    lead: withMeetings.length === 0 ? text.noMeetings : '',
    rows: [
      ...withMeetings.flatMap(({ facts, meetings, areMore }) => [
        heading(facts.name[language]),
        ...meetings.flatMap((meeting) => meetingRows(meeting, now, view)),
        ...(areMore ? [words(text.more, { isSmall: true })] : []),
      ]),
    ],
    actions: [
      ...groupPageButtons(view, 'meeting.next'),
      secondaryButton(language, buttons.myGroups, 'group.mine'),
    ],
  });
};
