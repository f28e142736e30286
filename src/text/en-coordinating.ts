import type { CoordinatingText } from './da-coordinating';
import { many } from './many';

export const enCoordinating: CoordinatingText = {
  coordinator: {
    heading: 'Prepare the agenda',
    waiting: 'Waiting for your answer',
    late: 'Came after the deadline. Should this meeting take it or the next?',
    order: 'The order',
    later: 'Kept for the next meeting',
    whenOpen: (deadline) => `You can publish it once the deadline has passed ${deadline}.`,
    whenClosed: 'The deadline has passed. Set the order and publish the agenda when it is ready.',
    whenPublished: 'The agenda is published. The card in the channel follows what you change.',
    place: (place, count) => `Item ${place} of ${count}`,
    orderHeading: 'The order of the agenda',
    orderLead: 'Write a new number at the items that are to be moved. The others make room.',
    number: (place) => `Number (now ${place})`,
    numberError: (count) => `Write a whole number from 1 to ${count}.`,
    numberTwice: (number) => `Two items can’t both be number ${number}.`,
    orderSaved: 'The order is saved.',
    offWays:
      '“Refuse the item” takes it off the agenda, and whoever submitted it is told. “Remove the text” deletes only the words, and the item stays.',
    minutes: 'Minutes',
    saved: 'Saved.',
    published: 'The agenda is published, and the card in the channel is kept up to date from now on.',
    publishHeading: 'Publish the agenda now?',
    publishLead: (count) =>
      `${many(count, 'item', 'items')} came after the deadline and ${count === 1 ? 'waits' : 'wait'} for your answer. If you publish now, ${count === 1 ? 'it is' : 'they are'} not on it until you have answered. You can do that afterwards too.`,
    refuseHeading: 'Refuse the item',
    refuseLead: 'The item’s text is deleted. Whoever submitted it can see your reason.',
    refuseCaseLead: 'An individual case is refused without a reason here. Call whoever submitted it.',
    reason: 'Reason',
    reasonError: 'Write a reason of at most 200 characters.',
    refused: 'The item is refused and the text is deleted.',
    standingHeading: 'A standing item',
    standingLead: 'It is on every agenda until you remove it.',
    dropped: 'The standing item is removed.',
  },

  outcomes: {
    heading: 'What was agreed?',
    lead: 'Choose for each item. You can fill in the rest later. Never write about a particular young person here.',
    outcome: 'After the meeting',
    choose: 'Not noted yet',
    decision: 'The decision in one line, if there is one',
    decisionError: 'Write at most 200 characters.',
    withoutOutcome: 'Choose first what came of the item.',
    withoutDecision: 'Write the decision, or choose something else.',
    saved: 'Saved.',
    carried: (day) => `Saved. What was carried is now on the agenda ${day}.`,
    notCarried: 'Saved. What was carried comes to the next meeting as soon as it is planned.',
    carriedAtEnd: 'Saved. What was carried comes to the next meeting’s agenda when this meeting is over.',
    decisionBeside: (decided) => `You have written a decision too. Choose “${decided}”, or delete the line.`,
    meanwhile: (noted) => `Somebody else has noted: ${noted}. Save again if yours is to stand.`,
    nothingNoted: 'nothing',
    onNext: 'Is on the next meeting’s agenda now.',
    unpublished: (day) =>
      `The agenda was not published. What you note nothing about comes to the next meeting’s agenda on ${day}.`,
  },

  document: {
    heading: 'The agenda as a document',
    lead: 'The link works for ten minutes and only while you are coordinator. On the page you press a button.',
    shared: 'The link is given in the private chat only. Write “agenda” to Vejviser there.',
    none: 'Vejviser has no address on the net here, so there is no document to get.',
    notYet: 'There is a document once the agenda is published.',
  },
};
