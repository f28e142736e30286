import { minuteMs, wallOf } from '../almanac';
import { buttonsOf, wordsOf } from '../cards';
import * as clock from '../clock';
import { type Meeting, whenOf } from '../memory';
import { endsAt, type Stage, startsAt } from '../stage';
import { stateWords } from '../words';
import { inChannel, isAgendaCard, isMeetingCard, occurrenceOf, standing, typedIn } from './messages';

const stateOf = ({ facts }: Meeting): keyof typeof stateWords => {
  if (facts.status !== 'planned') return facts.status;
  if (clock.now() >= endsAt(facts)) return 'held';
  if (clock.now() >= startsAt(facts)) return 'begun';
  return wallOf(clock.now()).startsWith(facts.date) ? 'today' : 'planned';
};

const functionLines = (words: string): string =>
  words
    .split('\n')
    .filter((line) => /: \*\*.*\*\*/.test(line))
    .join('\n');

/** Shown: what stands in a channel says what is so, or that it is over. */
export const judgeShown = async (stage: Stage): Promise<void> => {
  for (const meeting of stage.memory.meetings()) {
    const { place, occurrence, facts } = meeting;
    if (stage.wasGone(place)) continue;
    const about = `${place}/${occurrence}`;
    const own = inChannel(stage, place).filter((each) => occurrenceOf(each) === occurrence);
    const cards = own.filter(isMeetingCard);
    const silence =
      stage.state.ambiguous.length + stage.state.deaths.length > 0 ? ', where no answer came' : '';
    if (cards.length > 1)
      stage.breach(
        'Shown',
        `two cards of one meeting${silence}`,
        `${about}: ${cards.map(({ id }) => id).join()}`,
      );
    const shown = await stage.open(stage.readerOf(place), place, 'meeting.show', meeting);
    const isSo = wordsOf(shown?.card);
    for (const card of cards) {
      const words = standing(card);
      const state = stateOf(meeting);
      if (!words.includes(whenOf(facts)))
        stage.breach(
          'Shown',
          'a card with another time',
          `${about} is ${whenOf(facts)}: ${words.slice(0, 150)}`,
        );
      const isErased = words.includes('har slettet dagsorden');
      if (!isErased && !words.includes(facts.place))
        stage.breach('Shown', 'a card with another place', `${about} is at ${facts.place}`);
      if (!words.includes(stateWords[state]) && Math.abs(clock.now() - endsAt(facts)) > 10 * minuteMs)
        stage.breach(
          'Shown',
          `a card doesn't say that the meeting is ${state}`,
          `${about}: ${words.slice(0, 150)}`,
        );
      if (isSo !== '' && functionLines(words) !== functionLines(isSo) && state !== 'held')
        stage.breach(
          'Shown',
          'a card with other apologies',
          `${about}:\n${functionLines(words)}\n≠\n${functionLines(isSo)}`,
        );
      const isOver = clock.now() > startsAt(facts) + 15 * minuteMs || facts.status !== 'planned';
      if (isOver && buttonsOf(card.versions.at(-1)?.card).some(({ verb }) => verb === 'meeting.apology'))
        stage.breach('Shown', 'a card of a meeting that has begun takes apologies', about);
    }
    await judgeAgendaCards(stage, meeting, own.filter(isAgendaCard).length);
  }
};

const judgeAgendaCards = async (stage: Stage, meeting: Meeting, count: number): Promise<void> => {
  const { place, occurrence } = meeting;
  const about = `${place}/${occurrence}`;
  const silence =
    stage.state.ambiguous.length + stage.state.deaths.length > 0 ? ', where no answer came' : '';
  if (count > 1) stage.breach('Shown', `two cards of one agenda${silence}`, about);
  const asked = await stage.open(stage.readerOf(place), place, 'agenda.show', meeting);
  const isComing = meeting.facts.status === 'planned' && startsAt(meeting.facts) > clock.now();
  if (isComing && wordsOf(asked?.card).includes(stateWords.held))
    stage.breach('Shown', 'the agenda of a coming meeting says that it is held', about);
  const itemsIn = (words: string): string =>
    [...typedIn(words)]
      .filter((word) => !/stedzq/.test(word))
      .toSorted()
      .join();
  const isSo = itemsIn(wordsOf(asked?.card));
  for (const card of inChannel(stage, place).filter(
    (each) => occurrenceOf(each) === occurrence && isAgendaCard(each),
  )) {
    const shows = itemsIn(standing(card));
    if (shows !== isSo)
      stage.breach('Shown', 'an agenda card with other items', `${about}: ${shows} ≠ ${isSo}`);
  }
};
