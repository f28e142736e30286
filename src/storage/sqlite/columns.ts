import Database from 'libsql';
import { migrate } from './migrations';

type Named = { readonly name: string };

/** Every table that the migrations make, with the names of its columns. */
export const columnsOf = (): Readonly<Record<string, readonly string[]>> => {
  const connection = new Database(':memory:');
  try {
    migrate(connection);
    const tables = connection
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all() as Named[];
    return Object.fromEntries(
      tables.map(({ name }) => {
        const columns = connection.prepare(`PRAGMA table_info("${name}")`).all() as Named[];
        return [name, columns.map((column) => column.name)];
      }),
    );
  } finally {
    connection.close();
  }
};
