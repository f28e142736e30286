import type { AgendaText } from './da-agenda';
import { enCoordinating } from './en-coordinating';
import { many } from './many';

export const enAgenda: AgendaText = {
  summary: 'A card about the agenda from Vejviser',

  buttons: {
    handIn: 'Submit an item',
    urgent: 'It is urgent',
    asCase: 'A case',
    asTopic: 'A topic',
    send: 'Send the item',
    sendCase: 'Send the individual case',
    saveItem: 'Save the item',
    noPerson: 'No, that isn’t a person',
    again: 'Try again',
    mine: 'My items',
    agenda: 'Agenda',
    showAgenda: 'See the agenda',
    more: 'Your items and more',
    coordinate: 'Prepare the agenda',
    edit: 'Edit the item',
    withdraw: 'Withdraw the item',
    removeText: 'Remove the text',
    removeReason: 'Remove the reason',
    texts: 'Remove texts',
    yesWithdraw: 'Yes, withdraw it',
    yesRemove: 'Yes, remove the text',
    open: (place) => `Open item ${place}`,
    answerLate: (place) => `Answer item ${place}`,
    openKept: (place) => `Open postponed item ${place}`,
    order: 'Change the order',
    saveOrder: 'Save the order',
    saveMinutes: 'Save the time',
    thisMeeting: 'Take it at this meeting',
    nextMeeting: 'Keep it for the next meeting',
    refuse: 'Refuse the item',
    yesRefuse: 'Refuse the item',
    standing: 'Add a standing item',
    addStanding: 'Add the item',
    dropStanding: 'Remove the standing item',
    publishAnyway: 'Publish anyway',
    publish: 'Publish the agenda',
    outcomes: 'Write what was agreed',
    saveOutcomes: 'Save',
    document: 'Get it as a document',
    openDocument: 'Open the document’s page',
    back: 'Back',
    earlier: 'Earlier items',
    later: 'More items',
    meeting: 'Show the meeting',
  },

  refusals: {
    closed: 'The deadline has passed, so the item can’t be changed any more. Ask the coordinator.',
    over: 'The meeting has been held, so the agenda can’t be changed any more.',
    'still-open': 'The deadline hasn’t passed yet. The agenda can be published once it has.',
    'already-closed': 'The deadline has passed already.',
    'already-published': 'The agenda has been published already. Here it is as it stands now.',
    'items-wait': 'There are items that came after the deadline and wait for your answer.',
    'not-begun': 'The meeting hasn’t begun yet.',
    'not-author': 'Somebody else submitted that item.',
    'not-coordinator': 'Only the group’s coordinator and deputy can do that.',
    'no-such-item': 'That item is no longer on the agenda.',
    'not-waiting': 'That item has been taken or kept for the next meeting already.',
    full: 'The agenda is full. Talk to the coordinator.',
    'unknown-function': 'That function doesn’t belong to the group.',
    'through-staff-unit':
      'Only Center for Børn og Forebyggelse, the police and Stabsenheden submit cases to SSP-NU. Everybody else goes through Stabsenheden.',
    'single-cases-only': 'SSP-NU takes individual cases only.',
    'single-case-has-no-text': 'Write no text for an individual case. It belongs in the case system.',
    'outcome-of-another-kind': 'Choose one of the answers for the item.',
    'already-carried': 'The item is already on the next meeting’s agenda.',
    'noted-meanwhile':
      'Somebody else has noted something meanwhile, so nothing is saved yet. Look below, and press “Save” again.',
    'minutes-out-of-range': 'Write a whole number of minutes from 1 to 240.',
    'odd-order': 'The numbers don’t add up. Give each item that is to be moved a number of its own.',
    'ordered-meanwhile':
      'The agenda has changed since you opened the card, so nothing is saved yet. Your numbers stand below. Look at them, and press “Save the order” again.',
    'already-cancelled': 'The meeting has been cancelled, so the agenda can’t be changed.',
    'already-skipped': 'The meeting is skipped, so the agenda can’t be changed.',
  },

  faults: {
    missing: 'Fill in the field.',
    'too-long': (most) => `The text is too long. Write at most ${most} characters.`,
    cpr: 'That looks like a CPR number. Never write it here. Nothing has been stored. Delete the number and send again.',
    'out-of-range': 'Write a whole number of minutes from 1 to 240.',
    unknown: 'Choose one of the answers.',
    form: 'The card is too old. Look the text through and send it again.',
  },

  states: {
    open: 'Open for items',
    closed: 'The deadline has passed',
    published: 'The agenda is published',
    held: 'The meeting has been held',
    erased: 'The agenda has been erased',
    cancelled: 'The meeting is cancelled',
    skipped: 'The meeting is skipped',
  },
  asked: {
    open: (deadline) => `Do you have an item? Submit it by ${deadline}.`,
    closed: 'The coordinator is preparing the agenda. New items wait for the coordinator’s answer.',
    published: '',
    held: '',
    erased: 'Vejviser no longer keeps the items.',
  },

  agenda: {
    above: (group) => `Agenda: ${group}`,
    items: 'Items',
    none: 'There are no items yet.',
    unchecked: 'The functions were chosen by those who submitted. Nobody has checked them.',
    waiting: (count) =>
      `${many(count, 'item', 'items')} came after the deadline and ${count === 1 ? 'waits' : 'wait'} for the coordinator’s answer.`,
    sum: (sum, length) => `In all ${many(sum, 'minute', 'minutes')} of the meeting’s ${length}.`,
    over: (by) => `That is ${many(by, 'minute', 'minutes')} more than the meeting lasts.`,
    page: (page, pages) => `Page ${page} of ${pages}.`,
    rest: (count) =>
      `There ${count === 1 ? 'is' : 'are'} ${many(count, 'item', 'items')} more. Press “More items”.`,
    waitingMark: 'waits for the coordinator',
    nextMark: 'kept for the next meeting',
  },

  form: {
    heading: 'Submit an item',
    headingLate: 'Submit a late item',
    headingCase: 'Submit an individual case',
    headingCaseLate: 'Submit a late case',
    headingEdit: 'Edit the item',
    short:
      'Not a report, and nobody acts on it before the meeting. Never write about a particular young person.',
    more: 'What may an item say?',
    notReport: (day) =>
      `This is not a report (underretning), and nobody acts on it before the meeting ${day}.`,
    urgent: 'Is it urgent, or is the young person under 18?',
    pressUrgent: 'Press “It is urgent”.',
    isCase: 'Is the item about a particular young person? Then submit it as an individual case without text.',
    isTopic: 'Isn’t it about a particular young person?',
    late: 'The deadline has passed. The coordinator decides whether the item comes to this meeting or the next.',
    caseLead:
      'The agenda says only “Individual case” and time. The coordinator alone sees the function. Anything else belongs in the case system.',
    nuCaseLead:
      'The agenda says only “Individual case”, function and time, and that nobody has checked the function. Anything else belongs in the case system.',
    nuLead:
      'SSP-NU takes individual cases only. If your function isn’t on the list, go through Stabsenheden.',
    title: 'What is the item about?',
    titleError: 'Write a heading of at most 120 characters.',
    kind: 'What should be done with it?',
    minutes: 'How many minutes?',
    usualMinutes: (orientation, discussion, decision) =>
      `If you leave it empty, information gets ${orientation}, a discussion ${discussion} and a decision ${decision} minutes.`,
    functionId: 'Which function brings it?',
    note: 'Note (optional)',
    noteError: 'Write at most 500 characters.',
    choose: 'Choose one of the answers.',
    law: 'Section 115 of the Administration of Justice Act (retsplejeloven, national law): you may only share what is necessary for prevention, and not for investigation. Section 115 doesn’t oblige you to share; the duty to report still applies. Write nothing about persons here.',
    askPerson: 'Is this a person?',
    askPersonLead: 'Nothing has been stored yet. If it is a person, change the text below and send it again.',
    kept: 'Your text isn’t lost. It is below.',
  },

  receipt: {
    handedIn: 'The item is submitted',
    handedInCase: 'The individual case is submitted',
    saved: 'The item is saved',
    late: 'The deadline has passed, so the item waits. The coordinator decides whether it comes to this meeting or the next.',
    until: (deadline) => `You can edit or withdraw it until ${deadline}.`,
  },

  toAuthor: {
    heading: 'About your item for the agenda',
    'item-refused': (when) =>
      `The coordinator hasn't taken one of your items for the meeting ${when}. If there is a reason, you find it under “My items”.`,
    'item-taken': (when) => `Your late item is taken at the meeting ${when}.`,
    'item-postponed': (when) =>
      `Your late item isn't taken at the meeting ${when}. It is kept for the next one.`,
  },

  mine: {
    heading: 'My items',
    none: 'You have no items on this agenda.',
    which: (at, count) => `${at} of ${count}`,
    closed: 'The deadline has passed, so you can only remove the text. Ask the coordinator about the rest.',
    refused: (count) => `The coordinator has refused ${count} of your items.`,
    reason: 'Reason: ',
    ways: '“Withdraw the item” takes all of it off the agenda. “Remove the text” deletes only the words, and the item stays.',
    withdrawn: 'The item is withdrawn and the text is deleted.',
    removed: 'The text is removed.',
  },

  sure: {
    withdrawHeading: 'Withdraw the item?',
    withdrawLead: 'The item is taken off the agenda and its text is deleted. This can’t be undone.',
    removeHeading: 'Remove the text?',
    removeLead:
      'The item stays without its text, which is deleted in the database, on the card, in the history and in new documents. Copies that somebody has downloaded, and what Teams itself keeps, remain.',
  },

  removal: {
    heading: 'Remove texts',
    lead: 'Choose the text that has to go. The item stays without words, on other agendas too.',
    none: 'There are no texts on this agenda.',
    which: (at, count) => `text ${at} of ${count}`,
    reason: 'Reason for a refused item: ',
  },

  list: {
    heading: 'Agendas',
    none: 'There are no meetings with an agenda.',
    before: 'Last meeting',
    alone: 'Press a button. The answer is shown to you alone.',
  },

  pointer: {
    heading: 'Messages do not keep the agenda’s items',
    lead: 'Items can be changed and deleted, so they are shown only when you press a button. If nothing happens, use a newer version of Teams.',
  },

  ...enCoordinating,
};
