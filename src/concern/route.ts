import { collect } from '../municipality/decision-table';
import type { Answers, Circumstances, Facts, UnitId } from '../municipality/facts';
import type { Ask, Duty, Municipality, Note, Rule, Step } from '../municipality/schema';

export type RouteStep = Step & { readonly id: string };
export type RouteNote = Omit<Note, 'kind'>;

/**
 * The answer to a concern: the duty if one applies, the steps in order (at least one), what to know, what
 * happens next, and what the reader is asked at the end.
 */
export type Route = {
  readonly duty: Duty | undefined;
  readonly steps: readonly [RouteStep, ...RouteStep[]];
  readonly notices: readonly RouteNote[];
  readonly next: readonly RouteNote[];
  readonly asks: readonly Ask[];
};

const found = <Entry>(entry: Entry | undefined): Entry[] => (entry === undefined ? [] : [entry]);

const assemble = (municipality: Municipality, collected: readonly Rule[]): Route => {
  const idsOf = (kind: Rule['collect']) =>
    collected.filter((rule) => rule.collect === kind).map(({ entry }) => entry);
  const [first, ...others] = idsOf('step').flatMap((id) =>
    found(municipality.steps[id]).map((step) => ({ ...step, id })),
  );
  if (first === undefined) throw new Error('the decision table has a dead end');
  const notes = idsOf('note').flatMap((id) => found(municipality.notes[id]));
  return {
    duty: idsOf('duty').flatMap((id) => found(municipality.duties[id]))[0],
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
 * The route for a complete set of answers. `isClosed` tells whether a unit is known to be closed now; when the
 * first unit that the reader is sent to is, the table is read once more for outside its hours. To its own people
 * a unit is never closed.
 */
export const findRoute = (
  municipality: Municipality,
  answers: Required<Answers>,
  isClosed: (unit: UnitId) => boolean,
): Route => {
  const routeAt = (hours: Circumstances['hours']): Route => {
    const facts: Facts = { ...answers, ...circumstancesOf(municipality, hours) };
    return assemble(municipality, collect(municipality.rules, facts));
  };
  const usual = routeAt('inside-or-unknown');
  const first = usual.steps.find(({ unit }) => municipality.units[unit]?.national !== true);
  return first !== undefined && first.by.length > 0 && isClosed(first.unit) ? routeAt('outside') : usual;
};
