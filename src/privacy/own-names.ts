import type { Municipality } from '../municipality/schema';

/** Every Danish and English text in a part of the municipality's file. */
const textsIn = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? (key === 'da' || key === 'en' ? [value] : []) : textsIn(value),
  );
};

/** "Familiecenteret / StraXen (the family centre)" is known by each of its parts as well. */
const withParts = (name: string): readonly string[] => [
  name,
  ...name
    .split(/[/(),»«“”]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1),
];

/**
 * The municipality's own names and telephone numbers, which are no person's: itself, its units, groups, their functions, its
 * who is who, and `more` (schools, districts and places that the file doesn't name).
 */
export const ownNamesOf = (municipality: Municipality, more: readonly string[]): readonly string[] => {
  const known = gathered.get(municipality);
  if (known?.more === more) return known.names;
  const names = gather(municipality, more);
  gathered.set(municipality, { more, names });
  return names;
};

type Gathered = { readonly more: readonly string[]; readonly names: readonly string[] };

/** A form asks each time it is read, and they are thousands where there are many groups. */
const gathered = new WeakMap<Municipality, Gathered>();

const gather = (
  { name, units, groups, whoIsWho, reportForm }: Municipality,
  more: readonly string[],
): readonly string[] => {
  const unitNames = Object.values(units).flatMap((unit) => (unit ? [unit.name, unit.shortName] : []));
  const telephones = Object.values(units).flatMap((unit) => unit?.telephone ?? []);
  const places = [name.da, name.en].map((each) => each.replace(/ (?:Kommune|Municipality)$/u, ''));
  const named = [name, unitNames, groups, whoIsWho.map((each) => each.name), reportForm.name];
  return [...new Set([...textsIn(named).flatMap(withParts), ...places, ...telephones, ...more])];
};
