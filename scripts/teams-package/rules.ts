import type { Fault, RuleName } from './fault';
import { type Files, jsonOf, languageFilesOf, type Manifest, manifestOf, namesOf } from './files';
import { iconFaults } from './icons';
import { localisedKeyFaults } from './localised-keys';
import { localisationSchemaFaults, manifestSchemaFaults } from './schemas';

const by =
  (rule: RuleName) =>
  (says: string): Fault => ({ rule, says });

const placeholderFaults = (files: Files): readonly Fault[] =>
  [...files]
    .filter(([name, bytes]) => name.endsWith('.json') && Buffer.from(bytes).includes('${{'))
    .map(([name]) => by('placeholders')(`${name} still has a \${{…}} that no value was given for`));

/** Teams refuses a zip with a file that the manifest doesn't name, and one that lacks a file. */
const fileFaults = (files: Files, manifest: Manifest): readonly Fault[] => {
  const named = namesOf(manifest);
  return [
    ...named
      .filter((name) => !files.has(name))
      .map((name) => `${name} is named in the manifest and isn't there`),
    ...[...files.keys()]
      .filter((name) => !named.includes(name))
      .map((name) => `${name} isn't named in the manifest`),
    ...named.filter((name) => /[\\/]/.test(name)).map((name) => `${name} isn't in the zip's root`),
  ].map(by('files'));
};

const commandScopeFaults = ({ bots }: Manifest): readonly Fault[] =>
  bots.flatMap((bot) => {
    const scopes = bot.commandLists.flatMap((list) => list.scopes);
    return [
      ...scopes
        .filter((scope) => !bot.scopes.includes(scope))
        .map((scope) => `${scope} has commands and no bot`),
      ...scopes
        .filter((scope, index) => scopes.indexOf(scope) < index)
        .map((scope) => `${scope} has two lists`),
    ].map(by('command-scopes'));
  });

const mostTitle = 32;
const mostDescription = 128;

/** Narrower than the schema's limits: what is longer is cut off in the menu. */
const commandTextFaults = ({ bots }: Manifest): readonly Fault[] =>
  bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ commands }) => {
      const titles = commands.map(({ title }) => title);
      return [
        ...titles
          .filter((title) => title.length > mostTitle)
          .map((title) => `»${title}« is over ${mostTitle}`),
        ...titles
          .filter((title, index) => titles.indexOf(title) < index)
          .map((title) => `»${title}« stands twice`),
        ...commands
          .filter(({ description }) => description.length > mostDescription)
          .map(({ title }) => `the description of »${title}« is over ${mostDescription}`),
      ].map(by('command-texts'));
    }),
  );

const channelFeatureFaults = ({ bots, supportsChannelFeatures }: Manifest): readonly Fault[] =>
  bots.some(({ scopes }) => scopes.includes('team')) && supportsChannelFeatures !== 'tier1'
    ? [by('channel-features')('a bot of the scope team needs supportsChannelFeatures "tier1"')]
    : [];

const isPublicAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return protocol === 'https:' && hostname.includes('.') && username === '';
};

const addressFaults = ({ developer }: Manifest): readonly Fault[] =>
  [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl]
    .filter((address) => !isPublicAddress(address))
    .map((address) => by('addresses')(`${address} is no https address that Teams could open`));

const iconFaultsOf = (files: Files, { icons }: Manifest): readonly Fault[] =>
  (['color', 'outline'] as const).flatMap((kind) => {
    const bytes = files.get(icons[kind]);
    return bytes === undefined ? [] : iconFaults(kind, icons[kind], bytes);
  });

const notJson = (files: Files): readonly Fault[] =>
  [...files.keys()].flatMap((name) => {
    if (!name.endsWith('.json')) return [];
    try {
      jsonOf(files, name);
      return [];
    } catch (error) {
      return [by('json')(`${name}: ${error instanceof Error ? error.message : 'is no JSON'}`)];
    }
  });

/** Everything that is wrong with a package. Its schemas first; our own rules need the shape that they hold. */
export const faultsOf = (files: Files): readonly Fault[] => {
  const unreadable = notJson(files);
  if (unreadable.length > 0) return unreadable;
  const manifest = manifestOf(files);
  const schemaFaults = [...placeholderFaults(files), ...manifestSchemaFaults(jsonOf(files, 'manifest.json'))];
  if (manifest === undefined) return schemaFaults;
  const languageFiles = languageFilesOf(manifest).filter((name) => files.has(name));
  return [
    ...schemaFaults,
    ...languageFiles.flatMap((name) => localisationSchemaFaults(name, jsonOf(files, name))),
    ...languageFiles.flatMap((name) => localisedKeyFaults(manifest, name, jsonOf(files, name))),
    ...fileFaults(files, manifest),
    ...commandScopeFaults(manifest),
    ...commandTextFaults(manifest),
    ...channelFeatureFaults(manifest),
    ...addressFaults(manifest),
    ...iconFaultsOf(files, manifest),
  ];
};
