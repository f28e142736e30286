import { monthOf } from '../../src/figures/counter';
import { parking } from '../agenda/steps';
import { inPrivate, january } from '../meetings/desk';
import { openWorld } from '../meetings/world';
import { askAs, openUnitWorld, pressAs } from '../requests/steps';

test('what people do > is counted once, by month, with nobody in it', async () => {
  const world = await openUnitWorld();
  await askAs(world);
  await askAs(world);
  await world.settle();
  await pressAs(world, 'coordinator', 'request.take');
  await pressAs(world, 'deputy', 'request.take');
  await world.settle();
  const month = monthOf(world.now());
  const doc = await world.ports.figures.find(month);
  expect(doc?.body).toEqual({
    state: 'counting',
    month,
    counts: { 'asked/staff-unit': 1, 'waited/staff-unit/1': 1 },
  });
  await world.remove();
});

test('an item > is counted by its kind once, however often its form is sent, and not when it is edited', async () => {
  const world = await openWorld();
  await world.setUp();
  const send = (verb: string, data: object) =>
    world.click(verb, inPrivate('member'), { ...january, ...parking, ...data });
  await send('agenda.hand-in', {});
  await send('agenda.hand-in', {});
  await send('agenda.edit', { kind: 'decision' });
  await world.settle();
  const doc = await world.ports.figures.find(monthOf(world.now()));
  expect(doc?.body).toMatchObject({ counts: { 'item/discussion': 1 } });
  expect(JSON.stringify(doc?.body)).not.toContain('item/decision');
  await world.remove();
});
