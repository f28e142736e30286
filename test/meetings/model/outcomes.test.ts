import { eraseAgenda, newAgenda } from '../../../src/meetings/model/agenda';
import { acceptLate, addStanding, refuseItem } from '../../../src/meetings/model/coordinating';
import { handIn, withdrawItem } from '../../../src/meetings/model/handing-in';
import {
  carriedOf,
  caseOutcomes,
  handedOverOf,
  holdAgenda,
  markOf,
  type Noting,
  type Outcome,
  takeCarried,
  unnotedOf,
} from '../../../src/meetings/model/outcomes';
import {
  after,
  agendaOf,
  before,
  birgit,
  closedAgenda,
  closesAt,
  deputy,
  fireworks,
  itemsOf,
  karen,
  lateDraft,
  network,
  omar,
  openAgenda,
  parking,
  publishedAgenda,
  reasonOf,
  startsAt,
  titlesOf,
  withLate,
  youngPerson,
} from './agendas';

const hold = (
  outcomes: Readonly<Record<string, Noting>>,
  agenda = publishedAgenda(),
  more: { readonly shown?: Readonly<Record<string, string>>; readonly canBeNoted?: () => boolean } = {},
) => holdAgenda(agenda, { by: karen, startsAt, outcomes, ...more }, startsAt + 60);
const carried: Outcome = { kind: 'carried' };

describe('outcomes', () => {
  test('noted > stand with their items, and the rest has none', () => {
    const agenda = agendaOf(
      hold({
        [parking.id]: { kind: 'decided', decision: 'Gadeplan går forbi om fredagen' },
        [youngPerson.id]: { kind: 'discussed' },
      }),
    );
    expect(agenda).toMatchObject({ state: 'held', heldAt: startsAt + 60, heldBy: 'aad-karen' });
    expect(itemsOf(agenda).map((item) => 'outcome' in item && item.outcome)).toEqual([
      { kind: 'decided', decision: 'Gadeplan går forbi om fredagen' },
      false,
      { kind: 'discussed' },
    ]);
  });

  test('noted one after the other > are kept together', () => {
    const first = agendaOf(hold({ [parking.id]: { kind: 'done' } }));
    const second = agendaOf(
      holdAgenda(first, { by: deputy, startsAt, outcomes: { [fireworks.id]: carried } }, startsAt + 90),
    );
    expect(second).toMatchObject({ heldAt: startsAt + 60, heldBy: 'aad-karen' });
    expect(itemsOf(second)).toMatchObject([{ outcome: { kind: 'done' } }, { outcome: carried }, {}]);
  });

  test('a mistake > is noted anew, but what the next agenda has stands', () => {
    const onNext = { canBeNoted: () => false };
    const first = agendaOf(hold({ [parking.id]: { kind: 'done' }, [fireworks.id]: carried }));
    expect(itemsOf(agendaOf(hold({ [parking.id]: carried }, first)))[0]).toMatchObject({ outcome: carried });
    expect(reasonOf(hold({ [fireworks.id]: { kind: 'done' } }, first, onNext))).toBe('already-carried');
    expect(agendaOf(hold({ [fireworks.id]: carried }, first, onNext))).toEqual(first);
  });

  test('by two people > what the form didn’t change is left, and what somebody else changed is refused', () => {
    const nothing = markOf(undefined);
    const shown = { [parking.id]: nothing, [fireworks.id]: nothing };
    const decided = { kind: 'decided', decision: 'Lys ved søen' } as const;
    const newer = agendaOf(
      hold({ [parking.id]: decided, [fireworks.id]: 'nothing' }, publishedAgenda(), { shown }),
    );
    const older = { [parking.id]: 'nothing', [fireworks.id]: { kind: 'done' } } as const;
    expect(itemsOf(agendaOf(hold(older, newer, { shown })))).toMatchObject([
      { outcome: decided },
      { outcome: { kind: 'done' } },
      {},
    ]);
    expect(reasonOf(hold({ [parking.id]: { kind: 'done' } }, newer, { shown }))).toBe('noted-meanwhile');
    expect(hold({ [parking.id]: decided }, newer, { shown }).kind).toBe('changed');
  });

  test('noted by mistake > are taken back', () => {
    const first = agendaOf(hold({ [parking.id]: { kind: 'done' } }));
    const shown = { [parking.id]: markOf({ kind: 'done' }) };
    expect(itemsOf(agendaOf(hold({ [parking.id]: 'nothing' }, first, { shown })))[0]).not.toHaveProperty(
      'outcome',
    );
  });

  test.each(['done', 'decided', 'carried'] as const)('a single case %s > is refused', (kind) => {
    const outcome: Outcome = kind === 'decided' ? { kind, decision: 'Noget om den unge' } : { kind };
    expect(reasonOf(hold({ [youngPerson.id]: outcome }))).toBe('outcome-of-another-kind');
  });

  test.each(caseOutcomes)('a topic %s > is refused', (kind) => {
    expect(reasonOf(hold({ [parking.id]: { kind } }))).toBe('outcome-of-another-kind');
  });

  test('before the meeting begins > are refused', () => {
    const early = { by: karen, startsAt, outcomes: {} };
    expect(reasonOf(holdAgenda(publishedAgenda(), early, startsAt - 1))).toBe('not-begun');
    expect(holdAgenda(publishedAgenda(), early, startsAt).kind).toBe('changed');
  });

  test('of an agenda that was never published > are noted as well', () => {
    const held = agendaOf(hold({ [parking.id]: { kind: 'done' } }, closedAgenda()));
    expect(held).not.toHaveProperty('publishedAt');
    expect(unnotedOf(held)).toMatchObject([
      { id: fireworks.id, carried: 1 },
      { id: youngPerson.id, carried: 1 },
    ]);
    expect(unnotedOf(publishedAgenda())).toEqual([]);
  });

  test('of an erased agenda, by a member, or of no item > are refused', () => {
    expect(reasonOf(hold({}, agendaOf(eraseAgenda(closedAgenda(), after))))).toBe('over');
    expect(reasonOf(holdAgenda(publishedAgenda(), { by: omar, startsAt, outcomes: {} }, startsAt))).toBe(
      'not-coordinator',
    );
    expect(reasonOf(hold({ 'nonce-none': carried }))).toBe('no-such-item');
    expect(reasonOf(hold({ constructor: carried }))).toBe('no-such-item');
  });
});

