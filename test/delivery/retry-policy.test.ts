import fc from 'fast-check';
import {
  backoffMs,
  isGone,
  markAfter,
  markOfUnsent,
  maySend,
  retryAfterOf,
} from '../../src/delivery/retry-policy';
import type { Guarantee, Outcome } from '../../src/delivery/transport';

const now = 1_800_000_000_000;
const first = { attempts: 0, ambiguous: 0 };
const guarantees: readonly Guarantee[] = ['at-least-once', 'at-most-once', 'latest'];
const refused = (status: number, rest: object = {}): Outcome => ({ kind: 'refused', status, ...rest });
const after = (outcome: Outcome, guarantee: Guarantee, row = first, jitter = 1) =>
  markAfter(outcome, { row, guarantee, now, jitter });

test.each(guarantees)('sent, %s > is sent', (guarantee) => {
  expect(after({ kind: 'sent', messageId: 'm-7' }, guarantee)).toEqual({ state: 'sent' });
});

test.each(guarantees.flatMap((guarantee) => [412, 429, 503].map((status) => [status, guarantee] as const)))(
  'refused with %i, %s > again after the wait, and nothing is ambiguous',
  (status, guarantee) => {
    const again = { state: 'again', at: now + 1_000, wasAmbiguous: false };
    expect(after(refused(status), guarantee)).toEqual(again);
    const busy = { attempts: 40, ambiguous: 0 };
    expect(after(refused(status), guarantee, busy)).toEqual({ ...again, at: now + 300_000 });
  },
);

test.each(
  guarantees.flatMap((guarantee) =>
    [400, 401, 403, 404, 405, 413, 500, 501].map((status) => [status, guarantee] as const),
  ),
)('refused with %i, %s > failed, and unknown where an earlier one may have arrived', (status, guarantee) => {
  expect(after(refused(status, { retryAfterMs: 5_000 }), guarantee)).toEqual({ state: 'failed' });
  expect(after(refused(status), guarantee, { attempts: 1, ambiguous: 1 })).toEqual({ state: 'unknown' });
});

test('refused with 502 > is repeated where one too many is better than none, else it is unknown', () => {
  expect(after(refused(502), 'at-least-once')).toMatchObject({ state: 'again', wasAmbiguous: false });
  expect(after(refused(502), 'latest')).toMatchObject({ state: 'again' });
  expect(after(refused(502), 'at-most-once')).toEqual({ state: 'unknown' });
});

test.each<[string, Outcome]>([
  ['504', refused(504)],
  ['no answer', { kind: 'ambiguous' }],
])('%s > a reminder is repeated twice, a receipt never, an update always', (_, outcome) => {
  const again = { state: 'again', at: now + 1_000, wasAmbiguous: true };
  expect(after(outcome, 'at-least-once')).toEqual(again);
  expect(after(outcome, 'at-least-once', { attempts: 1, ambiguous: 1 })).toEqual({
    ...again,
    at: now + 2_000,
  });
  expect(after(outcome, 'at-least-once', { attempts: 2, ambiguous: 2 })).toEqual({ state: 'unknown' });
  expect(after(outcome, 'at-most-once')).toEqual({ state: 'unknown' });
  expect(after(outcome, 'latest', { attempts: 9, ambiguous: 9 })).toMatchObject({ state: 'again' });
});

test('Retry-After > comes before the own wait, and is never cut short', () => {
  const busy = { attempts: 6, ambiguous: 0 };
  const at = (jitter: number) => after(refused(429, { retryAfterMs: 7_000 }), 'latest', busy, jitter);
  expect(at(0)).toEqual({ state: 'again', at: now + 7_000, wasAmbiguous: false });
  expect(at(0.25)).toMatchObject({ at: now + 7_250 });
  expect(retryAfterOf(refused(429, { retryAfterMs: 7_000 }))).toBe(7_000);
  expect(retryAfterOf(refused(400, { retryAfterMs: 7_000 }))).toBeUndefined();
  expect(retryAfterOf(refused(429))).toBeUndefined();
});

