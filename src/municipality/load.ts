import { readFileSync } from 'node:fs';
import path from 'node:path';
import { completenessFaults } from './completeness';
import { referenceFaults } from './references';
import { type Municipality, type MunicipalityFile, municipalitySchema } from './schema';

export const ishojFile = path.join(__dirname, '../../src/municipality/ishoj.json');

/** Everything that is wrong with a municipality's file, each fault with its path. */
export class MunicipalityError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The municipality's file has ${faults.length} fault(s):\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  }
}

/**
 * Turns the content of a municipality's file into a `Municipality` that is proved complete.
 * Throws `MunicipalityError` with every fault at once.
 */
export const parseMunicipality = (content: unknown): Municipality => {
  const parsed = municipalitySchema.safeParse(content);
  if (!parsed.success) {
    throw new MunicipalityError(
      parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`),
    );
  }
  const dangling = referenceFaults(parsed.data);
  const faults = [...dangling, ...completenessFaults(parsed.data)];
  if (faults.length > 0) throw new MunicipalityError(faults);
  return withFunctions(parsed.data);
};

const withFunctions = ({ groups, ...file }: MunicipalityFile): Municipality => ({
  ...file,
  groups: groups.map((group) => ({
    ...group,
    functions: group.functions.flatMap((id) => {
      const name = file.functions[id];
      return name === undefined ? [] : [{ id, name }];
    }),
  })),
});

/** Reads and proves the file at `file`. Throws `MunicipalityError`, also when it can't be read or is not JSON. */
export const loadMunicipality = (file: string): Municipality => {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new MunicipalityError([`${file}: ${cause instanceof Error ? cause.message : 'can not be read'}`]);
  }
  return parseMunicipality(content);
};
