import type { Localized } from '../../municipality/schema';
import { instantOf, isoWeekdayOf, wallTimeOf } from '../../municipality/wall-time';
import type { Instant } from '../../storage/contract';
import type { Series, Weekday } from './series';
import { type Days, isDayOff } from './working-days';

/** From when to when somebody meets; the end isn't in it. */
export type Span = { readonly from: Instant; readonly to: Instant };
type Time = Pick<Series, 'time' | 'lengthMinutes'>;

/** When a meeting of the series is held on a date. */
export const spanOn = (date: string, { time, lengthMinutes }: Time): Span => {
  const from = instantOf({ date, time }).getTime();
  return { from, to: from + lengthMinutes * 60_000 };
};

/** Whether two have a time in common; one that ends as the other begins has none. */
export const isMeanwhile = (own: Span, other: Span): boolean => other.from < own.to && own.from < other.to;

/** So many groups are named that a card stays small; the others are counted. */
export const namedClashes = 3;

/** Why a time is not one at which a group would be expected to meet. */
export type TimeWarning =
  | { readonly kind: 'weekend'; readonly weekday: Weekday }
  | { readonly kind: 'holiday'; readonly name?: Localized }
  | { readonly kind: 'school-holiday' }
  | { readonly kind: 'clash'; readonly group: string }
  | { readonly kind: 'more-clashes' }
  /** The group itself meets then. */
  | { readonly kind: 'own-meeting' };

/** Who else meets during a span. */
export type Meanwhile = { readonly groups: readonly string[]; readonly isOwn: boolean };

/** What a coordinator is to be warned of before a meeting is given that time. */
export const warningsOf = (own: Span, days: Days, { groups, isOwn }: Meanwhile): readonly TimeWarning[] => {
  const { date } = wallTimeOf(new Date(own.from));
  const weekday = isoWeekdayOf(date) as Weekday;
  const name = days.holidayName(date);
  return [
    ...(isOwn ? [{ kind: 'own-meeting' } as const] : []),
    ...(weekday > 5 ? [{ kind: 'weekend', weekday } as const] : []),
    ...(isDayOff(date, days) ? [{ kind: 'holiday', ...(name && { name }) } as const] : []),
    ...(days.isSchoolHoliday(date) ? [{ kind: 'school-holiday' } as const] : []),
    ...groups.slice(0, namedClashes).map((group) => ({ kind: 'clash', group }) as const),
    ...(groups.length > namedClashes ? [{ kind: 'more-clashes' } as const] : []),
  ];
};
