import { hourMs } from '../almanac';
import { buttonsOf, type Card, fieldsOf, wordsOf } from '../cards';
import * as clock from '../clock';
import type { Item, Meeting } from '../memory';
import { places } from '../people';
import { endsAt, type Stage, startsAt } from '../stage';
import { dayWords } from '../words';
import { firstWords, inChat, postedAt } from './messages';

type Agenda = { readonly meeting: Meeting; readonly words: string; readonly asks: readonly string[] };

/** Everything that the coordinator is shown of a meeting's agenda. */
const agendaOf = async (stage: Stage, meeting: Meeting): Promise<Agenda> => {
  const name = stage.readerOf(meeting.place);
  const cards: (Card | undefined)[] = [];
  for (const verb of ['agenda.show', 'agenda.coordinate', 'agenda.outcomes']) {
    let shown = await stage.open(name, meeting.place, verb, meeting);
    cards.push(shown?.card);
    for (let page = 1; page < 5; page += 1) {
      const next = buttonsOf(shown?.card).find((each) => each.title === 'Flere punkter');
      if (next === undefined || shown?.card === undefined) break;
      shown = await stage.press(name, meeting.place, { card: shown.card, button: next });
      cards.push(shown?.card);
    }
  }
  return {
    meeting,
    words: cards.map(wordsOf).join('\n'),
    asks: cards.flatMap((card) => fieldsOf(card ?? {}).map(({ id }) => id)),
  };
};

/** Whether the coordinator was asked about the agenda of that meeting, in private, after its end. */
const wasAsked = (stage: Stage, { place, facts }: Meeting): boolean =>
  inChat(stage, stage.memory.coordinatorOf(place)).some(
    (message) => postedAt(message) >= startsAt(facts) && firstWords(message).includes(dayWords(facts.date)),
  );

const judgeItem = (stage: Stage, item: Item, agendas: readonly Agenda[]): void => {
  const on = agendas.filter(({ words }) => words.includes(item.title));
  const coming = agendas.filter(
    ({ meeting: { facts } }) => facts.status === 'planned' && startsAt(facts) > clock.now(),
  );
  const ahead = coming.filter((each) => on.includes(each));
  const about = `»${item.title}« of ${item.place}/${item.occurrence}`;
  if (ahead.length > 1) stage.breach('Kept', 'an item is on two agendas', about);
  if (ahead.length > 0) return;
  const isAwaited = on.some(({ asks }) => asks.includes(`outcome-${item.id}`));
  const home = agendas.findLast(({ meeting }) => meeting.occurrence === item.occurrence)?.meeting;
  const isOver =
    home === undefined || clock.now() > endsAt(home.facts) + hourMs || home.facts.status !== 'planned';
  if (on.length === 0) {
    const last = agendas
      .filter(({ meeting }) => endsAt(meeting.facts) <= clock.now())
      .map(({ meeting }) => meeting);
    if (!last.some((meeting) => wasAsked(stage, meeting)))
      stage.breach('Kept', 'an item is gone and nobody was asked', about);
    return;
  }
  if (isOver && coming.length > 0 && !isAwaited)
    stage.breach('Kept', 'an item isn’t carried to the next meeting', about);
};

/** Kept: every item that nobody has ended is on exactly one agenda. */
export const judgeKept = async (stage: Stage): Promise<void> => {
  const open = stage.memory
    .items()
    .filter((item) => !item.end && !item.isWordless && !item.isUnsure && item.title !== '');
  for (const place of new Set(open.map((each) => each.place))) {
    // While the channel is away nobody can be known to belong to the group, so nobody is shown anything.
    if (stage.teams.isGone(places[place].channel)) continue;
    // Who isn't the coordinator isn't shown what is asked about an item.
    if (stage.readerOf(place) !== stage.memory.coordinatorOf(place)) continue;
    const agendas: Agenda[] = [];
    for (const meeting of stage.memory.meetings().filter((each) => each.place === place))
      agendas.push(await agendaOf(stage, meeting));
    for (const item of open.filter((each) => each.place === place)) judgeItem(stage, item, agendas);
  }
};

/** Kept to the end: what was said to come at the next meeting waits for one, however long that takes. */
export const judgePromised = async (stage: Stage, bytes: string): Promise<void> => {
  const saved = stage.memory.savedFields();
  for (const item of stage.memory.items()) {
    const outcome = saved.findLast(({ id }) => id === `outcome-${item.id}`)?.value;
    const isPromised = item.isPostponed === true || outcome === 'carried';
    if (item.end || item.isWordless || item.isUnsure || !isPromised) continue;
    if (!bytes.includes(item.title))
      stage.breach('Kept', 'an item that waits for the next meeting is erased', `»${item.title}«`);
  }
};
