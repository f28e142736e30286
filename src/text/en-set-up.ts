import type { SetUpText } from './da-set-up';
import { many } from './many';

export const enSetUp: SetUpText = {
  setUp: {
    heading: 'Which group is the channel for?',
    lead: 'A channel has one group, and a group has one channel.',
    nothingFree: 'Every group has a channel already.',
    nothingFreeHere: 'The groups on this page have a channel already.',
    formHeading: (group) => `When does ${group} meet?`,
    formLead: 'You see the dates before anything is started. Every field must be filled in.',
    ruleKind: 'How often?',
    weekly: 'Every week, or every second, third … week',
    monthly: 'A particular weekday of the month',
    weekday: 'Weekday',
    every: 'Interval (2 = every other)',
    nth: 'Which one of the month? (only with monthly meetings)',
    nths: {
      '1': 'The first',
      '2': 'The second',
      '3': 'The third',
      '4': 'The fourth',
      '5': 'The fifth',
      '-1': 'The last',
    },
    startsOn: 'First day',
    endsOn: 'Last day',
    time: 'Time',
    lengthMinutes: 'How many minutes?',
    place: 'Place',
    onHoliday: 'When the meeting falls on a day off',
    onHolidays: { skip: 'Skip the meeting', move: 'Move it to the next working day', ask: 'Ask me' },
    alwaysAsked: 'When a meeting falls on a day off, Vejviser asks you for another day.',
    planHeading: 'When should the group hear from Vejviser?',
    planLead: 'Days are counted as the group’s working days before the meeting.',
    deadlineDays: 'Deadline for items: working days before the meeting',
    deadlineTime: 'Time of the deadline',
    hoursFrom: 'Send nothing before',
    hoursTo: 'Send nothing after',
    remindAt: 'Reminders are sent at',
    morningAt: 'The same morning at',
    off: 'Don’t send it',
    daysBefore: (days) => (days === 0 ? 'On the day' : `${many(days, 'working day', 'working days')} before`),
  },

  preview: {
    heading: (group) => `Is this right for ${group}?`,
    readers: (members, guests) =>
      `${many(members, 'member', 'members')}${guests === 0 ? ', no guests' : `, ${many(guests, 'guest', 'guests')} among them`}. Everybody in the channel can read the agenda.`,
    noTeam: 'The channel',
    dates: (count) => `The coming dates (${many(count, 'meeting', 'meetings')} in all)`,
    more: (count) => `… and ${many(count, 'more date', 'more dates')}.`,
    plan: 'Reminders',
    planLine: (what, when, time) => `• ${what}: ${when}, at ${time}`,
    deadline: 'Deadline for items',
    noSchoolHolidays:
      'The municipality’s school holidays haven’t been filled in yet, so they aren’t taken out. Look through the dates yourself. If they are filled in later, the meetings follow, and the channel is told.',
    holiday: (name) => `day off (${name})`,
    schoolHoliday: 'school holiday',
    skipped: 'is skipped',
    movedTo: (day) => `is moved to ${day}`,
    ask: 'you will be asked for another day',
    deadlinePast: 'the deadline for items has passed already',
    channel: 'Channel: ',
    stays: 'These meetings stay as they are, for they have been changed or have items:',
    fallsAway: 'These meetings fall away:',
    clash: (group) => `at the same time as ${group}`,
    moreClashes: 'and more groups',
  },

  done: {
    heading: (group) => `${group} is set up`,
    lead: (when) => `The first meeting is ${when}. Vejviser takes care of the reminders.`,
    leadNoMeeting: 'There are no meetings yet.',
    coordinator: 'You are the coordinator, and can change a meeting at any time under “More”.',
    unchanged: 'The group is set up here already. Nothing has changed.',
    alreadyHeading: (group) => `The channel belongs to ${group}`,
    privately:
      'To hear from Vejviser in your private chat, find Vejviser under Apps in Teams and write “hi” there.',
  },

  moving: {
    chooseHeading: 'Which group is to move here?',
    chooseLead: 'The group’s meetings, agendas and items come along.',
    nothingToMove: 'You aren’t the coordinator of a group in another channel.',
    heading: (group) => `Should ${group} move here?`,
    lead: 'The group meets in another channel now. Nothing has changed yet.',
    what: [
      'Planned meetings, agendas, items and apologies come along.',
      'The old channel is told that the group meets in another channel. Vejviser doesn’t say which.',
      'The cards in the old channel are closed. Cards of meetings that haven’t been held come here.',
      'Afterwards the old channel can be used for another group.',
    ],
    lostSubscribers: (people) =>
      `${many(people, 'person', 'people')} with private reminders aren’t in this channel and will get no more.`,
    withoutCoordinator: 'Neither the coordinator nor the deputy is in this channel.',
    yes: 'Yes, move the group here',
    doneHeading: (group) => `${group} now meets here`,
    doneLead: (when) => `The next meeting is ${when}.`,
    doneOld: 'The old channel is told, and the cards there are closed.',
  },

  dissolving: {
    heading: (group) => `Should ${group} be dissolved?`,
    lead: 'The group is removed from Vejviser. This can’t be undone. The channel in Teams stays.',
    heard: 'The channel and those with private reminders are told.',
    meetings: (count, heard) =>
      count === 0
        ? 'There are no meetings to be held.'
        : `${many(count, 'meeting', 'meetings')} will be cancelled. ${heard}`,
    items: (items, authors) =>
      items === 0
        ? 'There are no items waiting to be dealt with.'
        : `${many(items, 'item', 'items')} will be deleted without having been dealt with.${authors === 0 ? '' : ` ${many(authors, 'other person', 'others')} who submitted them will be told in private.`}`,
    what: [
      'Every agenda, decision and apology is deleted now. If something is to be filed, open the agenda and fetch the document first.',
      'The cards in the channel are closed. Calendars with the group’s meetings stop working.',
      'There is no coordinator or deputy any more. The channel can be used for another group once the administrator has appointed a new coordinator.',
    ],
    yes: 'Yes, dissolve the group',
    doneHeading: (group) => `${group} is dissolved in Vejviser`,
    done: 'Agendas, items and apologies are deleted. The channel and those concerned are told.',
    gone: {
      none: 'No group lacks its channel',
      noneLead:
        'A group that has a channel is set up and dissolved there: write **@Vejviser set up** in the channel.',
      heading: 'Groups without a channel',
      listLead:
        'Their channel in Teams no longer exists. A group can go on in a new channel: write **@Vejviser set up** there. Or you can dissolve it here.',
      dissolve: (group) => `Dissolve ${group}`,
      lead: 'The group’s channel in Teams no longer exists. The group is removed from Vejviser. This can’t be undone.',
      heard: 'The coordinator, the deputy and those with private reminders are told in private.',
      what: [
        'Every agenda, decision and apology is deleted now. Without the channel nobody can open them any more.',
        'Calendars with the group’s meetings stop working.',
      ],
      done: 'Agendas, items and apologies are deleted. Those concerned are told in private.',
    },
  },

  people: {
    heading: 'Who is to be coordinator?',
    lead: 'You are an administrator. Choose who in the channel can become coordinator. Guests can’t be chosen.',
    person: 'Person',
    saved: 'Saved',
    search: 'Part of the name',
    nobodyFound: 'Nobody in the channel has that name.',
    tooManyFound: (people) => `${people} match. Write more of the name.`,
    named: ' is appointed and can now become the group’s coordinator.',
    namedNext: 'Next: the coordinator writes **@Vejviser set up** in this channel within 90 days.',
    namedSelf: 'Next: set the group up. You are then its coordinator.',
    unnamed: ' can no longer set the group up or take it over.',
    nameMore: 'Appoint one more',
    deputyHeading: 'Who is the deputy?',
    deputyLead: 'The deputy can do the same as the coordinator, but not choose another deputy.',
    deputySaved: ' is now the group’s deputy.',
    takenOver: ' is now the group’s coordinator.',
    gone: (group) =>
      `The coordinator and the deputy of ${group} are no longer in the channel. Appoint somebody else: write **@Vejviser set up** in the group’s channel.`,
    channelGone: (group) =>
      `The channel of ${group} no longer exists, or Vejviser is not in it. Reminders and agendas do not arrive. Add Vejviser again, or write **@Vejviser set up** in a new channel.`,
    unreached: (group) =>
      `Vejviser cannot write to you in private, so your reminders from ${group} do not arrive. Find Vejviser under Apps in Teams and write “hello” there.`,
    takenOverFrom: (group) =>
      `Somebody else is now the coordinator of ${group}. You are its coordinator no longer.`,
    newGuest: (group) => `There is a new guest in the channel of ${group}. The guest can read the agenda.`,
  },
};
