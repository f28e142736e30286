import type { UnitSetUpText } from './da-unit-set-up';
import { many } from './many';

export const enUnitSetUp: UnitSetUpText = {
  nameHeading: 'Which unit is to use the channel?',
  nameLead:
    'You are an administrator. Choose the unit, and who may bring the channel into use. Guests can’t be chosen.',
  unit: 'Unit',
  person: 'Person',
  namedHeading: 'Appointed',
  unnamedHeading: 'The appointment is removed',
  named: ' is appointed.',
  namedNext: 'Next: the person writes **@Vejviser unit** here in the channel.',
  namedMove:
    'The unit has a channel already. It moves here when the person has written **@Vejviser unit** here in the channel and said yes.',
  unnamed: ' is no longer appointed.',
  previewHeading: (unit) => `Shall ${unit} use this channel?`,
  previewLead: 'Requests to the unit will then come here, and the unit gets a button on Vejviser’s answers.',
  readers: (members, guests) =>
    `${many(members, 'member', 'members')}, ${guests === 0 ? 'no guests' : `${many(guests, 'guest', 'guests')} among them`}.`,
  whatTheySee:
    'Everybody sees what a colleague asks for, and when. Name and number are seen only by that one of the unit’s own who takes the request. Guests can’t take it.',
  moves:
    'The unit moves here from its old channel. What waits moves with it. Deputies who aren’t in this channel no longer are, and you can choose others afterwards.',
  isMoving: 'An administrator has appointed somebody to move the unit to another channel.',
  takerHidden: 'Whoever asks is told that the unit has taken the request, but not who.',
  takerShown: 'Whoever asks sees who has taken the request.',
  gone: (unit) =>
    `Vejviser can’t reach the channel that ${unit} uses. Until it can, there is no button to ask ${unit} to call, and those who waited have been told to call. Put Vejviser into the channel again, or write **@Vejviser unit** in another channel.`,
  deputies: 'Deputies are told in their private chat of what nobody takes. You choose them afterwards.',
  openHeading: (unit) => `${unit} uses the channel`,
  openLead: 'Requests to the unit come here.',
  changed: 'Others have come into the channel since you saw the card.',
  deputiesHeading: 'Who is told of what nobody takes?',
  deputiesLead: 'Choose up to five of the channel’s own. They need Vejviser in their private chat.',
  deputiesSaved: 'The deputies are saved',
  noDeputies: 'No deputy is told of what nobody takes.',
  withDeputies: (count) => `${many(count, 'deputy is', 'deputies are')} told of what nobody takes.`,
  takeDownHeading: (unit) => `Shall ${unit} no longer use the channel?`,
  takeDownLead:
    'The button disappears from the answers. Those who wait to be called are told that it is best to call.',
  takenDown: (unit) => `${unit} no longer uses the channel`,
  takenDownLead: 'An administrator can appoint somebody for another channel: write **@Vejviser unit** there.',
};
