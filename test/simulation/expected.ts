import { isOfficeDay, plusDays } from './almanac';
import { groups, isGroupDay, meetingDays, type SimulatedGroup } from './groups';
import type { Story } from './story';

/** A message as somebody in the channel sees it: when on Danish clocks, where, and how it begins. */
export type Expected = { readonly at: string; readonly to: string; readonly says: string };

type Sent = readonly [days: number, time: string, says: string];

const networkPlan: readonly Sent[] = [
  [10, '09:00', 'Har du et punkt til næste møde?'],
  [6, '09:00', 'Fristen for punkter nærmer sig'],
  [4, '09:00', 'Fristen for punkter er udløbet'],
  [3, '09:00', 'Dagsordenen er klar'],
  [1, '09:00', 'Husk mødet'],
  [0, '07:30', 'I dag er der møde'],
];
const nuPlan: readonly Sent[] = [
  [3, '09:00', 'Har du et punkt til næste møde?'],
  [0, '07:30', 'I dag er der møde'],
];

const daysBefore = (group: SimulatedGroup, date: string, count: number): string => {
  let day = date;
  for (let left = count; left > 0; ) {
    day = plusDays(day, -1);
    if (isGroupDay(group, day)) left -= 1;
  }
  return day;
};

/** What reminds of a meeting on that day. */
const remindersOf = (group: SimulatedGroup, heldOn: string, isPublished: boolean): readonly Expected[] =>
  (group.isNu ? nuPlan : networkPlan)
    .filter(([, , says]) => isPublished || says !== 'Dagsordenen er klar')
    .map(([count, time, says]) => ({
      at: `${daysBefore(group, heldOn, count)} ${time}`,
      to: group.name,
      says,
    }));

const nextOfficeDay = (date: string): string => (isOfficeDay(date) ? date : nextOfficeDay(plusDays(date, 1)));

/** Six weeks before, at seven in the morning of a working day, in private. */
const asked = (date: string, says: string): Expected => ({
  at: `${nextOfficeDay(plusDays(date, -42))} 07:00`,
  to: 'anna',
  says,
});

const asksOf = (group: SimulatedGroup): readonly Expected[] => [
  ...(group.isNu
    ? meetingDays(group).flatMap(({ date, heldOn }) =>
        heldOn === undefined ? [asked(date, `${group.name} skulle mødes`)] : [],
      )
    : []),
  asked(group.form.endsOn ?? '', `Planen for ${group.name} slutter`),
];

/** An item that was put off once, and whose agendas nobody publishes: its coordinator is asked before and after each meeting. */
const carriedOnOf = (group: SimulatedGroup, { carriedOn }: Story): readonly Expected[] =>
  meetingDays(group).flatMap(({ date, heldOn }) => {
    if (heldOn === undefined || group.id !== carriedOn.id || date <= carriedOn.date) return [];
    const after = nextOfficeDay(plusDays(heldOn, 1));
    return [
      {
        at: `${daysBefore(group, heldOn, 1)} 07:00`,
        to: 'anna',
        says: 'Dagsordenen er ikke udsendt. Der er 1 punkt',
      },
      { at: `${after} 07:00`, to: 'anna', says: 'Hvad blev der aftalt?' },
    ];
  });

/** Every message of the year, in order, for what people do in the story. */
export const expectedPosts = (story: Story): readonly Expected[] => {
  const ofGroup = (group: SimulatedGroup): readonly Expected[] => {
    const days = [
      ...meetingDays(group),
      ...story.extras
        .filter(({ id }) => id === group.id)
        .map(({ date }) => ({ date: `${date}-x1`, heldOn: date })),
    ];
    return days.flatMap(({ date, heldOn }) => {
      if (heldOn === undefined) return [];
      const isOf = (each: { readonly id: string; readonly date: string }) =>
        each.id === group.id && each.date === date;
      const isPublished = story.published.some(isOf);
      const change = story.changes.find(isOf);
      const before = remindersOf(group, heldOn, isPublished);
      if (change === undefined) return before;
      const { at, says, newDate } = change;
      const after = newDate === undefined ? [] : remindersOf(group, newDate, isPublished);
      return [
        ...before.filter((each) => each.at < at),
        { at, to: group.name, says },
        ...after.filter((each) => each.at >= at),
      ];
    });
  };
  const privatelyOf = (group: SimulatedGroup): readonly Expected[] =>
    story.privately.flatMap(({ id, from, to }) =>
      id === group.id
        ? ofGroup(group).flatMap((each) => (from < each.at && each.at < to ? [{ ...each, to: 'anna' }] : []))
        : [],
    );
  return [
    ...groups.flatMap((group) => [
      ...ofGroup(group),
      ...privatelyOf(group),
      ...asksOf(group),
      ...carriedOnOf(group, story),
    ]),
    ...story.others,
  ].toSorted(inOrder);
};

export const inOrder = (one: Expected, other: Expected): number =>
  `${one.at}|${one.to}|${one.says}` < `${other.at}|${other.to}|${other.says}` ? -1 : 1;
