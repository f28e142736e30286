import type { Card } from '../../src/cards/card';
import { nodesOf } from '../cards/crawl';
import type { Member } from './groups';
import { groupIds } from './set-up-group';

/** Two meetings of the plan, as the cards' buttons name them. */
export const december = { groupId: groupIds.north, occurrence: '2026-12-08', revision: 0 };
export const january = { ...december, occurrence: '2027-01-12' };

/** What a button sends, in Danish. */
export const of = (more: object) => ({ version: 1, language: 'da', ...more });

/** What the fields of a card hold. */
export const valuesOf = (card: Card): readonly string[] =>
  nodesOf(card).flatMap(({ type, value }) => (String(type).startsWith('Input.') ? [String(value)] : []));

export const parking = {
  title: 'Uro på parkeringspladsen',
  note: 'Der samles mange om aftenen.',
  kind: 'discussion',
  minutes: '15',
  functionId: 'school-management',
};

/** Fills the form for an item in and sends it. */
export const handIn = async (member: Member, item: object, meeting: object = december): Promise<Card> =>
  member.press(await member.click('agenda.item-form', of(meeting)), 'agenda.hand-in', item);
