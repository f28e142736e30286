import { now } from './clock';
import type { Shown } from './hands';
import { type Name, places } from './people';
import type { DeadWord, Facts, Item, Meeting, SavedField, TypedWord, Witnessed } from './remembered';
import type { GroupPlace } from './story';

const wordPattern = /\p{L}+zq[a-p]+q/gu;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const keyOf = (place: GroupPlace, occurrence: string): string => `${place}/${occurrence}`;
export const placeOf = (groupId: unknown): GroupPlace | undefined =>
  (['north', 'south', 'nu'] as const).find((each) => places[each].groupId === groupId);
/** Everything that somebody was shown. */
export const wordsIn = (shown: Shown | undefined): string =>
  `${shown?.text ?? ''}\n${JSON.stringify(shown?.card ?? '')}`;

/** Where what is remembered lies. */
export const createShelves = () => {
  const meetings = new Map<string, Meeting>();
  const items = new Map<string, Item>();
  const dead = new Map<string, DeadWord>();

  const kill = (word: string, why: string): void => {
    for (const [each] of word.matchAll(wordPattern))
      if (!dead.has(each)) dead.set(each, { word: each, at: now(), why });
  };
  const itemIn = ({ data }: Witnessed): Item | undefined =>
    items.get(textOf(data.itemId) || textOf(data.nonce));
  const meetingIn = ({ data }: Witnessed): Meeting | undefined => {
    const place = placeOf(data.groupId);
    return place && meetings.get(keyOf(place, textOf(data.occurrence)));
  };

  return {
    meetings,
    items,
    dead,
    typed: new Map<string, TypedWord>(),
    saved: new Map<string, SavedField>(),
    reminded: new Map<string, number>(),
    coordinators: new Map<GroupPlace, Name>(),
    /** When each group got another plan. */
    plans: new Map<GroupPlace, number[]>(),
    kill,
    /** The item or the meeting that a click is about. */
    itemIn,
    meetingIn,
    keep: (meeting: Meeting, changed: Partial<Meeting>): void => {
      meetings.set(keyOf(meeting.place, meeting.occurrence), { ...meeting, ...changed });
    },
    /** Nobody knows what is so of it, since the first time that this was so. */
    doubt: (meeting: Meeting): void => {
      const { isUnsure, unsureAt } = meeting;
      const since = isUnsure && unsureAt !== undefined ? unsureAt : now();
      meetings.set(keyOf(meeting.place, meeting.occurrence), { ...meeting, isUnsure: true, unsureAt: since });
    },
    end: (item: Item, how: 'withdrawn' | 'refused' | 'dropped'): void => {
      items.set(item.id, { ...item, end: { how, at: now() } });
      kill(`${item.title} ${item.note}`, how);
    },
    change: (meeting: Meeting, after: Facts): void => {
      const { facts: before, changes, apologies } = meeting;
      const isSameTime = before.date === after.date && before.time === after.time;
      meetings.set(keyOf(meeting.place, meeting.occurrence), {
        ...meeting,
        facts: after,
        changes: [...changes, { at: now(), what: 'changed', before, after }],
        apologies: isSameTime ? apologies : [],
      });
    },
  };
};

export type Shelves = ReturnType<typeof createShelves>;
