import type { MessagesText } from './da-messages';
import { many } from './many';

export const enMessages: MessagesText = {
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
      'moved-here': 'Message about the new channel',
      'moved-away': 'Message in the old channel',
      dissolved: 'Message that the group is dissolved',
      'dissolved-privately': 'Message that the group is dissolved',
      'items-dropped': 'Message to an item’s author',
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

  left: {
    movedHere: (group) =>
      `${group} now meets in this channel. Write “@Vejviser meetings” to see the next meetings.`,
    movedAway: (group) =>
      `${group} no longer meets in this channel. If you don’t know where it meets now, ask the coordinator.`,
    movedHeading: 'The group meets in another channel',
    moved: 'This card is no longer kept up to date. Ask the coordinator where the group meets now.',
    dissolved: (group) =>
      `${group} is dissolved in Vejviser. Meetings that haven’t been held are cancelled, and there will be no more reminders.`,
    itemsDropped: (group) =>
      `${group} is dissolved in Vejviser. The items that you had submitted and that hadn’t been dealt with are deleted.`,
    dissolvedHeading: 'The group is dissolved in Vejviser',
    dissolvedCard: 'The meeting, agenda and apologies are deleted.',
    back: 'This card is out of date. Write “@Vejviser meetings” in this channel to see how things stand.',
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
      deadline: (when) => `Submit it by ${when}.`,
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
          `${many(count, 'item', 'items')} from the meeting of ${group} on ${when} ${count === 1 ? 'waits' : 'wait'} for a new meeting, but none is planned. Plan a meeting that takes ${count === 1 ? 'it' : 'them'}. Otherwise ${count === 1 ? 'it is' : 'they are'} deleted on ${erased}.`,
      },
    },
    fileHeading: 'Keep the agenda before it is erased',
    file: (group, when, erased) =>
      `The agenda, decisions and apologies of the meeting in ${group} ${when} are erased ${erased}. If anything is to be filed, open the agenda and download the document before that.`,
    mailHeading: 'The text for an email',
    mailLead:
      'For those who aren’t in Teams. Open the text as an email, or copy it. The items themselves aren’t in it.',
  },
};
