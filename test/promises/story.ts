import type { Name, PlaceName } from './people';
import type { Trouble } from './teams';

/** The channels in which a unit can live. */
export type UnitPlace = 'spare' | 'other';
export type GroupPlace = Exclude<PlaceName, UnitPlace>;

/** How a story begins: groups that are set up, from a day on, for some meetings. */
export type Beginning = {
  readonly on: string;
  readonly groups: readonly GroupPlace[];
  readonly meetings: number;
  readonly everyWeeks: number;
  readonly weekday: number;
  readonly retentionDays: number;
  /** A unit that can be asked to call lives in the spare channel. */
  readonly hasUnit?: boolean;
};

type Who = { readonly who: Name; readonly where: 'channel' | 'chat' };
/** `group` and `meeting` count among what there is: 0 is the next meeting, -1 the latest that is over. */
type OfMeeting = Who & { readonly group: number; readonly meeting: number };
/** Decides what is chosen where a card gives a choice. */
type Pick = { readonly pick: number };

export type Moment =
  | 'minutes'
  | 'hours'
  | 'day'
  | 'week'
  | 'five-weeks'
  | 'next-due'
  | 'deadline'
  | 'meeting-begun'
  | 'meeting-over'
  | 'clock-night'
  | 'friday';
export type Act =
  | 'late-this'
  | 'late-next'
  | 'refuse'
  | 'minutes'
  | 'order'
  | 'remove-text'
  | 'drop-standing'
  | 'add-standing';
/** What an asker and a unit's people do with a request. */
export type Calling = 'ask' | 'teaching' | 'mine' | 'withdraw' | 'take' | 'number' | 'give-back' | 'close';
export type Move = 'hour' | 'day' | 'week' | 'saturday' | 'length' | 'place' | 'back';

export type Step =
  | { readonly do: 'wait'; readonly for: Moment }
  | ({ readonly do: 'hand-in'; readonly isCase: boolean } & OfMeeting & Pick)
  | ({ readonly do: 'own-item'; readonly how: 'edit' | 'withdraw' | 'remove-text' } & OfMeeting & Pick)
  | ({ readonly do: 'coordinate'; readonly how: Act } & OfMeeting & Pick)
  | ({ readonly do: 'publish' } & OfMeeting)
  | ({ readonly do: 'outcomes'; readonly how: 'all' | 'open-form' | 'opened-form' } & OfMeeting & Pick)
  | ({ readonly do: 'change'; readonly how: Move } & OfMeeting & Pick)
  | ({ readonly do: 'call-off'; readonly how: 'cancel' | 'skip' } & OfMeeting)
  | ({ readonly do: 'extra'; readonly inDays: number } & OfMeeting & Pick)
  | ({ readonly do: 'apologise'; readonly how: 'send' | 'withdraw' } & OfMeeting & Pick)
  | ({ readonly do: 'remind'; readonly isOn: boolean } & OfMeeting)
  | ({ readonly do: 'ask'; readonly text: 'dagsorden' | 'møder' | 'mine grupper' | 'hej' } & OfMeeting)
  | ({
      readonly do: 'press';
      readonly message: number;
      readonly button: number;
      readonly isStale: boolean;
    } & Who &
      Pick)
  | ({
      readonly do: 'new-plan';
      readonly how: 'time' | 'weekday' | 'shorter' | 'place' | 'reminders';
    } & OfMeeting &
      Pick)
  | ({ readonly do: 'deputy' } & OfMeeting & Pick)
  | { readonly do: 'leave' | 'join'; readonly who: Name; readonly group: number }
  | { readonly do: 'channel'; readonly how: 'removed' | 'deleted' | 'back'; readonly group: number }
  | { readonly do: 'restart'; readonly retentionDays: number; readonly hasHolidays: boolean }
  | { readonly do: 'die-in'; readonly calls: number }
  | { readonly do: 'lock'; readonly seconds: number }
  | {
      readonly do: 'trouble';
      readonly on: 'post' | 'update' | 'roster' | 'any';
      readonly times: number;
      readonly what: Trouble;
    }
  | { readonly do: 'meanwhile'; readonly on: 'post' | 'update' | 'roster'; readonly step: Step }
  | { readonly do: 'together'; readonly steps: readonly Step[] }
  | { readonly do: 'redeliver' }
  | ({ readonly do: 'call'; readonly who: Name; readonly how: Calling } & Pick)
  | { readonly do: 'unit'; readonly how: 'move' | 'take-down' | 'removed' | 'deleted' | 'back' };

export type Story = { readonly beginning: Beginning; readonly steps: readonly Step[] };
