import fc from 'fast-check';
import { type Name, names } from './people';
import type { Act, Beginning, Calling, GroupPlace, Moment, Move, Step, Story } from './story';
import type { Trouble } from './teams';

const from = <T>(...list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const often = <T>(
  ...list: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]
): fc.Arbitrary<T> => fc.oneof(...list.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const who = often<Name>([8, from<Name>('anna')], [5, from<Name>('bo', 'cilla')], [2, from(...names)]);
const coordinator = often<Name>([12, from<Name>('anna')], [1, from(...names)]);
const member = often<Name>([6, from<Name>('anna', 'bo', 'cilla')], [1, from(...names)]);
const pick = fc.nat(999);
const asker = often<Name>([4, from<Name>('cilla', 'ukendt')], [1, from(...names)]);
const unitPerson = often<Name>([6, from<Name>('bo', 'anna')], [1, from(...names)]);
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

type Kind = Step['do'];
type Simple = Exclude<Kind, 'meanwhile' | 'together'>;

const record = <Do extends Kind>(
  kind: Do,
  parts: { readonly [Key in string]: fc.Arbitrary<unknown> },
): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constant(kind), ...parts }) as fc.Arbitrary<unknown> as fc.Arbitrary<Step>;

const acts: readonly Act[] = [
  'late-this',
  'late-next',
  'refuse',
  'minutes',
  'order',
  'remove-text',
  'drop-standing',
  'add-standing',
];
const afterwards = often<number>([3, from(-1)], [2, from(0)]);

/** Each kind of step by itself. */
const simple: Readonly<Record<Simple, fc.Arbitrary<Step>>> = {
  wait: record('wait', {
    for: often<Moment>(
      [4, from<Moment>('deadline', 'meeting-begun', 'meeting-over')],
      [3, from<Moment>('next-due', 'minutes', 'hours', 'day', 'week')],
      [1, from<Moment>('five-weeks', 'clock-night', 'friday')],
    ),
  }),
  'hand-in': record('hand-in', {
    who: member,
    isCase: often([9, from(false)], [1, from(true)]),
    pick,
    ...common,
  }),
  'own-item': record('own-item', {
    who: member,
    how: from('edit', 'withdraw', 'remove-text'),
    pick,
    ...common,
  }),
  coordinate: record('coordinate', { who: coordinator, how: from<Act>(...acts), pick, ...common }),
  publish: record('publish', { who: coordinator, ...common }),
  outcomes: record('outcomes', {
    who: coordinator,
    how: from('all', 'all', 'open-form', 'opened-form'),
    pick,
    ...common,
    meeting: afterwards,
  }),
  change: record('change', {
    who: coordinator,
    how: from<Move>('hour', 'day', 'week', 'saturday', 'length', 'place', 'back'),
    pick,
    ...common,
  }),
  'call-off': record('call-off', { who: coordinator, how: from('cancel', 'skip'), ...common }),
  extra: record('extra', { who: coordinator, inDays: from(0, 1, 2, 9), pick, ...common }),
  apologise: record('apologise', { who: member, how: from('send', 'send', 'withdraw'), pick, ...common }),
  remind: record('remind', { who: member, isOn: often([4, from(true)], [1, from(false)]), ...common }),
  ask: record('ask', {
    who,
    text: from('dagsorden', 'dagsorden', 'møder', 'mine grupper', 'hej'),
    ...common,
  }),
  press: record('press', { who, where, message: fc.nat(30), button: fc.nat(9), isStale: fc.boolean(), pick }),
  'new-plan': record('new-plan', {
    who: coordinator,
    how: from('time', 'weekday', 'shorter', 'place', 'reminders'),
    pick,
    ...common,
  }),
  deputy: record('deputy', { who: coordinator, pick, ...common }),
  leave: record('leave', { who, group }),
  join: record('join', { who, group }),
  channel: record('channel', { how: from('removed', 'deleted', 'back'), group }),
  restart: record('restart', { retentionDays: from(2, 10, 30, 90), hasHolidays: fc.boolean() }),
  'die-in': record('die-in', { calls: fc.integer({ min: 1, max: 25 }) }),
  lock: record('lock', { seconds: from(3, 20, 45) }),
  trouble: record('trouble', {
    on: from('post', 'post', 'update', 'any', 'any', 'roster'),
    times: from(1, 1, 2, 6),
    what: trouble,
  }),
  redeliver: record('redeliver', {}),
  call: fc.oneof(
    record('call', { who: asker, how: from<Calling>('ask', 'ask', 'teaching', 'withdraw', 'mine'), pick }),
    record('call', {
      who: unitPerson,
      how: from<Calling>('take', 'take', 'number', 'give-back', 'close'),
      pick: from(0, 0, 1),
    }),
  ),
  unit: record('unit', { how: from('move', 'take-down', 'removed', 'deleted', 'back', 'back') }),
};

const of = (...kinds: readonly Simple[]): fc.Arbitrary<Step> =>
  fc.oneof(...kinds.map((kind) => simple[kind]));
const meanwhile = (inner: fc.Arbitrary<Step>): fc.Arbitrary<Step> =>
  record('meanwhile', { on: from('post', 'update', 'update', 'roster'), step: inner });
const together = (inner: fc.Arbitrary<Step>): fc.Arbitrary<Step> =>
  record('together', { steps: fc.tuple(inner, inner) });

const words = of('hand-in', 'own-item', 'coordinate', 'publish', 'outcomes', 'outcomes', 'ask');
const plans = of('change', 'change', 'call-off', 'extra', 'new-plan', 'remind', 'apologise');
const mishaps = of('trouble', 'trouble', 'die-in', 'lock', 'restart');
const places = of('leave', 'join', 'channel', 'restart', 'remind', 'deputy');
const anything = of(...(Object.keys(simple) as Simple[]));

