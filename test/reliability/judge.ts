import type { OutboxEntry, RateLimit } from '../../src/storage/contract';

/** One request as Teams saw it; times are milliseconds of the connector's own clock. */
export type Request = {
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  readonly answeredAt: number;
  readonly isAccepted: boolean;
  readonly fault?: 'tooMany' | 'badGateway' | 'timeout' | 'reset';
  readonly retryAfterMs?: number;
  /** When the connection of this request ended, where this was its last. */
  readonly hungUpAt?: number;
};

export type Verdict = {
  readonly lost: number;
  readonly duplicates: number;
  /** How often the message that came most often came. */
  readonly most: number;
  /** Requests that arrived although their answer said no or never came. */
  readonly ambiguous: number;
  /** Rows that say sent, and nothing arrived. */
  readonly falseReceipts: number;
  /** Requests for a row before its Retry-After, and for a conversation where the refusal could already be known. */
  readonly early: number;
  /** Refusals that nobody can know of: whoever heard it died within the second. */
  readonly unheard: number;
  readonly overWindow: number;
  readonly states: Readonly<Record<string, number>>;
};

/** What is on its way when a conversation is closed: places last a quarter of a second, and the closing must be written. */
const knownAfterMs = 1_000;

const groupedBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
};

const countOver = (requests: readonly Request[], limits: readonly RateLimit[]): number => {
  const times = requests.map(({ at }) => at).toSorted((a, b) => a - b);
  return limits
    .map(({ max, ms }) => times.filter((at, n) => n >= max && at - (times[n - max] ?? 0) < ms).length)
    .reduce((sum, count) => sum + count, 0);
};

const isUnheard = ({ retryAfterMs, answeredAt, hungUpAt = Number.POSITIVE_INFINITY }: Request): boolean =>
  retryAfterMs !== undefined && hungUpAt - answeredAt < knownAfterMs;

/** Requests of the same conversation that came although a refusal before them asked to be left alone. */
const countEarly = (requests: readonly Request[]): number => {
  const refusals = requests.filter((each) => each.retryAfterMs !== undefined && !isUnheard(each));
  const isEarly = (request: Request): boolean =>
    refusals.some(({ id, answeredAt, retryAfterMs = 0 }) => {
      const knownAt = answeredAt + (id === request.id ? 0 : knownAfterMs);
      return request.at > knownAt && request.at < answeredAt + retryAfterMs;
    });
  return requests.filter(isEarly).length;
};

/** Compares what Teams saw with what the outbox says. */
export const judge = (
  ledger: readonly Request[],
  entries: readonly OutboxEntry[],
  limits: { readonly conversation: readonly RateLimit[]; readonly tenant: readonly RateLimit[] },
): Verdict => {
  const arrivals = new Map(entries.map(({ id }) => [id, 0]));
  for (const { id, isAccepted } of ledger) if (isAccepted) arrivals.set(id, (arrivals.get(id) ?? 0) + 1);
  const counts = [...arrivals.values()];
  const ofConversations = groupedBy(ledger, ({ conversation }) => conversation);
  const sumOf = (count: (requests: readonly Request[]) => number): number =>
    ofConversations.map(count).reduce((sum, each) => sum + each, 0);
  return {
    lost: counts.filter((count) => count === 0).length,
    duplicates: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    most: Math.max(0, ...counts),
    ambiguous: ledger.filter(({ fault }) => fault === 'timeout' || fault === 'reset').length,
    falseReceipts: entries.filter(({ id, state }) => state === 'sent' && arrivals.get(id) === 0).length,
    early: sumOf(countEarly),
    unheard: ledger.filter(isUnheard).length,
    overWindow:
      sumOf((requests) => countOver(requests, limits.conversation)) + countOver(ledger, limits.tenant),
    states: Object.fromEntries(
      groupedBy(entries, ({ state }) => state).map((group) => [group[0]?.state ?? '', group.length]),
    ),
  };
};
