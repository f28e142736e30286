import { z } from 'zod';

/** What goes into the zip, by its name there. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What our own rules read of a manifest; its whole shape is the schema's matter. */
const manifestShape = z.looseObject({
  version: z.string(),
  developer: z.looseObject({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  localizationInfo: z.looseObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })),
  }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.looseObject({
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.looseObject({
          scopes: z.array(z.string()),
          commands: z.array(z.looseObject({ title: z.string(), description: z.string().default('') })),
        }),
      ),
    }),
  ),
  supportsChannelFeatures: z.string().optional(),
});

export type Manifest = z.infer<typeof manifestShape>;

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** The file's value; throws `SyntaxError` when it isn't JSON. */
export const jsonOf = (files: Files, name: string): unknown => JSON.parse(textOf(files.get(name)));

/** `undefined` when the manifest has a shape that no rule of ours can read; the schema says what is wrong then. */
export const manifestOf = (files: Files): Manifest | undefined =>
  manifestShape.safeParse(jsonOf(files, 'manifest.json')).data;

export const languageFilesOf = (manifest: Manifest): readonly string[] =>
  manifest.localizationInfo.additionalLanguages.map(({ file }) => file);

/** The files that belong into the zip. */
export const namesOf = (manifest: Manifest): readonly string[] => [
  'manifest.json',
  manifest.icons.color,
  manifest.icons.outline,
  ...languageFilesOf(manifest),
];
