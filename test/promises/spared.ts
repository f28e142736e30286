// What takes a story's time and changes nothing that it can show: it is done once in a process, or not at all.
import path from 'node:path';
import Database from 'libsql';

const built = path.join(__dirname, '../../dist');
const load = (file: string): Record<string, (of: never) => unknown> => require(path.join(built, file));

/** Computes it once for each value: what comes of it never changes. */
const once = (file: string, name: string): void => {
  const exported = load(file);
  const compute = exported[name] as (of: unknown) => unknown;
  const known = new Map<unknown, unknown>();
  exported[name] = (of: unknown) => {
    if (!known.has(of)) known.set(of, compute(of));
    return known.get(of);
  };
};
// The proof that a municipality's file is complete, and which questions are needless by its table.
once('municipality/load.js', 'loadMunicipality');
once('concern/wizard.js', 'createWizard');

// A trace that follows every promise, for log lines of which a story reads only what failed.
load('trace.js').traced = (work: () => unknown) => work();

// The same few statements, each prepared anew for every question.
const { prepare } = Database.prototype;
const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  const own = prepared.get(this) ?? new Map<string, Database.Statement>();
  prepared.set(this, own);
  const statement = own.get(sql) ?? prepare.call(this, sql);
  own.set(sql, statement);
  return statement;
} as typeof prepare;