/** What a story is about: one that is about everything seldom gets far with anything. */
const themes: readonly fc.Arbitrary<Step>[] = [
  often<Step>([5, words], [3, simple.wait]),
  often<Step>([4, words], [2, simple.press], [3, simple.wait], [1, mishaps]),
  often<Step>([5, plans], [3, simple.wait]),
  often<Step>([4, plans], [3, simple.wait], [3, mishaps], [2, meanwhile(plans)]),
  often<Step>([3, plans], [3, words], [4, simple.wait], [1, simple['new-plan']]),
  often<Step>([3, places], [2, words], [1, plans], [4, simple.wait]),
  often<Step>(
    [2, words],
    [2, plans],
    [2, together(fc.oneof(words, plans))],
    [2, meanwhile(fc.oneof(words, plans))],
    [3, simple.wait],
  ),
  often<Step>([8, anything], [4, simple.wait], [1, together(anything)], [1, meanwhile(anything)]),
];

const ofAnna = { who: 'anna', where: 'channel', group: 0, meeting: 0, pick: 3 } as const;
/** A meeting as it mostly goes; what else happens comes in between. */
const lives: readonly (readonly Step[])[] = [
  [],
  [
    { do: 'hand-in', isCase: false, ...ofAnna, who: 'bo' },
    { do: 'hand-in', isCase: false, ...ofAnna, who: 'cilla' },
    { do: 'wait', for: 'deadline' },
    { do: 'publish', ...ofAnna },
    { do: 'wait', for: 'meeting-over' },
    { do: 'outcomes', how: 'all', ...ofAnna, meeting: -1 },
    { do: 'wait', for: 'week' },
  ],
  [
    { do: 'hand-in', isCase: false, ...ofAnna, who: 'bo' },
    { do: 'wait', for: 'next-due' },
    { do: 'wait', for: 'meeting-over' },
    { do: 'wait', for: 'day' },
  ],
  [
    { do: 'deputy', ...ofAnna },
    { do: 'hand-in', isCase: false, ...ofAnna, who: 'bo' },
    { do: 'hand-in', isCase: false, ...ofAnna, who: 'cilla' },
    { do: 'wait', for: 'deadline' },
    { do: 'publish', ...ofAnna },
    { do: 'wait', for: 'meeting-over' },
    { do: 'outcomes', how: 'all', ...ofAnna, meeting: -1, pick: 24 },
    { do: 'outcomes', how: 'open-form', ...ofAnna, meeting: -1 },
    { do: 'outcomes', how: 'all', ...ofAnna, meeting: -1, who: 'bo', pick: 4 },
    { do: 'outcomes', how: 'opened-form', ...ofAnna, meeting: -1, pick: 2 },
  ],
  [
    { do: 'remind', isOn: true, ...ofAnna, who: 'bo' },
    { do: 'wait', for: 'next-due' },
    { do: 'wait', for: 'next-due' },
    { do: 'wait', for: 'day' },
  ],
];

const calls = simple.call;
const ofBo = { who: 'bo', pick: 0 } as const;
/** A request as it mostly goes, and one that is forgotten over a weekend. */
const callLives: readonly (readonly Step[])[] = [
  [],
  [
    { do: 'call', who: 'cilla', how: 'ask', pick: 3 },
    { do: 'wait', for: 'minutes' },
    { do: 'call', how: 'take', ...ofBo },
    { do: 'wait', for: 'hours' },
    { do: 'call', how: 'close', ...ofBo },
    { do: 'wait', for: 'day' },
  ],
  [
    { do: 'wait', for: 'friday' },
    { do: 'call', who: 'ukendt', how: 'ask', pick: 1 },
    { do: 'wait', for: 'week' },
  ],
];
const callThemes: readonly fc.Arbitrary<Step>[] = [
  often<Step>([6, calls], [3, simple.wait]),
  often<Step>([5, calls], [3, simple.wait], [2, mishaps], [1, simple.unit], [1, meanwhile(calls)]),
  often<Step>([4, calls], [2, simple.wait], [2, together(calls)], [1, simple.unit], [1, words]),
];

type Cast = { readonly lives: typeof lives; readonly themes: typeof themes };
const stepsOf = ({ lives: own, themes: about }: Cast): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(
      from(...own),
      from(...about).chain((theme) =>
        fc.array(fc.tuple(fc.nat(99), theme), { minLength: 3, maxLength: 18, size: 'max' }),
      ),
    )
    .map(([life, others]) => {
      const placed = others.map(([at, step]) => ({ at: at / 100, step }));
      return [...life.map((step, at) => ({ at: (at + 0.5) / life.length, step })), ...placed]
        .toSorted((one, other) => one.at - other.at)
        .map(({ step }) => step);
    });

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

const ofMeetings: fc.Arbitrary<Story> = fc.record({ beginning, steps: stepsOf({ lives, themes }) });
const ofCalls: fc.Arbitrary<Story> = fc.record({
  beginning: beginning.map((plain) => ({ ...plain, groups: ['north'] as const, hasUnit: true })),
  steps: stepsOf({ lives: callLives, themes: callThemes }),
});

/** A story of people who mostly do their work, and of what can happen to them. */
export const anyStory: fc.Arbitrary<Story> = often<Story>([4, ofMeetings], [1, ofCalls]);

/** The story of that number; another version of the generator makes another one. */
export const storyOf = (seed: number): Story => fc.sample(anyStory, { seed, numRuns: 1 })[0] as Story;
