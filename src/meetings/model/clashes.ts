import type { Localized } from '../../municipality/schema';
import { instantOf, isoWeekdayOf, wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';
import type { Occurrence } from './dates';
import { endOf, type Meeting } from './meeting';
import type { Series, Weekday } from './series';
import { type Days, isDayOff } from './working-days';

/** From when to when somebody meets; the end isn't in it. */
export type Span = { readonly from: Instant; readonly to: Instant };
/** Another group with every time at which it meets. */
export type OtherGroup = { readonly name: string; readonly spans: readonly Span[] };
type Time = Pick<Series, 'time' | 'lengthMinutes'>;

/** When a meeting of the series is held on a date. */
export const spanOn = (date: string, { time, lengthMinutes }: Time): Span => {
  const from = instantOf({ date, time }).getTime();
  return { from, to: from + lengthMinutes * 60_000 };
};

type Plan = { readonly series: Series; readonly occurrences: readonly Occurrence[] };

/** When a group meets: its planned meetings as they are, moved and extra ones too, and the dates that have none yet. */
export const spansOf = ({ series, occurrences }: Plan, meetings: readonly Meeting[]): readonly Span[] => {
  const known = new Set(meetings.map(({ occurrence }) => occurrence));
  const toCome = occurrences.flatMap(({ date, heldOn }) =>
    heldOn === undefined || known.has(date) ? [] : [spanOn(heldOn, series)],
  );
  const planned = meetings.filter(({ status }) => status.kind === 'planned');
  return [...planned.map((meeting) => ({ from: meeting.startsAt, to: endOf(meeting) })), ...toCome];
};

/** Whether the span has a time in common with one of the others; one that ends as it begins has none. */
export const isDuring = (own: Span, others: readonly Span[]): boolean =>
  others.some(({ from, to }) => from < own.to && own.from < to);

/** The names of the groups that meet meanwhile. */
export const clashesOf = (own: Span, others: readonly OtherGroup[]): readonly string[] =>
  others.filter(({ spans }) => isDuring(own, spans)).map(({ name }) => name);

/** So many groups are named that a card stays small; the others are counted. */
export const namedClashes = 3;

/** Why a time is not one at which a group would be expected to meet. */
export type TimeWarning =
  | { readonly kind: 'weekend'; readonly weekday: Weekday }
  | { readonly kind: 'holiday'; readonly name?: Localized }
  | { readonly kind: 'school-holiday' }
  | { readonly kind: 'clash'; readonly group: string }
  | { readonly kind: 'more-clashes'; readonly count: number };

/** What a coordinator is to be warned of before a meeting is given that time. */
export const warningsOf = (own: Span, days: Days, others: readonly OtherGroup[]): readonly TimeWarning[] => {
  const { date } = wallTimeOf(new Date(own.from));
  const weekday = isoWeekdayOf(date) as Weekday;
  const name = days.holidayName(date);
  const clashes = clashesOf(own, others);
  const count = clashes.length - namedClashes;
  return [
    ...(weekday > 5 ? [{ kind: 'weekend', weekday } as const] : []),
    ...(isDayOff(date, days) ? [{ kind: 'holiday', ...(name && { name }) } as const] : []),
    ...(days.isSchoolHoliday(date) ? [{ kind: 'school-holiday' } as const] : []),
    ...clashes.slice(0, namedClashes).map((group) => ({ kind: 'clash', group }) as const),
    ...(count > 0 ? [{ kind: 'more-clashes', count } as const] : []),
  ];
};
