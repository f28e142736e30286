import type { Language, Municipality } from '../municipality/schema';
import { texts } from '../text/text';
import type { Route } from './route';

/** Where each part of a route stands in the plan, one line each and none twice. */
export const routeSources = (
  { duty, steps, notices, next }: Route,
  { municipality, language }: { readonly municipality: Municipality; readonly language: Language },
): readonly string[] => {
  const { result } = texts[language];
  const parts = [
    ...steps.map(({ section }, index) => ({ part: result.step(index + 1), section })),
    ...(duty === undefined ? [] : [{ part: result.duty, section: duty.section }]),
    ...notices.map(({ section }) => ({ part: result.notices, section })),
    ...next.map(({ section }) => ({ part: result.next, section })),
  ];
  const lines = parts.map(
    ({ part, section }) => `${part}: ${municipality.plan.sections[section]?.[language] ?? section}`,
  );
  return [municipality.plan.title[language], ...new Set(lines)];
};
