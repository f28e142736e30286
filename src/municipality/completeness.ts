import { collect } from './decision-table';
import { concernsMinor, everyCircumstance, everyCombination, type Facts } from './facts';
import type { Condition, MunicipalityFile, Rule } from './schema';

const factsInWords = (facts: Facts): string => Object.values(facts).join(' / ');

type Table = Pick<MunicipalityFile, 'rules' | 'steps' | 'notes'>;

/** Notes for a step that the situation doesn't have: nobody would read them. */
const strayNotes = (collected: readonly Rule[], { steps, notes }: Table): string[] => {
  const units = collected.map(({ collect, entry }) => (collect === 'step' ? steps[entry]?.unit : undefined));
  return collected.flatMap(({ collect, entry }) => {
    const note = collect === 'note' ? notes[entry] : undefined;
    return note?.kind === 'step' && !units.includes(note.at)
      ? [`"${entry}" has no step to ${note.at} to stand at`]
      : [];
  });
};

/** Whoever receives reports has none to make. */
const bringsDuty = (facts: Facts): boolean => concernsMinor(facts) && facts.workplace !== 'family-centre';

const faultsOfSituation = (collected: readonly Rule[], facts: Facts, table: Table): string[] => {
  const steps = collected.filter((rule) => rule.collect === 'step');
  const twice = collected.filter(
    (rule, index) =>
      collected.findIndex(({ collect, entry }) => collect === rule.collect && entry === rule.entry) < index,
  );
  const tied = steps.filter((rule, index) => index > 0 && rule.order === steps[index - 1]?.order);
  const hasDuty = collected.some((rule) => rule.collect === 'duty');
  return [
    ...(steps.length === 0 ? ['no step: a dead end'] : []),
    ...twice.map(({ entry }) => `"${entry}" is collected twice`),
    ...tied.map(({ entry, order }) => `"${entry}" has the same order ${order} as the step before it`),
    ...(hasDuty && !concernsMinor(facts) ? ['a duty for an adult'] : []),
    ...(!hasDuty && bringsDuty(facts) ? ['no duty for a possible minor'] : []),
    ...strayNotes(collected, table),
  ];
};

/** One fault of the table is a fault in many situations: it is named once, with the first of them. */
const faultsOfTable = (table: Table): string[] => {
  const situations = new Map<string, { readonly first: string; readonly more: number }>();
  for (const circumstances of everyCircumstance)
    for (const answers of everyCombination) {
      const facts = { ...answers, ...circumstances };
      for (const fault of faultsOfSituation(collect(table.rules, facts), facts, table)) {
        const known = situations.get(fault);
        situations.set(fault, {
          first: known?.first ?? factsInWords(facts),
          more: known === undefined ? 0 : known.more + 1,
        });
      }
    }
  return [...situations].map(
    ([fault, { first, more }]) =>
      `rules: ${first}: ${fault}${more === 0 ? '' : ` (and in ${more} more situation(s))`}`,
  );
};

const isWithin = (narrow: Condition, wide: Condition): boolean =>
  (Object.entries(wide) as [keyof Condition, readonly string[]][]).every(([fact, values]) =>
    narrow[fact]?.every((value) => values.includes(value)),
  );

const coveredAlternatives = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ entry, when }, index) =>
    when.flatMap((condition, at) =>
      when.some((other, otherAt) => otherAt !== at && isWithin(condition, other))
        ? [`rules.${index}.when.${at}: "${entry}" is collected by another alternative already`]
        : [],
    ),
  );

/**
 * Walks every combination of answers under every circumstance and names what is wrong with the decision table, each
 * fault once: dead ends, entries collected twice or in no certain order, a missing duty, a line for a step that isn't
 * there, conditions without effect.
 */
export const completenessFaults = (table: Table): readonly string[] => [
  ...faultsOfTable(table),
  ...coveredAlternatives(table.rules),
];
