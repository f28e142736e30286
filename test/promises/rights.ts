import type { Shown, Where } from './hands';
import type { Memory } from './memory';
import { idOf, type Name, places } from './people';
import type { GroupPlace } from './story';
import type { FakeTeams } from './teams';

type Ports = {
  readonly teams: FakeTeams;
  readonly memory: Memory;
  readonly breach: (promise: string, sort: string, what: string) => void;
};

/** Who may read and do what, by the promises. */
export const createRights = ({ teams, memory, breach }: Ports) => {
  /** Whoever isn't in a group's channel is shown none of its words. */
  const judgeReader = (name: Name, where: Where, shown: Shown): void => {
    const words = JSON.stringify(shown.card ?? shown.text);
    for (const [word, { place, what }] of memory.typedWords()) {
      if (!words.includes(word)) continue;
      const isIn = teams.isKnownIn(places[place].channel, idOf(name));
      if (!isIn) breach('Only who may', 'a stranger reads', `${name} is shown ${what} of ${place}`);
      else if (where !== 'chat' && where !== place && !what.endsWith('sted'))
        breach('Only who may', 'another channel reads', `${what} of ${place} is shown in ${where}`);
    }
  };

  const rightful = (name: Name, verb: string, place: GroupPlace | undefined, where: Where): boolean => {
    if (place === undefined) return true;
    const isIn = teams.isKnownIn(places[place].channel, idOf(name));
    if (verb === 'group.name' || verb === 'group.unname') return name === 'administrator';
    if (!isIn) return false;
    const coordinates = memory.coordinatorOf(place) === name || memory.deputyOf(place) === name;
    if (/^agenda\.(late|move|minutes|refuse|add-standing|drop-standing|publish|save-outcomes)$/.test(verb))
      return coordinates;
    if (/^meeting\.(save-change|cancel|skip|add-extra)$/.test(verb)) return coordinates;
    if (verb === 'group.save-deputy' || verb === 'group.confirm')
      return coordinates || memory.isNamed(place, name);
    if (verb === 'group.take-over') return memory.isNamed(place, name);
    return where === 'chat' || where === place;
  };

  return { judgeReader, rightful };
};
