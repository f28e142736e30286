import { requestTexts } from '../../src/text/requests';
import { executesOf } from '../cards/crawl';
import { cardOf, channelId, filledForm, inChannel, inPrivate, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';
import { inUnit, setUpUnit, textOf, unitChannel, unitId } from './steps';

const { setUp: text, refusals } = requestTexts.da;

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

  test('in use > the unit can’t have a second one before it is taken down', async () => {
    await setUpUnit(world);
    const other = '19:other@thread.tacv2';
    world.roster.of[other] = world.members('administrator', 'deputy');
    const nameThere = () =>
      world.click('unit.name', inChannel('administrator', other), { unitId, personId: people.deputy });
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
});
