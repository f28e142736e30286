import { unitIds } from '../../municipality/facts';
import { type CalledUnit, calledUnits } from '../../requests/model/unit-home';
import { type Line, medianClass, publishLine } from './suppression';

/** `2026-11`, in Danish wall time. */
export type Month = string;

/** To whom an answer sends first; `other` is a step that the municipality's file no longer has. */
export const destinations = [...unitIds, 'other'] as const;
export type Destination = (typeof destinations)[number];

export const itemKinds = ['orientation', 'discussion', 'decision', 'single-case', 'standing'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How long a request waited, in hours of the unit's work: up to so many, and more than the last. */
export const waitingClasses = ['1', '2', '4', '8', '16', 'more'] as const;
export type WaitingClass = (typeof waitingClasses)[number];

export const waitingClassOf = (hours: number): WaitingClass =>
  waitingClasses.find((each) => each !== 'more' && hours <= Number(each)) ?? 'more';

/** What is counted as it happens, by month and nothing else. */
export type Counted =
  | `shown/${Destination}`
  | `asked/${CalledUnit}`
  | `waited/${CalledUnit}/${WaitingClass}`
  | `item/${ItemKind}`;
export type Count = (what: Counted) => void;

export type RawCounts = Readonly<Record<string, number>>;
export type MeetingCounts = { readonly held: number; readonly 'called-off': number };

/** Everything that is ever said of a month, in the only shape in which it is kept once the month is over. */
export type PublishedMonth = {
  readonly month: Month;
  readonly shown: Line<Destination>;
  readonly asked: Line<CalledUnit>;
  /** The class in which the median waiting time lies. */
  readonly waited: Readonly<Record<CalledUnit, WaitingClass | null>>;
  readonly meetings: Line<keyof MeetingCounts>;
  readonly items: Line<ItemKind>;
};

/** A month's document: raw counts while it runs, and what is published of them afterwards, for ever the same. */
export type MonthFigures =
  | { readonly state: 'counting'; readonly month: Month; readonly counts: RawCounts }
  | ({ readonly state: 'published' } & PublishedMonth);

const each = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;

/** The fixed cube of a month. There is no other way from the raw counts to a reader. */
export const publishMonth = (month: Month, counts: RawCounts, meetings: MeetingCounts): PublishedMonth => {
  const count = (what: Counted): number => counts[what] ?? 0;
  return {
    month,
    shown: publishLine(each(destinations, (name) => count(`shown/${name}`))),
    asked: publishLine(each(calledUnits, (name) => count(`asked/${name}`))),
    waited: each(calledUnits, (unit) =>
      medianClass(waitingClasses.map((name) => [name, count(`waited/${unit}/${name}`)] as const)),
    ),
    meetings: publishLine(meetings),
    items: publishLine(each(itemKinds, (name) => count(`item/${name}`))),
  };
};
