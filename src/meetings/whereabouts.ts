import type { PersonId, Roster } from '../chat/turn';
import type { Instant } from '../storage/contract';

type Said = Awaited<ReturnType<Roster>>;

/**
 * Who was in which group's channel when Teams last said so. It says whom to ask about, never what anybody may do, and is
 * kept in memory alone: no database joins people with groups.
 */
export type Whereabouts = {
  /** What Teams has just said of a group's channel; nobody is in the channel of a group that has none. */
  note(groupId: string, said: Said): void;
  /** The groups in whose channel the person was. */
  groupsOf(personId: PersonId): readonly string[];
  /** Whether anybody was in the group's channel. */
  isInUse(groupId: string): boolean;
  /** At most so many groups that Teams hasn't been asked about for so long, the longest first. */
  overdue(limit: number, ms: number): readonly string[];
  /** How many groups Teams has said nothing of since the program was started. */
  unknown(): number;
};

type Sight = { readonly askedAt: Instant; readonly people?: ReadonlySet<PersonId> };

/** A channel of which Teams said nothing is asked about again five minutes later, where others wait an hour. */
const sinceSilenceMs = 55 * 60_000;

/** `clock` is the process's own, in milliseconds. */
export const createWhereabouts = (groupIds: readonly string[], clock: () => Instant): Whereabouts => {
  const sights = new Map<string, Sight>(
    groupIds.map((groupId) => [groupId, { askedAt: Number.NEGATIVE_INFINITY }]),
  );
  const sightOf = (said: Said, known: Sight): Sight => {
    const askedAt = clock();
    if (said === undefined) return { ...known, askedAt: askedAt - sinceSilenceMs };
    // Whoever was in a channel that is gone is told so, and not that they are in none.
    if (said === 'gone') return { people: new Set(), ...known, askedAt };
    return { askedAt, people: new Set(said.map(({ personId }) => personId)) };
  };
  return {
    note: (groupId, said) => {
      const known = sights.get(groupId);
      if (known !== undefined) sights.set(groupId, sightOf(said, known));
    },
    groupsOf: (personId) => groupIds.filter((groupId) => sights.get(groupId)?.people?.has(personId)),
    isInUse: (groupId) => (sights.get(groupId)?.people?.size ?? 0) > 0,
    overdue: (limit, ms) =>
      [...sights]
        .filter(([, { askedAt }]) => askedAt <= clock() - ms)
        .toSorted(([, one], [, other]) => one.askedAt - other.askedAt)
        .slice(0, limit)
        .map(([groupId]) => groupId),
    unknown: () => [...sights.values()].filter(({ people }) => people === undefined).length,
  };
};
