import {
  close,
  giveBack,
  isSettled,
  newRequest,
  notDelivered,
  stateOf,
  take,
  type UnitRequest,
  wishOf,
  withdraw,
} from '../../../src/requests/model/request';
import type { OpenHome } from '../../../src/requests/model/unit-home';
import {
  advance,
  dueRows,
  isOutlived,
  keptMs,
  longestOpenMs,
  nextLookAt,
} from '../../../src/requests/model/upkeep';

const askedAt = Date.parse('2026-12-01T09:00:00+01:00');
const asker = {
  personId: 'p-asker',
  tenantId: 't-1',
  serviceUrl: 'https://teams.example/',
  conversationId: 'a:asker',
  language: 'da',
} as const;
const wish = {
  kind: 'call-back',
  number: '20314253',
  when: [{ date: '2026-12-02', half: 'forenoon' }],
} as const;
const fresh = newRequest({ unitId: 'staff-unit', key: 'key-1', asker, askedAt, earlier: [] }, wish);
const waiting: UnitRequest = {
  ...fresh,
  progress: { kind: 'in-channel', since: askedAt + 5_000, reminded: 0, wish },
  cards: { unit: { messageId: 'm-1', conversationId: '19:unit', serviceUrl: 'https://teams.example/' } },
  posts: 1,
};
const done = (decided: ReturnType<typeof take>): UnitRequest => {
  if (decided.kind === 'refused') throw new Error(decided.reason);
  return decided.request;
};
const taken = done(take(waiting, 'p-anna', askedAt + 60_000));
const anna = { personId: 'p-anna', mayForOthers: false };
const bo = { personId: 'p-bo', mayForOthers: false };
const home: OpenHome = {
  unitId: 'staff-unit',
  channel: {
    conversationId: '19:unit',
    teamId: '19:t',
    tenantId: 't-1',
    serviceUrl: 'https://teams.example/',
  },
  named: ['p-anna'],
  state: { kind: 'open', by: 'p-anna', at: 1, deputies: ['p-dan'], showsTaker: false },
};
const always = () => [{ from: '00:00', to: '23:59' }];
const upkeep = { home, hours: always, remindAfterHours: 2 };
const hourMs = 3_600_000;

describe('request', () => {
  test('can be taken only in the channel, and only by the first', () => {
    expect(take(fresh, 'p-anna', 1)).toEqual({ kind: 'refused', reason: 'over' });
    expect(take(taken, 'p-bo', 1)).toEqual({ kind: 'refused', reason: 'taken-by-other' });
    expect(take(taken, 'p-anna', 1)).toEqual({ kind: 'refused', reason: 'same' });
  });

  test('taken > only who has it closes it or gives it back, or who may for others', () => {
    expect(close(taken, bo, 1)).toEqual({ kind: 'refused', reason: 'taken-by-other' });
    expect(giveBack(waiting, anna, 1)).toEqual({ kind: 'refused', reason: 'not-taken' });
    expect(stateOf(done(giveBack(taken, { ...bo, mayForOthers: true }, 7)))).toBe('in-channel');
  });

  test.each([
    ['closed', done(close(taken, anna, 9))],
    ['withdrawn', done(withdraw(taken, 9))],
    ['undelivered', notDelivered(waiting, 9)],
    ['expired', advance(taken, { ...upkeep, now: askedAt + longestOpenMs })],
  ])('%s > has no number, and stays as it is', (kind, request) => {
    expect(stateOf(request)).toBe(kind);
    expect(wishOf(request)).toBeUndefined();
    expect(JSON.stringify(request)).not.toContain('20314253');
    expect(withdraw(request, 10)).toEqual({ kind: 'refused', reason: 'over' });
    expect(notDelivered(request, 10)).toBe(request);
    expect(advance(request, { ...upkeep, home: undefined, now: 10 })).toBe(request);
  });

  test('in line for ten minutes > is not delivered', () => {
    expect(advance(fresh, { ...upkeep, now: askedAt + 599_999 })).toBe(fresh);
    expect(stateOf(advance(fresh, { ...upkeep, now: askedAt + 600_000 }))).toBe('undelivered');
  });

  test('whose unit has no channel any more > is not delivered, wherever it stands', () => {
    for (const request of [fresh, waiting, taken])
      expect(stateOf(advance(request, { ...upkeep, home: undefined, now: askedAt + 1 }))).toBe('undelivered');
  });

  test('that nobody takes > is called to mind three times, one step at a look', () => {
    const since = askedAt + 5_000;
    const at = (hours: number, request = waiting) =>
      advance(request, { ...upkeep, now: since + hours * hourMs });
    expect(at(1.9)).toBe(waiting);
    expect(at(2).progress).toMatchObject({ reminded: 1 });
    const late = at(9);
    expect(late.progress).toMatchObject({ reminded: 1 });
    expect(at(9, at(9, late)).progress).toMatchObject({ reminded: 3 });
    expect(stateOf(at(9, at(9, late)))).toBe('overdue');
    expect(advance(waiting, { ...upkeep, hours: () => [], now: since + 9 * hourMs })).toBe(waiting);
  });

  test('that is over > goes after seven days, and is looked at then', () => {
    const closed = done(close(taken, anna, 1_000));
    expect([isOutlived(closed, 999 + keptMs), isOutlived(closed, 1_000 + keptMs)]).toEqual([false, true]);
    expect(nextLookAt(closed, 2_000)).toBe(1_000 + keptMs);
    expect(isOutlived(taken, Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  test('that is over > makes room for another only when its card says so', () => {
    const closed = done(close(taken, anna, 1_000));
    expect(isSettled(closed)).toBe(false);
    const unit = { ...waiting.cards.unit!, shown: 'closed' };
    expect(isSettled({ ...closed, cards: { unit } })).toBe(true);
  });
});

describe('what must be sent of a request', () => {
  const kindsOf = (request: UnitRequest, of: OpenHome | undefined = home) => {
    const { plan, again } = dueRows(request, of, 5);
    return [...plan, ...again].map(({ kind }) => kind);
  };

  test('is derived from how it stands and from what was said and shown', () => {
    expect(kindsOf(fresh)).toEqual(['request-post-unit']);
    expect(kindsOf(waiting)).toEqual(['request-post-asker', 'request-show-unit']);
    const place = { conversationId: 'a:asker', serviceUrl: 'https://teams.example/' };
    const followed: UnitRequest = {
      ...waiting,
      told: 'in-channel',
      cards: {
        unit: { ...waiting.cards.unit!, shown: 'in-channel' },
        asker: { ...place, messageId: 'm-2', shown: 'in-channel' },
      },
    };
    expect(kindsOf(followed)).toEqual([]);
    const now = done(take(followed, 'p-anna', 9));
    expect(kindsOf(now)).toEqual(['request-tell', 'request-show-unit', 'request-show-asker']);
    const overdue = { ...followed, progress: { kind: 'in-channel', since: 3, reminded: 3, wish } } as const;
    expect(kindsOf(overdue)).toEqual([
      'request-tell',
      'request-remind',
      'request-alert',
      'request-show-unit',
      'request-show-asker',
    ]);
  });

  test('names nobody but the deputies and the channel', () => {
    const { plan, again } = dueRows({ ...taken, told: 'in-channel' }, home, 5);
    expect(JSON.stringify([plan, again])).not.toMatch(/p-asker|p-anna|20314253|a:asker/);
  });
});
