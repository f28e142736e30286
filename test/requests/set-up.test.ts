import { requestTexts } from '../../src/text/requests';
import { executesOf } from '../cards/crawl';
import { cardOf, channelId, filledForm, inChannel, inPrivate, type Person, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';
import {
  askAs,
  cardIn,
  chatOf,
  inUnit,
  messagesTo,
  pressAs,
  setUpUnit,
  standing,
  textOf,
  unitChannel,
  unitId,
} from './steps';

const { setUp: text, refusals, unit: unitText } = requestTexts.da;
const minuteMs = 60_000;

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  world.roster.of[unitChannel] = world.members('administrator', 'coordinator', 'deputy', 'guest');
});
afterEach(() => world.remove());

const nameIt = (person: 'coordinator' | 'guest' | 'outsider' = 'coordinator', by = inUnit('administrator')) =>
  world.click('unit.name', by, { unitId, personId: people[person] });
const confirmAs = async (person: 'coordinator' | 'deputy') => {
  const card = cardOf(await world.click('unit.set-up', inUnit('coordinator')));
  const yes = executesOf(card).find(({ verb }) => verb === 'unit.confirm');
  return world.click('unit.confirm', inUnit(person), yes?.data);
};

const other = '19:other@thread.tacv2';
const inOther = (person: Person) => inChannel(person, other);
const nameThere = () =>
  world.click('unit.name', inOther('administrator'), { unitId, personId: people.deputy });
const confirmThere = async (person: Person) => {
  const card = cardOf(await world.click('unit.set-up', inOther('deputy')));
  const yes = executesOf(card).find(({ verb }) => verb === 'unit.confirm');
  return { card, answer: await world.click('unit.confirm', inOther(person), yes?.data) };
};

describe('unit’s channel', () => {
  test('named by an administrator, seen and said yes to > is in use, and its button is on the answers', async () => {
    expect(textOf(await nameIt())).toContain(text.namedNext);
    expect(textOf(await world.click('unit.set-up', inUnit('coordinator')))).toContain(text.readers(4, 1));
    expect(await world.homes.find(unitId)).toMatchObject({ body: { state: { kind: 'named' } } });
    expect(textOf(await confirmAs('coordinator'))).toContain(text.openHeading('Stabsenheden'));
    await world.settle();
    expect([...world.calledUnits()]).toEqual([unitId]);
  });

  test.each([
    ['somebody who is no administrator', () => nameIt('coordinator', inUnit('deputy'))],
    ['an administrator, for a guest', () => nameIt('guest')],
    ['an administrator, for somebody elsewhere', () => nameIt('outsider')],
    ['an administrator in private', () => nameIt('coordinator', inPrivate('administrator'))],
  ])('named by %s > nothing is kept', async (_, click) => {
    await click();
    expect(await world.homes.find(unitId)).toBeUndefined();
  });

  test('whose readers have changed since the card > asks again', async () => {
    await nameIt();
    const card = cardOf(await world.click('unit.set-up', inUnit('coordinator')));
    const yes = executesOf(card).find(({ verb }) => verb === 'unit.confirm')?.data;
    world.roster.of[unitChannel] = world.members('administrator', 'coordinator', 'deputy', 'guest', 'member');
    expect(textOf(await world.click('unit.confirm', inUnit('coordinator'), yes))).toContain(
      text.readers(5, 1),
    );
    expect(await world.homes.find(unitId)).toMatchObject({ body: { state: { kind: 'named' } } });
  });

  test('said yes to by somebody else > is refused', async () => {
    await nameIt();
    expect(textOf(await confirmAs('deputy'))).toContain(refusals['not-named']);
  });

  test('that is a group’s > is refused', async () => {
    await world.setUp();
    world.roster.of[channelId] = world.members('administrator', 'coordinator');
    await nameIt('coordinator', inChannel('administrator'));
    const yes = { unitId, readers: { members: 2, guests: 0 } };
    expect(textOf(await world.click('unit.confirm', inChannel('coordinator'), yes))).toContain(
      refusals['channel-of-group'],
    );
    expect(filledForm.groupId).toBeDefined();
  });

  test('in use > the unit has a second one only when the first is taken down, by whoever may', async () => {
    await setUpUnit(world);
    world.roster.of[other] = world.members('administrator', 'deputy');
    // An administrator who isn't in the unit's own channel.
    world.roster.of[unitChannel] = world.members('coordinator', 'deputy', 'guest');
    expect(textOf(await nameThere())).toContain(refusals['unit-elsewhere']);
    await world.click('unit.take-down', inUnit('deputy'), { unitId });
    expect(await world.homes.find(unitId)).toBeDefined();
    expect(textOf(await world.click('unit.take-down', inUnit('coordinator'), { unitId }))).toContain(
      text.takenDown('Stabsenheden'),
    );
    expect(textOf(await nameThere())).toContain(text.namedNext);
    world.pass(60_000);
    await world.settle();
    expect([...world.calledUnits()]).toEqual([]);
  });

  test('in use > deputies are chosen among its own people, no guest and nobody else', async () => {
    await setUpUnit(world);
    const deputies = [people.deputy, people.guest, people.outsider].join(',');
    await world.click('unit.save-deputies', inUnit('coordinator'), { unitId, deputies });
    expect((await world.homes.find(unitId))?.body.state).toMatchObject({ deputies: [people.deputy] });
    await world.click('unit.save-deputies', inUnit('deputy'), { unitId, deputies: '' });
    expect((await world.homes.find(unitId))?.body.state).toMatchObject({ deputies: [people.deputy] });
  });

  test('in use > who asks hears who has taken it only where the unit wants it', async () => {
    await setUpUnit(world);
    await askAs(world);
    await world.settle();
    await pressAs(world, 'coordinator', 'request.take');
    await world.settle();
    expect(chatOf(world).join()).not.toContain(`${unitText.takenBy}coordinator`);
    expect(textOf(await world.click('unit.show-taker', inUnit('deputy'), { unitId, shows: true }))).toContain(
      refusals['not-named'],
    );
    const home = cardOf(await world.click('unit.set-up', inUnit('coordinator')));
    const show = executesOf(home).find(({ verb }) => verb === 'unit.show-taker')?.data;
    expect(textOf(await world.click('unit.show-taker', inUnit('coordinator'), show))).toContain(
      text.takerShown,
    );
    await pressAs(world, 'coordinator', 'request.give-back');
    await world.settle();
    await pressAs(world, 'deputy', 'request.take');
    await world.settle();
    expect(standing(world, 'a:member')).toContain(`${unitText.takenBy}deputy`);
    const mine = await world.click('request.mine', inPrivate('member'), { unitId });
    expect(textOf(mine)).toContain(`${unitText.takenBy}deputy`);
  });
});

