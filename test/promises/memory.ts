import { now } from './clock';
import type { Shown, Where } from './hands';
import { idOf, type Name, places } from './people';
import type { GroupPlace } from './story';
import { doneWords, said, whenWords } from './words';

/** What a meeting was said to be. */
export type When = { readonly date: string; readonly time: string; readonly lengthMinutes: number };
export type Facts = When & { readonly place: string; readonly status: 'planned' | 'cancelled' | 'skipped' };
/** An acknowledged change; `isSure` is false when the answer never came. */
export type Change = {
  readonly at: number;
  /** A plan's change need be told only to who has heard of the meeting. */
  readonly what: 'made' | 'changed' | 'replanned';
  readonly before: Facts;
  readonly after: Facts;
};
export type Meeting = {
  readonly place: GroupPlace;
  readonly occurrence: string;
  readonly original: Facts;
  readonly facts: Facts;
  readonly changes: readonly Change[];
  readonly publishedAt?: number;
  readonly apologies: readonly string[];
  /** Somebody's click about it was never answered, or its group has got another plan: what is so is asked. */
  readonly isUnsure: boolean;
  readonly unsureAt?: number;
};

export type Item = {
  readonly id: string;
  readonly place: GroupPlace;
  readonly occurrence: string;
  readonly author: Name;
  readonly kind: 'topic' | 'case' | 'standing';
  readonly title: string;
  readonly note: string;
  readonly late: boolean;
  readonly end?: { readonly how: 'withdrawn' | 'refused' | 'dropped' | 'decided'; readonly at: number };
  /** The coordinator has kept it for the next meeting. */
  readonly isPostponed?: true;
  /** Its words have been taken away. */
  readonly isWordless: boolean;
  readonly isUnsure: boolean;
};

/** Words that must be nowhere from that moment on. */
export type DeadWord = { readonly word: string; readonly at: number; readonly why: string };
export type TypedWord = { readonly place: GroupPlace; readonly what: string; readonly at: number };
/** A field of the outcomes as somebody was told that it is saved. */
export type SavedField = {
  readonly place: GroupPlace;
  readonly occurrence: string;
  readonly id: string;
  readonly value: string;
};

export type Witnessed = {
  readonly name: Name;
  readonly where: Where;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the form held when it was shown. */
  readonly held: Readonly<Record<string, string>>;
  readonly shown: Shown | undefined;
};

