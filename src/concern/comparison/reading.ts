import type { Answers, UnitId } from '../../municipality/facts';
import type { Line, Municipality } from '../../municipality/schema';
import { contactOf, formPlaceOf } from '../contact';
import { lineText } from '../line-text';
import { findRoute, type RouteStep } from '../route';

/** Whether the first unit's people can be expected to answer: in the file's opening hours, or as long as it has none on a working day. */
export type Hours = 'open' | 'away';

/** What one answer says in Danish, by what its reader acts on. */
export type Reading = {
  /** The number that is called first, with whose it is; '' where no step has one. */
  readonly number: string;
  /** The duty's title; '' where there is none. */
  readonly duty: string;
  /** A line a step: what to do, at whom, by which ways. */
  readonly steps: readonly string[];
  /** Every other sentence in the order in which it stands. */
  readonly sentences: readonly string[];
};

const hoursAt =
  ({ units }: Municipality, hours: Hours) =>
  (unit: UnitId) => {
    if (hours === 'open') return 'inside-or-unknown' as const;
    return units[unit]?.openingHours === undefined ? ('probably-nobody' as const) : ('outside' as const);
  };

const numberOf = (step: RouteStep, municipality: Municipality): string => {
  const { telephone } = contactOf(step.unit, { municipality, language: 'da' }, step.by);
  return telephone === '' ? '' : `${telephone} (${municipality.units[step.unit]?.name.da ?? step.unit})`;
};

const stepLine = (step: RouteStep, municipality: Municipality): string => {
  const view = { municipality, language: 'da' } as const;
  const { telephone, mail, through } = contactOf(step.unit, view, step.by);
  const { title, url, places } = formPlaceOf(view);
  const wayOf = {
    telephone,
    mail,
    form: `${title} ${[url, ...places].filter((part) => part !== '').join(', ')}`,
  };
  const ways = [...step.by.map((way) => wayOf[way]), through].filter((way) => way !== '');
  const unit = municipality.units[step.unit]?.name.da ?? step.unit;
  return [lineText(step.title, 'da'), unit, ...ways].join(' · ');
};

/** The answer to a complete set of answers as the file gives it. */
export const readingOf = (municipality: Municipality, answers: Required<Answers>, hours: Hours): Reading => {
  const { duty, top, steps, notices, next, asks } = findRoute(
    municipality,
    answers,
    hoursAt(municipality, hours),
  );
  const spoken = (lines: readonly Line[]): readonly string[] => lines.map((line) => lineText(line, 'da'));
  const texts = (notes: readonly { readonly text: Line }[]): readonly string[] =>
    spoken(notes.map(({ text }) => text));
  return {
    number: steps.map((step) => numberOf(step, municipality)).find((number) => number !== '') ?? '',
    duty: duty === undefined ? '' : lineText(duty.title, 'da'),
    steps: steps.map((step) => stepLine(step, municipality)),
    sentences: [
      ...texts(top),
      ...spoken(duty?.lines ?? []),
      ...steps.flatMap(({ said, prepare }) => [...texts(said), ...prepare.map(({ da }) => da)]),
      ...texts(notices),
      ...texts(next),
      ...asks.map(({ question }) => question.da),
    ],
  };
};
