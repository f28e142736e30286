import type { Language, Line, Municipality } from '../municipality/schema';
import { texts } from '../text/text';

export const isFromPlan = (line: Line): line is Extract<Line, { readonly section: string }> =>
  'section' in line;

/** A sentence as it is shown: what isn't the plan's carries its mark. */
export const lineText = (line: Line, language: Language): string =>
  isFromPlan(line) ? line[language] : `${line[language]} (${texts[language].result.notFromPlan})`;

/** The plan's sections on which the lines rest, each once; '' where none of them is the plan's. */
export const sectionsOf = (
  lines: readonly Line[],
  { municipality, language }: { readonly municipality: Municipality; readonly language: Language },
): string => {
  const named = lines
    .filter(isFromPlan)
    .map(({ section }) => municipality.plan.sections[section]?.[language] ?? section);
  return [...new Set(named)].join(' · ');
};
