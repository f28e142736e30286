import type { Fault } from './fault';
import type { Manifest } from './files';

/** `bots[0].commandLists[1].commands[2].title` in the manifest; `undefined` where nothing stands. */
const textAt = (manifest: unknown, key: string): unknown =>
  key
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      manifest,
    );

/** Every text of the manifest that can be said in another language. */
const keysOf = ({ bots }: Manifest): readonly string[] => [
  ...['name.short', 'name.full', 'description.short', 'description.full'],
  ...bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap(({ commands }, list) =>
      commands.flatMap((_, command) =>
        ['title', 'description'].map(
          (text) => `bots[${bot}].commandLists[${list}].commands[${command}].${text}`,
        ),
      ),
    ),
  ),
];

/** A language file says what the manifest says: no text less, and none that stands nowhere. */
export const localisedKeyFaults = (manifest: Manifest, name: string, texts: unknown): readonly Fault[] => {
  const own = Object.keys(texts ?? {}).filter((key) => key !== '$schema');
  return [
    ...own
      .filter((key) => typeof textAt(manifest, key) !== 'string')
      .map((key) => `${name}: ${key} stands nowhere in the manifest`),
    ...keysOf(manifest)
      .filter((key) => textAt(manifest, key) !== undefined && !own.includes(key))
      .map((key) => `${name}: ${key} isn't translated`),
  ].map((says) => ({ rule: 'localised-keys', says }));
};