describe('unit that moves', () => {
  beforeEach(async () => {
    await setUpUnit(world);
    world.roster.of[other] = world.members('administrator', 'deputy', 'member');
    await world.click('unit.save-deputies', inUnit('coordinator'), {
      unitId,
      deputies: `${people.coordinator},${people.deputy}`,
    });
    await askAs(world, 'outsider');
    await world.settle();
    expect(textOf(await nameThere())).toContain(text.namedMove);
  });
  const reference = async () => {
    const [doc] = await world.requests.list(unitId, 0, 9);
    return `${doc?.body.askedAt}.${doc?.body.key}`;
  };

  test('named there, before the yes > stays where it is, and says that it is to move', async () => {
    await world.settle();
    expect(messagesTo(world, other)).toEqual([]);
    expect(textOf(await world.click('unit.set-up', inUnit('coordinator')))).toContain(text.isMoving);
    expect(textOf((await confirmThere('member')).answer)).toContain(refusals['not-named']);
    await pressAs(world, 'coordinator', 'request.take');
    expect((await world.requests.list(unitId, 0, 9))[0]?.body.progress.kind).toBe('taken');
  });

  test('with a yes > what waits comes there, the old card can’t be pressed, and only deputies who are there stay', async () => {
    const old = executesOf(cardIn(world))[0]?.data;
    const { card, answer } = await confirmThere('deputy');
    expect(JSON.stringify(card)).toContain(text.moves);
    expect(textOf(answer)).toContain(text.openHeading('Stabsenheden'));
    expect((await world.homes.find(unitId))?.body).toMatchObject({
      channel: { conversationId: other },
      named: [people.deputy],
      state: { deputies: [people.deputy] },
    });
    expect(textOf(await world.click('request.take', inUnit('coordinator'), old))).toContain(
      refusals.outsider,
    );
    await world.settle();
    expect(standing(world)).toContain(unitText.left);
    expect(executesOf(cardIn(world))).toEqual([]);
    expect(standing(world, other)).toContain(unitText.states['in-channel']);
    expect(chatOf(world, 'outsider').join()).not.toContain('kom ikke frem');
    const taken = await world.click('request.take', inOther('member'), {
      unitId,
      reference: await reference(),
    });
    expect(textOf(taken)).toContain(unitText.yours);
    await world.settle();
    expect(chatOf(world, 'outsider').join()).toContain('har taget din anmodning');
    expect([...world.calledUnits()]).toEqual([unitId]);
  });

  test('there and back again > one live card, where the unit is', async () => {
    await confirmThere('deputy');
    await world.settle();
    await world.click('unit.name', inUnit('administrator'), { unitId, personId: people.coordinator });
    const preview = cardOf(await world.click('unit.set-up', inUnit('coordinator')));
    const yes = executesOf(preview).find(({ verb }) => verb === 'unit.confirm');
    await world.click('unit.confirm', inUnit('coordinator'), yes?.data);
    await world.settle();
    const live = world.teams.messages.filter(({ shown }) => shown.includes('request.take'));
    expect(live.map(({ to }) => to)).toEqual([unitChannel]);
  });

  test('whose move is taken back > stays where it is', async () => {
    await world.click('unit.unname', inOther('administrator'), { unitId, personId: people.deputy });
    expect((await world.homes.find(unitId))?.body.next).toBeUndefined();
    expect(textOf((await confirmThere('deputy')).answer)).toContain(refusals['not-named']);
  });
});

