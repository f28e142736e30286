import { agendaTexts } from '../../src/text/agenda';
import { executesOf, nodesOf } from '../cards/crawl';
import { cardOf, inChannel, inPrivate, january, type OpenDesk, type Person, people } from '../meetings/desk';
import { handInAs, itemsAt, nonces, openAgendaDesk, parking, textOf, youngPerson } from './steps';

const { buttons, coordinator, refusals } = agendaTexts.da;
const fireworks = { ...parking, nonce: nonces.fireworks, title: 'Fyrværkeri efter nytår' };

const openDesk = async (): Promise<OpenDesk> => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'member', parking);
  await handInAs(desk, 'guest', fireworks);
  await handInAs(desk, 'guest', youngPerson);
  return desk;
};
const idsOn = async (desk: OpenDesk) => (await itemsAt(desk, january.occurrence)).map(({ id }) => id);

/** Opens the form; what comes back sends it with the numbers that are typed over those it shows. */
const openForm = async (desk: OpenDesk, person: Person = 'coordinator') => {
  const card = cardOf(await desk.click('agenda.order', inPrivate(person), january));
  return sending(desk, person, card);
};
const sending =
  (desk: OpenDesk, person: Person, card: ReturnType<typeof cardOf>) =>
  (typed: Readonly<Record<string, string | number>>) => {
    const held = nodesOf(card).flatMap(({ type, id, value }) =>
      type === 'Input.Number' ? [[String(id), value] as const] : [],
    );
    const save = executesOf(card).find(({ verb }) => verb === 'agenda.save-order');
    const numbers = Object.entries(typed).map(([nonce, number]) => [`number-${nonce}`, number]);
    return desk.click('agenda.save-order', inPrivate(person), {
      ...save?.data,
      ...Object.fromEntries(held),
      ...Object.fromEntries(numbers),
    });
  };

describe('order of an agenda', () => {
  test('is opened from the agenda and from an item', async () => {
    const desk = await openDesk();
    const open = { ...january, itemId: nonces.parking };
    for (const verb of ['agenda.coordinate', 'agenda.item']) {
      const found = executesOf(cardOf(await desk.click(verb, inPrivate('coordinator'), open)));
      expect(found.map(({ title }) => title)).toContain(buttons.order);
    }
  });

  test('of one item > offers none', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    expect(textOf(await desk.click('agenda.coordinate', inPrivate('coordinator'), january))).not.toContain(
      buttons.order,
    );
  });

  test('several moved by one form > stand where their numbers say', async () => {
    const desk = await openDesk();
    const send = await openForm(desk);
    const saved = await send({ [nonces.parking]: '3', [nonces.young]: 1 });
    expect(textOf(saved)).toContain(coordinator.orderSaved);
    expect(await idsOn(desk)).toEqual([nonces.young, nonces.fireworks, nonces.parking]);
  });

  test.each([
    ['two with one number', { [nonces.parking]: '2', [nonces.young]: '2' }, coordinator.numberTwice(2)],
    ['a number too high', { [nonces.parking]: '4' }, coordinator.numberError(3)],
    ['no number', { [nonces.parking]: '' }, coordinator.numberError(3)],
    ['a word', { [nonces.parking]: 'først' }, coordinator.numberError(3)],
  ])(
    '%s > is said at the field, with the other numbers kept, and nothing is stored',
    async (_, typed, said) => {
      const desk = await openDesk();
      const before = desk.stored();
      const again = await (await openForm(desk))({ [nonces.fireworks]: '1', ...typed });
      expect(textOf(again)).toContain(said);
      const field = nodesOf(cardOf(again)).find(({ id }) => id === `number-${nonces.fireworks}`);
      expect(field?.value).toBe(1);
      expect(desk.stored()).toBe(before);
    },
  );

  test('two coordinators at once > the later one is told, keeps the numbers, and can save them', async () => {
    const desk = await openDesk();
    await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
    const [one, other] = [await openForm(desk), await openForm(desk, 'deputy')];
    await one({ [nonces.young]: '1' });
    const lost = await other({ [nonces.fireworks]: '3' });
    expect(textOf(lost)).toContain(refusals['ordered-meanwhile']);
    expect(await idsOn(desk)).toEqual([nonces.young, nonces.parking, nonces.fireworks]);
    await one({});
    expect(await idsOn(desk)).toEqual([nonces.young, nonces.parking, nonces.fireworks]);
    const again = sending(desk, 'deputy', cardOf(lost));
    await again({ [nonces.parking]: '1' });
    expect(await idsOn(desk)).toEqual([nonces.parking, nonces.young, nonces.fireworks]);
  });

  test('a form that moves nothing > changes nothing, though another has been saved since', async () => {
    const desk = await openDesk();
    const [one, other] = [await openForm(desk), await openForm(desk)];
    await one({ [nonces.young]: '1' });
    const order = await idsOn(desk);
    expect(textOf(await other({}))).toContain(coordinator.orderSaved);
    expect(await idsOn(desk)).toEqual(order);
  });

  test('by a member > is neither shown nor saved', async () => {
    const desk = await openDesk();
    const before = desk.stored();
    expect(textOf(await desk.click('agenda.order', inPrivate('member'), january))).toContain(
      refusals['not-coordinator'],
    );
    const forged = { ...january, shown: [nonces.parking], [`number-${nonces.parking}`]: '2' };
    await desk.click('agenda.save-order', inPrivate('member'), forged);
    expect(desk.stored()).toBe(before);
  });
});