test('backoff > doubles, with at least half of it waited', () => {
  expect([1, 2, 3, 9, 10, 500].map((attempt) => backoffMs(attempt, 1))).toEqual([
    1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
  ]);
  expect([0, 0.5].map((jitter) => backoffMs(3, jitter))).toEqual([2_000, 3_000]);
});

test('channel, gone > is known by status and code together', () => {
  expect(isGone(refused(404, { code: 'ConversationNotFound' }))).toBe(true);
  expect(isGone(refused(403, { code: 'BotNotInConversationRoster' }))).toBe(true);
  expect(isGone(refused(403, { code: 'ConversationNotFound' }))).toBe(false);
  expect(isGone(refused(404, { code: 'ActivityNotFound' }))).toBe(false);
  expect(isGone(refused(404, { code: 'constructor' }))).toBe(false);
  expect(isGone(refused(404))).toBe(false);
  expect(isGone({ kind: 'ambiguous' })).toBe(false);
});

test('row that is not sent > is unknown when it may have arrived, failed when Teams refused until it was too late', () => {
  expect(markOfUnsent(first, 'too-late')).toEqual({ state: 'obsolete' });
  expect(markOfUnsent(first, 'changed')).toEqual({ state: 'obsolete' });
  expect(markOfUnsent({ attempts: 3, ambiguous: 0 }, 'too-late')).toEqual({ state: 'failed' });
  expect(markOfUnsent({ attempts: 3, ambiguous: 0 }, 'changed')).toEqual({ state: 'obsolete' });
  expect(markOfUnsent({ attempts: 3, ambiguous: 1 }, 'too-late')).toEqual({ state: 'unknown' });
  expect(markOfUnsent({ attempts: 3, ambiguous: 1 }, 'changed')).toEqual({ state: 'unknown' });
});

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ kind: 'ambiguous' }),
  fc.record({
    kind: fc.constant('refused' as const),
    status: fc.constantFrom(400, 403, 404, 412, 429, 500, 502, 503, 504),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }),
  }),
  fc.constant<Outcome>({ kind: 'sent' }),
);

/** What arrives when everything that may have arrived did, a crash after each send among it. */
const arrivals = (guarantee: Guarantee, course: readonly (Outcome | 'crash')[]): number => {
  let row = first;
  let arrived = 0;
  for (const outcome of course) {
    if (!maySend(row, guarantee)) break;
    const attempts = row.attempts + 1;
    if (outcome === 'crash') {
      arrived += 1;
      row = { attempts, ambiguous: row.ambiguous + 1 };
      continue;
    }
    if (outcome.kind !== 'refused' || outcome.status === 504) arrived += 1;
    const mark = after(outcome, guarantee, row);
    if (mark.state !== 'again') break;
    row = { attempts, ambiguous: row.ambiguous + (mark.wasAmbiguous ? 1 : 0) };
  }
  return arrived;
};

test('course of outcomes and crashes, any > a reminder arrives three times at most, a receipt once', () => {
  const courses = fc.array(fc.oneof(outcomes, fc.constant('crash' as const)), { maxLength: 30 });
  fc.assert(
    fc.property(courses, (course) => {
      expect(arrivals('at-least-once', course)).toBeLessThanOrEqual(3);
      expect(arrivals('at-most-once', course)).toBeLessThanOrEqual(1);
    }),
  );
});

test('row put in line again, any > never before Retry-After, and never beyond five minutes without one', () => {
  const rows = fc.record({ attempts: fc.nat(60), ambiguous: fc.nat(3) });
  const jitters = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      outcomes,
      rows,
      fc.constantFrom(...guarantees),
      jitters,
      (outcome, row, guarantee, jitter) => {
        const mark = after(outcome, guarantee, row, jitter);
        if (mark.state !== 'again') return;
        expect(Number.isInteger(mark.at)).toBe(true);
        expect(mark.at - now).toBeGreaterThanOrEqual(retryAfterOf(outcome) ?? 500);
        expect(mark.at - now).toBeLessThanOrEqual((retryAfterOf(outcome) ?? 299_000) + 1_000);
      },
    ),
  );
});