describe('next agenda', () => {
  const { id: lateId } = lateDraft;
  const standing = { by: karen, id: 'nonce-standing', title: 'Eventuelt', minutes: 5 };

  test('has what was carried first, a case that continues with it, and how often', () => {
    const held = agendaOf(
      hold({
        [fireworks.id]: carried,
        [parking.id]: { kind: 'done' },
        [youngPerson.id]: { kind: 'continues' },
      }),
    );
    const next = newAgenda(closesAt + 1000, carriedOf(held));
    expect(itemsOf(next)).toMatchObject([
      { id: fireworks.id, carried: 1 },
      { id: youngPerson.id, carried: 1 },
    ]);
    expect(JSON.stringify(next)).not.toContain('outcome');
    const own = { ...parking, id: 'nonce-own', title: 'Nyt' };
    const filled = agendaOf(handIn(next, { by: birgit, draft: own, group: network }, before));
    expect(titlesOf(filled)).toEqual(['Fyrværkeri efter nytår', 'single case', 'Nyt']);
  });

  test('carried three times in a row > says three', () => {
    let agenda = publishedAgenda();
    for (const times of [1, 2, 3]) {
      const next = carriedOf(agendaOf(hold({ [parking.id]: carried }, agenda)));
      expect(next).toMatchObject([{ id: parking.id, carried: times }]);
      agenda = {
        state: 'published',
        closedAt: 1,
        publishedAt: 2,
        publishedBy: 'aad-karen',
        items: next,
        refused: [],
        withdrawn: [],
      };
    }
  });

  test.each([
    ['waiting after the meeting', agendaOf(hold({}, withLate())), [lateId]],
    ['waiting when nobody held the meeting', withLate(), [lateId]],
    [
      'left for the next',
      agendaOf(acceptLate(withLate(), { by: karen, id: lateId, meeting: 'next' }, after)),
      [lateId],
    ],
    ['accepted', agendaOf(acceptLate(withLate(), { by: karen, id: lateId, meeting: 'this' }, after)), []],
  ])('a late item %s > %s', (_, agenda, expected) => {
    const carriedOn = carriedOf(agenda);
    expect(carriedOn.map(({ id }) => id)).toEqual(expected);
    expect(carriedOn.every((item) => item.carried === 0 && !('late' in item))).toBe(true);
  });

  test('a late item that waits > gets no outcome', () => {
    expect(reasonOf(hold({ [lateId]: carried }, withLate()))).toBe('no-such-item');
  });

  test('a standing item > comes again, uncounted, also when it was put off once', () => {
    const agenda = agendaOf(addStanding(publishedAgenda(), standing, after));
    expect(carriedOf(agendaOf(hold({ [standing.id]: { kind: 'done' } }, agenda)))).toMatchObject([
      { id: standing.id, carried: 0 },
    ]);
    const once = carriedOf(agendaOf(hold({ [standing.id]: carried }, agenda)));
    expect(once).toMatchObject([{ id: standing.id, carried: 1 }]);
    expect(carriedOf(newAgenda(closesAt, once))).toMatchObject([{ id: standing.id, carried: 0 }]);
  });

  test('that is there already > takes them first, and once', () => {
    const held = agendaOf(hold({ [parking.id]: carried }));
    const next = agendaOf(
      handIn(newAgenda(closesAt + 1000, []), { by: omar, draft: fireworks, group: network }, before),
    );
    const taken = agendaOf(takeCarried(next, carriedOf(held), before));
    expect(titlesOf(taken)).toEqual(['Uro på parkeringspladsen', 'Fyrværkeri efter nytår']);
    expect(agendaOf(takeCarried(taken, carriedOf(held), before))).toEqual(taken);
  });

  test.each(['withdrawn', 'refused'])('from which a carried item was %s > does not get it back', (how) => {
    const items = carriedOf(agendaOf(hold({ [parking.id]: carried })));
    const next = newAgenda(closesAt, items);
    const id = parking.id;
    const without =
      how === 'withdrawn'
        ? withdrawItem(next, { by: birgit, id }, before)
        : refuseItem(next, { by: karen, id }, before);
    expect(itemsOf(agendaOf(takeCarried(agendaOf(without), items, before)))).toEqual([]);
  });

  test('that is over > takes nothing', () => {
    expect(reasonOf(takeCarried(agendaOf(hold({})), itemsOf(openAgenda()), startsAt))).toBe('over');
  });

  test('after a meeting that is cancelled > gets everything as it was', () => {
    expect(handedOverOf(withLate())).toEqual(itemsOf(withLate()).map(({ late: _, ...item }) => item));
    expect(handedOverOf(agendaOf(hold({})))).toEqual([]);
  });

  test('after an erased one > gets nothing', () => {
    expect(carriedOf({ state: 'erased', erasedAt: 1 })).toEqual([]);
    expect(handedOverOf({ state: 'erased', erasedAt: 1 })).toEqual([]);
  });
});
