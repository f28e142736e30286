import { hourMs, isOfficeDay, wallOf } from '../almanac';
import * as clock from '../clock';
import { type Change, type Facts, type Meeting, whenOf } from '../memory';
import { idOf, type Name, places } from '../people';
import { type Stage, startsAt } from '../stage';
import type { Message } from '../teams';
import { dayWords, said } from '../words';
import { firstWords, inChannel, inChat, isFilled, occurrenceOf, postedAt } from './messages';

/** Sooner than that before the meeting nobody need be told any more. */
const shortestMs = 2 * hourMs;
/** Who subscribes in the very moment of a change has subscribed before it or after it. */
const sameMomentMs = 10_000;

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

/** The same in words of its own: a card that is put into a message notifies nobody. */
const toldAfter = ({ messages, who }: Hearing, at: number, when: string): boolean =>
  heardAfter({ messages: messages.filter((each) => !isFilled(each)), who }, at, when);

const isOfficeTime = (at: number): boolean => {
  const wall = wallOf(at);
  return isOfficeDay(wall.slice(0, 10)) && wall.slice(11) >= '07:00' && wall.slice(11) <= '16:00';
};
const isAlone = (change: Change, all: readonly Change[]): boolean =>
  all.every((each) => each === change || Math.abs(each.at - change.at) > shortestMs);
const heardBefore = ({ messages }: Hearing, { at }: Change, when: string): boolean =>
  messages.some(
    (each) =>
      !isFilled(each) &&
      postedAt(each) >= at &&
      postedAt(each) <= at + shortestMs &&
      firstWords(each).includes(when),
  );

/** What of a meeting's changes these messages should have told and didn't. */
const untold = (meeting: Meeting, hearing: Hearing, since: number, isPlain = false): readonly string[] => {
  const { original, facts, changes } = meeting;
  const own = changes.filter(
    ({ at, what, before }) => at > since && (what !== 'replanned' || heardAfter(hearing, 0, whenOf(before))),
  );
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
  // Who first hears of a meeting when it has been changed needs to know what is so, and not what was.
  const isNews = (change: Change): boolean =>
    heardAfter(hearing, change.at - sameMomentMs, when) &&
    !hearing.messages.some(
      (each) => postedAt(each) < change.at && firstWords(each).includes(whenOf(change.before)),
    );
  // A plan's change may have been made before anybody had heard of the meeting, and told with its first card.
  const isTold = (change: Change, words: RegExp): boolean =>
    heardAfter(hearing, change.at, words, when) ||
    heardAfter(hearing, change.at, words, whenOf(change.after)) ||
    (change.what === 'replanned' && heardAfter(hearing, 0, when, facts.place)) ||
    isNews(change);
  const faults: string[] = [];
  const made = own.find(({ what }) => what === 'made');
  if (inTime(made) && !toldAfter(hearing, made.at, when)) faults.push('the extra meeting');
  else if (
    inTime(made) &&
    isPlain &&
    isOfficeTime(made.at) &&
    isAlone(made, own) &&
    !heardBefore(hearing, made, whenOf(made.after))
  )
    faults.push('the extra meeting at once');
  const moved = last(({ before, after }) => !isSameTime(before, after));
  const others = own.filter(({ after }) => !isSameTime(after, facts)).map(({ after }) => whenOf(after));
  const isElsewhere =
    !isSameTime(facts, original) ||
    others.some((each) => heardAfter(hearing, own[0]?.at ?? 0, said.changed, each));
  if (made === undefined && inTime(moved) && isElsewhere && !isTold(moved, said.moved))
    faults.push('that it is moved');
  const placed = last(({ before, after }) => before.place !== after.place);
  if (made === undefined && inTime(placed) && facts.place !== original.place && !isTold(placed, said.changed))
    faults.push('its other place');
  const longer = last(({ before, after }) => before.lengthMinutes !== after.lengthMinutes);
  if (
    made === undefined &&
    inTime(longer) &&
    facts.lengthMinutes !== original.lengthMinutes &&
    !isTold(longer, said.changed)
  )
    faults.push('its other length');
  return faults;
};

