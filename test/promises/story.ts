import fc from 'fast-check';
import { type Name, names, type PlaceName } from './people';
import type { Trouble } from './teams';

export type GroupPlace = Exclude<PlaceName, 'spare'>;

/** How a story begins: groups that are set up, from a day on, for some meetings. */
export type Beginning = {
  readonly on: string;
  readonly groups: readonly GroupPlace[];
  readonly meetings: number;
  readonly everyWeeks: number;
  readonly weekday: number;
  readonly retentionDays: number;
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
  | 'clock-night';
export type Act =
  | 'late-this'
  | 'late-next'
  | 'refuse'
  | 'minutes'
  | 'order'
  | 'remove-text'
  | 'drop-standing'
  | 'add-standing';
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
      readonly on: 'post' | 'update' | 'any';
      readonly times: number;
      readonly what: Trouble;
    }
  | { readonly do: 'meanwhile'; readonly on: 'post' | 'update' | 'roster'; readonly step: Step }
  | { readonly do: 'together'; readonly steps: readonly Step[] }
  | { readonly do: 'redeliver' };

export type Story = { readonly beginning: Beginning; readonly steps: readonly Step[] };

const from = <T>(...list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const often = <T>(
  ...list: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]
): fc.Arbitrary<T> => fc.oneof(...list.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const who = often<Name>([8, from<Name>('anna')], [5, from<Name>('bo', 'cilla')], [2, from(...names)]);
const coordinator = often<Name>([12, from<Name>('anna')], [1, from(...names)]);
const member = often<Name>([6, from<Name>('anna', 'bo', 'cilla')], [1, from(...names)]);
const pick = fc.nat(999);
const group = fc.nat(1);
const meeting = often<number>([12, from(0)], [2, from(1, 2)], [3, from(-1)]);
const where = often<'channel' | 'chat'>([3, from<'channel'>('channel')], [2, from<'chat'>('chat')]);
const common = { where, group, meeting };

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ kind: from('refused' as const), status: from(429 as const), retryAfterS: from(3, 30, 300) }),
  fc.record({ kind: from('refused' as const), status: from(502 as const, 503 as const, 504 as const) }),
  fc.record({ kind: from('accepted' as const), answer: fc.constantFrom<504 | 'reset'>(504, 'reset') }),
  fc.record({ kind: from('slow' as const), ms: from(4_000, 7_000, 9_500, 12_000) }),
  fc.record({ kind: from('dies' as const), isTaken: fc.boolean() }),
);

const wait: fc.Arbitrary<Step> = fc.record({
  do: from('wait' as const),
  for: often<Moment>(
    [4, from<Moment>('deadline', 'meeting-begun', 'meeting-over')],
    [3, from<Moment>('next-due', 'minutes', 'hours', 'day', 'week')],
    [1, from<Moment>('five-weeks', 'clock-night')],
  ),
});

