import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Fault } from './fault';
import type { Files } from './files';
import { jsonOf } from './files';

/** The last version that was built, with the digest of what was in it, whatever the env file said. */
export const recordShape = z.object({ version: z.string(), content: z.string() });
export type VersionRecord = z.infer<typeof recordShape>;

const versionPattern = /^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$/;

const orderOf = (version: string): number =>
  version.split('.').reduce((order, part) => order * 100_000 + Number(part), 0);

/** The digest of a template's files apart from the version itself. */
export const recordOf = (template: Files): VersionRecord => {
  const { version, ...manifest } = z
    .looseObject({ version: z.string() })
    .parse(jsonOf(template, 'manifest.json'));
  const digest = createHash('sha256').update(JSON.stringify(manifest));
  for (const name of [...template.keys()].sort()) {
    if (name !== 'manifest.json') digest.update(`\n${name}\n`).update(template.get(name) ?? '');
  }
  return { version, content: digest.digest('hex') };
};

/** Teams takes an update of an app only under a higher version. */
export const versionFaults = (now: VersionRecord, last: VersionRecord): readonly Fault[] => {
  const says = (sentence: string): readonly Fault[] => [{ rule: 'version', says: sentence }];
  if (!versionPattern.test(now.version)) return says(`${now.version} isn't of the form 1.2.3`);
  if (now.content !== last.content && orderOf(now.version) <= orderOf(last.version)) {
    return says(`the content has changed since ${last.version}: raise "version" in manifest.json`);
  }
  return orderOf(now.version) < orderOf(last.version)
    ? says(`${now.version} is lower than ${last.version}`)
    : [];
};
