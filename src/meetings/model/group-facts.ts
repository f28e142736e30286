import type { Language, Localized, Municipality } from '../../municipality/schema';

export type GroupKind = 'ssp-network' | 'ssp-nu';

/** A group as the municipality's file has it, with the functions that meet in it. */
export type GroupFacts = {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: Localized;
  readonly functions: readonly { readonly id: string; readonly name: Localized }[];
};

/** SSP-NU is about certain young persons, so nothing is written in it: single cases, and the place of its plan. */
export const takesText = ({ kind }: Pick<GroupFacts, 'kind'>): boolean => kind !== 'ssp-nu';

/** The group of that id; `undefined` when the municipality has none. */
export const factsOf = (municipality: Municipality, groupId: string): GroupFacts | undefined =>
  municipality.groups.find(({ id }) => id === groupId);

/** The kind of a group; `undefined` for one that the municipality's file has no longer. */
export const kindOf = (municipality: Municipality, groupId: string): GroupKind | undefined =>
  factsOf(municipality, groupId)?.kind;

export const functionName = (facts: GroupFacts, functionId: string, language: Language): string =>
  facts.functions.find(({ id }) => id === functionId)?.name[language] ?? functionId;
