import type { OutboxEntry } from '../../src/storage/contract';
import { judge, type Request } from './judge';

const limits = { conversation: [{ max: 2, ms: 1_000 }], tenant: [{ max: 4, ms: 1_000 }] };
const entry = (id: string, state: OutboxEntry['state'] = 'sent'): OutboxEntry => ({
  id,
  kind: 'day-before',
  groupId: 'east',
  subject: 's',
  to: 'c',
  dueAt: 0,
  usefulUntil: 9,
  state,
  attempts: 1,
  ambiguous: 0,
  changedAt: 0,
  fence: 1,
});
const request = (id: string, at: number, rest: Partial<Request> = {}): Request => ({
  id,
  conversation: `of ${id}`,
  at,
  answeredAt: at + 1,
  isAccepted: true,
  ...rest,
});
const tooMany = { isAccepted: false, fault: 'tooMany', retryAfterMs: 3_000 } as const;

test('ledger, each row once > nothing is wrong', () => {
  expect(judge([request('a', 0), request('b', 1)], [entry('a'), entry('b')], limits)).toEqual({
    lost: 0,
    duplicates: 0,
    most: 1,
    ambiguous: 0,
    falseReceipts: 0,
    early: 0,
    unheard: 0,
    overWindow: 0,
    states: { sent: 2 },
  });
});

test('rows that never came or came too often > are counted, and what was refused never came', () => {
  const ledger = [
    request('a', 0),
    request('a', 5_000, { fault: 'reset' }),
    request('a', 9_000, { fault: 'timeout' }),
    request('b', 0, { fault: 'badGateway', isAccepted: false }),
  ];
  const entries = [entry('a'), entry('b'), entry('c', 'unknown')];
  expect(judge(ledger, entries, limits)).toMatchObject({
    lost: 2,
    duplicates: 2,
    most: 3,
    ambiguous: 2,
    falseReceipts: 1,
    states: { sent: 2, unknown: 1 },
  });
});

test('Retry-After, not waited for > is counted: the row itself at once, its conversation after a second', () => {
  const early = (...ledger: readonly Request[]) => judge(ledger, [entry('a'), entry('b')], limits);
  const refusal = request('a', 0, { ...tooMany, conversation: 'c' });
  expect(early(refusal, request('a', 2_999, { conversation: 'c' })).early).toBe(1);
  expect(early(refusal, request('a', 2, { conversation: 'c' })).early).toBe(1);
  expect(early(refusal, request('a', 3_001, { conversation: 'c' })).early).toBe(0);
  expect(early(refusal, request('b', 900, { conversation: 'c' })).early).toBe(0);
  expect(early(refusal, request('b', 1_100, { conversation: 'c' })).early).toBe(1);
  expect(early(refusal, request('b', 1_100)).early).toBe(0);
  const unheard = { ...refusal, hungUpAt: 500 };
  expect(early(unheard, request('a', 2_000, { conversation: 'c' }))).toMatchObject({ early: 0, unheard: 1 });
});

test('limits, too many in them > are counted for the conversation and for the tenant', () => {
  const over = (times: readonly number[], conversation?: string) =>
    judge(
      times.map((at, n) => request(`${n}`, at, conversation === undefined ? {} : { conversation })),
      [],
      limits,
    ).overWindow;
  expect(over([0, 999, 1_000], 'c')).toBe(0);
  expect(over([0, 500, 999], 'c')).toBe(1);
  expect(over([0, 1, 2, 3])).toBe(0);
  expect(over([0, 1, 2, 3, 999])).toBe(1);
});
