import type { MunicipalityFile, Rule } from './schema';

const shelfOf = { duty: 'duties', step: 'steps', note: 'notes', ask: 'asks' } as const;

const missingSections = (municipality: MunicipalityFile): string[] => {
  const { plan, duties, steps, notes, signs, whoIsWho } = municipality;
  const cited = [
    ...Object.entries({ duties, steps, notes }).flatMap(([shelf, entries]) =>
      Object.entries(entries).map(([id, entry]) => ({
        at: `${shelf}.${id}.section`,
        section: entry.section,
      })),
    ),
    ...whoIsWho.map(({ section }, index) => ({ at: `whoIsWho.${index}.section`, section })),
    { at: 'signs.section', section: signs.section },
  ];
  const sectionIds = Object.keys(plan.sections);
  const unknown = cited
    .filter(({ section }) => !sectionIds.includes(section))
    .map(({ at, section }) => `${at}: "${section}" is not a section of the plan`);
  const uncited = sectionIds
    .filter((section) => !cited.some((citation) => citation.section === section))
    .map((section) => `plan.sections.${section}: no sentence rests on it`);
  return [...unknown, ...uncited];
};

const missingEntries = ({ rules, ...municipality }: MunicipalityFile): string[] => {
  const isUsed = (collect: Rule['collect'], id: string) =>
    rules.some((rule) => rule.collect === collect && rule.entry === id);
  const dangling = rules.flatMap(({ collect, entry }, index) =>
    entry in municipality[shelfOf[collect]]
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

const contactFaults = ({ units, steps, notes, whoIsWho }: MunicipalityFile): string[] => {
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

const groupFaults = ({ functions, groups }: MunicipalityFile): string[] => {
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

/** Every reference of the file that leads nowhere, and everything in it that nothing leads to. */
export const referenceFaults = (municipality: MunicipalityFile): readonly string[] => [
  ...missingSections(municipality),
  ...missingEntries(municipality),
  ...contactFaults(municipality),
  ...groupFaults(municipality),
];
