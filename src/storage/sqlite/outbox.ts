import type { Mark, Outbox, OutboxEntry, OutboxRow } from '../contract';
import { emptyLogSoon, type Session, write } from './connection';

const columns = `
  id, kind, group_id AS groupId, subject, recipient AS "to", due_at AS dueAt, useful_until AS usefulUntil,
  state, attempts, ambiguous, changed_at AS changedAt, fence`;
const insert = `
  INSERT INTO outbox (id, kind, group_id, subject, recipient, due_at, useful_until, claimable_at, changed_at)
  VALUES (:id, :kind, :groupId, :subject, :to, :dueAt, :usefulUntil, :dueAt, :now)
  ON CONFLICT (id) DO`;
// What is on the wire may arrive after what is sent now: a leased row keeps its lease, and its requeue waits for the mark.
const putInLineAgain = `
  UPDATE SET
    kind = excluded.kind, group_id = excluded.group_id, subject = excluded.subject,
    recipient = excluded.recipient, due_at = excluded.due_at, useful_until = excluded.useful_until,
    changed_at = excluded.changed_at, is_wished = state = 'leased',
    claimable_at = CASE state WHEN 'leased' THEN claimable_at WHEN 'planned' THEN min(claimable_at, excluded.due_at)
      ELSE excluded.due_at END,
    attempts = iif(state = 'leased', attempts, 0), ambiguous = iif(state = 'leased', ambiguous, 0),
    under_way = iif(state = 'leased', under_way, 0), fence = iif(state = 'leased', fence, fence + 1),
    state = iif(state = 'leased', state, 'planned')`;
const claimDue = `
  UPDATE outbox SET state = 'leased', claimable_at = :now + :leaseMs, changed_at = :now, fence = fence + 1,
    attempts = iif(is_wished, 0, attempts), ambiguous = iif(is_wished, 0, ambiguous + under_way), under_way = 0,
    is_wished = 0
  WHERE id IN (SELECT id FROM outbox WHERE claimable_at <= :now ORDER BY claimable_at, id LIMIT :limit)
  RETURNING ${columns}`;
const countAttempt = `
  UPDATE outbox SET attempts = attempts + 1, under_way = 1, changed_at = :now
  WHERE id = :id AND fence = :fence AND state = 'leased' AND claimable_at > :now AND NOT is_wished`;
const markLeased = `
  UPDATE outbox SET state = :state, claimable_at = :claimableAt, attempts = attempts - :notMade,
    ambiguous = ambiguous + :ambiguous, under_way = 0, changed_at = :now
  WHERE id = :id AND fence = :fence AND state = 'leased' AND NOT is_wished`;
const releaseWished = `
  UPDATE outbox SET state = 'planned', claimable_at = max(due_at, coalesce(:claimableAt, due_at)), attempts = 0,
    ambiguous = 0, under_way = 0, is_wished = 0, changed_at = :now, fence = fence + 1
  WHERE id = :id AND fence = :fence AND state = 'leased' AND is_wished`;
const countDue = 'SELECT count(*) AS due, min(claimable_at) AS first FROM outbox WHERE claimable_at <= ?';

/** The outbox in its table; `claimable_at` is empty in a final state, else when the row may be claimed. */
export const outboxIn = (session: Session): Outbox => {
  const { connection, now } = session;
  const add = (rows: readonly OutboxRow[], onConflict: string): Promise<void> =>
    write(connection, () => {
      const statement = connection.prepare(`${insert} ${onConflict}`);
      for (const row of rows) statement.run({ ...row, now: now() });
    });
  const change = (sql: string, values: object): Promise<boolean> =>
    write(connection, () => connection.prepare(sql).run({ ...values, now: now() }).changes === 1);
  return {
    plan: (rows) => add(rows, 'NOTHING'),
    requeue: (rows) => add(rows, putInLineAgain),
    claim: async (limit, leaseMs) => {
      // So that an idle process takes no write lock.
      if (dueIn(session).due === 0) return [];
      return write(connection, () => {
        const claimed = connection.prepare(claimDue).all({ limit, leaseMs, now: now() }) as OutboxEntry[];
        return claimed.sort((a, b) => a.dueAt - b.dueAt);
      });
    },
    attempt: ({ id, fence }) => change(countAttempt, { id, fence }),
    mark: ({ id, fence }, mark) =>
      write(connection, () => {
        const { claimableAt, ...rest } = changeOf(mark);
        const own = { id, fence, claimableAt, now: now() };
        if (connection.prepare(markLeased).run({ ...own, ...rest }).changes === 1) return true;
        connection.prepare(releaseWished).run(own);
        return false;
      }),
    list: async (groupId, from, limit) =>
      connection
        .prepare(
          `SELECT ${columns} FROM outbox WHERE group_id = ? AND due_at >= ? ORDER BY due_at, id LIMIT ?`,
        )
        .all(groupId, from, limit) as OutboxEntry[],
    prune: async (before) => {
      const forgotten = await write(
        connection,
        () =>
          connection.prepare('DELETE FROM outbox WHERE claimable_at IS NULL AND due_at < ?').run(before)
            .changes,
      );
      emptyLogSoon(connection);
      return forgotten;
    },
    backlog: async () => dueIn(session),
  };
};

const changeOf = (mark: Mark) =>
  mark.state === 'again'
    ? {
        state: 'planned',
        claimableAt: mark.at,
        ambiguous: mark.wasAmbiguous ? 1 : 0,
        notMade: mark.wasNoAttempt ? 1 : 0,
      }
    : { state: mark.state, claimableAt: null, ambiguous: 0, notMade: 0 };

const dueIn = ({ connection, now }: Session): { readonly due: number; readonly lagMs: number } => {
  const at = now();
  const [row] = connection.prepare(countDue).all(at) as { due: number; first: number | null }[];
  return { due: row?.due ?? 0, lagMs: at - (row?.first ?? at) };
};
