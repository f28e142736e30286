import fc from 'fast-check';
import type { Agenda } from '../../../src/meetings/model/agenda';
import { acceptLate } from '../../../src/meetings/model/coordinating';
import { handIn, withdrawItem } from '../../../src/meetings/model/handing-in';
import { takenItems } from '../../../src/meetings/model/item';
import { numberFaults, orderItems } from '../../../src/meetings/model/ordering';
import {
  after,
  agendaOf,
  before,
  birgit,
  deputy,
  fireworks,
  itemsOf,
  karen,
  lateDraft,
  network,
  omar,
  openAgenda,
  parking,
  reasonOf,
  withLate,
  youngPerson,
} from './agendas';

/** The ids of an open agenda's three items, as its form shows them. */
const [first, second, third] = [parking.id, fireworks.id, youngPerson.id];
const shown = [first, second, third];
const idsOf = (agenda: Agenda) => itemsOf(agenda).map(({ id }) => id);
const order = (numbers: Readonly<Record<string, number>>, agenda = openAgenda(), of = shown) =>
  orderItems(agenda, { by: karen, shown: of, numbers }, before);

describe('order', () => {
  test.each([
    ['the last to the front', { [third]: 1 }, [third, first, second]],
    ['the first to the end', { [first]: 3 }, [second, third, first]],
    ['two that change places', { [first]: 3, [third]: 1 }, [third, second, first]],
    ['all of them', { [first]: 2, [second]: 3, [third]: 1 }, [third, first, second]],
    [
      'to the number of one that isn’t moved, which makes room',
      { [first]: 1, [second]: 1 },
      [second, first, third],
    ],
  ])('%s > stand where their numbers say', (_, numbers, expected) => {
    expect(idsOf(agendaOf(order(numbers)))).toEqual(expected);
  });

  test('with the numbers that the form showed > is the agenda itself, though another has changed the order since', () => {
    const changed = agendaOf(order({ [third]: 1 }));
    expect(agendaOf(order({ [first]: 1, [second]: 2, [third]: 3 }, changed))).toBe(changed);
  });

  test.each([
    ['0', { [first]: 0 }, [[first, 'out-of-range']]],
    ['one more than there are', { [first]: 4 }, [[first, 'out-of-range']]],
    ['a half', { [first]: 1.5 }, [[first, 'out-of-range']]],
    ['none', { [first]: Number.NaN }, [[first, 'out-of-range']]],
    [
      'the same for two',
      { [first]: 3, [second]: 3 },
      [
        [first, 'twice'],
        [second, 'twice'],
      ],
    ],
  ])('number %s > is said at its item, and refused', (_, numbers, faults) => {
    expect([...numberFaults({ shown, numbers })]).toEqual(faults);
    expect(reasonOf(order(numbers))).toBe('odd-order');
  });

  test('while late items wait > those stay behind', () => {
    const agenda = agendaOf(order({ [first]: 3 }, withLate()));
    expect(idsOf(agenda)).toEqual([second, third, first, lateDraft.id]);
  });

  test('of two coordinators at once > the second is refused and loses nothing of the first', () => {
    const won = agendaOf(order({ [third]: 1 }));
    const lost = orderItems(won, { by: deputy, shown, numbers: { [first]: 2 } }, before);
    expect(reasonOf(lost)).toBe('ordered-meanwhile');
  });

  test('of a list from which an item went, or into which one came first > is refused', () => {
    const without = agendaOf(withdrawItem(openAgenda(), { by: birgit, id: first }, before));
    expect(reasonOf(order({ [third]: 1 }, without))).toBe('ordered-meanwhile');
    expect(reasonOf(order({ [first]: 1 }, openAgenda(), [second, third, first]))).toBe('ordered-meanwhile');
  });

  test('of a list to which items were added at the end > moves its own, and the new ones stay there', () => {
    const draft = { ...lateDraft, id: 'nonce-new' };
    const more = agendaOf(handIn(openAgenda(), { by: omar, draft, group: network }, before));
    expect(idsOf(agendaOf(order({ [third]: 1 }, more)))).toEqual([third, first, second, 'nonce-new']);
    const accepted = agendaOf(
      acceptLate(withLate(), { by: karen, id: lateDraft.id, meeting: 'this' }, after + 2),
    );
    expect(idsOf(agendaOf(order({ [first]: 3 }, accepted)))).toEqual([second, third, first, lateDraft.id]);
  });

  test('by a member > is refused', () => {
    const ordering = { by: birgit, shown, numbers: { [third]: 1 } };
    expect(reasonOf(orderItems(openAgenda(), ordering, before))).toBe('not-coordinator');
  });

  test('any numbers at all > lose no item and have none twice; taken ones stand where they are wanted', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 0, maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (wanted, count) => {
          const items = Array.from({ length: count }, (_, at) => ({ ...parking, id: `nonce-${at}` }));
          const agenda = items.reduce(
            (so, draft) => agendaOf(handIn(so, { by: birgit, draft, group: network }, before)),
            { ...openAgenda(), items: [] } as Agenda,
          );
          const ids = idsOf(agenda);
          const numbers = Object.fromEntries(
            wanted.slice(0, count).map((number, at) => [`nonce-${at}`, number]),
          );
          const decision = orderItems(agenda, { by: karen, shown: ids, numbers }, before);
          if (decision.kind === 'refused') return;
          taken += 1;
          const now = takenItems(itemsOf(decision.agenda)).map(({ id }) => id);
          expect(now.toSorted()).toEqual(ids.toSorted());
          for (const [id, number] of Object.entries(numbers))
            if (number !== ids.indexOf(id) + 1) expect(now[number - 1]).toBe(id);
        },
      ),
      { numRuns: 500, seed: 20270112 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
