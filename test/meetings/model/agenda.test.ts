import {
  type Agenda,
  atTime,
  closeAgenda,
  eraseAgenda,
  moveDeadline,
  newAgenda,
  publishAgenda,
} from '../../../src/meetings/model/agenda';
import { handIn } from '../../../src/meetings/model/handing-in';
import { minutesOf } from '../../../src/meetings/model/item';
import { holdAgenda } from '../../../src/meetings/model/outcomes';
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
  network,
  omar,
  openAgenda,
  parking,
  publishedAgenda,
  reasonOf,
  startsAt,
  titlesOf,
  withLate,
} from './agendas';

describe('agenda, open', () => {
  test('a second before the deadline > stays open', () => {
    expect(reasonOf(closeAgenda(openAgenda(), closesAt - 1000))).toBe('still-open');
    expect(atTime(openAgenda(), closesAt - 1000).state).toBe('open');
  });

  test.each([0, 1000])('%i ms after the deadline > is closed, as of the deadline', (ms) => {
    const { items, refused, withdrawn } = openAgenda() as Extract<
      ReturnType<typeof openAgenda>,
      { state: 'open' }
    >;
    expect(agendaOf(closeAgenda(openAgenda(), closesAt + ms))).toEqual({
      state: 'closed',
      closedAt: closesAt,
      items,
      refused,
      withdrawn,
    });
  });

  test('published before the deadline > is refused', () => {
    expect(reasonOf(publishAgenda(openAgenda(), { by: karen }, before))).toBe('still-open');
  });

  test('its meeting was moved and the new deadline has passed > closes', () => {
    expect(agendaOf(moveDeadline(openAgenda(), before - 5000, before))).toMatchObject({
      state: 'closed',
      closedAt: before - 5000,
    });
  });
});

describe('agenda, closed', () => {
  test('closed once more > says so', () => {
    expect(reasonOf(closeAgenda(closedAgenda(), after))).toBe('already-closed');
  });

  test('published by a member > is refused', () => {
    expect(reasonOf(publishAgenda(closedAgenda(), { by: birgit }, after))).toBe('not-coordinator');
  });

  test('published > says when and by whom, and keeps its items in their order', () => {
    const published = agendaOf(publishAgenda(closedAgenda(), { by: karen }, after));
    expect(published).toMatchObject({ state: 'published', publishedAt: after, publishedBy: 'aad-karen' });
    expect(titlesOf(published)).toEqual([
      'Uro på parkeringspladsen',
      'Fyrværkeri efter nytår',
      'single case',
    ]);
  });

  test('published by two at once > one wins and the other sees who', () => {
    const won = agendaOf(publishAgenda(closedAgenda(), { by: karen }, after));
    expect(reasonOf(publishAgenda(won, { by: deputy }, after + 1))).toBe('already-published');
    expect(won).toMatchObject({ publishedBy: 'aad-karen' });
  });

  test('its meeting is put off > opens again, and what was late is in time', () => {
    const late = withLate(closedAgenda());
    expect(itemsOf(late).at(-1)).toHaveProperty('late', 'waiting');
    const opened = agendaOf(moveDeadline(late, after + 7000, after));
    expect(opened).toMatchObject({ state: 'open', closesAt: after + 7000 });
    expect(itemsOf(opened).at(-1)).not.toHaveProperty('late');
    expect(opened).not.toHaveProperty('closedAt');
  });

  test('its meeting is moved with a deadline that is over > stays closed', () => {
    expect(agendaOf(moveDeadline(closedAgenda(), after, after))).toEqual(closedAgenda());
  });
});

describe('agenda, published', () => {
  test('its meeting is moved > stays published', () => {
    expect(agendaOf(moveDeadline(publishedAgenda(), after + 9000, after))).toEqual(publishedAgenda());
  });

  test.each([
    [44, 1],
    [45, 0],
    [46, 0],
  ])('45 minutes of items in a meeting of %i > %i too many', (length, over) => {
    expect(minutesOf(itemsOf(publishedAgenda()), length)).toEqual({ sum: 45, over });
  });

  test('a late item waits > its minutes are none of the meeting', () => {
    expect(minutesOf(itemsOf(withLate()), 60)).toEqual({ sum: 45, over: 0 });
  });
});

describe('agenda, over', () => {
  const held = agendaOf(holdAgenda(publishedAgenda(), { by: karen, startsAt, outcomes: {} }, startsAt + 1));

  test.each([
    ['held', held],
    ['erased', agendaOf(eraseAgenda(held, startsAt + 2))],
  ])('%s > is neither published, closed, nor open to items', (_, agenda) => {
    const draft = { ...fireworks, id: 'nonce-too-late' };
    expect(reasonOf(publishAgenda(agenda, { by: karen }, startsAt + 3))).toBe('over');
    expect(reasonOf(closeAgenda(agenda, startsAt + 3))).toBe('already-closed');
    expect(reasonOf(handIn(agenda, { by: omar, draft, group: network }, startsAt + 3))).toBe('over');
  });

  test('held, when its meeting is moved after all > comes again with its outcomes, published or open', () => {
    const outcomes = { [parking.id]: { kind: 'done' } } as const;
    const nextWeek = startsAt + 7 * 86_400_000;
    const moved = (agenda: Agenda) =>
      agendaOf(
        moveDeadline(
          agendaOf(holdAgenda(agenda, { by: karen, startsAt, outcomes }, startsAt + 1)),
          nextWeek,
          startsAt + 2,
        ),
      );
    expect(moved(publishedAgenda())).toMatchObject({ state: 'published', publishedBy: 'aad-karen' });
    const open = moved(openAgenda());
    expect(open).toMatchObject({ state: 'open', closesAt: nextWeek });
    expect(itemsOf(open)[0]).toMatchObject({ id: parking.id, outcome: { kind: 'done' } });
    const draft = { ...fireworks, id: 'nonce-new' };
    expect(handIn(open, { by: omar, draft, group: network }, startsAt + 3).kind).toBe('changed');
  });

  test('erased > keeps the time and nothing else, also when erased again', () => {
    const erased = agendaOf(eraseAgenda(openAgenda(), before));
    expect(erased).toEqual({ state: 'erased', erasedAt: before });
    expect(agendaOf(eraseAgenda(erased, after))).toEqual(erased);
  });

  test('carried items of the meeting before > come first', () => {
    expect(newAgenda(closesAt, itemsOf(publishedAgenda()).slice(0, 1))).toEqual({
      state: 'open',
      closesAt,
      items: itemsOf(publishedAgenda()).slice(0, 1),
      refused: [],
      withdrawn: [],
    });
  });
});
