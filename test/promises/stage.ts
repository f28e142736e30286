import { dayMs, hourMs, instantAt, minuteMs, plusDays, wallOf, weekdayOf } from './almanac';
import { type Button, buttonsOf, type Card, fieldsOf, wordsOf } from './cards';
import * as clock from './clock';
import type { Databases } from './databases';
import { conversationOf, createHands, type Shown, type Typed, type Where } from './hands';
import { createMemory, type Facts, type Meeting } from './memory';
import { chatOf, idOf, type Name, placeNames, places, rosterOf } from './people';
import { type SchoolHoliday, type Settings, startProgram } from './program';
import type { Beginning, GroupPlace, Step } from './story';
import type { Call, FakeTeams, Trouble } from './teams';
import { dayWords } from './words';

/** What is broken: which promise, of what sort, and what exactly. */
export type Breach = { readonly promise: string; readonly sort: string; readonly what: string };

const monthsDa = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
const minutesOf = (time: string): number =>
  Number(time.split(/[.:]/)[0]) * 60 + Number(time.split(/[.:]/)[1]);
const padded = (time: string): string => time.replace('.', ':').padStart(5, '0');

/** `tirsdag 8. september kl. 9.00-11.00`, in the year that is nearest to now. */
const whenIn = (words: string): Pick<Facts, 'date' | 'time' | 'lengthMinutes'> | undefined => {
  const found = /(\d{1,2})\. (\p{L}+)(?: \d{4})? kl\. (\d{1,2}\.\d\d)-(\d{1,2}\.\d\d)/u.exec(words);
  if (found === null) return undefined;
  const [, day = '', month = '', from = '', to = ''] = found;
  const year = Number(wallOf(clock.now()).slice(0, 4));
  const dates = [year - 1, year, year + 1].map(
    (each) => `${each}-${String(monthsDa.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const date = dates.toSorted((one, other) => distance(one) - distance(other))[0] ?? '';
  return { date, time: padded(from), lengthMinutes: minutesOf(to) - minutesOf(from) };
};
const distance = (date: string): number => Math.abs(Date.parse(`${date}T12:00:00Z`) - clock.now());

export const startsAt = ({ date, time }: Pick<Facts, 'date' | 'time'>): number => {
  try {
    return instantAt(`${date} ${time}`);
  } catch {
    return instantAt(`${date} 03:30`);
  }
};
export const endsAt = (facts: Facts): number => startsAt(facts) + facts.lengthMinutes * minuteMs;

export const holidaysFilledIn: readonly SchoolHoliday[] = [
  ['2026-10-12', '2026-10-16'],
  ['2026-12-21', '2027-01-01'],
];

/** The program does the same for ever, so the story ends here. */
export class Stuck extends Error {}

/** Something is due more often than that only when the same comes again and again. */
const mostRounds = 400;
const leastMs = 4 * hourMs;

type Ordered = {
  readonly on: string;
  left: number;
  readonly what?: Trouble;
  readonly meanwhile?: () => Promise<void>;
};

const isQuiet =
  /\.(show|next|more|form|mine|item|item-form|edit-form|coordinate|outcomes|change|apology|extra|deputy|standing-form|name|ask-\w+)$/;
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

/** A story under way: the program, its database, Teams, the people and what a reader remembers. */
export const openStage = async (
  beginning: Beginning,
  { databases, teams }: { databases: Databases; teams: FakeTeams },
) => {
  clock.begin(instantAt(`${beginning.on} 08:00`));
  teams.begin();
  for (const place of placeNames) teams.setRoster(places[place].channel, rosterOf(place));
  const database = await databases.open();
  const memory = createMemory();
  const trace: string[] = [];
  const breaches: Breach[] = [];
  let settings: Settings = {
    retentionDays: beginning.retentionDays,
    schoolHolidays: [],
    administrators: [idOf('administrator')],
  };
  let program = await startProgram(database.url, settings);
  const hands = createHands({ teams, program: () => program });
  const ordered: Ordered[] = [];
  const retentions: { readonly at: number; readonly days: number }[] = [
    { at: clock.now(), days: settings.retentionDays },
  ];
  const state = {
    isLate: false,
    deaths: [] as number[],
    ambiguous: [] as number[],
    locks: [] as number[],
    slow: 0,
    ticks: 0,
    troubles: 0,
    holidaysSince: undefined as number | undefined,
  };
  let readLogs = 0;
  const gone = new Set<GroupPlace>();

  const note = (line: string): void => {
    trace.push(`${wallOf(clock.now())}  ${line}`);
    if (process.env.LIVE) console.error(trace.at(-1));
  };
  const breach = (promise: string, sort: string, what: string): void => {
    if (breaches.some((each) => each.promise === promise && each.sort === sort && each.what === what)) return;
    breaches.push({ promise, sort, what });
    trace.push(`${wallOf(clock.now())}  !! ${promise}, ${sort}: ${what}`);
  };

  /** Lets what goes on in this process come as far as it can, however slow the machine is. */
  const settle = async (turns = 60): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  let line: Promise<unknown> = Promise.resolve();
  /** No time passes for the next one before the answer of the one before has been read. */
  const oneByOne = (slow: () => Promise<void>): Promise<void> => {
    const turn = line.then(slow);
    line = turn.then(() => settle());
    return turn;
  };
  let underWay: readonly Promise<unknown>[] = [];

  teams.setOnTheWire((call: Call) => {
    const at = ordered.findIndex(({ on }) => on === call.kind || (on === 'any' && call.kind !== 'roster'));
    const found = ordered[at];
    if (found === undefined) return {};
    found.left -= 1;
    state.troubles += 1;
    if (found.left <= 0) ordered.splice(at, 1);
    const { what, meanwhile } = found;
    if (what === undefined) return meanwhile === undefined ? {} : { meanwhile };
    note(`Teams: ${call.kind} meets ${JSON.stringify(what)}`);
    if (what.kind === 'slow') {
      state.slow += 1;
      return {
        trouble: what,
        meanwhile: () =>
          oneByOne(async () => {
            await settle();
            // Calls that are on the wire together are slow together.
            if (clock.now() >= call.at + what.ms) return;
            clock.goTo(call.at + what.ms);
            // The worker goes on with other rows while this one is on the wire.
            void program.tick();
            await settle();
          }),
      };
    }
    if (what.kind === 'accepted' || (what.kind === 'refused' && what.status === 504))
      state.ambiguous.push(clock.now());
    if (what.kind === 'dies') setImmediate(() => program.kill());
    return { trouble: what };
  });

  const readLog = (): void => {
    const entries = program.logged();
    for (const entry of entries.slice(readLogs)) {
      if (
        entry.event === 'turn-failed' ||
        entry.event === 'maintenance-failed' ||
        entry.event === 'request-failed'
      ) {
        const isExcused = state.locks.some((until) => clock.now() <= until + minuteMs);
        if (!isExcused) breach('Alive', `${entry.event} ${String(entry.error)}`, `${JSON.stringify(entry)}`);
      }
    }
    readLogs = entries.length;
  };

  const restart = async (changed: Partial<Settings> = {}): Promise<void> => {
    settings = { ...settings, ...changed };
    state.holidaysSince =
      settings.schoolHolidays.length === 0 ? undefined : (state.holidaysSince ?? clock.now());
    if (changed.retentionDays !== undefined)
      retentions.push({ at: clock.now(), days: changed.retentionDays });
    readLogs = 0;
    program = await startProgram(database.url, settings);
  };
  const reviveIfDead = async (): Promise<void> => {
    if (!program.isDead()) return;
    if (program.isLooping()) {
      breach('Alive', 'a tick never ends', 'the same work is due again and again');
      throw new Stuck();
    }
    note('the process dies, and is started again');
    state.deaths.push(clock.now());
    program.kill();
    await restart();
  };

  const tick = async (): Promise<void> => {
    state.ticks += 1;
    await program.tick();
    await reviveIfDead();
    readLog();
  };

  /** Lets the time go on to then, and everything on its way be done when it is due. */
  const goOn = async (to: number): Promise<void> => {
    await tick();
    let lookedAt = clock.now();
    for (let rounds = 1; ; rounds += 1) {
      const due = await database.nextDue();
      const timer = clock.nextTimerAt();
      const next = Math.min(due ?? to, timer ?? to, to);
      const isStuck = rounds % mostRounds === 0 && clock.now() - lookedAt < leastMs;
      if (rounds % mostRounds === 0) lookedAt = clock.now();
      if (isStuck) {
        breach('Alive', 'never rests', 'again and again something was due');
        throw new Stuck();
      }
      clock.goTo(Math.max(next, clock.now() + (due !== undefined && due <= clock.now() ? 1_000 : 0)));
      await tick();
      if (clock.now() >= to) return;
    }
  };

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
    if (shown !== undefined) judgeReader(name, where, shown);
    return shown;
  };

  /** Whoever isn't in a group's channel is shown none of its words. */
  const judgeReader = (name: Name, where: Where, shown: Shown): void => {
    const words = JSON.stringify(shown.card ?? shown.text);
    for (const [word, { place, what }] of memory.typedWords()) {
      if (!words.includes(word)) continue;
      const isIn = teams.roster(places[place].channel).some(({ id }) => id === idOf(name));
      if (!isIn) breach('Only who may', 'a stranger reads', `${name} is shown ${what} of ${place}`);
      else if (where !== 'chat' && where !== place && !what.endsWith('sted'))
        breach('Only who may', 'another channel reads', `${what} of ${place} is shown in ${where}`);
    }
  };

  const rightful = (name: Name, verb: string, place: GroupPlace | undefined, where: Where): boolean => {
    if (place === undefined) return true;
    const isIn = teams.roster(places[place].channel).some(({ id }) => id === idOf(name));
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
    if (memory.isDone(witnessed) && !rightful(name, button.verb, place, where))
      breach('Only who may', `${button.verb} by somebody without the right`, `${name} in ${where}`);
    memory.witness(witnessed);
    await reviveIfDead();
    return look(name, where, shown);
  };

  const say = async (name: Name, where: Where, text: string): Promise<Shown | undefined> => {
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

  /** The group's next meetings as its coordinator is told; those that are new are remembered. */
  const learnMeetings = async (place: GroupPlace, isExtra = false): Promise<void> => {
    const button = buttonFor('meeting.next', place);
    const shown = await press(readerOf(place), place, { card: {}, button });
    const occurrences = buttonsOf(shown?.card).flatMap(({ verb, data }) =>
      verb === 'meeting.show' && data.groupId === places[place].groupId ? [String(data.occurrence)] : [],
    );
    for (const occurrence of occurrences) {
      if (memory.meetings().some((each) => each.place === place && each.occurrence === occurrence)) continue;
      const facts = await readMeeting(place, occurrence);
      if (facts !== undefined) memory.learn(place, occurrence, facts, isExtra);
    }
  };

  const setUp = async (place: GroupPlace): Promise<void> => {
    const { everyWeeks, meetings, weekday, on } = beginning;
    const first = await say('administrator', place, 'opsæt');
    await press('administrator', place, {
      card: first?.card ?? {},
      button:
        buttonsOf(first?.card).find(({ verb }) => verb === 'group.name') ?? buttonFor('group.name', place),
      typed: { personId: idOf('anna') },
    });
    memory.setNamed(place, idOf('anna'), true);
    const choose = await say('anna', place, 'opsæt');
    const toForm = buttonsOf(choose?.card).find(
      ({ verb, data }) => verb === 'group.form' && data.groupId === places[place].groupId,
    );
    const form = toForm && (await press('anna', place, { card: choose?.card ?? {}, button: toForm }));
    const word = memory.newWord('sted', place);
    const startsOn = plusDays(on, 15);
    const typed = {
      ruleKind: 'weekly',
      weekday: String(place === 'nu' ? (weekday % 5) + 1 : weekday),
      nth: '1',
      every: String(everyWeeks),
      startsOn,
      endsOn: plusDays(startsOn, 7 * everyWeeks * (meetings - 1) + 6),
      time: '09:00',
      lengthMinutes: '90',
      place: `Lokale ${word}`,
      onHoliday: 'move',
    };
    const preview =
      form && (await hands.pressVerb('anna', place, { card: form.card ?? {}, verb: 'group.preview', typed }));
    const yes = buttonsOf(preview?.card).find(({ verb }) => verb === 'group.confirm');
    if (preview?.card === undefined || yes === undefined)
      throw new Error(`${place} can't be set up: ${preview?.text}`);
    await press('anna', place, { card: preview.card, button: yes });
    await tick();
    await learnMeetings(place);
  };

  for (const place of beginning.groups) await setUp(place);

  return {
    beginning,
    database,
    memory,
    teams,
    hands,
    trace,
    breaches,
    retentions,
    state,
    seen,
    /** Whether its channel was away at some time: what was to be told then may have been lost. */
    wasGone: (place: GroupPlace): boolean => gone.has(place),
    lose: (place: GroupPlace): void => void gone.add(place),
    note,
    breach,
    settle,
    /** What goes on beside the story's next step must be over before it. */
    await: (work: Promise<unknown>): void => {
      underWay = [...underWay, work];
    },
    allDone: async (): Promise<void> => {
      await Promise.all(underWay);
      underWay = [];
    },
    tick,
    goOn,
    restart,
    reviveIfDead,
    press,
    say,
    open,
    buttonFor,
    readerOf,
    readMeeting,
    learnMeetings,
    program: () => program,
    settings: () => settings,
    order: (order: Ordered): void => void ordered.push(order),
    /** From now on Teams is healthy and the process lives. */
    heal: (): void => {
      ordered.splice(0);
      program.dieNotYet();
    },
    conversationOf,
    close: async (): Promise<void> => {
      program.kill();
      await database.remove();
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
export type { Step };
export { dayMs, dayWords, hourMs, minuteMs, plusDays, weekdayOf };
