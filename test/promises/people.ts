import type { Member } from './teams';

export const places = {
  north: { channel: '19:north@thread.tacv2', team: '19:team-one@thread.tacv2', groupId: 'ssp-network-1' },
  south: { channel: '19:south@thread.tacv2', team: '19:team-two@thread.tacv2', groupId: 'ssp-network-2' },
  nu: { channel: '19:nu@thread.tacv2', team: '19:team-one@thread.tacv2', groupId: 'ssp-nu' },
  /** Channels that belong to no group yet. */
  spare: { channel: '19:spare@thread.tacv2', team: '19:team-three@thread.tacv2', groupId: '' },
  other: { channel: '19:other@thread.tacv2', team: '19:team-one@thread.tacv2', groupId: '' },
} as const;
export type PlaceName = keyof typeof places;
export const placeNames = Object.keys(places) as readonly PlaceName[];

export const names = ['administrator', 'anna', 'bo', 'cilla', 'dan', 'gaest', 'ukendt'] as const;
export type Name = (typeof names)[number];

export const idOf = (name: Name): string =>
  `d0000000-0000-4000-8000-${String(names.indexOf(name) + 1).padStart(12, '0')}`;
export const nameOf = (id: string): Name | undefined => names.find((each) => idOf(each) === id);
export const chatOf = (name: Name): string => `a:personal-of-${idOf(name)}`;

const there: Readonly<Record<PlaceName, readonly Name[]>> = {
  north: ['administrator', 'anna', 'bo', 'cilla', 'dan', 'gaest'],
  south: ['administrator', 'anna', 'dan'],
  nu: ['administrator', 'anna', 'bo', 'cilla'],
  spare: ['administrator', 'anna', 'bo'],
  other: ['administrator', 'anna', 'bo', 'dan', 'gaest'],
};

export const memberOf = (name: Name): Member => ({
  id: idOf(name),
  name: `${name[0]?.toUpperCase()}${name.slice(1)} Opfundet`,
  isGuest: name === 'gaest',
});
export const rosterOf = (place: PlaceName): readonly Member[] => there[place].map(memberOf);
