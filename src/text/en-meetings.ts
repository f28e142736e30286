import type { MeetingText } from './da-meetings';
import { enSetUp } from './en-set-up';
import { many } from './many';

export const enMeetings: MeetingText = {
  summary: 'A card about meetings from Vejviser',
  neutralName: 'Meeting',
  notDrawn: 'The card can’t be shown here. Open the chat in a newer version of Teams or on a computer.',
  place: 'Place: ',
  team: 'Team: ',
  and: 'and',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  when: (day, from, to) => `${day} ${from}-${to}`,

  buttons: {
    noPerson: 'It is a place, not a person',
    unname: 'Remove as coordinator',
    next: 'Next meetings',
    myGroups: 'My groups',
    showMeeting: 'Show the meeting',
    apology: 'Send apologies',
    handIn: 'Submit an item',
    more: 'More',
    back: 'Back',
    save: 'Save',
    change: 'Change or move the meeting',
    cancel: 'Cancel the meeting',
    skip: 'Skip the meeting',
    yesCancel: 'Yes, cancel it',
    yesSkip: 'Yes, skip it',
    extra: 'Add an extra meeting',
    sent: 'Messages',
    mail: 'The text for an email',
    withdraw: 'Take the apologies back',
    sendApology: 'Send the apologies',
    preview: 'Show the coming meetings',
    confirm: 'Yes, set the group up',
    confirmAgain: 'Yes, use the new plan',
    edit: 'Change',
    editPlan: 'Change the reminders',
    setUp: 'Set the group up',
    newPlan: 'Make a new plan of meetings',
    name: 'Appoint coordinator',
    deputy: 'Choose a deputy',
    takeOver: 'Take over as coordinator',
    agenda: 'Agenda',
  },

  refused: 'That couldn’t be done',
  refusals: {
    'unknown-roster':
      'Teams doesn’t say who is in the channel, so Vejviser does nothing yet. Try again in a moment.',
    outsider: 'Only those who are in the group’s channel can do that.',
    'not-allowed': 'Only the group’s coordinator and deputy can do that.',
    'not-named':
      'You can’t set a group up yet. Only those whom the municipality’s administrator has appointed in this channel can.',
    'no-administrators':
      'Nobody can set a group up yet, for the municipality has chosen no administrator of Vejviser. Its IT department does that.',
    'administrators-only': 'Only the municipality’s administrator can do that.',
    'enough-named': 'Twenty people are appointed already. Remove one of them first.',
    'not-in-channel':
      'Write **@Vejviser set up** in the group’s own channel. The private chat belongs to no group.',
    'no-group-here':
      'The channel isn’t set up for a group. The coordinator writes **@Vejviser set up** in this channel.',
    'unknown-group': 'Vejviser doesn’t know that group. Choose one of the groups below.',
    'channel-taken': 'The channel belongs to another group already. A channel can only have one group.',
    'group-taken': 'The group lives in another channel already. A group can only have one channel.',
    'changed-meanwhile':
      'Something has changed since you opened the card. Here it is as it stands now. Do you still want to?',
    moved: (when) =>
      `The meeting has changed since you opened the card. It is now ${when}. Does that still fit?`,
    'no-such-meeting': 'That meeting no longer exists. Here are the next ones.',
    over: 'The meeting has been held, so it can’t be changed any more.',
    'already-cancelled': 'The meeting has been cancelled already.',
    'already-skipped': 'The meeting has been skipped already.',
    past: 'That time has passed. Choose one to come.',
    'minutes-out-of-range': 'A meeting lasts between 15 minutes and 8 hours.',
    'no-place': 'Write where the meeting is.',
    'same-function': 'A function can’t be its own substitute.',
    'no-apology': 'No apologies were sent for that function.',
    'not-yours': 'Somebody else sent those apologies. Only they or the coordinator can take them back.',
    'unknown-function': 'That function isn’t part of the group.',
    'odd-card': 'The card is too old or incomplete. Start again below.',
    impossible: 'That can’t be done with the meeting as it is now.',
  },

  faults: {
    missing: 'Fill in the field.',
    'not-a-date': 'Write a date, such as 12/01/2027.',
    'not-a-time': 'Write a time, such as 9:00.',
    past: 'That day has passed. Choose one to come.',
    'end-before-start': 'The last day comes before the first.',
    'too-far': 'Choose a day within the next two years.',
    'every-out-of-range': 'Choose a whole number from 1 to 12.',
    'minutes-out-of-range':
      'A meeting lasts between 15 minutes and 8 hours. Write the number in minutes, such as 120.',
    'too-long': 'The text is too long. Write at most 120 characters.',
    cpr: 'That looks like a CPR number. Don’t write it here.',
    person: 'That looks like a person. Write only the place.',
    'deadline-after-meeting':
      'The deadline comes after the meeting. Choose an earlier time or more days before.',
    'call-after-deadline':
      'The deadline for items has passed by then. Choose more days before, or don’t send it.',
    'hours-reversed': 'The last time comes before the first.',
    'after-the-start': 'The meeting has begun by then. Choose an earlier time.',
    'outside-hours': 'The time lies outside the hours in which anything may be sent.',
    'no-dates': 'That plan gives no meetings. Change the days.',
    unknown: 'Choose one of the answers.',
    'same-function': 'A function can’t be its own substitute.',
  },

  ...enSetUp,

  kinds: {
    'call-for-items': 'Ask for items',
    'deadline-near': 'The deadline is near',
    'deadline-passed': 'The deadline has passed',
    'agenda-published': 'The agenda is ready',
    'day-before': 'The day before',
    'same-morning': 'The same morning',
  },

  meeting: {
    states: {
      planned: 'The meeting is planned',
      today: 'The meeting is today',
      begun: 'The meeting has begun',
      held: 'The meeting has been held',
      cancelled: 'The meeting is cancelled',
      skipped: 'The meeting is skipped',
    },
    askItems: (deadline) => `Do you have an item? The deadline is ${deadline}.`,
    askedClosed: 'The deadline for items has passed.',
    changed: 'The meeting has changed. If the new time doesn’t suit you, send apologies again.',
    functions: 'Attendance',
    coming: 'No apologies yet.',
    notComing: 'sent apologies',
    substitute: (name) => `sent apologies, ${name} comes instead`,
    moreHeading: 'What would you like to do?',
    asCoordinator: 'As coordinator',
  },

  apology: {
    heading: 'Send apologies',
    functionId: 'Which function won’t come?',
    substituteId: 'Does another function come instead?',
    nobody: 'No, nobody',
    onBehalf: 'You are the coordinator and can also send apologies for a function that isn’t in Teams.',
    saved: 'The apologies are saved, and the coordinator can see them.',
    withdrawn: 'The apologies were taken back.',
  },

  change: {
    heading: 'Change or move the meeting',
    lead: 'Everybody in the channel is told. Apologies must be sent again if the time changes.',
    date: 'Date',
    saved: 'The meeting is changed, and the channel is told.',
    unchanged: 'There was nothing to change.',
    cancelHeading: 'Cancel the meeting?',
    skipHeading: 'Skip the meeting?',
    sure: 'Everybody in the channel is told, and the reminders stop. The items move to the next meeting that is held. It can’t be undone.',
    cancelled: 'The meeting is cancelled, and the channel is told.',
    skipped: 'The meeting is skipped, and the channel is told.',
    extraHeading: 'An extra meeting',
    extraLead: 'It comes on top of the group’s plan.',
    extraSaved: 'The extra meeting is added.',
    warned: {
      heading: 'Is that when the meeting should be?',
      nothingYet: 'Nothing has been changed yet, and nobody has been told.',
      weekend: (weekday) => `That is a ${weekday}.`,
      holiday: (name) => `That is a day off${name ? ` (${name})` : ''}.`,
      schoolHoliday: 'That is in the school holidays.',
      clash: (group) => `${group} meets at the same time.`,
      yes: 'Yes, use that time',
    },
  },

  groups: {
    heading: 'My groups',
    none: 'You aren’t in the channel of any group that Vejviser knows.',
    unknown: 'Teams doesn’t answer for every channel just now, so the list may lack something.',
    nextHeading: 'Next meetings',
    more: 'There are more meetings further ahead.',
    noMeetings: 'There are no meetings to come.',
    remind: 'Remind me here in the chat',
    remindNot: 'No reminders here in the chat',
    isReminded: 'You get the group’s reminders here in the chat.',
    coordinator: 'You are the coordinator.',
    deputy: 'You are the deputy.',
  },

  sent: {
    heading: 'What will be sent, and what was',
    none: 'Nothing was sent in the last two weeks, and nothing is waiting.',
    rest: (lines) => `There ${lines === 1 ? 'is 1 more line' : `are ${lines} more lines`}. Press “More”.`,
    ofOne: (when) => `Only about the meeting ${when}.`,
    all: 'All of the group’s messages',
    later: 'More',
    states: {
      planned: 'waiting',
      leased: 'being sent',
      sent: 'sent',
      unknown: 'nobody knows whether it arrived',
      failed: 'couldn’t be sent',
      obsolete: 'wasn’t sent, for it was out of date',
    },
    line: (what, when, state) => `**${what}**, ${when}: ${state}`,
    ofMeeting: (day, when) => `the meeting on ${day}, ${when}`,
    privately: (what, people) => `${what}, in private to ${many(people, 'person', 'people')}`,
    kinds: {
      'meeting-card': 'The meeting’s card',
      'change-notice': 'Word of a change',
      deadline: 'The deadline',
      'agenda-card': 'The agenda’s card',
      'show-meeting': 'The meeting’s card, shown anew',
      'show-agenda': 'The agenda’s card, shown anew',
      'ask-coordinator': 'Question to the coordinator',
      'ask-publish': 'Question to the coordinator',
      'ask-unpublished': 'Question to the coordinator',
      'ask-outcomes': 'Question to the coordinator',
      'ask-waiting': 'Question to the coordinator',
      'new-guest': 'Word of a new guest',
      'channel-gone': 'Word that the channel is gone',
      'taken-over': 'Message to the former coordinator',
      'coordinators-gone': 'Word to the administrator',
      'item-refused': 'Answer to an item’s author',
      'item-taken': 'Answer to an item’s author',
      'item-postponed': 'Answer to an item’s author',
      other: 'Message',
    },
  },

  posted: {
    placeholder: {
      meeting: (group) =>
        `A card about a meeting in ${group} is on its way. If it doesn’t come, write “@Vejviser meetings” in this channel.`,
      agenda: (group) =>
        `An agenda for ${group} is on its way. If it doesn’t come, write “@Vejviser agenda” in this channel.`,
    },
    outlivedHeading: 'See the latest card',
    outlived: {
      meeting: 'The meeting’s card has been sent again in a newer message in this channel.',
      agenda: 'The agenda’s card has been sent again in a newer message in this channel.',
    },
    erased: 'Vejviser has deleted the agenda and the apologies. The meeting itself is deleted 90 days later.',
  },

  reminders: {
    heading: {
      'call-for-items': 'Do you have an item for the next meeting?',
      'deadline-near': 'The deadline for items is near',
      'deadline-passed': 'The deadline for items has passed',
      'agenda-published': 'The agenda is ready',
      'day-before': 'Remember the meeting',
      'same-morning': 'There is a meeting today',
    },
    asked: {
      deadline: (when) => `Hand it in by ${when}.`,
      count: (count) =>
        count === 0 ? 'No items were submitted.' : `${many(count, 'item was', 'items were')} submitted.`,
      apology: 'If you can’t come, send apologies now.',
    },
    late: 'This comes later than it should.',
    notice: {
      extra: (group, when) => `There is an extra meeting in ${group}: ${when}.`,
      'on-again': (group, when) => `The meeting in ${group} ${when} will be held after all.`,
      moved: (group, from, to) => `The meeting in ${group} has been moved from ${from} to ${to}.`,
      newPlace: 'It also has a new place.',
      changed: (group, when, { hasNewPlace, hasNewLength }) => {
        if (!hasNewLength) return `The meeting in ${group} ${when} has a new place.`;
        const place = hasNewPlace ? ' and has a new place' : '';
        return `The meeting in ${group} has a new length. It is now ${when}${place}.`;
      },
      apologise: 'If you can’t come at the new time, send your apologies again.',
      seeCard: 'See the meeting’s card.',
      write: 'Write “@Vejviser meetings” in the channel to see it.',
      cancelled: (group, when) => `The meeting in ${group} ${when} has been cancelled.`,
      skipped: (group, when) => `The meeting in ${group} ${when} is skipped.`,
    },
    seriesEnds: (group, day) =>
      `The plan of ${group} ends on ${day}. Write **@Vejviser set up** in the group’s channel and plan new meetings.`,
    holidayAsk: (group, day, name) =>
      `${group} should meet on ${day}, but that is ${name === '' ? 'in the school holidays' : `a day off (${name})`}. Choose another day: write **@Vejviser set up** in the channel and choose “Add an extra meeting”.`,
    asks: {
      'ask-publish': {
        heading: 'The agenda is not published',
        words: (group, when, count) =>
          `There ${count === 1 ? 'is' : 'are'} ${many(count, 'item', 'items')} for the meeting of ${group} on ${when}, but the agenda is not published. Get it ready, so that the group can see it before the meeting.`,
      },
      'ask-unpublished': {
        heading: 'What was agreed?',
        words: (group, when, count, until) =>
          `The agenda for the meeting of ${group} on ${when} was not published. Write what was agreed about ${many(count, 'item', 'items')}. What you have noted nothing about by ${until} comes to the next meeting’s agenda.`,
      },
      'ask-outcomes': {
        heading: 'What was agreed?',
        words: (group, when) =>
          `Nothing is noted from the meeting of ${group} on ${when}. Write what was agreed, and what is to come to the next meeting. Vejviser asks only this once.`,
      },
      'ask-waiting': {
        heading: 'Items wait for a meeting',
        words: (group, when, count, erased) =>
          `${many(count, 'item', 'items')} from the meeting of ${group} on ${when} ${count === 1 ? 'waits' : 'wait'} for a new meeting, but none is planned. Plan a meeting, and the items come to it. Otherwise they are deleted on ${erased}.`,
      },
    },
    fileHeading: 'Keep the agenda before it is erased',
    file: (group, when, erased) =>
      `The agenda, decisions and apologies of the meeting in ${group} ${when} are erased ${erased}. If anything is to be filed, open the agenda and download the document before that.`,
    mailHeading: 'The text for an email',
    mailLead: 'For those who aren’t in Teams. Copy the text. The items themselves aren’t in it.',
  },
};
