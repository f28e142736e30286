import { collect } from '../municipality/decision-table';
import type { Answers, Circumstances, Facts, UnitId } from '../municipality/facts';
import type { Ask, Duty, Municipality, Note, Rule, Step } from '../municipality/schema';

export type RouteNote = Pick<Note, 'text' | 'unit'>;
/** A step with everything that is said at it: its own lines and those that the table adds, in their order. */
export type RouteStep = Step & { readonly id: string; readonly said: readonly RouteNote[] };

/**
 * The answer to a concern: the duty if one applies, what stands above the steps, the steps in order (at least one),
 * what to know, what happens next, and what the reader is asked at the end.
 */
export type Route = {
  readonly duty: Duty | undefined;
  readonly top: readonly RouteNote[];
  readonly steps: readonly [RouteStep, ...RouteStep[]];
  readonly notices: readonly RouteNote[];
  readonly next: readonly RouteNote[];
  readonly asks: readonly Ask[];
  /** The unit whose telephone probably nobody answers now, where that decides the order. */
  readonly doubtful: UnitId | undefined;
};

/** Whether the reader reports to others: who receives reports has none to make. */
export const isReportedElsewhere = ({ steps }: Route): boolean =>
  steps.some(({ unit, by }) => unit === 'family-centre' && by.length > 0);

const found = <Entry>(entry: Entry | undefined): Entry[] => (entry === undefined ? [] : [entry]);

const assemble = (municipality: Municipality, collected: readonly Rule[]): Omit<Route, 'doubtful'> => {
  const idsOf = (kind: Rule['collect']) =>
    collected.filter((rule) => rule.collect === kind).map(({ entry }) => entry);
  const notes = idsOf('note').flatMap((id) => found(municipality.notes[id]));
  const bare = idsOf('step').flatMap((id) => found(municipality.steps[id]).map((step) => ({ ...step, id })));
  const [first, ...others] = bare.map((step, index) => {
    const isLast = bare.findLastIndex(({ unit }) => unit === step.unit) === index;
    const added = notes.filter((note) => note.kind === 'step' && isLast && note.at === step.unit);
    const [leading, following] = [true, false].map((leads) =>
      added.filter((note) => (note.kind === 'step' && note.leads === true) === leads),
    ) as [Note[], Note[]];
    return { ...step, said: [...leading, ...step.lines.map((text) => ({ text })), ...following] };
  });
  if (first === undefined) throw new Error('the decision table has a dead end');
  return {
    duty: idsOf('duty').flatMap((id) => found(municipality.duties[id]))[0],
    top: notes.filter(({ kind }) => kind === 'top'),
    steps: [first, ...others],
    notices: notes.filter(({ kind }) => kind === 'notice'),
    next: notes.filter(({ kind }) => kind === 'next'),
    asks: idsOf('ask').flatMap((id) => found(municipality.asks[id])),
  };
};

/** What the municipality's file says about the circumstances; the clock is the caller's. */
export const circumstancesOf = ({ units }: Municipality, hours: Circumstances['hours']): Circumstances => ({
  hours,
  outOfHoursDuty: units['out-of-hours'] === undefined ? 'none' : 'configured',
  centreTelephone: units['children-and-prevention'].telephone === undefined ? 'none' : 'configured',
});

/**
 * The route for a complete set of answers. `hoursOf` tells whether a unit can be expected to answer now; the table is
 * read once more with what it says of the first unit that the reader is sent to: its own people aren't sent to it.
 */
export const findRoute = (
  municipality: Municipality,
  answers: Required<Answers>,
  hoursOf: (unit: UnitId) => Circumstances['hours'],
): Route => {
  const routeAt = (hours: Circumstances['hours']) => {
    const facts: Facts = { ...answers, ...circumstancesOf(municipality, hours) };
    return assemble(municipality, collect(municipality.rules, facts));
  };
  const usual = routeAt('inside-or-unknown');
  const first = usual.steps.find(
    ({ unit, by }) => by.length > 0 && municipality.units[unit]?.national !== true,
  );
  const hours = first === undefined ? 'inside-or-unknown' : hoursOf(first.unit);
  const doubtful = hours === 'probably-nobody' ? first?.unit : undefined;
  return { ...(hours === 'inside-or-unknown' ? usual : routeAt(hours)), doubtful };
};
