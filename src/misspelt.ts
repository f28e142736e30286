import { distance } from 'fastest-levenshtein';

export type NearMiss = { readonly name: string; readonly meant: string };

/** Shorter names are too near to what anybody might set: `HOST` and `POST`, `PORT` and `SORT`. */
const shortest = 6;
const mostEdits = (name: string): number => (name.length < 8 ? 1 : 2);

/** Variables that nobody reads and that are nearly spelt like one that is read. Names only: a value may be a secret. */
export const nearMissesIn = (
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): readonly NearMiss[] =>
  Object.keys(env)
    .filter((name) => env[name] !== undefined && !known.includes(name))
    .flatMap((name) => {
      const meant = known
        .filter((each) => each.length >= shortest && env[each] === undefined)
        .find((each) => distance(name.toUpperCase(), each) <= mostEdits(each));
      return meant === undefined ? [] : [{ name, meant }];
    });
