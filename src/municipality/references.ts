import type { MunicipalityFile, Rule } from './schema';

const shelfOf = { duty: 'duties', step: 'steps', note: 'notes', ask: 'asks' } as const;

type Parts<Part extends keyof MunicipalityFile> = Pick<MunicipalityFile, Part>;

const citing = ['units', 'duties', 'steps', 'notes', 'signs', 'whoIsWho'] as const;
type Citation = { readonly at: string; readonly section: string };

/** Every sentence of a part that names a section of the plan, whatever it stands in. */
const citationsIn = (part: unknown, at: string): readonly Citation[] => {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) =>
    key === 'section' && typeof inner === 'string'
      ? [{ at: `${at}.section`, section: inner }]
      : citationsIn(inner, `${at}.${key}`),
  );
};

/** Sections that aren't the plan's, and, where every part is sound, the plan's on which nothing rests. */
const sectionFaults = ({ plan, ...parts }: Partial<MunicipalityFile>): string[] => {
  if (plan === undefined) return [];
  const cited = citing.flatMap((part) => citationsIn(parts[part], part));
  const sectionIds = Object.keys(plan.sections);
  const unknown = cited
    .filter(({ section }) => !sectionIds.includes(section))
    .map(({ at, section }) => `${at}: "${section}" is not a section of the plan`);
  const uncited = sectionIds
    .filter((section) => !cited.some((citation) => citation.section === section))
    .map((section) => `plan.sections.${section}: no sentence rests on it`);
  return citing.every((part) => parts[part] !== undefined) ? [...unknown, ...uncited] : unknown;
};

const missingEntries = ({
  rules,
  ...municipality
}: Parts<'rules' | 'duties' | 'steps' | 'notes' | 'asks'>): string[] => {
  const isUsed = (collect: Rule['collect'], id: string) =>
    rules.some((rule) => rule.collect === collect && rule.entry === id);
  const dangling = rules.flatMap(({ collect, entry }, index) =>
    Object.hasOwn(municipality[shelfOf[collect]], entry)
      ? []
      : [`rules.${index}.entry: "${entry}" is not in ${shelfOf[collect]}`],
  );
  const unused = (Object.keys(shelfOf) as Rule['collect'][]).flatMap((collect) =>
    Object.keys(municipality[shelfOf[collect]])
      .filter((id) => !isUsed(collect, id))
      .map((id) => `${shelfOf[collect]}.${id}: no rule collects it`),
  );
  return [...dangling, ...unused];
};

const contactFaults = ({
  units,
  steps,
  notes,
  whoIsWho,
}: Parts<'units' | 'steps' | 'notes' | 'whoIsWho'>): string[] => {
  const used = new Set(
    [...Object.values(steps), ...Object.values(notes), ...whoIsWho].map(({ unit }) => unit),
  );
  return Object.entries(units).flatMap(([id, unit]) => {
    if (unit === undefined) return [];
    const isReachable = unit.mail !== undefined || unit.telephone !== undefined || unit.through !== undefined;
    return [
      ...(isReachable ? [] : [`units.${id}: give a mail, a telephone or through whom it is reached`]),
      ...(used.has(id as keyof typeof units)
        ? []
        : [`units.${id}: no step, note or who-is-who entry uses it`]),
    ];
  });
};

const groupFaults = ({ functions, groups }: Parts<'functions' | 'groups'>): string[] => {
  const named = groups.flatMap((group) => group.functions);
  const isTwice = (ids: readonly string[]) => (id: string, index: number) => ids.indexOf(id) < index;
  const groupIds = groups.map(({ id }) => id);
  return [
    ...groupIds.filter(isTwice(groupIds)).map((id) => `groups: "${id}" is there twice`),
    ...groups.flatMap((group, index) => [
      ...group.functions
        .filter((id) => !Object.hasOwn(functions, id))
        .map((id) => `groups.${index}.functions: "${id}" is not in functions`),
      ...group.functions
        .filter(isTwice(group.functions))
        .map((id) => `groups.${index}.functions: "${id}" is there twice`),
    ]),
    ...Object.keys(functions)
      .filter((id) => !named.includes(id))
      .map((id) => `functions.${id}: it meets in no group`),
  ];
};

/** Whom a step sends to must be there to be reached by the step's first way; `through` stands in for no contact. */
const unreachableSteps = ({ units, steps }: Parts<'units' | 'steps'>): string[] =>
  Object.entries(steps).flatMap(([id, { unit, by }]) => {
    const [way] = by;
    const { telephone, mail, through } = units[unit] ?? {};
    const isReachedThrough = through !== undefined && telephone === undefined && mail === undefined;
    const isThere = { telephone: telephone !== undefined, mail: mail !== undefined, form: true };
    const isOptional = unit === 'out-of-hours' && units[unit] === undefined;
    return way === undefined || isThere[way] || isReachedThrough || isOptional
      ? []
      : [`steps.${id}: units.${unit} has no ${way}`];
  });

/** The numbers that stand in the danger band and behind every suspicion. */
const missingNumbers = ({ units }: Parts<'units'>): string[] =>
  (['emergency', 'police', 'family-centre', 'staff-unit'] as const)
    .filter((id) => units[id].telephone === undefined)
    .map((id) => `units.${id}.telephone: is missing, and there are answers that say to call`);

/**
 * Every reference of the file that leads nowhere, and everything in it that nothing leads to. Of a file with unsound
 * parts it says what can be said of the others.
 */
export const referenceFaults = (sound: Partial<MunicipalityFile>): readonly string[] => {
  const given = <Part extends keyof MunicipalityFile>(
    parts: readonly Part[],
    faultsOf: (municipality: Parts<Part>) => string[],
  ): string[] => (parts.every((part) => sound[part] !== undefined) ? faultsOf(sound as Parts<Part>) : []);
  return [
    ...sectionFaults(sound),
    ...given(['rules', 'duties', 'steps', 'notes', 'asks'], missingEntries),
    ...given(['units', 'steps', 'notes', 'whoIsWho'], contactFaults),
    ...given(['units', 'steps'], unreachableSteps),
    ...given(['units'], missingNumbers),
    ...given(['functions', 'groups'], groupFaults),
  ];
};
