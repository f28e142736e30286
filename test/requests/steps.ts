import type { Card } from '../../src/cards/card';
import type { Answer } from '../../src/chat/turn';
import { executesOf } from '../cards/crawl';
import { cardOf, inChannel, inPrivate, type Person, people } from '../meetings/desk';
import { type MeetingWorld, openWorld, type WorldOptions } from '../meetings/world';
import { wordsOn } from './words';

export const unitChannel = '19:staff-unit@thread.tacv2';
export const unitId = 'staff-unit';
export const number = '20 31 42 53';
/** The world begins on Tuesday, 1 December 2026, at nine. */
export const filled = {
  unitId,
  number,
  when: '2026-12-01/afternoon,2026-12-02/forenoon',
  matter: 'under-18',
};

export const inUnit = (person: Person) => inChannel(person, unitChannel);
export const textOf = (answer: Answer): string => wordsOn(cardOf(answer));

/** A world in which the staff unit has a channel: coordinator, deputy and a guest are in it, and the member asks. */
export const openUnitWorld = async (options: WorldOptions = {}): Promise<MeetingWorld> => {
  const world = await openWorld(options);
  world.roster.of[unitChannel] = world.members('administrator', 'coordinator', 'deputy', 'guest');
  for (const person of ['member', 'outsider'] as const)
    world.roster.of[`a:${person}`] = world
      .members(person)
      .map((each) => ({ ...each, name: `Navn ${person}` }));
  await setUpUnit(world);
  return world;
};

export const setUpUnit = async (world: MeetingWorld): Promise<void> => {
  const named = { unitId, personId: people.coordinator };
  await world.click('unit.name', inUnit('administrator'), named);
  const preview = cardOf(await world.click('unit.set-up', inUnit('coordinator')));
  const yes = executesOf(preview).find(({ verb }) => verb === 'unit.confirm');
  await world.click('unit.confirm', inUnit('coordinator'), yes?.data);
  await world.settle();
};

export const askAs = (world: MeetingWorld, person: Person = 'member', more: object = {}): Promise<Answer> =>
  world.click('request.send', inPrivate(person), { ...filled, ...more });

export const messagesTo = (world: MeetingWorld, to: string) =>
  world.teams.messages.filter((each) => each.to === to);

/** The card that stands in the unit's channel: the last message there that is one. */
export const cardIn = (world: MeetingWorld, to = unitChannel): Card => {
  const shown = messagesTo(world, to).findLast((each) => each.shown.startsWith('{'))?.shown;
  if (shown === undefined) throw new Error(`no card in ${to}`);
  return JSON.parse(shown) as Card;
};
export const standing = (world: MeetingWorld, to = unitChannel): string => wordsOn(cardIn(world, to));

/** Presses a button of the card in the unit's channel. */
export const pressAs = (world: MeetingWorld, person: Person, verb: string): Promise<Answer> => {
  const data = executesOf(cardIn(world)).find((each) => each.verb === verb)?.data;
  if (data === undefined) throw new Error(`no ${verb} on ${standing(world)}`);
  return world.click(verb, inUnit(person), data);
};

export const chatOf = (world: MeetingWorld, person: Person = 'member'): readonly string[] =>
  messagesTo(world, `a:${person}`).map(({ shown }) => shown);
