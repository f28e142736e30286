import type { Connection } from './connection';

/** The table of a collection, and what its documents are found by. */
const documentsTable = (collection: string): string => `
      CREATE TABLE "${collection}" (
        id TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        group_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        wake_at INTEGER,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX ${collection}_by_group ON "${collection}" (group_id, at, id);
      CREATE INDEX ${collection}_to_wake ON "${collection}" (wake_at, id) WHERE wake_at IS NOT NULL;`;

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
  {
    name: 'documents, outbox and taken places',
    sql: `${['groups', 'channels', 'meetings', 'feeds'].map(documentsTable).join('')}
      CREATE TABLE outbox (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        group_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        revision INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        useful_until INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'planned',
        attempts INTEGER NOT NULL DEFAULT 0,
        ambiguous INTEGER NOT NULL DEFAULT 0,
        changed_at INTEGER NOT NULL,
        fence INTEGER NOT NULL DEFAULT 0,
        claimable_at INTEGER
      ) STRICT;
      CREATE INDEX outbox_in_line ON outbox (claimable_at, id) WHERE claimable_at IS NOT NULL;
      CREATE INDEX outbox_done ON outbox (due_at) WHERE claimable_at IS NULL;
      CREATE INDEX outbox_by_subject ON outbox (subject);
      CREATE INDEX outbox_by_group ON outbox (group_id, due_at, id);
      CREATE TABLE taken_places (
        key TEXT NOT NULL,
        at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX taken_places_by_key ON taken_places (key, at);
      CREATE INDEX taken_places_by_end ON taken_places (expires_at);`,
  },
  {
    name: 'attempts that nobody has marked',
    sql: 'ALTER TABLE outbox ADD COLUMN under_way INTEGER NOT NULL DEFAULT 0;',
  },
  { name: 'links to files', sql: documentsTable('links') },
  {
    name: 'wishes for what is being sent',
    sql: 'ALTER TABLE outbox ADD COLUMN is_wished INTEGER NOT NULL DEFAULT 0;',
  },
  { name: 'rows without a revision', sql: 'ALTER TABLE outbox DROP COLUMN revision;' },
  { name: 'notices that wait for a person', sql: documentsTable('notices') },
  {
    name: 'documents by their time, whatever the group',
    sql: ['groups', 'channels', 'meetings', 'feeds', 'links', 'notices']
      .map((collection) => `CREATE INDEX ${collection}_by_time ON "${collection}" (at, id);`)
      .join(''),
  },
  { name: 'channels whose names are to be forgotten in time', sql: 'UPDATE channels SET wake_at = 0;' },
  {
    name: 'units and what is asked of them',
    sql: ['units', 'requests']
      .map(
        (collection) =>
          `${documentsTable(collection)} CREATE INDEX ${collection}_by_time ON "${collection}" (at, id);`,
      )
      .join(''),
  },
  {
    name: 'groups found by the minute of the week at which they meet',
    sql: 'UPDATE groups SET wake_at = 0 WHERE wake_at IS NOT NULL;',
  },
  {
    name: 'the municipality’s own facts',
    sql: `${documentsTable('facts')} CREATE INDEX facts_by_time ON "facts" (at, id);`,
  },
  {
    name: 'the audit trail',
    sql: `${documentsTable('audit')} CREATE INDEX audit_by_time ON "audit" (at, id);`,
  },
  {
    name: 'figures by month',
    sql: `${documentsTable('figures')} CREATE INDEX figures_by_time ON "figures" (at, id);`,
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