const wordPattern = /\p{L}+zq[a-p]+q/gu;
const letters = 'abcdefghijklmnop';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a reader of the promises remembers of a story: only what people typed and what they were answered. */
export const createMemory = () => {
  const meetings = new Map<string, Meeting>();
  const items = new Map<string, Item>();
  const dead = new Map<string, DeadWord>();
  const typed = new Map<string, TypedWord>();
  const saved = new Map<string, SavedField>();
  const reminded = new Map<string, number>();
  const coordinators = new Map<GroupPlace, Name>();
  const deputies = new Map<GroupPlace, Name>();
  let justDone: (Witnessed & { readonly at: number })[] = [];
  const named = new Map<GroupPlace, Set<string>>();
  let words = 0;

  const keyOf = (place: GroupPlace, occurrence: string): string => `${place}/${occurrence}`;
  const placeOf = (groupId: unknown): GroupPlace | undefined =>
    (['north', 'south', 'nu'] as const).find((each) => places[each].groupId === groupId);

  const kill = (word: string, why: string): void => {
    for (const [each] of word.matchAll(wordPattern))
      if (!dead.has(each)) dead.set(each, { word: each, at: now(), why });
  };
  const endItem = (item: Item, how: 'withdrawn' | 'refused' | 'dropped'): void => {
    items.set(item.id, { ...item, end: { how, at: now() } });
    kill(`${item.title} ${item.note}`, how);
  };

  const change = (meeting: Meeting, after: Facts): void => {
    const { facts: before, changes } = meeting;
    meetings.set(keyOf(meeting.place, meeting.occurrence), {
      ...meeting,
      facts: after,
      changes: [...changes, { at: now(), what: 'changed', before, after }],
      apologies: before.date === after.date && before.time === after.time ? meeting.apologies : [],
    });
  };

  /** A form without a field leaves what that was. */
  const factsIn = (data: Witnessed['data'], before: Facts): Facts => ({
    date: textOf(data.date),
    time: textOf(data.time),
    lengthMinutes: Number(data.lengthMinutes),
    place: typeof data.place === 'string' ? data.place.trim() : before.place,
    status: 'planned',
  });

  const itemIn = ({ data }: Witnessed): Item | undefined =>
    items.get(textOf(data.itemId) || textOf(data.nonce));
  const meetingIn = ({ data }: Witnessed): Meeting | undefined => {
    const place = placeOf(data.groupId);
    return place && meetings.get(keyOf(place, textOf(data.occurrence)));
  };

  const handedIn = (of: Witnessed, isUnsure: boolean): void => {
    const { data, name, shown } = of;
    const place = placeOf(data.groupId);
    const id = textOf(data.nonce);
    if (place === undefined || items.has(id)) return;
    const isStanding = of.verb === 'agenda.add-standing';
    const isCase = data.kind === 'single-case';
    items.set(id, {
      id,
      place,
      occurrence: textOf(data.occurrence),
      author: name,
      kind: isStanding ? 'standing' : isCase ? 'case' : 'topic',
      title: isCase ? '' : textOf(data.title).trim(),
      note: isCase || isStanding ? '' : textOf(data.note).trim(),
      late: said.waits.test(wordsIn(shown)),
      isWordless: isCase,
      isUnsure,
    });
  };

  const wordsIn = (shown: Shown | undefined): string =>
    `${shown?.text ?? ''}\n${JSON.stringify(shown?.card ?? '')}`;

  const edited = (of: Witnessed): void => {
    const item = itemIn(of);
    if (item === undefined) return;
    const [title, note] = [textOf(of.data.title).trim(), textOf(of.data.note).trim()];
    if (item.title !== title) kill(item.title, 'edited');
    if (item.note !== note) kill(item.note, 'edited');
    items.set(item.id, { ...item, title, note, isWordless: item.kind === 'case' });
  };

  const outcomesSaved = (of: Witnessed): void => {
    const place = placeOf(of.data.groupId);
    if (place === undefined) return;
    const occurrence = textOf(of.data.occurrence);
    for (const [id, value] of Object.entries(of.data)) {
      if (!/^(outcome|decision)-/.test(id) || textOf(value) === (of.held[id] ?? '')) continue;
      const key = `${keyOf(place, occurrence)} ${id}`;
      const before = saved.get(key)?.value ?? '';
      if (id.startsWith('decision-') && before !== textOf(value)) kill(before, 'decision replaced');
      saved.set(key, { place, occurrence, id, value: textOf(value) });
      const item = items.get(id.replace(/^\w+-/, ''));
      if (
        item !== undefined &&
        id.startsWith('outcome-') &&
        /^(done|decided|discussed|closed)$/.test(textOf(value))
      )
        items.set(item.id, { ...item, end: { how: 'decided', at: now() } });
    }
  };

  const done = (of: Witnessed): void => {
    const { verb, data, name } = of;
    const item = itemIn(of);
    const meeting = meetingIn(of);
    const place = placeOf(data.groupId);
    switch (verb) {
      case 'agenda.hand-in':
      case 'agenda.add-standing':
        handedIn(of, false);
        return;
      case 'agenda.edit':
        edited(of);
        return;
      case 'agenda.withdraw':
        if (item !== undefined) endItem(item, 'withdrawn');
        return;
      case 'agenda.refuse':
        if (item !== undefined) endItem(item, 'refused');
        return;
      case 'agenda.drop-standing':
        if (item !== undefined) endItem(item, 'dropped');
        return;
      case 'agenda.remove-text':
        if (item === undefined) return;
        kill(`${item.title} ${item.note}`, 'removed');
        items.set(item.id, { ...item, isWordless: true });
        return;
      case 'agenda.late':
        if (item !== undefined && data.meeting === 'next') items.set(item.id, { ...item, isPostponed: true });
        return;
      case 'agenda.save-outcomes':
        outcomesSaved(of);
        return;
      case 'agenda.publish':
        if (meeting !== undefined)
          meetings.set(keyOf(meeting.place, meeting.occurrence), { ...meeting, publishedAt: now() });
        return;
      case 'meeting.save-change':
        if (meeting !== undefined) change(meeting, factsIn(data, meeting.facts));
        return;
      case 'meeting.cancel':
        if (meeting !== undefined) change(meeting, { ...meeting.facts, status: 'cancelled' });
        return;
      case 'meeting.skip':
        if (meeting !== undefined) change(meeting, { ...meeting.facts, status: 'skipped' });
        return;
      case 'meeting.apologise':
        if (meeting === undefined) return;
        meetings.set(keyOf(meeting.place, meeting.occurrence), {
          ...meeting,
          apologies: [...new Set([...meeting.apologies, textOf(data.functionId)])],
        });
        return;
      case 'meeting.withdraw-apology':
        if (meeting === undefined) return;
        meetings.set(keyOf(meeting.place, meeting.occurrence), {
          ...meeting,
          apologies: meeting.apologies.filter((each) => each !== data.functionId),
        });
        return;
      case 'group.remind':
        if (place !== undefined) reminded.set(`${place} ${name}`, now());
        return;
      case 'group.remind-not':
        reminded.delete(`${place} ${name}`);
        return;
      case 'group.take-over':
        if (place !== undefined) coordinators.set(place, name);
        return;
      case 'group.confirm':
        if (place !== undefined) coordinators.set(place, coordinators.get(place) ?? name);
        for (const each of meetings.values())
          if (each.place === place)
            meetings.set(keyOf(each.place, each.occurrence), { ...each, isUnsure: true, unsureAt: now() });
        return;
      default:
        return;
    }
  };

  /** A click without an answer may have been done or not. */
  const unanswered = (of: Witnessed): void => {
    const meeting = meetingIn(of);
    const item = itemIn(of);
    if (/^agenda\.(hand-in|add-standing)$/.test(of.verb)) handedIn(of, true);
    if (item !== undefined) items.set(item.id, { ...item, isUnsure: true });
    if (meeting === undefined) return;
    meetings.set(keyOf(meeting.place, meeting.occurrence), { ...meeting, isUnsure: true, unsureAt: now() });
    for (const [id, each] of items)
      if (of.verb === 'agenda.save-outcomes' && each.occurrence === meeting.occurrence)
        items.set(id, { ...each, isUnsure: true });
  };

  const isDone = ({ verb, shown }: Witnessed): boolean => doneWords[verb]?.test(wordsIn(shown)) === true;

  return {
    meetings: (): readonly Meeting[] => [...meetings.values()],
    items: (): readonly Item[] => [...items.values()],
    deadWords: (): readonly DeadWord[] => [...dead.values()],
    typedWords: (): ReadonlyMap<string, TypedWord> => typed,
    savedFields: (): readonly SavedField[] => [...saved.values()],
    forgetSaved: (): void => saved.clear(),
    reminded: (): ReadonlyMap<string, number> => reminded,
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
    /** The group's plan has, or now also has, this meeting. */
    learn: (place: GroupPlace, occurrence: string, facts: Facts, isExtra: boolean): void => {
      if (meetings.has(keyOf(place, occurrence))) return;
      const changes: readonly Change[] = isExtra
        ? [{ at: now(), what: 'made', before: facts, after: facts }]
        : [];
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
