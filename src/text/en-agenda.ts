import type { AgendaText } from './da-agenda';

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);
const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

export const enAgenda: AgendaText = {
  summary: 'A card about the agenda from Vejviser',

  buttons: {
    handIn: 'Hand in an item',
    handInCase: 'It is about a certain young person',
    handInTopic: 'It isn’t about a certain young person',
    send: 'Send the item',
    sendCase: 'Send the single case',
    saveItem: 'Save the item',
    noPerson: 'No, that isn’t a person',
    again: 'Try again',
    urgent: 'Can’t it wait, or is the young person under 18?',
    mine: 'My items',
    agenda: 'Agenda',
    showAgenda: 'See the agenda',
    more: 'Your items and more',
    coordinate: 'Prepare the agenda',
    edit: 'Edit the item',
    withdraw: 'Withdraw the item',
    removeText: 'Remove the text',
    yesWithdraw: 'Yes, withdraw it',
    yesRemove: 'Yes, remove the text',
    open: 'Open',
    up: 'Move up',
    down: 'Move down',
    saveMinutes: 'Save the minutes',
    thisMeeting: 'Take it at this meeting',
    nextMeeting: 'Keep it for the next meeting',
    refuse: 'Refuse the item',
    yesRefuse: 'Refuse the item',
    standing: 'Add a standing item',
    addStanding: 'Add the item',
    dropStanding: 'Take the standing item off',
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
    'not-published': 'The agenda was never published, so there is nothing to note anything about.',
    'not-begun': 'The meeting hasn’t begun yet.',
    'not-author': 'Somebody else handed that item in.',
    'not-coordinator': 'Only the group’s coordinator and deputy can do that.',
    'no-such-item': 'That item is no longer on the agenda.',
    'not-waiting': 'That item has been taken or kept for the next meeting already.',
    full: 'The agenda is full. Talk to the coordinator.',
    'unknown-function': 'That function doesn’t belong to the group.',
    'through-staff-unit':
      'Only Center for Børn og Forebyggelse, the police and Stabsenheden hand cases in to SSP-NU. Everybody else goes through Stabsenheden.',
    'single-cases-only': 'SSP-NU takes single cases only.',
    'single-case-has-no-text':
      'A single case has no text here. What there is to write stays in the case system.',
    'outcome-of-another-kind': 'Choose one of the answers beside the item.',
    'already-carried': 'The item stands on the next meeting’s agenda already.',
    'minutes-out-of-range': 'Write a whole number of minutes from 1 to 240.',
    'already-cancelled': 'The meeting has been cancelled, so the agenda can’t be changed.',
    'already-skipped': 'The meeting is left out, so the agenda can’t be changed.',
  },

  faults: {
    missing: 'Fill in the field.',
    'too-long': (most) => `The text is too long. Write at most ${most} characters.`,
    cpr: 'That looks like a CPR number. It must not stand here, and nothing has been stored. Delete it and send again.',
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
    skipped: 'The meeting is left out',
  },
  asked: {
    open: (deadline) => `Do you have an item? Hand it in by ${deadline}.`,
    closed:
      'The coordinator is preparing the agenda. One more item has to wait for the coordinator’s answer.',
    published: '',
    held: '',
    erased: 'Vejviser no longer keeps the items.',
  },

  agenda: {
    above: (group) => `Agenda: ${group}`,
    items: 'Items',
    none: 'There are no items yet.',
    waiting: (count) =>
      `${items(count)} came after the deadline and ${count === 1 ? 'waits' : 'wait'} for the coordinator’s answer.`,
    sum: (sum, length) => `In all ${minutes(sum)} of the meeting’s ${length}.`,
    over: (by) => `That is ${minutes(by)} more than the meeting lasts.`,
    page: (page, pages) => `Page ${page} of ${pages}.`,
    rest: (count) => `There ${count === 1 ? 'is' : 'are'} ${items(count)} more. Press “More items”.`,
    waitingMark: 'waits for the coordinator',
    nextMark: 'kept for the next meeting',
  },

  form: {
    heading: 'Hand in an item',
    headingCase: 'Hand in a single case',
    headingEdit: 'Edit the item',
    when: (when) => `For the meeting ${when}.`,
    notReport: (day) => `It is no report (underretning), and nobody acts on it before the meeting ${day}.`,
    late: 'The deadline has passed. The coordinator decides whether the item comes to this meeting or the next.',
    caseLead:
      'Only “Single case”, function and minutes stand here. Whom it is about and what has happened stays in the case system.',
    nuLead: 'SSP-NU takes single cases only. If your function isn’t on the list, go through Stabsenheden.',
    title: 'What is the item about?',
    titleError: 'Write a heading of at most 120 characters.',
    kind: 'What should be done with it?',
    minutes: 'How many minutes?',
    functionId: 'Which function brings it?',
    note: 'Note (may be empty)',
    noteError: 'Write at most 500 characters.',
    choose: 'Choose one of the answers.',
    law: 'Never write about a certain young person here. Section 115 of the Administration of Justice Act (retsplejeloven) allows only what is necessary for prevention to be shared, and never for investigation. It obliges nobody to share anything, and it doesn’t replace a report.',
    askPerson: 'Is this a person?',
    askPersonLead:
      'The item hasn’t been sent yet. If it is a person, change the text and send again. If it isn’t, say so.',
    kept: 'Your text isn’t lost. It stands below.',
  },

  receipt: {
    handedIn: 'The item is handed in',
    handedInCase: 'The single case is handed in',
    saved: 'The item is saved',
    late: 'The deadline has passed, so the item waits. The coordinator decides whether it comes to this meeting or the next.',
    until: (deadline) => `You can edit or withdraw it until ${deadline}.`,
  },

  toAuthor: {
    heading: 'About your item for the agenda',
    'item-refused': (when) =>
      `The coordinator hasn't taken one of your items for the meeting ${when}. The reason stands under "My items".`,
    'item-taken': (when) => `Your late item is taken at the meeting ${when}.`,
    'item-postponed': (when) =>
      `Your late item isn't taken at the meeting ${when}. It is kept for the next one.`,
  },

  mine: {
    heading: 'My items',
    none: 'You have no items on this agenda.',
    closed: 'The deadline has passed, so you can only remove the text. Ask the coordinator about the rest.',
    refused: (count) => `The coordinator has refused ${items(count)} of yours.`,
    reason: 'Reason: ',
    withdrawn: 'The item is withdrawn and its words are deleted.',
    removed: 'The text is removed.',
  },

  sure: {
    withdrawHeading: 'Withdraw the item?',
    withdrawLead: 'Its words are deleted. This can’t be undone.',
    removeHeading: 'Remove the text?',
    removeLead:
      'The words disappear from the database, the card, the history and new documents. Copies that somebody has downloaded, and what Teams itself keeps, remain.',
  },

  coordinator: {
    heading: 'Prepare the agenda',
    waiting: 'Waiting for your answer',
    late: 'Came after the deadline. Should this meeting take it or the next?',
    order: 'The order',
    whenOpen: (deadline) => `You can publish it once the deadline has passed ${deadline}.`,
    place: (place, count) => `Item ${place} of ${count}`,
    minutes: 'Minutes',
    saved: 'That is saved.',
    published: 'The agenda is published, and the card in the channel is kept up to date from now on.',
    refuseHeading: 'Refuse the item',
    refuseLead: 'The item’s words are deleted. Whoever handed it in can see your reason.',
    refuseCaseLead: 'A single case is refused without a reason here. Call whoever handed it in.',
    reason: 'Reason',
    reasonError: 'Write a reason of at most 200 characters.',
    refused: 'The item is refused and its words are deleted.',
    standingHeading: 'A standing item',
    standingLead: 'It comes again at every meeting until you take it off.',
    dropped: 'The standing item is taken off.',
  },

  outcomes: {
    heading: 'What was agreed?',
    lead: 'Choose beside each item. What you leave can be written later.',
    outcome: 'After the meeting',
    choose: 'Not noted yet',
    decision: 'The decision in one line',
    decisionError: 'Write at most 200 characters.',
    withoutOutcome: 'Choose first what came of the item.',
    withoutDecision: 'Write the decision, or choose something else.',
    saved: 'That is saved.',
    carried: (day) => `That is saved. What was carried now stands on the agenda ${day}.`,
    notCarried: 'That is saved. What was carried comes to the next meeting as soon as it is planned.',
  },

  document: {
    heading: 'The agenda as a document',
    lead: 'The link holds for ten minutes and only while you are coordinator. On the page you press a button.',
    shared: 'The link is given in the private chat only. Write “agenda” to Vejviser there.',
    none: 'Vejviser has no address on the net here, so there is no document to get.',
    notYet: 'There is a document once the agenda is published.',
  },

  list: {
    heading: 'Agendas',
    none: 'There are no meetings with an agenda.',
    before: 'Last meeting',
  },
};
