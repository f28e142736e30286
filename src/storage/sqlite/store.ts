import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Collection, Installation, Instant, Store, WeeklyCount } from '../contract';
import { type Connection, connect, databaseNow, emptyLog, type Session, write } from './connection';
import { documentsIn } from './documents';
import { demandLocalDisk } from './local-disk';
import { migrate } from './migrations';
import { outboxIn } from './outbox';
import { ratesIn } from './rates';
import { createTurns, takingTurns } from './taking-turns';

/**
 * Opens the SQLite file at an absolute path and brings its schema up to date; makes the folder and the file.
 * `clock` takes the place of the database's own in simulations.
 */
export const openSqliteStore = async (path: string, clock?: () => Instant): Promise<Store> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await demandLocalDisk(dirname(path));
  const connection = await openConnection(path);
  const session: Session = { connection, now: clock ?? (() => databaseNow(connection)) };
  // In a simulation only its own steps decide what comes first.
  const turn = clock === undefined ? createTurns() : async () => undefined;
  return {
    installations: takingTurns(installationsIn(connection), turn),
    counts: takingTurns(countsIn(connection), turn),
    documents: <Body>(collection: Collection) => takingTurns(documentsIn<Body>(session, collection), turn),
    outbox: takingTurns(outboxIn(session), turn),
    rates: takingTurns(ratesIn(session), turn),
    clock: async () => session.now(),
    isReachable: async () => canRead(connection),
    close: async () => {
      if (!connection.open) return;
      emptyLog(connection);
      connection.close();
    },
  };
};

const openConnection = async (path: string): Promise<Connection> => {
  try {
    const connection = await connect(path);
    await write(connection, () => migrate(connection));
    // A crash may have left deleted bytes in the log.
    emptyLog(connection);
    return connection;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`The database at ${path} can't be opened: ${reason}`, { cause });
  }
};

const upsertInstallation = `
  INSERT INTO installations (conversation_id, team_id, tenant_id, service_url) VALUES (?, ?, ?, ?)
  ON CONFLICT (conversation_id) DO UPDATE SET
    team_id = excluded.team_id, tenant_id = excluded.tenant_id, service_url = excluded.service_url`;
const selectInstallation = `
  SELECT conversation_id AS conversationId, team_id AS teamId, tenant_id AS tenantId, service_url AS serviceUrl
  FROM installations WHERE conversation_id = ?`;
const addCount = `
  INSERT INTO weekly_counts (week, route, count) VALUES (?, ?, ?)
  ON CONFLICT (week, route) DO UPDATE SET count = count + excluded.count`;
const selectCounts = 'SELECT week, route, count FROM weekly_counts ORDER BY week, route';

// Statements are prepared where they are used: a kept one goes on working, unseen, after its connection was closed.

const installationsIn = (connection: Connection): Store['installations'] => {
  const remove = async (sql: string, id: string): Promise<void> => {
    await write(connection, () => connection.prepare(sql).run(id));
    emptyLog(connection);
  };
  return {
    save: ({ conversationId, teamId, tenantId, serviceUrl }) =>
      write(connection, () => {
        connection.prepare(upsertInstallation).run(conversationId, teamId, tenantId, serviceUrl);
      }),
    find: async (conversationId) =>
      (connection.prepare(selectInstallation).all(conversationId) as Installation[])[0],
    removeConversation: (id) => remove('DELETE FROM installations WHERE conversation_id = ?', id),
    removeTeam: (id) => remove('DELETE FROM installations WHERE team_id = ?', id),
  };
};

const countsIn = (connection: Connection): Store['counts'] => ({
  add: (counts) =>
    write(connection, () => {
      const statement = connection.prepare(addCount);
      for (const { week, route, count } of counts) statement.run(week, route, count);
    }),
  list: async () => connection.prepare(selectCounts).all() as WeeklyCount[],
});

const canRead = (connection: Connection): boolean => {
  try {
    connection.prepare('SELECT count(*) FROM installations').all();
    return true;
  } catch {
    return false;
  }
};
