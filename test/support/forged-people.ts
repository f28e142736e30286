import type { Actor } from '../../src/chat/turn';

export const ownTenant = '0a0a0a0a-0000-4000-8000-000000000001';
const otherTenant = '0b0b0b0b-0000-4000-8000-000000000002';

const persons = [
  'administrator',
  'north-coordinator',
  'north-deputy',
  'north-named',
  'north-member',
  'north-guest',
  'south-coordinator',
  'south-member',
  'both-member',
  'nu-coordinator',
  'nu-member',
  'free-named',
  'free-member',
  'outsider',
  'unit-named',
  'unit-member',
  'unit-guest',
] as const;
export type Person = (typeof persons)[number];

export const idOf = (person: Person): string =>
  `a0000000-0000-4000-8000-${String(persons.indexOf(person) + 1).padStart(12, '0')}`;

export const channels = {
  north: '19:north',
  south: '19:south',
  nu: '19:nu',
  free: '19:free',
  unit: '19:unit',
} as const;
export type Channel = keyof typeof channels;

/** Who is in each channel: the table that the judge goes by. The administrator is in none. */
export const rosters: Readonly<Record<string, readonly Person[]>> = {
  [channels.north]: [
    'north-coordinator',
    'north-deputy',
    'north-named',
    'north-member',
    'north-guest',
    'both-member',
  ],
  [channels.south]: ['south-coordinator', 'south-member', 'both-member'],
  [channels.nu]: ['nu-coordinator', 'nu-member'],
  [channels.free]: ['free-named', 'free-member', 'north-coordinator'],
  [channels.unit]: ['unit-named', 'unit-member', 'unit-guest'],
};
export const isGuest = (personId: string): boolean =>
  personId === idOf('north-guest') || personId === idOf('unit-guest');
export const isOn = (conversationId: string, personId: string): boolean =>
  rosters[conversationId]?.some((person) => idOf(person) === personId) === true;

export const homes: Readonly<Record<Exclude<Channel, 'free' | 'unit'>, string>> = {
  north: 'ssp-network-1',
  south: 'ssp-network-2',
  nu: 'ssp-nu',
};

/** Everybody in every place, with people of another tenant, of whom one has the coordinator's id. */
export const senders: readonly Actor[] = [undefined, ...Object.values(channels)].flatMap((channel) =>
  [
    ...persons.map((person) => [idOf(person), ownTenant] as const),
    [idOf('north-coordinator'), otherTenant] as const,
    ['c0000000-0000-4000-8000-000000000099', otherTenant] as const,
  ].map(([personId, tenantId]) => ({
    personId,
    tenantId,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    ...(channel === undefined
      ? { scope: 'personal' as const, conversationId: `a:${personId}` }
      : { scope: 'shared' as const, conversationId: channel, teamId: '19:team' }),
  })),
);
/** Those who may do something, where they may do it. */
export const insiders = (): readonly Actor[] => [
  ...(
    ['north-coordinator', 'north-deputy', 'north-member', 'south-coordinator', 'nu-coordinator'] as const
  ).map((person) => senderIn(person)),
  senderIn('north-coordinator', 'north'),
  senderIn('north-named', 'north'),
  senderIn('south-coordinator', 'south'),
  senderIn('nu-coordinator', 'nu'),
  senderIn('free-named', 'free'),
  senderIn('north-coordinator', 'free'),
  senderIn('administrator', 'north'),
  senderIn('administrator', 'free'),
];
/** Those who may do something about a unit, where they may do it, and two who ask. */
export const unitInsiders = (): readonly Actor[] => [
  senderIn('administrator', 'unit'),
  senderIn('unit-named', 'unit'),
  senderIn('unit-member', 'unit'),
  senderIn('north-member'),
  senderIn('nu-member'),
];
export const senderIn = (person: Person, channel?: Channel): Actor => {
  const conversationId = channel === undefined ? `a:${idOf(person)}` : channels[channel];
  const found = senders.find(
    (each) =>
      each.personId === idOf(person) && each.tenantId === ownTenant && each.conversationId === conversationId,
  );
  if (found === undefined) throw new Error(`${person} isn't anywhere`);
  return found;
};

/** Words that nobody outside the group may read. */
export const secretOf = (groupId: string): string => `kun for ${groupId}`;