const deed: fc.Arbitrary<Step> = often<Step>(
  [
    8,
    fc.record({
      do: from('hand-in' as const),
      who: member,
      isCase: often([9, from(false)], [1, from(true)]),
      pick,
      ...common,
    }),
  ],
  [
    4,
    fc.record({
      do: from('own-item' as const),
      who: member,
      how: from('edit' as const, 'withdraw' as const, 'remove-text' as const),
      pick,
      ...common,
    }),
  ],
  [
    5,
    fc.record({
      do: from('coordinate' as const),
      who: coordinator,
      how: from<Act>(
        'late-this',
        'late-next',
        'refuse',
        'minutes',
        'order',
        'remove-text',
        'drop-standing',
        'add-standing',
      ),
      pick,
      ...common,
    }),
  ],
  [4, fc.record({ do: from('publish' as const), who: coordinator, ...common })],
  [
    5,
    fc.record({
      do: from('outcomes' as const),
      who: coordinator,
      how: from('all' as const, 'all' as const, 'open-form' as const, 'opened-form' as const),
      pick,
      ...common,
      meeting: often([3, from(-1)], [2, from(0)]),
    }),
  ],
  [
    5,
    fc.record({
      do: from('change' as const),
      who: coordinator,
      how: from<Move>('hour', 'day', 'week', 'saturday', 'length', 'place', 'back'),
      pick,
      ...common,
    }),
  ],
  [
    2,
    fc.record({
      do: from('call-off' as const),
      who: coordinator,
      how: from('cancel' as const, 'skip' as const),
      ...common,
    }),
  ],
  [2, fc.record({ do: from('extra' as const), who: coordinator, inDays: from(0, 1, 2, 9), pick, ...common })],
  [
    3,
    fc.record({
      do: from('apologise' as const),
      who: member,
      how: from('send' as const, 'send' as const, 'withdraw' as const),
      pick,
      ...common,
    }),
  ],
  [
    2,
    fc.record({
      do: from('remind' as const),
      who: member,
      isOn: often([4, from(true)], [1, from(false)]),
      ...common,
    }),
  ],
  [
    3,
    fc.record({
      do: from('ask' as const),
      who,
      text: from(
        'dagsorden' as const,
        'dagsorden' as const,
        'møder' as const,
        'mine grupper' as const,
        'hej' as const,
      ),
      ...common,
    }),
  ],
  [
    6,
    fc.record({
      do: from('press' as const),
      who,
      where,
      message: fc.nat(30),
      button: fc.nat(9),
      isStale: fc.boolean(),
      pick,
    }),
  ],
  [
    2,
    fc.record({
      do: from('new-plan' as const),
      who: coordinator,
      how: from(
        'time' as const,
        'weekday' as const,
        'shorter' as const,
        'place' as const,
        'reminders' as const,
      ),
      pick,
      ...common,
    }),
  ],
  [1, fc.record({ do: from('deputy' as const), who: coordinator, pick, ...common })],
);

const world: fc.Arbitrary<Step> = often<Step>(
  [1, fc.record({ do: from('leave' as const, 'join' as const), who, group })],
  [
    1,
    fc.record({
      do: from('channel' as const),
      how: from('removed' as const, 'deleted' as const, 'back' as const),
      group,
    }),
  ],
  [
    2,
    fc.record({
      do: from('restart' as const),
      retentionDays: from(2, 10, 30, 90),
      hasHolidays: fc.boolean(),
    }),
  ],
  [2, fc.record({ do: from('die-in' as const), calls: fc.integer({ min: 1, max: 25 }) })],
  [1, fc.record({ do: from('lock' as const), seconds: from(3, 20, 45) })],
  [
    5,
    fc.record({
      do: from('trouble' as const),
      on: from('post' as const, 'update' as const, 'any' as const),
      times: from(1, 1, 2, 6),
      what: trouble,
    }),
  ],
  [1, fc.record({ do: from('redeliver' as const) })],
);

const nested: fc.Arbitrary<Step> = often<Step>(
  [
    3,
    fc.record({
      do: from('meanwhile' as const),
      on: from('post' as const, 'update' as const, 'roster' as const),
      step: deed,
    }),
  ],
  [1, fc.record({ do: from('together' as const), steps: fc.tuple(deed, deed) })],
);

const step = often<Step>([10, deed], [7, wait], [2, world], [1, nested]);

const beginning: fc.Arbitrary<Beginning> = fc.record({
  on: from('2026-08-17', '2026-10-05', '2026-11-30', '2027-03-01', '2027-05-10'),
  groups: often<readonly GroupPlace[]>(
    [6, from<readonly GroupPlace[]>(['north'])],
    [2, from<readonly GroupPlace[]>(['nu'])],
    [2, from<readonly GroupPlace[]>(['north', 'south'], ['north', 'nu'])],
  ),
  meetings: from(1, 2, 3),
  everyWeeks: from(1, 2, 4),
  weekday: from(1, 2, 4),
  retentionDays: from(5, 10, 30),
});

/** A story of people who mostly do their work, and of what can happen to them. */
export const anyStory: fc.Arbitrary<Story> = fc.record({
  beginning,
  steps: fc.array(step, { minLength: 6, maxLength: 28, size: 'max' }),
});
