import type { RequestText } from './da-requests';
import { enUnitSetUp } from './en-unit-set-up';

const notReported = 'It is not a report: **you have not reported yet.**';

export const enRequests: RequestText = {
  summary: 'A card from Vejviser',
  notReported,
  callBack: 'Ask to be called back',
  buttons: {
    menu: 'Menu',
    send: 'Send the request',
    withdraw: 'Withdraw it',
    mine: 'Show my request',
    take: 'Take it',
    number: 'Show the number',
    close: 'Close: it is done',
    giveBack: 'Give it back',
    name: 'Appoint',
    unname: 'Remove the appointment',
    use: 'Yes, use the channel',
    move: 'Yes, move the unit here',
    again: 'Show the channel',
    deputies: 'Choose deputies',
    saveDeputies: 'Save deputies',
    askTakeDown: 'Stop using the channel',
    takeDown: 'Yes, stop',
    nameMore: 'Appoint one more',
    showTaker: 'Let whoever asks see who',
    hideTaker: 'Hide it from whoever asks',
    back: 'Back',
  },

  menu: {
    title: 'Be called back',
    meaning: 'Ask a unit to call you. It is not a report.',
  },
  help: {
    can: 'Called back: ask a unit to call you, or request teaching. It is not a report.',
    words: 'Here in the private chat: call me. The unit in its own channel: @Vejviser unit',
    stored:
      'About a request: your number until it is over, and that you asked for seven days more. Nothing about the young person.',
  },
  choose: {
    heading: 'Who should call you?',
    lead: `${notReported} If there is danger, or if it can’t wait, call at once.`,
    telephone: (number) => `Call yourself: **${number}**`,
    none: 'No unit takes requests here just now. Call instead:',
  },

  form: {
    heading: (unit) => `Ask ${unit} to call`,
    lead: (telephone) => `${notReported} If it can’t wait, call yourself: **${telephone}**.`,
    who: 'You will be called as: ',
    whoUnknown: 'The unit gets the name that you have in Teams.',
    number: 'Your telephone number, eight digits',
    when: 'When can you answer the telephone? Choose two or three',
    matter: 'What is it about? The unit sees what you choose',
    noMatter: 'I’d rather not say here',
    matters: {
      'under-18': 'A particular young person under 18, or the age is unknown',
      adult: 'A particular person of 18 or over',
      general: 'A general concern',
      teaching: 'Teaching',
      other: 'Something else',
    },
    noWords: 'Write nothing about the young person. Save that for the telephone.',
    expected: (unit, when) => `${unit} can call ${when} at the earliest.`,
    today: (day) => `today, ${day}`,
    usualHours: 'The opening hours aren’t known, so Vejviser counts on working days from 8 to 16.',
    half: { forenoon: 'before noon', afternoon: 'afternoon' },
  },
  faults: {
    missing: 'Fill in the field.',
    number: 'Write a Danish telephone number with eight digits.',
    when: 'Choose two or three times.',
    themes: 'Choose at least one theme.',
    cpr: 'It looks like a CPR number. Don’t write it here.',
    person: 'It looks like a person. Write only the school or institution.',
    'too-long': 'It is too long. Write only the school or institution.',
  },

  receipt: {
    heading: {
      'call-back': (unit) => `You have asked ${unit} to call`,
      teaching: (unit) => `You have requested teaching from ${unit}`,
    },
    lead: (time) =>
      `You asked ${time}. You will be told here in the chat when the unit has the request, and also if it doesn’t arrive.`,
    keep: 'Your number is deleted when the request is over.',
  },
  mine: {
    heading: {
      'in-line': (unit) => `Your request is on its way to ${unit}`,
      'in-channel': (unit) => `${unit} has received your request`,
      overdue: (unit) => `${unit} hasn’t taken your request yet`,
      taken: (unit) => `${unit} has taken your request`,
      closed: (unit) => `${unit} has closed your request`,
      withdrawn: () => 'You have withdrawn your request',
      undelivered: (unit) => `Your request did not reach ${unit}`,
      expired: (unit) => `${unit} did not get to your request`,
    },
    lead: {
      'in-line': 'It isn’t in the unit’s channel yet.',
      'in-channel': 'It is in the unit’s channel. You will be told when somebody has taken it.',
      overdue: 'Don’t wait any longer: call yourself. The request is still there.',
      taken: 'Somebody in the unit has taken it to call you. If you don’t hear from them, call yourself.',
      closed: 'If nobody has called you, call yourself.',
      withdrawn: 'You won’t be called. Your number is deleted.',
      undelivered: 'You won’t be called. Call yourself.',
      expired: 'You won’t be called. Call yourself.',
    },
    call: (telephone) => `Call yourself: **${telephone}**`,
    asked: (time) => `Sent ${time}.`,
    already: 'You have a request with the unit already. Here it is.',
  },
  told: {
    'in-channel': (unit) => `Your request is back with ${unit} and waits for somebody to take it.`,
    overdue: (unit, telephone) =>
      `${unit} hasn’t taken your request yet. Don’t wait any longer: call **${telephone}** yourself. The request is still there.`,
    taken: (unit, telephone) =>
      `${unit} has taken your request. If you don’t hear from them, call **${telephone}** yourself.`,
    closed: (unit, telephone) =>
      `${unit} has closed your request. If nobody has called you, call **${telephone}** yourself.`,
    undelivered: (unit, telephone) =>
      `Your request did not reach ${unit}. You won’t be called: call **${telephone}** yourself.`,
    expired: (unit, telephone) =>
      `${unit} did not get to your request, and it is over now. Call **${telephone}** yourself.`,
  },

  unit: {
    heading: {
      'call-back': 'A colleague asks to be called back',
      teaching: 'A colleague requests teaching',
    },
    asked: (time) => `Sent ${time}.`,
    when: 'Can be called',
    matter: 'It is about',
    noMatter: 'Not stated',
    notReport: 'It is not a report: the colleague has not reported with it.',
    takeFirst: 'Take it to see name and number. Only you will see them.',
    states: {
      'in-line': 'Waiting',
      'in-channel': 'Waits for somebody to take it',
      overdue: 'Still waiting. The colleague has been told that it is best to call',
      taken: 'Taken',
      closed: 'Closed. The number is deleted',
      withdrawn: 'The colleague has withdrawn the request',
      undelivered: 'Over. The colleague has been told that it is best to call',
      expired: 'Over, for nobody closed it in 14 days. The number is deleted',
    },
    takenBy: 'Taken by ',
    left: 'The unit uses another channel now, and the request has moved with it.',
    aColleague: 'a colleague',
    posted: {
      'call-back': 'A colleague asks to be called back.',
      teaching: 'A colleague requests teaching.',
    },
    remind: {
      'call-back': (time) =>
        `A request to be called back, sent ${time}, is still waiting. Find the card here in the channel and choose “Take it”.`,
      teaching: (time) =>
        `A request for teaching, sent ${time}, is still waiting. Find the card here in the channel and choose “Take it”.`,
    },
    alert: {
      'call-back': (unit, time) =>
        `Nobody in ${unit} has taken a request to be called back that was sent ${time}. It is in the unit’s channel.`,
      teaching: (unit, time) =>
        `Nobody in ${unit} has taken a request for teaching that was sent ${time}. It is in the unit’s channel.`,
    },
    yours: 'You have taken it',
    call: 'Call: ',
    numberLabel: 'Number:',
    nameUnknown: 'Teams doesn’t give the name right now. Ask whom you are talking to.',
    onlyHere: 'The number is shown only in the channel, in a newer version of Teams or on a computer.',
    done: { closed: 'The request is closed', returned: 'The request has been given back' },
    doneLead: {
      closed: 'The number is deleted. The colleague is told.',
      returned: 'Somebody else can take it now. The colleague is told.',
    },
  },

  setUp: enUnitSetUp,

  teaching: {
    button: 'Request teaching here',
    menu: 'Request preventive teaching',
    heading: (unit) => `Request teaching from ${unit}`,
    lead: (unit, telephone) =>
      `You agree on the rest with ${unit} when you talk. You can also call: **${telephone}**.`,
    themes: 'Themes of the SSP curriculum',
    themesShort: 'Themes',
    level: 'Whom is it for?',
    levels: {
      lower: 'Forms 0 to 3',
      middle: 'Forms 4 to 6',
      upper: 'Forms 7 to 10',
      youth: 'Young people after the folkeskole',
      staff: 'Staff or parents',
    },
    place: 'School or institution',
    month: 'When in the year?',
    anyMonth: 'It isn’t decided',
    noPerson: 'It is a place: send',
  },

  refused: 'That can’t be done just now',
  refusals: {
    'odd-card': 'The card is from an older version of Vejviser. Please begin again.',
    'in-channel': 'Others can read this channel. Ask to be called back in your private chat with Vejviser.',
    'not-in-channel': 'Write **@Vejviser unit** in the channel that the unit is to use.',
    'no-channel': 'The unit doesn’t take requests here right now. Call instead.',
    'no-hours': 'Vejviser can’t see when the unit works. Call instead.',
    settling: 'Your last request is being brought to its end. Try again in a moment, or call.',
    'asked-enough':
      'You have asked the unit as often as one can in a day. Call instead, or try again when a day has passed.',
    'nothing-asked': 'You have no request with the unit.',
    outsider: 'Only the unit’s own members of the channel can do that.',
    'not-named': 'Only somebody whom an administrator has appointed can do that.',
    'administrators-only': 'Only an administrator can appoint who may use the channel for a unit.',
    'unknown-roster': 'Teams doesn’t say right now who is in the channel. Try again in a moment.',
    'unit-elsewhere':
      'The unit has another channel. Only an administrator who is in it can move the unit here.',
    'channel-of-group': 'The channel belongs to a group. Use another one for the unit.',
    'channel-taken': 'The channel is used by another unit.',
    'enough-named': 'As many as there can be are appointed already.',
    'taken-by-other': 'Somebody else has taken it.',
    'not-taken': 'Take it first.',
    over: 'The request is over.',
    'changed-meanwhile': 'Something was changed meanwhile. Try again.',
  },
};
