import { hourMs } from '../almanac';
import { type Change, type Facts, type Meeting, whenOf } from '../memory';
import { idOf, type Name, places } from '../people';
import { type Stage, startsAt } from '../stage';
import type { Message } from '../teams';
import { said } from '../words';
import { firstWords, inChannel, inChat, postedAt } from './messages';

/** Sooner than that before the meeting nobody need be told any more. */
const shortestMs = 2 * hourMs;

const isSameTime = (one: Facts, other: Facts): boolean => one.date === other.date && one.time === other.time;

type Hearing = { readonly messages: readonly Message[]; readonly who: string };

const heardAfter = ({ messages }: Hearing, at: number, ...words: readonly (string | RegExp)[]): boolean =>
  messages.some((message) => {
    const text = firstWords(message);
    return (
      postedAt(message) >= at &&
      words.every((each) => (typeof each === 'string' ? text.includes(each) : each.test(text)))
    );
  });

/** What of a meeting's changes these messages should have told and didn't. */
const untold = (meeting: Meeting, hearing: Hearing, since: number): readonly string[] => {
  const { original, facts, changes } = meeting;
  const own = changes.filter(({ at }) => at >= since);
  const last = (differs: (change: Change) => boolean): Change | undefined => own.findLast(differs);
  const when = whenOf(facts);
  const inTime = (change: Change | undefined): change is Change =>
    change !== undefined &&
    startsAt(facts) - change.at >= shortestMs &&
    startsAt(change.before) - change.at >= 0;
  if (facts.status !== 'planned') {
    const off = last(({ before, after }) => before.status !== after.status);
    return inTime(off) &&
      !heardAfter(hearing, off.at, said.calledOff, whenOf(off.before).slice(0, when.indexOf(' kl.')))
      ? [`that it is ${facts.status}`]
      : [];
  }
  const faults: string[] = [];
  const made = own.find(({ what }) => what === 'made');
  if (inTime(made) && !heardAfter(hearing, made.at, when)) faults.push('the extra meeting');
  const moved = last(({ before, after }) => !isSameTime(before, after));
  const others = own.filter(({ after }) => !isSameTime(after, facts)).map(({ after }) => whenOf(after));
  const isElsewhere =
    !isSameTime(facts, original) ||
    others.some((each) => heardAfter(hearing, own[0]?.at ?? 0, said.changed, each));
  if (
    made === undefined &&
    inTime(moved) &&
    isElsewhere &&
    !heardAfter(hearing, moved.at, /ændret|flyttet/, when)
  )
    faults.push('that it is moved');
  const placed = last(({ before, after }) => before.place !== after.place);
  if (
    made === undefined &&
    inTime(placed) &&
    facts.place !== original.place &&
    !heardAfter(hearing, placed.at, said.changed, when)
  )
    faults.push('its other place');
  const longer = last(({ before, after }) => before.lengthMinutes !== after.lengthMinutes);
  if (
    made === undefined &&
    inTime(longer) &&
    facts.lengthMinutes !== original.lengthMinutes &&
    !heardAfter(hearing, longer.at, said.changed, when)
  )
    faults.push('its other length');
  return faults;
};

/** Told: every acknowledged change, in the channel and to each subscriber. */
export const judgeTold = (stage: Stage): void => {
  const { memory, teams } = stage;
  for (const meeting of memory.meetings()) {
    const { place, occurrence, isUnsure, facts } = meeting;
    const { channel } = places[place];
    if (isUnsure || stage.wasGone(place)) continue;
    const about = `${place}/${occurrence}, ${whenOf(facts)}`;
    for (const what of untold(meeting, { messages: inChannel(stage, place), who: place }, 0))
      stage.breach('Told', `the channel isn't told ${what}`, about);
    for (const [key, since] of memory.reminded()) {
      const [of, name = ''] = key.split(' ');
      if (of !== place || !teams.roster(channel).some(({ id }) => id === idOf(name as Name))) continue;
      for (const what of untold(meeting, { messages: inChat(stage, name as Name), who: name }, since))
        stage.breach('Told', `a subscriber isn't told ${what}`, `${name}, ${about}`);
    }
  }
};
