import { createAcknowledging } from './acknowledged';
import { now } from './clock';
import { idOf, type Name } from './people';
import type {
  Change,
  DeadWord,
  Facts,
  Item,
  Meeting,
  SavedField,
  TypedWord,
  When,
  Witnessed,
} from './remembered';
import { createShelves, keyOf, placeOf, wordsIn } from './shelves';
import type { GroupPlace } from './story';
import { doneWords, whenWords } from './words';

export type * from './remembered';

const letters = 'abcdefghijklmnop';

/** What a reader of the promises remembers of a story: only what people typed and what they were answered. */
export const createMemory = () => {
  const shelves = createShelves();
  const { meetings, items, dead, typed, saved, reminded, coordinators, plans, itemIn, meetingIn } = shelves;
  const { done, unanswered } = createAcknowledging(shelves);
  const deputies = new Map<GroupPlace, Name>();
  const named = new Map<GroupPlace, Set<string>>();
  let justDone: (Witnessed & { readonly at: number })[] = [];
  let words = 0;

  const isDone = ({ verb, shown }: Witnessed): boolean => doneWords[verb]?.test(wordsIn(shown)) === true;

  return {
    meetings: (): readonly Meeting[] => [...meetings.values()],
    items: (): readonly Item[] => [...items.values()],
    deadWords: (): readonly DeadWord[] => [...dead.values()],
    typedWords: (): ReadonlyMap<string, TypedWord> => typed,
    savedFields: (): readonly SavedField[] => [...saved.values()],
    forgetSaved: (): void => saved.clear(),
    reminded: (): ReadonlyMap<string, number> => reminded,
    plansOf: (place: GroupPlace): readonly number[] => plans.get(place) ?? [],
    coordinatorOf: (place: GroupPlace): Name => coordinators.get(place) ?? 'anna',
    deputyOf: (place: GroupPlace): Name | undefined => deputies.get(place),
    setDeputy: (place: GroupPlace, name: Name | undefined): void => {
      if (name === undefined) deputies.delete(place);
      else deputies.set(place, name);
    },
    isNamed: (place: GroupPlace, name: Name): boolean => named.get(place)?.has(idOf(name)) === true,
    setNamed: (place: GroupPlace, id: string, isNamed: boolean): void => {
      const those = named.get(place) ?? new Set();
      if (isNamed) those.add(id);
      else those.delete(id);
      named.set(place, those);
    },
    placeOf,
    isDone,
    /** A word that stands nowhere else. */
    newWord: (what: string, place: GroupPlace): string => {
      words += 1;
      let code = '';
      for (let rest = words; rest > 0; rest = Math.floor(rest / 16)) code += letters[rest % 16];
      const word = `${what}zq${code}q`;
      typed.set(word, { place, what, at: now() });
      return word;
    },
    /** The group's plan has this meeting, or somebody has made an extra one. */
    learn: (place: GroupPlace, occurrence: string, facts: Facts, madeAt: number | undefined): void => {
      if (meetings.has(keyOf(place, occurrence))) return;
      const changes: readonly Change[] =
        madeAt === undefined ? [] : [{ at: madeAt, what: 'made', before: facts, after: facts }];
      meetings.set(keyOf(place, occurrence), {
        place,
        occurrence,
        original: facts,
        facts,
        changes,
        apologies: [],
        isUnsure: false,
      });
    },
    /** Something may have moved meetings of which nobody was answered. */
    doubt: (): void => {
      for (const each of meetings.values()) shelves.doubt(each);
    },
    /** What is so by the program's own word, after something of which nobody knows what came of it. */
    correct: (meeting: Meeting, facts: Facts): void => {
      const { facts: before, changes, unsureAt = now() } = meeting;
      const isSame = JSON.stringify(facts) === JSON.stringify(before);
      const change: Change = { at: unsureAt, what: 'replanned', before, after: facts };
      meetings.set(keyOf(meeting.place, meeting.occurrence), {
        ...meeting,
        facts,
        changes: isSame ? changes : [...changes, change],
        isUnsure: false,
      });
    },
    witness: (of: Witnessed): void => {
      if (of.shown === undefined) unanswered(of);
      else if (isDone(of)) {
        done(of);
        justDone.push({ ...of, at: now() });
      }
    },
    /** What was acknowledged since this was asked last. */
    takeDone: () => {
      const all = justDone
        .filter(({ at }) => now() - at < 3_600_000)
        .map((of) => ({
          verb: of.verb,
          name: of.name,
          where: of.where,
          item: itemIn(of),
          meeting: meetingIn(of),
        }));
      justDone = [];
      return all;
    },
  };
};

export type Memory = ReturnType<typeof createMemory>;
export const whenOf = ({ date, time, lengthMinutes }: When): string => whenWords(date, time, lengthMinutes);