describe('unit’s channel that can’t be reached', () => {
  const gone = text.gone('Stabsenheden');
  const toldGone = () => world.teams.messages.filter(({ shown }) => shown === gone).map(({ to }) => to);

  test('found out by nobody’s request > administrators and whoever set it up are told once, and the button goes until it is back', async () => {
    await setUpUnit(world);
    world.roster.of[unitChannel] = 'gone';
    world.pass(minuteMs);
    await world.settle();
    expect(toldGone().toSorted()).toEqual([people.administrator, people.coordinator].toSorted());
    expect([...world.calledUnits()]).toEqual([]);
    expect(textOf(await askAs(world))).toContain(refusals['no-channel']);
    for (let tenMinutes = 0; tenMinutes < 6; tenMinutes += 1) {
      world.pass(10 * minuteMs);
      await world.settle();
    }
    expect(toldGone()).toHaveLength(2);
    world.roster.of[unitChannel] = world.members('coordinator');
    world.pass(minuteMs);
    await world.settle();
    expect([...world.calledUnits()]).toEqual([unitId]);
    world.roster.of[unitChannel] = 'gone';
    world.pass(minuteMs);
    await world.settle();
    expect(toldGone()).toHaveLength(4);
  });

  test('and an administrator who can’t be written to in private > reads it on her next card, once, as long as it is so', async () => {
    await setUpUnit(world);
    for (const person of [people.administrator, people.coordinator])
      world.teams.refusing.set(person, { status: 403, code: 'BotNotInConversationRoster' });
    world.roster.of[unitChannel] = 'gone';
    world.pass(minuteMs);
    await world.settle();
    expect(toldGone()).toEqual([]);
    const nextCardOf = async (person: Person) =>
      textOf(await world.click('request.choose', inPrivate(person)));
    expect(await nextCardOf('administrator')).toContain(gone);
    expect(await nextCardOf('administrator')).not.toContain(gone);
    world.roster.of[unitChannel] = world.members('coordinator');
    world.pass(11 * minuteMs);
    await world.settle();
    expect(await nextCardOf('coordinator')).not.toContain(gone);
  });

  test('on a Friday night > is told on Monday morning, and not at all when it is back before', async () => {
    await setUpUnit(world);
    await world.sleepUntil('2026-12-04T21:00:00+01:00');
    world.roster.of[unitChannel] = 'gone';
    world.pass(minuteMs);
    await world.settle();
    await world.sleepUntil('2026-12-06T12:00:00+01:00');
    expect(toldGone()).toEqual([]);
    await world.sleepUntil('2026-12-07T08:01:00+01:00');
    expect(toldGone()).toHaveLength(2);
    world.roster.of[unitChannel] = world.members('coordinator');
    await world.sleepUntil('2026-12-07T09:00:00+01:00');
    await world.sleepUntil('2026-12-07T20:00:00+01:00');
    world.roster.of[unitChannel] = 'gone';
    await world.sleepUntil('2026-12-07T21:00:00+01:00');
    world.roster.of[unitChannel] = world.members('coordinator');
    await world.sleepUntil('2026-12-07T22:00:00+01:00');
    await world.sleepUntil('2026-12-08T09:00:00+01:00');
    expect(toldGone()).toHaveLength(2);
  });
});
