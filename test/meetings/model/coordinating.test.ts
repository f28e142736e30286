import {
  acceptLate,
  addStanding,
  dropStanding,
  refuseItem,
  setMinutes,
} from '../../../src/meetings/model/coordinating';
import { takenItems } from '../../../src/meetings/model/item';
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
  omar,
  openAgenda,
  parking,
  reasonOf,
  titlesOf,
  withLate,
  youngPerson,
} from './agendas';

const { id } = lateDraft;
const ids = (agenda: ReturnType<typeof openAgenda>) => takenItems(itemsOf(agenda)).map((item) => item.id);

describe('late item', () => {
  test('accepted for this meeting > is taken, at the end', () => {
    const agenda = agendaOf(acceptLate(withLate(), { by: karen, id, meeting: 'this' }, after + 2));
    expect(ids(agenda)).toEqual([parking.id, fireworks.id, youngPerson.id, id]);
    expect(itemsOf(agenda).at(-1)).toMatchObject({
      late: 'accepted',
      changed: { at: after + 2, by: 'aad-karen' },
    });
  });

  test('left for the next meeting > is not taken', () => {
    const agenda = agendaOf(acceptLate(withLate(), { by: deputy, id, meeting: 'next' }, after + 2));
    expect(ids(agenda)).not.toContain(id);
    expect(itemsOf(agenda).at(-1)).toMatchObject({ late: 'next' });
  });

  test('answered twice > the same again changes nothing, the other is refused', () => {
    const agenda = agendaOf(acceptLate(withLate(), { by: karen, id, meeting: 'this' }, after + 2));
    expect(agendaOf(acceptLate(agenda, { by: deputy, id, meeting: 'this' }, after + 3))).toEqual(agenda);
    expect(reasonOf(acceptLate(agenda, { by: deputy, id, meeting: 'next' }, after + 3))).toBe('not-waiting');
  });

  test('that is in time > does not wait', () => {
    expect(reasonOf(acceptLate(withLate(), { by: karen, id: parking.id, meeting: 'this' }, after))).toBe(
      'not-waiting',
    );
  });

  test('accepted by its author > is refused', () => {
    expect(reasonOf(acceptLate(withLate(), { by: omar, id, meeting: 'this' }, after))).toBe(
      'not-coordinator',
    );
  });
});

describe('item, refused by the coordinator', () => {
  const reason = 'Hører til i skolebestyrelsen';

  test('with a reason > only the reason is left, for its author', () => {
    const agenda = agendaOf(refuseItem(openAgenda(), { by: karen, id: parking.id, reason }, before + 5));
    expect(agenda).toMatchObject({
      refused: [{ id: parking.id, author: 'aad-birgit', reason, at: before + 5, by: 'aad-karen' }],
    });
    expect(titlesOf(agenda)).toEqual(['Fyrværkeri efter nytår', 'single case']);
    expect(JSON.stringify(agenda)).not.toMatch(/parkeringspladsen|om aftenen/);
    expect(agendaOf(refuseItem(agenda, { by: deputy, id: parking.id }, before + 6))).toEqual(agenda);
  });

  test('a single case > takes no reason', () => {
    const refusal = { by: karen, id: youngPerson.id };
    expect(reasonOf(refuseItem(openAgenda(), { ...refusal, reason }, before))).toBe(
      'single-case-has-no-text',
    );
    expect(agendaOf(refuseItem(openAgenda(), refusal, before))).toMatchObject({
      refused: [{ id: youngPerson.id, author: 'aad-omar' }],
    });
  });
});

describe('minutes', () => {
  test.each([1, 35, 240])('set to %i > are kept with who and when', (minutes) => {
    const agenda = agendaOf(setMinutes(openAgenda(), { by: karen, id: parking.id, minutes }, before + 4));
    expect(itemsOf(agenda)[0]).toMatchObject({ minutes, changed: { at: before + 4, by: 'aad-karen' } });
  });

  test.each([0, -5, 241, 500, 2.5, Number.NaN])('set to %d > are refused', (minutes) => {
    const set = { by: karen, id: parking.id, minutes };
    expect(reasonOf(setMinutes(openAgenda(), set, before))).toBe('minutes-out-of-range');
  });
});

describe('standing item', () => {
  const standing = { by: karen, id: 'nonce-standing', title: 'Siden sidst', minutes: 10 };

  test('added, twice with one form > stands there once', () => {
    const agenda = agendaOf(addStanding(openAgenda(), standing, before + 3));
    expect(itemsOf(agenda).at(-1)).toEqual({
      kind: 'standing',
      id: 'nonce-standing',
      title: 'Siden sidst',
      minutes: 10,
      author: 'aad-karen',
      handedInAt: before + 3,
      carried: 0,
    });
    expect(agendaOf(addStanding(agenda, standing, before + 4))).toEqual(agenda);
  });

  test('dropped by the other coordinator > is gone and stays so', () => {
    const agenda = agendaOf(addStanding(openAgenda(), standing, before));
    const dropped = agendaOf(dropStanding(agenda, { by: deputy, id: standing.id }, after));
    expect(titlesOf(dropped)).not.toContain('Siden sidst');
    expect(agendaOf(addStanding(dropped, standing, after))).toEqual(dropped);
  });

  test("somebody's item > is not dropped that way", () => {
    expect(reasonOf(dropStanding(openAgenda(), { by: karen, id: parking.id }, before))).toBe('no-such-item');
  });
});

test.each([
  ['refuse', refuseItem(openAgenda(), { by: birgit, id: parking.id }, before)],
  ['set minutes', setMinutes(openAgenda(), { by: omar, id: parking.id, minutes: 3 }, before)],
  [
    'add a standing item',
    addStanding(openAgenda(), { by: omar, id: 'nonce-x', title: 'X', minutes: 3 }, before),
  ],
  ['drop a standing item', dropStanding(openAgenda(), { by: omar, id: parking.id }, before)],
])('member > may not %s', (_, decision) => {
  expect(decision).toEqual({ kind: 'refused', reason: 'not-coordinator' });
});
