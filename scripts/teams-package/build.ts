import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Fault } from './fault';
import { type Files, manifestOf, namesOf } from './files';
import { faultsOf } from './rules';
import { type Env, fillIn, missingIn } from './template';
import { recordOf, type VersionRecord, versionFaults } from './version';

export type Built =
  | { readonly kind: 'built'; readonly zip: Uint8Array; readonly record: VersionRecord }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** Reads the manifest and the files that it names. Throws when one can't be read. */
export const readTemplate = (folder: string): Files => {
  const read = (name: string) => readFileSync(path.join(folder, name));
  const alone = new Map([['manifest.json', read('manifest.json')]]);
  const manifest = manifestOf(alone);
  return manifest === undefined ? alone : new Map(namesOf(manifest).map((name) => [name, read(name)]));
};

const filled = (template: Files, env: Env): Files =>
  new Map(
    [...template].map(([name, bytes]) => [
      name,
      name.endsWith('.json') ? Buffer.from(fillIn(Buffer.from(bytes).toString('utf8'), env)) : bytes,
    ]),
  );

const missingValues = (template: Files, env: Env): readonly Fault[] => {
  const texts = [...template].filter(([name]) => name.endsWith('.json'));
  const all = texts.map(([, bytes]) => Buffer.from(bytes).toString('utf8')).join('\n');
  return missingIn(all, env).map((name) => ({
    rule: 'env-values',
    says: `${name} has no value in the env file`,
  }));
};

/** A zip has no earlier date, and this one stays the same on every machine: fflate writes local time. */
const mtime = new Date(1980, 0, 1);

const zipped = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1))), {
    level: 9,
    mtime,
  });

/** The app's package for one env file, or everything for which it would be refused. The same input gives the same bytes. */
export const buildPackage = (template: Files, env: Env, last: VersionRecord): Built => {
  const missing = missingValues(template, env);
  if (missing.length > 0) return { kind: 'refused', faults: missing };
  const files = filled(template, env);
  const unversioned = faultsOf(files);
  if (unversioned.some(({ rule }) => rule === 'json')) return { kind: 'refused', faults: unversioned };
  const record = recordOf(template);
  const faults = [...unversioned, ...versionFaults(record, last)];
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'built', zip: zipped(files), record };
};
