import type { Card } from '../../src/cards/card';
import { executesOf } from '../cards/crawl';
import { type Channel, type Groups, type Name, personIdOf } from './groups';

/** Monday, 23 November 2026, at nine in Denmark. */
export const monday = new Date('2026-11-23T08:00:00Z');

/** The second Tuesday of each month, from 8 December to 11 May. */
export const plan = {
  ruleKind: 'monthly',
  weekday: '2',
  nth: '2',
  every: '1',
  startsOn: '2026-12-01',
  endsOn: '2027-05-31',
  time: '09:00',
  lengthMinutes: '120',
  place: 'Rådhuset, lokale 2',
  onHoliday: 'move',
};

export const groupIds: Readonly<Record<Channel, string>> = {
  north: 'ssp-network-1',
  south: 'ssp-network-2',
  nu: 'ssp-nu',
};

/** The administrator lets somebody set the channel's group up. */
export const nameSomebody = async (groups: Groups, name: Name, channel: Channel): Promise<Card> => {
  const administrator = groups.at('administrator', channel);
  const first = await administrator.ask('opsæt');
  const verbs = executesOf(first).map(({ verb }) => verb);
  const card = verbs.includes('group.name') ? first : await administrator.press(first, 'group.choose-person');
  return administrator.press(card, 'group.name', { personId: personIdOf(name) });
};

/** From "opsæt" to the dates, as its coordinator. */
export const previewAs = async (
  groups: Groups,
  { name, channel, typed = {} }: { readonly name: Name; readonly channel: Channel; readonly typed?: object },
): Promise<Card> => {
  const person = groups.at(name, channel);
  const choose = await person.ask('opsæt');
  const at = executesOf(choose)
    .filter(({ verb }) => verb === 'group.form')
    .findIndex(({ data }) => data.groupId === groupIds[channel]);
  const form = await person.press(choose, 'group.form', {}, at);
  return person.press(form, 'group.preview', { ...plan, ...typed });
};

/** Everything from the administrator's word to the yes. */
export const setUpGroup = async (
  groups: Groups,
  { name, channel, typed = {} }: { readonly name: Name; readonly channel: Channel; readonly typed?: object },
): Promise<Card> => {
  await nameSomebody(groups, name, channel);
  const preview = await previewAs(groups, { name, channel, typed });
  return groups.at(name, channel).press(preview, 'group.confirm');
};
