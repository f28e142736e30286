import type { Collection, Doc, Documents } from '../contract';
import { emptyLog, emptyLogSoon, type Session, write } from './connection';

type Row = { readonly id: string; readonly version: number; readonly body: string };

// A row's body was written by `insert` or `replace` below, from a value of the same collection.
const docOf = <Body>({ id, version, body }: Row): Doc<Body> => ({
  id,
  version,
  body: JSON.parse(body) as Body,
});

/** The documents of one collection, in the table of its name. */
export const documentsIn = <Body>({ connection, now }: Session, collection: Collection): Documents<Body> => {
  const select = (rest: string, ...values: readonly (string | number)[]): readonly Doc<Body>[] =>
    (connection.prepare(`SELECT id, version, body FROM "${collection}" ${rest}`).all(...values) as Row[]).map(
      docOf<Body>,
    );
  const change = (sql: string, ...values: readonly (string | number | null)[]): Promise<boolean> =>
    write(connection, () => connection.prepare(sql).run(...values).changes === 1);
  return {
    find: async (id) => select('WHERE id = ?', id)[0],
    insert: (id, body, { groupId, at, nextCheckAt = null }) =>
      change(
        `INSERT INTO "${collection}" (id, version, group_id, at, wake_at, body) VALUES (?, 1, ?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING`,
        ...[id, groupId, at, nextCheckAt, JSON.stringify(body)],
      ),
    replace: async ({ id, version }, body, { groupId, at, nextCheckAt = null }) => {
      const isReplaced = await change(
        `UPDATE "${collection}" SET version = version + 1, group_id = ?, at = ?, wake_at = ?, body = ?
         WHERE id = ? AND version = ?`,
        ...[groupId, at, nextCheckAt, JSON.stringify(body), id, version],
      );
      emptyLogSoon(connection);
      return isReplaced;
    },
    putOff: async ({ id, version }, nextCheckAt) => {
      await change(
        `UPDATE "${collection}" SET wake_at = ? WHERE id = ? AND version = ?`,
        nextCheckAt,
        id,
        version,
      );
    },
    remove: async (id) => {
      await change(`DELETE FROM "${collection}" WHERE id = ?`, id);
      emptyLog(connection);
    },
    list: async (groupId, from, limit) =>
      select('WHERE group_id = ? AND at >= ? ORDER BY at, id LIMIT ?', groupId, from, limit),
    between: async (from, to, limit) =>
      select('WHERE at >= ? AND at < ? ORDER BY at, id LIMIT ?', from, to, limit),
    page: async (after, limit) => select('WHERE id > ? ORDER BY id LIMIT ?', after, limit),
    due: async (limit) => select('WHERE wake_at <= ? ORDER BY wake_at, id LIMIT ?', now(), limit),
    backlog: async () => {
      const at = now();
      const [row] = connection
        .prepare(`SELECT count(*) AS due, min(wake_at) AS first FROM "${collection}" WHERE wake_at <= ?`)
        .all(at) as { due: number; first: number | null }[];
      return { due: row?.due ?? 0, lagMs: at - (row?.first ?? at) };
    },
  };
};
