import type { Language, Localized, Municipality } from '../../municipality/schema';

/** A group as the municipality's file has it, with the functions that meet in it. */
export type GroupFacts = {
  readonly id: string;
  readonly kind: 'ssp-network' | 'ssp-nu';
  readonly name: Localized;
  readonly functions: readonly { readonly id: string; readonly name: Localized }[];
};

/** The group of that id; `undefined` when the municipality has none. */
export const factsOf = (municipality: Municipality, groupId: string): GroupFacts | undefined =>
  municipality.groups.find(({ id }) => id === groupId);

export const functionName = (facts: GroupFacts, functionId: string, language: Language): string =>
  facts.functions.find(({ id }) => id === functionId)?.name[language] ?? functionId;
