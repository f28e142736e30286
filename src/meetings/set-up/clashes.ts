import { daysAfter, instantOf } from '../../municipality/wall-time';
import type { Occurrence } from '../model/dates';
import type { Series } from '../model/series';

export type OtherGroup = {
  readonly name: string;
  readonly series: Series;
  readonly occurrences: readonly Occurrence[];
};
type Time = Pick<Series, 'time' | 'lengthMinutes'>;

const spanOf = (date: string, { time, lengthMinutes }: Time): { from: number; to: number } => {
  const from = instantOf({ date, time }).getTime();
  return { from, to: from + lengthMinutes * 60_000 };
};

/** The names of the groups that meet while this one does; one that ends as the other begins is no clash. */
export const clashesOf = (
  { heldOn }: Pick<Occurrence, 'heldOn'>,
  series: Time,
  others: readonly OtherGroup[],
): readonly string[] => {
  if (heldOn === undefined) return [];
  const own = spanOf(heldOn, series);
  // A meeting can last past midnight, but not past the next day.
  const [dayBefore, dayAfter] = [daysAfter(heldOn, -1), daysAfter(heldOn, 1)];
  const isDuring = (other: OtherGroup) => (occurrence: Occurrence) => {
    if (occurrence.heldOn === undefined) return false;
    if (occurrence.heldOn < dayBefore || occurrence.heldOn > dayAfter) return false;
    const span = spanOf(occurrence.heldOn, other.series);
    return span.from < own.to && own.from < span.to;
  };
  return others.filter((other) => other.occurrences.some(isDuring(other))).map(({ name }) => name);
};
