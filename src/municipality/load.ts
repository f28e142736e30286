import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { completenessFaults } from './completeness';
import { referenceFaults } from './references';
import { type Municipality, type MunicipalityFile, municipalitySchema } from './schema';

export const ishojFile = path.join(__dirname, '../../src/municipality/ishoj.json');

/** Every municipality's file in a folder, each with its path. */
export const municipalityFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name));

/** So many faults are printed; whoever mends them sees the others next time. */
const mostPrinted = 40;

const listOf = (faults: readonly string[]): string =>
  [
    ...faults.slice(0, mostPrinted).map((fault) => `- ${fault}`),
    ...(faults.length > mostPrinted ? [`- and ${faults.length - mostPrinted} more`] : []),
  ].join('\n');

/** Everything that is wrong with a municipality's file, each fault with its path; its message lists the first of them. */
export class MunicipalityError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The municipality's file has ${faults.length} fault(s):\n${listOf(faults)}`);
  }
}

/** The parts of a file that are sound by themselves, whatever is wrong with the others. */
const soundPartsOf = (content: unknown): Partial<MunicipalityFile> =>
  Object.fromEntries(
    Object.entries(municipalitySchema.shape).flatMap(([part, schema]) => {
      const parsed = schema.safeParse((content as Readonly<Record<string, unknown>> | null)?.[part]);
      return parsed.success ? [[part, parsed.data]] : [];
    }),
  );

export type Checked =
  | { readonly kind: 'proved'; readonly file: MunicipalityFile }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Proves that the content of a municipality's file is complete, or says everything that is wrong with it. */
export const checkMunicipality = (content: unknown): Checked => {
  const parsed = municipalitySchema.safeParse(content);
  const sound = parsed.success ? parsed.data : soundPartsOf(content);
  const { rules, steps, notes } = sound;
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path: at, message }) => `${at.join('.')}: ${message}`),
    ...referenceFaults(sound),
    ...(rules && steps && notes ? completenessFaults({ rules, steps, notes }) : []),
  ];
  return parsed.success && faults.length === 0
    ? { kind: 'proved', file: parsed.data }
    : { kind: 'faulty', faults };
};

const proved = (content: unknown): MunicipalityFile => {
  const checked = checkMunicipality(content);
  if (checked.kind === 'faulty') throw new MunicipalityError(checked.faults);
  return checked.file;
};

/**
 * Turns the content of a municipality's file into a `Municipality` that is proved complete.
 * Throws `MunicipalityError` with every fault at once.
 */
export const parseMunicipality = (content: unknown): Municipality => municipalityOf(proved(content));

/** The file with every group's functions in the place of their ids. */
export const municipalityOf = ({ groups, $schema: _, ...file }: MunicipalityFile): Municipality => ({
  ...file,
  groups: groups.map((group) => ({
    ...group,
    functions: group.functions.flatMap((id) => {
      const name = file.functions[id];
      return name === undefined ? [] : [{ id, name }];
    }),
  })),
});

const whyUnreadable = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'can not be read';
  const isMissing = 'code' in cause && cause.code === 'ENOENT';
  return isMissing ? 'there is no such file, seen from the folder that the process starts in' : cause.message;
};

const contentOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new MunicipalityError([`${file}: ${whyUnreadable(cause)}`]);
  }
};

/** Reads and proves the file at `file`. Throws `MunicipalityError`, also when it can't be read or is not JSON. */
export const loadMunicipalityFile = (file: string): MunicipalityFile => proved(contentOf(file));

/** The same as the program uses it. */
export const loadMunicipality = (file: string): Municipality => municipalityOf(loadMunicipalityFile(file));