/** What is told is what has changed, and where it points something stands. */
const judgeWords = (stage: Stage, meeting: Meeting): void => {
  const { place, occurrence, changes, facts } = meeting;
  const messages = inChannel(stage, place);
  const about = `${place}/${occurrence}, ${whenOf(facts)}`;
  for (const { at, before, after } of changes) {
    const isLengthAlone =
      isSameTime(before, after) &&
      before.place === after.place &&
      before.lengthMinutes !== after.lengthMinutes;
    const isAlone =
      changes.every((each) => each.at === at || Math.abs(each.at - at) > hourMs) &&
      stage.memory.plansOf(place).every((planAt) => Math.abs(planAt - at) > hourMs);
    const told = messages
      .filter((each) => postedAt(each) >= at && postedAt(each) < at + hourMs)
      .map(firstWords);
    if (
      isLengthAlone &&
      isAlone &&
      told.some((words) => words.includes(whenOf(after)) && /(andet|nyt) sted/.test(words))
    )
      stage.breach('Told', 'another place is told where only the length changed', about);
  }
  const cards = messages.filter((each) => occurrenceOf(each) === occurrence);
  for (const message of messages.filter(
    (each) =>
      /Se kortet/.test(firstWords(each)) &&
      changes.some(({ after }) => firstWords(each).includes(whenOf(after))),
  ))
    if (!cards.some((each) => postedAt(each) <= postedAt(message)))
      stage.breach('Told', 'people are sent to a card that isn’t there', about);
};

/** School holidays that were filled in later reach the meetings that were planned before. */
export const judgeHolidays = async (stage: Stage): Promise<void> => {
  for (const meeting of stage.memory
    .meetings()
    .filter((each) => each.changes.length === 0 && each.place !== 'nu')) {
    const facts = await stage.readMeeting(meeting.place, meeting.occurrence);
    if (facts !== undefined) judgeHoliday(stage, { ...meeting, facts });
  }
};

const judgeHoliday = (stage: Stage, { place, occurrence, facts, changes }: Meeting): void => {
  const since = stage.state.holidaysSince;
  if (place === 'nu' || since === undefined || changes.length > 0 || facts.status !== 'planned') return;
  const isOff = stage.settings().schoolHolidays.some(([from, to]) => from <= facts.date && facts.date <= to);
  if (!isOff || startsAt(facts) - since < 72 * hourMs || clock.now() < startsAt(facts)) return;
  const asked = inChat(stage, stage.memory.coordinatorOf(place)).some(
    (each) => postedAt(each) >= since && firstWords(each).includes(dayWords(facts.date)),
  );
  if (!asked)
    stage.breach(
      'Told',
      'a meeting lies in school holidays that were filled in later, and nobody is asked',
      `${place}/${occurrence}`,
    );
};

/** A plan's change is left out where another meeting of the group has the same time: nobody knows which one was heard of. */
const withoutTwofold = (meeting: Meeting, all: readonly Meeting[]): Meeting => {
  const times = new Set(
    all
      .filter(({ place, occurrence }) => place === meeting.place && occurrence !== meeting.occurrence)
      .flatMap(({ facts, changes }) => [facts, ...changes.flatMap(({ before, after }) => [before, after])])
      .map(whenOf),
  );
  const changes = meeting.changes.filter(
    ({ what, before }) => what !== 'replanned' || !times.has(whenOf(before)),
  );
  return { ...meeting, changes };
};

/** Told: every acknowledged change, in the channel and to each subscriber. */
export const judgeTold = (stage: Stage): void => {
  const { memory, teams } = stage;
  for (const meeting of memory.meetings().map((each, _, all) => withoutTwofold(each, all))) {
    const { place, occurrence, isUnsure, facts } = meeting;
    const { channel } = places[place];
    if (isUnsure || stage.wasGone(place)) continue;
    judgeWords(stage, meeting);
    const { state } = stage;
    const isPlain = state.troubles + state.deaths.length + state.locks.length === 0;
    const about = `${place}/${occurrence}, ${whenOf(facts)}`;
    for (const what of untold(meeting, { messages: inChannel(stage, place), who: place }, 0, isPlain))
      stage.breach('Told', `the channel isn't told ${what}`, about);
    for (const [key, since] of memory.reminded()) {
      const [of, name = ''] = key.split(' ');
      if (of !== place || !teams.roster(channel).some(({ id }) => id === idOf(name as Name))) continue;
      for (const what of untold(
        meeting,
        { messages: inChat(stage, name as Name), who: name },
        since + sameMomentMs,
      ))
        stage.breach('Told', `a subscriber isn't told ${what}`, `${name}, ${about}`);
    }
  }
};
