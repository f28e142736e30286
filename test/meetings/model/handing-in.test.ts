import { newAgenda } from '../../../src/meetings/model/agenda';
import { refuseItem } from '../../../src/meetings/model/coordinating';
import { editItem, handIn, removeText, withdrawItem } from '../../../src/meetings/model/handing-in';
import { type Draft, limits } from '../../../src/meetings/model/item';
import { holdAgenda } from '../../../src/meetings/model/outcomes';
import {
  after,
  agendaOf,
  before,
  birgit,
  closedAgenda,
  closesAt,
  fireworks,
  itemsOf,
  karen,
  network,
  nu,
  omar,
  openAgenda,
  parking,
  publishedAgenda,
  reasonOf,
  startsAt,
  titlesOf,
  youngPerson,
} from './agendas';

const empty = newAgenda(closesAt, []);
const group = network;

describe('item, handed in', () => {
  test('before the deadline > stands on the agenda with its author and time', () => {
    expect(agendaOf(handIn(empty, { by: birgit, draft: parking, group }, before))).toMatchObject({
      state: 'open',
      items: [{ ...parking, author: 'aad-birgit', handedInAt: before, carried: 0 }],
    });
  });

  test('twice with the same nonce > is one item and the same result', () => {
    const once = agendaOf(handIn(empty, { by: birgit, draft: parking, group }, before));
    const again = handIn(
      once,
      { by: birgit, draft: { ...parking, title: 'Noget andet' }, group },
      before + 9,
    );
    expect(agendaOf(again)).toEqual(once);
  });

  test('twice, the second time after the deadline > is in time', () => {
    const once = agendaOf(handIn(empty, { by: birgit, draft: parking, group }, closesAt - 1));
    expect(agendaOf(handIn(once, { by: birgit, draft: parking, group }, after))).toEqual(once);
  });

  test("with somebody else's nonce > is refused", () => {
    const once = agendaOf(handIn(empty, { by: birgit, draft: parking, group }, before));
    const taken = { ...fireworks, id: parking.id };
    expect(reasonOf(handIn(once, { by: omar, draft: taken, group }, before))).toBe('not-author');
  });

  test('again after it was withdrawn or refused > does not come back', () => {
    const withdrawn = agendaOf(withdrawItem(openAgenda(), { by: birgit, id: parking.id }, before + 7));
    const refused = agendaOf(refuseItem(withdrawn, { by: karen, id: fireworks.id }, before + 8));
    const first = agendaOf(handIn(refused, { by: birgit, draft: parking, group }, before + 9));
    expect(titlesOf(agendaOf(handIn(first, { by: omar, draft: fireworks, group }, before + 9)))).toEqual([
      'single case',
    ]);
  });

  test.each([
    ['a millisecond before the deadline', closesAt - 1, undefined],
    ['at the deadline', closesAt, 'waiting'],
    ['a millisecond after the deadline', closesAt + 1, 'waiting'],
  ])('%s > late is %s', (_, now, late) => {
    const [item] = itemsOf(agendaOf(handIn(empty, { by: birgit, draft: parking, group }, now)));
    expect(item?.late).toBe(late);
  });

  test('after publishing > waits for the coordinator', () => {
    const draft = { ...parking, id: 'nonce-later' };
    const agenda = agendaOf(handIn(publishedAgenda(), { by: birgit, draft, group }, after + 1));
    expect(agenda.state).toBe('published');
    expect(itemsOf(agenda).at(-1)).toMatchObject({ id: 'nonce-later', late: 'waiting' });
  });

  test('for a function that is not of the group > is refused', () => {
    const draft = { ...parking, functionId: 'kindergarten' };
    expect(reasonOf(handIn(empty, { by: birgit, draft, group }, before))).toBe('unknown-function');
  });

  test(`as number ${limits.items + 1} > is refused`, () => {
    const agenda = Array.from({ length: limits.items }).reduce<ReturnType<typeof newAgenda>>((so, _, at) => {
      const draft: Draft = { ...parking, id: `nonce-number-${at}` };
      const handed = agendaOf(handIn(so, { by: birgit, draft, group }, before));
      return at % 2 ? handed : agendaOf(withdrawItem(handed, { by: birgit, id: draft.id }, before));
    }, empty);
    expect(reasonOf(handIn(agenda, { by: omar, draft: fireworks, group }, before))).toBe('full');
  });
});

describe('SSP-NU', () => {
  test.each(nu.functionIds)('a single case from %s > is taken', (functionId) => {
    const draft = { ...youngPerson, functionId };
    expect(itemsOf(agendaOf(handIn(empty, { by: birgit, draft, group: nu }, before)))).toHaveLength(1);
  });

  test('a single case from a school > is told the way through the staff unit', () => {
    const draft = { ...youngPerson, functionId: 'school' };
    expect(reasonOf(handIn(empty, { by: birgit, draft, group: nu }, before))).toBe('through-staff-unit');
  });

  test('a topic, new or as an edit > is refused', () => {
    const topic = { ...parking, functionId: 'police' };
    expect(reasonOf(handIn(empty, { by: birgit, draft: topic, group: nu }, before))).toBe(
      'single-cases-only',
    );
    const draft = { ...youngPerson, functionId: 'police' };
    const agenda = agendaOf(handIn(empty, { by: birgit, draft, group: nu }, before));
    const edit = editItem(agenda, { by: birgit, draft: { ...topic, id: draft.id }, group: nu }, before);
    expect(reasonOf(edit)).toBe('single-cases-only');
  });
});

