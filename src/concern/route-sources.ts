import type { Language, Municipality } from '../municipality/schema';
import { texts } from '../text/text';
import type { Route } from './route';

/** Where each part of a route stands in the plan: one line a part, no section twice in it. */
export const routeSources = (
  { duty, steps, notices, next }: Route,
  { municipality, language }: { readonly municipality: Municipality; readonly language: Language },
): readonly string[] => {
  const { result } = texts[language];
  const line = (part: string, cited: readonly { readonly section: string }[]): readonly string[] => {
    const sections = cited.map(({ section }) => municipality.plan.sections[section]?.[language] ?? section);
    return sections.length === 0 ? [] : [`${part}: ${[...new Set(sections)].join(' · ')}`];
  };
  return [
    ...steps.flatMap((step, index) => line(result.step(index + 1), [step])),
    ...line(result.duty, duty === undefined ? [] : [duty]),
    ...line(result.notices, notices),
    ...line(result.next, next),
  ];
};
