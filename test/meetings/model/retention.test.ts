import { newAgenda } from '../../../src/meetings/model/agenda';
import { addStanding } from '../../../src/meetings/model/coordinating';
import type { Meeting } from '../../../src/meetings/model/meeting';
import { carriedOf, holdAgenda } from '../../../src/meetings/model/outcomes';
import {
  defaultRetention,
  eraseWhenDue,
  nextEraseAt,
  retentionOf,
  waitingDays,
} from '../../../src/meetings/model/retention';
import { after, agendaOf, fireworks, karen, parking, publishedAgenda, startsAt, titlesOf } from './agendas';

const day = 86_400_000;
const lengthMinutes = 90;
const endsAt = startsAt + 90 * 60_000;

const meeting: Meeting = {
  groupId: 'ssp-network-3',
  occurrence: '2027-01-12',
  revision: 4,
  startsAt,
  lengthMinutes,
  place: 'Vejlebroskolen',
  status: { kind: 'planned' },
  apologies: [{ functionId: 'ppr', by: 'aad-omar', at: after }],
  agenda: agendaOf(
    holdAgenda(
      publishedAgenda(),
      { by: karen, startsAt, outcomes: { [parking.id]: { kind: 'decided', decision: 'Ses på igen' } } },
      startsAt + 5,
    ),
  ),
  posts: { agenda: { messageId: 'post-17', outlived: [] } },
  changedAt: 3,
  told: {},
  followsPlan: 1,
  isByHand: false,
  areRowsPlanned: true,
};

describe('retention', () => {
  test.each([
    ['by default', defaultRetention, 30, 23],
    ['of ten days', { keepDays: 10, askDaysBefore: 2 }, 10, 8],
    ['shorter than the notice', { keepDays: 3, askDaysBefore: 9 }, 3, 0],
  ])('%s > asks and erases in days after the end of the meeting', (_, policy, eraseDays, askDays) => {
    expect(retentionOf(meeting, policy)).toEqual({
      eraseAt: endsAt + eraseDays * day,
      askAt: endsAt + askDays * day,
    });
  });

  test.each([['without items', newAgenda(startsAt, [])]])(
    'agenda %s > has no document to file, and is erased all the same',
    (_, agenda) => {
      expect(retentionOf({ ...meeting, agenda }, defaultRetention)).toEqual({ eraseAt: endsAt + 30 * day });
    },
  );

  test('published and never held > is filed and erased the same', () => {
    expect(retentionOf({ ...meeting, agenda: publishedAgenda() }, defaultRetention)).toEqual(
      retentionOf(meeting, defaultRetention),
    );
  });

  test('a second before the end > everything is there', () => {
    expect(eraseWhenDue(meeting, defaultRetention, endsAt + 30 * day - 1000)).toBe(meeting);
  });

  test.each([0, 1000])('%i ms after the end > agenda and apologies are gone, the meeting is not', (ms) => {
    const now = endsAt + 30 * day + ms;
    const erased = eraseWhenDue(meeting, defaultRetention, now);
    expect(erased).toEqual({ ...meeting, agenda: { state: 'erased', erasedAt: now }, apologies: [] });
    expect(JSON.stringify(erased)).not.toMatch(/parkering|Ses på|aad-/);
    expect(retentionOf(erased, defaultRetention)).toBeUndefined();
    expect(eraseWhenDue(erased, defaultRetention, now + day)).toBe(erased);
  });

  test('erased agenda with an apology > is erased again, at the end', () => {
    const again = { ...meeting, agenda: { state: 'erased', erasedAt: 5 } as const };
    expect(retentionOf(again, defaultRetention)).toEqual({ eraseAt: endsAt + 30 * day });
  });

  test('a carried item > stays with the next meeting and goes after that', () => {
    const held = agendaOf(
      holdAgenda(
        agendaOf(
          addStanding(publishedAgenda(), { by: karen, id: 'nonce-s', title: 'Nyt', minutes: 4 }, after),
        ),
        { by: karen, startsAt, outcomes: { [parking.id]: { kind: 'carried' } } },
        startsAt + 5,
      ),
    );
    const next = { ...meeting, startsAt: startsAt + 28 * day, agenda: newAgenda(0, carriedOf(held)) };
    const whenFirstGoes = endsAt + 30 * day;
    const there = { kind: 'there', occurrence: '2027-02-09' } as const;
    const handedOn = { [parking.id]: there, 'nonce-s': there };
    const first = { ...meeting, agenda: held, handedOn };
    expect(eraseWhenDue(first, defaultRetention, whenFirstGoes).agenda.state).toBe('erased');
    expect(JSON.stringify(eraseWhenDue(next, defaultRetention, whenFirstGoes))).toContain(
      'parkeringspladsen',
    );
    const gone = eraseWhenDue({ ...next, handedOn }, defaultRetention, whenFirstGoes + 28 * day);
    expect(JSON.stringify(gone)).not.toContain('parkering');
  });

  test('a standing item that waits for a meeting > stays without what was decided about it', () => {
    const standing = { by: karen, id: 'nonce-s', title: 'Nyt fra gadeplan', minutes: 4 };
    const outcomes = { 'nonce-s': { kind: 'decided', decision: 'Ses på igen' } } as const;
    const agenda = agendaOf(
      holdAgenda(
        agendaOf(addStanding(publishedAgenda(), standing, after)),
        { by: karen, startsAt, outcomes },
        startsAt + 5,
      ),
    );
    const erasedAt = endsAt + 30 * day;
    const rest = eraseWhenDue({ ...meeting, agenda }, defaultRetention, erasedAt);
    expect(titlesOf(rest.agenda)).toEqual(['Nyt fra gadeplan']);
    expect(JSON.stringify(rest)).not.toContain('Ses på igen');
    expect(eraseWhenDue(rest, defaultRetention, erasedAt + day)).toBe(rest);
  });

  test('an item that waits for a meeting > stays alone, and goes when none has come for long', () => {
    const outcomes = { [parking.id]: { kind: 'carried' }, [fireworks.id]: { kind: 'done' } } as const;
    const agenda = agendaOf(holdAgenda(publishedAgenda(), { by: karen, startsAt, outcomes }, startsAt + 5));
    const waiting = { ...meeting, agenda };
    const erasedAt = endsAt + 30 * day;
    expect(nextEraseAt(waiting, defaultRetention)).toBe(erasedAt);
    const rest = eraseWhenDue(waiting, defaultRetention, erasedAt);
    expect(titlesOf(rest.agenda)).toEqual([parking.title]);
    expect(rest.apologies).toEqual([]);
    expect(eraseWhenDue(rest, defaultRetention, erasedAt + day)).toBe(rest);
    const lastDay = erasedAt + waitingDays * day;
    expect(nextEraseAt(rest, defaultRetention)).toBe(lastDay);
    expect(JSON.stringify(eraseWhenDue(rest, defaultRetention, lastDay))).not.toMatch(/parkering|aad-/);
    const taken = {
      ...rest,
      handedOn: { [parking.id]: { kind: 'there', occurrence: '2027-09-14' } as const },
    };
    expect(eraseWhenDue(taken, defaultRetention, erasedAt + day).agenda.state).toBe('erased');
  });
});
