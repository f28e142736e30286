import type { Facts } from './facts';
import type { Condition, Rule } from './schema';

/** A loop without a list of its own: a municipality's file is proved by some millions of these. */
const holds = (condition: Condition, facts: Facts): boolean => {
  for (const fact in condition) {
    const values: readonly string[] | undefined = condition[fact as keyof Condition];
    if (values?.includes(facts[fact as keyof Facts]) === false) return false;
  }
  return true;
};

/**
 * Every rule that holds, in the table's order: hit policy COLLECT. The result depends on nothing but the
 * table and the facts.
 */
export const collect = (rules: readonly Rule[], facts: Facts): readonly Rule[] =>
  rules
    .filter((rule) => rule.when.some((condition) => holds(condition, facts)))
    .sort((a, b) => a.order - b.order);
