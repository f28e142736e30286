import type { Member, PersonId } from '../../chat/turn';
import type { Channel } from '../../meetings/model/group';
import type { Index, Instant } from '../../storage/contract';

/** The units that can be asked to call somebody back, by their ids in the municipality's file. */
export const calledUnits = ['staff-unit', 'family-centre'] as const;
export type CalledUnit = (typeof calledUnits)[number];

/** Where a unit is found in Teams: who may set its channel up, and, once somebody has, who answers for it. */
export type UnitHome = {
  readonly unitId: CalledUnit;
  readonly channel: Channel;
  /** Whom an administrator has allowed to set it up. */
  readonly named: readonly PersonId[];
  readonly state:
    | { readonly kind: 'named' }
    | {
        readonly kind: 'open';
        readonly by: PersonId;
        readonly at: Instant;
        /** Who is told in private of what nobody takes. */
        readonly deputies: readonly PersonId[];
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

/** The home after an administrator's word; in another channel it begins anew. `undefined` when enough are named. */
export const nameIn = (
  home: UnitHome | undefined,
  { unitId, channel, personId }: Pick<UnitHome, 'unitId' | 'channel'> & { readonly personId: PersonId },
): UnitHome | undefined => {
  const isHere = home?.channel.conversationId === channel.conversationId;
  const others = isHere ? home.named.filter((each) => each !== personId) : [];
  if (others.length >= mostNamed) return undefined;
  const named = [personId, ...others];
  return isHere ? { ...home, named } : { unitId, channel, named, state: { kind: 'named' } };
};

/** The home in use from now on, by somebody who was named. */
export const openHome = (home: UnitHome, by: PersonId, now: Instant): UnitHome => ({
  ...home,
  state: { kind: 'open', by, at: now, deputies: home.state.kind === 'open' ? home.state.deputies : [] },
});

/** The home with what Teams says of its channel; the same where nothing is new. */
export const seenHome = (home: UnitHome, isThere: boolean, now: Instant): UnitHome => {
  if (home.state.kind !== 'open' || isThere === (home.state.lostAt === undefined)) return home;
  const { lostAt: _, ...state } = home.state;
  return { ...home, state: isThere ? state : { ...state, lostAt: now } };
};