describe('item, edited', () => {
  const draft: Draft = { ...parking, title: 'Lys på stierne', note: 'Ny belysning.', minutes: 5 };

  test('by its author before the deadline > has the new words in its place and the old ones are gone', () => {
    const agenda = agendaOf(editItem(openAgenda(), { by: birgit, draft, group }, before + 60));
    expect(titlesOf(agenda)).toEqual(['Lys på stierne', 'Fyrværkeri efter nytår', 'single case']);
    expect(itemsOf(agenda)[0]).toMatchObject({
      minutes: 5,
      handedInAt: before,
      changed: { at: before + 60, by: 'aad-birgit' },
    });
    expect(JSON.stringify(agenda)).not.toContain('parkeringspladsen');
  });

  test('into a single case > has no words', () => {
    const single: Draft = { ...youngPerson, id: parking.id };
    const agenda = agendaOf(editItem(openAgenda(), { by: birgit, draft: single, group }, before + 60));
    expect(Object.keys(itemsOf(agenda)[0] ?? {}).sort()).toEqual(
      ['author', 'carried', 'changed', 'functionId', 'handedInAt', 'id', 'kind', 'minutes'].sort(),
    );
  });

  test.each([
    ['somebody else', { by: omar, draft, group }, before, 'not-author'],
    ['the coordinator', { by: karen, draft, group }, before, 'not-author'],
    ['its author at the deadline', { by: birgit, draft, group }, closesAt, 'closed'],
    [
      'its author, unknown',
      { by: birgit, draft: { ...draft, id: 'nonce-none' }, group },
      before,
      'no-such-item',
    ],
  ] as const)('by %s > is refused', (_, edit, now, reason) => {
    expect(reasonOf(editItem(openAgenda(), edit, now))).toBe(reason);
  });
});

describe('item, withdrawn', () => {
  const own = { by: birgit, id: parking.id };

  test('by its author > its text is gone at once', () => {
    const agenda = agendaOf(withdrawItem(openAgenda(), own, closesAt - 1));
    expect(titlesOf(agenda)).toEqual(['Fyrværkeri efter nytår', 'single case']);
    expect(JSON.stringify(agenda)).not.toMatch(/parkeringspladsen|om aftenen|aad-birgit/);
    expect(agendaOf(withdrawItem(agenda, own, after))).toEqual(agenda);
  });

  test('by somebody else, or at the deadline > is refused', () => {
    expect(reasonOf(withdrawItem(openAgenda(), { by: omar, id: parking.id }, before))).toBe('not-author');
    expect(reasonOf(withdrawItem(openAgenda(), { by: karen, id: parking.id }, before))).toBe('not-author');
    expect(reasonOf(withdrawItem(openAgenda(), own, closesAt))).toBe('closed');
  });
});

describe("item's text, removed", () => {
  const held = agendaOf(
    holdAgenda(
      publishedAgenda(),
      {
        by: karen,
        startsAt,
        outcomes: { [parking.id]: { kind: 'decided', decision: 'Gadeplan ser på det' } },
      },
      startsAt,
    ),
  );
  const states = [
    ['open', openAgenda()],
    ['closed', closedAgenda()],
    ['published', publishedAgenda()],
    ['held', held],
  ] as const;

  test.each(states)('agenda %s, by author or coordinator > is gone and the item stays', (state, agenda) => {
    for (const by of [birgit, karen]) {
      const now = state === 'open' ? before : startsAt + 5;
      const removed = agendaOf(removeText(agenda, { by, id: parking.id }, now));
      expect(removed.state).toBe(state);
      expect(titlesOf(removed)).toEqual(['', 'Fyrværkeri efter nytår', 'single case']);
      expect(JSON.stringify(removed)).not.toMatch(/parkeringspladsen|om aftenen|Gadeplan/);
      expect(itemsOf(removed)[0]?.changed).toEqual({ at: now, by: by.personId });
    }
  });

  test.each(states)('agenda %s, by somebody else > is refused', (_, agenda) => {
    expect(reasonOf(removeText(agenda, { by: omar, id: parking.id }, startsAt))).toBe('not-author');
  });

  test('of a refused item > its reason is gone, that of others stays', () => {
    const one = agendaOf(
      refuseItem(openAgenda(), { by: karen, id: parking.id, reason: 'Hører ind under driften' }, before),
    );
    const two = agendaOf(refuseItem(one, { by: karen, id: fireworks.id, reason: 'Var på sidst' }, before));
    const removed = JSON.stringify(agendaOf(removeText(two, { by: birgit, id: parking.id }, before)));
    expect(removed).not.toContain('driften');
    expect(removed).toContain('Var på sidst');
  });

  test('of a refused item after the meeting > its reason is gone', () => {
    const refusal = { by: karen, id: parking.id, reason: 'Hører ind under driften' };
    const refused = agendaOf(refuseItem(publishedAgenda(), refusal, after));
    const over = agendaOf(holdAgenda(refused, { by: karen, startsAt, outcomes: {} }, startsAt));
    expect(JSON.stringify(over)).toContain('driften');
    const removed = agendaOf(removeText(over, { by: karen, id: parking.id }, startsAt + 1));
    expect(JSON.stringify(removed)).not.toContain('driften');
  });

  test('that is nowhere > is refused', () => {
    const nowhere = { by: karen, id: 'nonce-none' };
    expect(reasonOf(removeText(publishedAgenda(), nowhere, after))).toBe('no-such-item');
  });
});
