import type { Facts } from './facts';
import type { Condition, Rule } from './schema';

const factsAsked = (condition: Condition) => Object.keys(condition) as (keyof Condition)[];

const holds = (condition: Condition, facts: Facts): boolean =>
  factsAsked(condition).every((fact) => (condition[fact] as readonly string[]).includes(facts[fact]));

/**
 * Every rule that holds, in the table's order: hit policy COLLECT. The result depends on nothing but the
 * table and the facts.
 */
export const collect = (rules: readonly Rule[], facts: Facts): readonly Rule[] =>
  rules
    .filter((rule) => rule.when.some((condition) => holds(condition, facts)))
    .sort((a, b) => a.order - b.order);
