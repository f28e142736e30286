import type { Language, Municipality } from '../municipality/schema';
import { texts } from '../text/text';
import type { Route } from './route';

export type Source = { readonly part: string; readonly sections: string };

/** Where each part of a route stands in the plan; no section twice for one part. */
export const routeSources = (
  { duty, steps, notices, next }: Route,
  { municipality, language }: { readonly municipality: Municipality; readonly language: Language },
): readonly Source[] => {
  const { result } = texts[language];
  const source = (part: string, cited: readonly { readonly section: string }[]): readonly Source[] => {
    const sections = cited.map(({ section }) => municipality.plan.sections[section]?.[language] ?? section);
    return sections.length === 0 ? [] : [{ part, sections: [...new Set(sections)].join(' · ') }];
  };
  return [
    ...steps.flatMap((step, index) => source(result.step(index + 1), [step])),
    ...source(result.duty, duty === undefined ? [] : [duty]),
    ...source(result.notices, notices),
    ...source(result.next, next),
  ];
};
