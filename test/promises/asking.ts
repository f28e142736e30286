import type { Calls } from './calls';
import { type Button, buttonsOf, type Card, fieldsOf, wordsOf } from './cards';
import * as clock from './clock';
import type { Hands, Shown, Typed, Where } from './hands';
import type { Facts, Meeting, Memory } from './memory';
import { chatOf, idOf, type Name, places } from './people';
import type { createRights } from './rights';
import { whenIn } from './spoken-time';
import type { GroupPlace } from './story';
import type { FakeTeams } from './teams';

const isQuiet =
  /\.(show|next|more|form|mine|choose-person|item|item-form|edit-form|coordinate|outcomes|change|apology|extra|deputy|standing-form|name|ask-\w+)$/;
/** What a click says beside its verb: of a group's plan nothing, for that is a page. */
const inWords = ({ verb, data, takesInputs }: Button, typed: Typed): string => {
  if (/^group\.(preview|confirm)$/.test(verb)) return '';
  const {
    version: _,
    language: __,
    verb: ___,
    nonce: ____,
    groupId: _____,
    readers: ______,
    ...plain
  } = data;
  return JSON.stringify({ ...plain, ...(takesInputs && typed) });
};

/** An extra meeting as it was typed, and when that was answered. */
type Made = { readonly date: string; readonly time: string; readonly at: number };

type Ports = {
  readonly hands: Hands;
  readonly teams: FakeTeams;
  readonly memory: Memory;
  readonly calls: Calls;
  readonly rights: ReturnType<typeof createRights>;
  readonly note: (line: string) => void;
  readonly breach: (promise: string, sort: string, what: string) => void;
  readonly whenStarted: () => Promise<void>;
  readonly reviveIfDead: () => Promise<void>;
};

/** People who press and write, and are asked what they see; every answer is remembered and judged. */
export const createAsking = (ports: Ports) => {
  const { hands, teams, memory, calls, rights, note, breach, whenStarted, reviveIfDead } = ports;
  /** What somebody has seen of an occurrence's latest revision. */
  const revisions = new Map<string, number>();
  const seen: { readonly card: Card; readonly where: Where; readonly name: Name }[] = [];
  const learnFrom = (card: Card | undefined): void => {
    for (const { data } of buttonsOf(card)) {
      const { groupId, occurrence, revision } = data ?? {};
      if (typeof revision === 'number') revisions.set(`${groupId}/${occurrence}`, revision);
    }
  };

  const look = (name: Name, where: Where, shown: Shown | undefined): Shown | undefined => {
    if (shown?.card !== undefined) {
      learnFrom(shown.card);
      seen.push({ card: shown.card, where, name });
    }
    if (shown !== undefined) rights.judgeReader(name, where, shown);
    return shown;
  };

  const press = async (
    name: Name,
    where: Where,
    {
      card,
      button,
      typed: wanted = {},
      messageId,
    }: { card: Card; button: Button; typed?: Typed; messageId?: string | undefined },
  ): Promise<Shown | undefined> => {
    const fields = fieldsOf(card);
    const held = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
    // Nobody types where there is no field.
    const typed = Object.fromEntries(
      fields.flatMap(({ id }) => (id in wanted ? [[id, wanted[id] ?? '']] : [])),
    );
    // Nobody clicks twice in one instant.
    clock.goTo(clock.now() + 1_000);
    await whenStarted();
    // In the private chat one clicks on in the message that came last.
    const inChat =
      where === 'chat'
        ? teams.messages().findLast((each) => each.conversation === chatOf(name))?.id
        : undefined;
    const shown = await hands.press(name, where, { card, button, typed, messageId: messageId ?? inChat });
    const text = shown === undefined ? 'no answer' : shown.text.slice(0, 140);
    if (!isQuiet.test(button.verb) || shown === undefined)
      note(`${name} in ${where}: ${button.verb} ${inWords(button, typed)} → ${text}`);
    const data = { ...button.data, ...(button.takesInputs && { ...held, ...typed }) };
    const witnessed = { name, where, verb: button.verb, data, held, shown };
    const place = memory.placeOf(data.groupId);
    if (memory.isDone(witnessed) && !rights.rightful(name, button.verb, place, where))
      breach('Only who may', `${button.verb} by somebody without the right`, `${name} in ${where}`);
    memory.witness(witnessed);
    calls.witness(witnessed);
    await reviveIfDead();
    return look(name, where, shown);
  };

  const say = async (name: Name, where: Where, text: string): Promise<Shown | undefined> => {
    await whenStarted();
    const shown = await hands.say(name, where, text);
    await reviveIfDead();
    return look(name, where, shown);
  };

  /** A button as the cards have it for a meeting. */
  const buttonFor = (verb: string, place: GroupPlace, occurrence?: string): Button => {
    const { groupId } = places[place];
    const revision = revisions.get(`${groupId}/${occurrence}`) ?? 0;
    return {
      title: '',
      verb,
      takesInputs: false,
      data: {
        version: 1,
        language: 'da',
        groupId,
        ...(occurrence !== undefined && { occurrence, revision }),
      },
    };
  };

  const open = (
    name: Name,
    where: Where,
    verb: string,
    meeting: Pick<Meeting, 'place' | 'occurrence'>,
  ): Promise<Shown | undefined> =>
    press(name, where, { card: {}, button: buttonFor(verb, meeting.place, meeting.occurrence) });

  /** Who asks what is so: the coordinator, or somebody else who is in the channel. */
  const readerOf = (place: GroupPlace): Name => {
    const isIn = (name: Name) => teams.roster(places[place].channel).some(({ id }) => id === idOf(name));
    const coordinator = memory.coordinatorOf(place);
    return isIn(coordinator)
      ? coordinator
      : ((['bo', 'cilla', 'dan', 'administrator'] as const).find(isIn) ?? coordinator);
  };

  /** What whoever asks is told that is so. */
  const readMeeting = async (place: GroupPlace, occurrence: string): Promise<Facts | undefined> => {
    const shown = await open(readerOf(place), place, 'meeting.show', { place, occurrence });
    const words = wordsOf(shown?.card);
    const when = whenIn(words);
    const at = /Sted: \n(.*)/.exec(words)?.[1];
    if (when === undefined || at === undefined) return undefined;
    const status = words.includes('Mødet er aflyst')
      ? 'cancelled'
      : words.includes('Mødet springes over')
        ? 'skipped'
        : 'planned';
    return { ...when, place: at, status };
  };

  /** The group's next meetings as its coordinator is told; those that are new are remembered, and which of them somebody has just made. */
  const learnMeetings = async (place: GroupPlace, made?: Made): Promise<void> => {
    const button = buttonFor('meeting.next', place);
    const shown = await press(readerOf(place), place, { card: {}, button });
    const occurrences = buttonsOf(shown?.card).flatMap(({ verb, data }) =>
      verb === 'meeting.show' && data.groupId === places[place].groupId ? [String(data.occurrence)] : [],
    );
    for (const occurrence of occurrences) {
      if (memory.meetings().some((each) => each.place === place && each.occurrence === occurrence)) continue;
      const facts = await readMeeting(place, occurrence);
      const isMade = made !== undefined && facts?.date === made.date && facts.time === made.time;
      if (facts !== undefined) memory.learn(place, occurrence, facts, isMade ? made.at : undefined);
    }
  };

  return { seen, press, say, open, buttonFor, readerOf, readMeeting, learnMeetings };
};

export type Asking = ReturnType<typeof createAsking>;
