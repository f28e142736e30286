/** ISO weekday: Monday is 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a group meets, as the coordinator chose it. A fifth weekday that a month hasn't is no meeting. */
export type Rule =
  | { readonly kind: 'weekly'; readonly weekday: Weekday; readonly every: number }
  | {
      readonly kind: 'monthly';
      readonly weekday: Weekday;
      readonly nth: 1 | 2 | 3 | 4 | 5 | -1;
      readonly every: number;
    };

/** What happens with a date that is a holiday: skipped, or moved to the next day that isn't, or the coordinator is asked. */
export type OnHoliday = 'skip' | 'move' | 'ask';

/** A run of meetings in Europe/Copenhagen wall time, from `startsOn` to `endsOn`, both inclusive. */
export type Series = {
  readonly rule: Rule;
  readonly startsOn: string;
  readonly endsOn: string;
  /** `HH:mm` */
  readonly time: string;
  readonly lengthMinutes: number;
  readonly place: string;
  readonly onHoliday: OnHoliday;
};

/** A time of day such as `09:30` in minutes. */
export const minuteOfDay = (time: string): number => {
  const [hours = '', minutes = ''] = time.split(':');
  return 60 * Number(hours) + Number(minutes);
};

/** A minute of the week, by which groups are found; Monday begins at 1,440, for 0 is a group that isn't found by it yet. */
export const weekMinute = (weekday: number, minute: number): number => 1_440 * weekday + minute;
