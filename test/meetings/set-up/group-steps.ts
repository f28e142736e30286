import { executesOf } from '../../cards/crawl';
import { cardOf, groupId, inChannel, type Person } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

export const groupName = 'SSP-netværksgruppe 1';
export const other = '19:another@thread.tacv2';
/** When the reminder of January's meeting, with its card, is posted. */
export const reminderAt = '2026-12-29T09:00:00+01:00';

export type Asked = Awaited<ReturnType<MeetingWorld['click']>>;

/** A group that is set up anew before each test, and the steps that end it or move it as its people take them. */
export const aGroup = () => {
  const held: { world: MeetingWorld | undefined } = { world: undefined };
  const world = (): MeetingWorld => {
    if (held.world === undefined) throw new Error('No group is set up');
    return held.world;
  };
  beforeEach(async () => {
    held.world = await openWorld();
    await world().setUp();
  });
  afterEach(() => world().remove());
  const buttonOf = (shown: Asked, verb: string) =>
    executesOf(cardOf(shown)).find((each) => each.verb === verb)?.data;
  return {
    world,
    /** Lets the steps go on in another world, which is removed after the test. */
    goOnIn: (other: MeetingWorld): void => {
      held.world = other;
    },
    shownTo: (to: string) =>
      world()
        .teams.messages.filter((each) => each.to === to)
        .map(({ shown }) => shown),
    later: (minutes: number) => world().sleepUntil(new Date(world().now() + minutes * 60_000).toISOString()),
    askDissolve: (person: Person = 'coordinator') =>
      world().click('group.ask-dissolve', inChannel(person), { groupId }),
    /** Says yes to the question as it was shown. */
    yesDissolve: (shown: Asked, person: Person = 'coordinator') =>
      world().click('group.dissolve', inChannel(person), buttonOf(shown, 'group.dissolve')),
    askMove: (person: Person, where = other) =>
      world().click('group.ask-move', inChannel(person, where), { groupId }),
    yesMove: (shown: Asked, person: Person, where = other) =>
      world().click('group.move', inChannel(person, where), buttonOf(shown, 'group.move')),
    buttonOf,
  };
};
