import type { Member, PersonId } from '../../chat/turn';
import type { Channel } from '../../meetings/model/group';
import type { Index, Instant } from '../../storage/contract';

/** The units that can be asked to call somebody back, by their ids in the municipality's file. */
export const calledUnits = ['staff-unit', 'family-centre'] as const;
export type CalledUnit = (typeof calledUnits)[number];

type Place = { readonly channel: Channel; readonly named: readonly PersonId[] };

/** Where a unit is found in Teams: who may set its channel up, and, once somebody has, who answers for it. */
export type UnitHome = {
  readonly unitId: CalledUnit;
  readonly channel: Channel;
  /** Whom an administrator has allowed to set it up. */
  readonly named: readonly PersonId[];
  /** The channel where the unit is to live instead, as soon as somebody who is named there says yes. */
  readonly next?: Place;
  readonly state:
    | { readonly kind: 'named' }
    | {
        readonly kind: 'open';
        readonly by: PersonId;
        readonly at: Instant;
        /** Who is told in private of what nobody takes. */
        readonly deputies: readonly PersonId[];
        /** Whether who asks is told which of the unit's people has taken it. */
        readonly showsTaker: boolean;
        /** Since when Teams knows no such channel, or the bot isn't in it. */
        readonly lostAt?: Instant;
      };
};

export type OpenHome = UnitHome & { readonly state: Extract<UnitHome['state'], { kind: 'open' }> };

export const homeIndex = ({ unitId }: UnitHome): Index => ({ groupId: unitId, at: 0 });

/** Whether requests can be brought there now. */
export const isOpenHome = (home: UnitHome | undefined): home is OpenHome =>
  home?.state.kind === 'open' && home.state.lostAt === undefined;

/** The people of a channel who can be given a role: no guests. */
export const ownPeople = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ isGuest }) => !isGuest);

const mostNamed = 20;
export const mostDeputies = 5;

/** What the channel is to the unit: where it lives, or where it is to live next; `undefined` when it is neither. */
export const placeIn = (
  { channel, named, next }: UnitHome,
  conversationId: string,
): (Place & { readonly isNext: boolean }) | undefined => {
  if (channel.conversationId === conversationId) return { channel, named, isNext: false };
  return next?.channel.conversationId === conversationId ? { ...next, isNext: true } : undefined;
};

type Naming = Pick<UnitHome, 'unitId' | 'channel'> & { readonly personId: PersonId };

/**
 * The home after an administrator's word. A unit that is in use elsewhere stays there until somebody who is named here
 * says yes; one that is not begins anew. `undefined` when enough are named.
 */
export const nameIn = (
  home: UnitHome | undefined,
  { unitId, channel, personId }: Naming,
): UnitHome | undefined => {
  const place = home && placeIn(home, channel.conversationId);
  const others = (place?.named ?? []).filter((each) => each !== personId);
  if (others.length >= mostNamed) return undefined;
  const named = [personId, ...others];
  if (home === undefined || (place === undefined && home.state.kind === 'named'))
    return { unitId, channel, named, state: { kind: 'named' } };
  return place?.isNext === false ? { ...home, named } : { ...home, next: { channel, named } };
};

/** The home without a name of that channel; where the last one goes, the unit isn't to live there any more. */
export const unnameIn = (home: UnitHome, { channel, personId }: Omit<Naming, 'unitId'>): UnitHome => {
  const place = placeIn(home, channel.conversationId);
  if (place === undefined) return home;
  const named = place.named.filter((each) => each !== personId);
  const { next: _, ...rest } = home;
  if (!place.isNext) return { ...home, named };
  return named.length === 0 ? rest : { ...rest, next: { channel, named } };
};

type Yes = Pick<UnitHome, 'channel'> & {
  readonly by: PersonId;
  readonly now: Instant;
  /** Whoever is in the channel: a deputy who isn't is none any more. */
  readonly people: readonly Member[];
};

/** The home in use in that channel from now on, by somebody who was named there. */
export const openHome = (home: UnitHome, { channel, by, now, people }: Yes): UnitHome => {
  const { unitId, named } = { ...home, ...placeIn(home, channel.conversationId) };
  const known = home.state.kind === 'open' ? home.state : { deputies: [], showsTaker: false };
  const deputies = known.deputies.filter((each) => people.some(({ personId }) => personId === each));
  const { showsTaker } = known;
  return { unitId, channel, named, state: { kind: 'open', by, at: now, deputies, showsTaker } };
};

/** The home with what Teams says of its channel; the same where nothing is new. */
export const seenHome = (home: UnitHome, isThere: boolean, now: Instant): UnitHome => {
  if (home.state.kind !== 'open' || isThere === (home.state.lostAt === undefined)) return home;
  const { lostAt: _, ...state } = home.state;
  return { ...home, state: isThere ? state : { ...state, lostAt: now } };
};
