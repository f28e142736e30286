import type { Connection } from './connection';

/**
 * The schema's history, oldest first. The database's `user_version` is the number of entries it has been through:
 * an entry that has been released is never changed, a change is a new entry at the end.
 */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'installations and weekly counts',
    sql: `
      CREATE TABLE installations (
        conversation_id TEXT PRIMARY KEY,
        team_id TEXT NOT NULL,
        tenant_id TEXT NOT NULL,
        service_url TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX installations_by_team ON installations (team_id);
      CREATE TABLE weekly_counts (
        week TEXT NOT NULL,
        route TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (week, route)
      ) STRICT, WITHOUT ROWID;`,
  },
];

/** Brings the schema up to date. Call it inside a write transaction; throws when the database is newer than `history`. */
export const migrate = (connection: Connection, history = migrations): void => {
  const [row] = connection.prepare('PRAGMA user_version').all() as { readonly user_version: number }[];
  const version = row?.user_version ?? 0;
  if (version > history.length)
    throw new Error(
      `The database has schema version ${version}, this program knows ${history.length}: start the newer program`,
    );
  for (const { sql } of history.slice(version)) connection.exec(sql);
  if (version < history.length) connection.exec(`PRAGMA user_version = ${history.length}`);
};
