import type { Municipality } from '../municipality/schema';
import { looksLikeCpr } from '../privacy/cpr';
import { ownNamesOf } from '../privacy/own-names';
import { findPersonLike } from '../privacy/person-like';

export const placeLimit = 120;

export type PlaceContext = {
  /** The municipality's own names (`ownNamesOf`), which are no person's. */
  readonly ownNames: readonly string[];
  /** Whoever typed it has said that it is a place. */
  readonly isNoPerson: boolean;
};

/** Why a meeting's place isn't taken. A street with a number is a place, whoever lives there. */
export const placeFault = (
  place: string,
  { ownNames, isNoPerson }: PlaceContext,
): 'missing' | 'too-long' | 'cpr' | 'person' | undefined => {
  if (looksLikeCpr(place)) return 'cpr';
  if (place.trim() === '') return 'missing';
  if (place.length > placeLimit) return 'too-long';
  const isPerson = !isNoPerson && findPersonLike(place, ownNames).some(({ kind }) => kind !== 'address');
  return isPerson ? 'person' : undefined;
};

/** What a place is read with, of a click that may say that it is no person. */
export const placeContext = (
  { municipality }: { readonly municipality: Municipality },
  noPerson: 'true' | undefined,
): PlaceContext => ({
  ownNames: ownNamesOf(municipality, municipality.ownNames),
  isNoPerson: noPerson !== undefined,
});
