import { collect } from './decision-table';
import { concernsMinor, everyCircumstance, everyCombination, type Facts } from './facts';
import type { Municipality, Rule } from './schema';

const factsInWords = (facts: Facts): string => Object.values(facts).join(' / ');

const faultsOfSituation = (collected: readonly Rule[], facts: Facts): string[] => {
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
    ...(hasDuty !== concernsMinor(facts)
      ? [hasDuty ? 'a duty for an adult' : 'no duty for a possible minor']
      : []),
  ].map((fault) => `rules: ${factsInWords(facts)}: ${fault}`);
};

/**
 * Walks every combination of answers under every circumstance and names what is wrong with the decision
 * table: dead ends, steps collected twice or in no certain order, a missing duty, rules that never hold.
 */
export const completenessFaults = ({ rules }: Municipality): readonly string[] => {
  const reached = new Set<Rule>();
  const faults = everyCircumstance.flatMap((circumstances) =>
    everyCombination.flatMap((answers) => {
      const facts = { ...answers, ...circumstances };
      const collected = collect(rules, facts);
      for (const rule of collected) reached.add(rule);
      return faultsOfSituation(collected, facts);
    }),
  );
  const unreachable = rules.flatMap((rule, index) =>
    reached.has(rule) ? [] : [`rules.${index}: "${rule.entry}" never holds`],
  );
  return [...faults, ...unreachable];
};
