import type { Language, Line, Municipality } from '../municipality/schema';
import { texts } from '../text/text';
import { isFromPlan, sectionsOf } from './line-text';
import type { Route, RouteStep } from './route';

export type Source = { readonly part: string; readonly sections: string };

const linesOf = ({ title, said }: RouteStep): readonly Line[] => [title, ...said.map(({ text }) => text)];

/**
 * Where each part of a route stands in the plan, no section twice for one part; a part of which nothing stands there
 * says so, and what the mark at a line means comes last.
 */
export const routeSources = (
  { duty, top, steps, notices, next }: Route,
  { municipality, language }: { readonly municipality: Municipality; readonly language: Language },
): readonly Source[] => {
  const { result } = texts[language];
  const source = (part: string, lines: readonly Line[]): readonly Source[] => {
    if (lines.length === 0) return [];
    return [{ part, sections: sectionsOf(lines, { municipality, language }) || result.nowhere }];
  };
  const dutyLines = duty === undefined ? [] : [duty.title, ...duty.lines];
  const texted = (notes: readonly { readonly text: Line }[]) => notes.map(({ text }) => text);
  const everything = [...steps.flatMap(linesOf), ...dutyLines, ...texted([...top, ...notices, ...next])];
  return [
    ...steps.flatMap((step, index) => source(result.step(index + 1), linesOf(step))),
    ...source(result.duty, dutyLines),
    ...source(result.notices, texted(notices)),
    ...source(result.next, texted(next)),
    ...(everything.every(isFromPlan)
      ? []
      : [{ part: `(${result.notFromPlan})`, sections: result.markMeans }]),
  ];
};
