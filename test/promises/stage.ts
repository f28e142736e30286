import { dayMs, hourMs, instantAt, wallOf } from './almanac';
import { createAsking } from './asking';
import { createCalls } from './calls';
import * as clock from './clock';
import type { Databases } from './databases';
import { conversationOf, createHands } from './hands';
import { type State, startLife } from './life';
import { createMemory } from './memory';
import { idOf, placeNames, places, rosterOf } from './people';
import type { SchoolHoliday } from './program';
import { createRights } from './rights';
import { setUp } from './set-up';
import { setUpUnit } from './steps/calls';
import type { Beginning, GroupPlace } from './story';
import type { FakeTeams } from './teams';
import { createWire, settle } from './wire';

export { Stuck } from './life';
export { endsAt, startsAt } from './spoken-time';

/** What is broken: which promise, of what sort, and what exactly. */
export type Breach = { readonly promise: string; readonly sort: string; readonly what: string };

export const holidaysFilledIn: readonly SchoolHoliday[] = [
  ['2026-10-12', '2026-10-16'],
  ['2026-12-21', '2027-01-01'],
];

/** When everything about a request is gone at the latest. */
export const longestAskedMs = 23 * dayMs;

/** What is written down of a story: what happened in words, and what was broken. */
const createNotes = () => {
  const trace: string[] = [];
  const breaches: Breach[] = [];
  const note = (line: string): void => {
    trace.push(`${wallOf(clock.now())}  ${line}`);
    if (process.env.LIVE) console.error(trace.at(-1));
  };
  const breach = (promise: string, sort: string, what: string): void => {
    if (breaches.some((each) => each.promise === promise && each.sort === sort && each.what === what)) return;
    breaches.push({ promise, sort, what });
    note(`!! ${promise}, ${sort}: ${what}`);
  };
  return { trace, breaches, note, breach };
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
  const { trace, breaches, note, breach } = createNotes();
  const state: State = {
    deaths: [],
    ambiguous: [],
    locks: [],
    ticks: 0,
    troubles: 0,
    holidaysSince: undefined,
  };
  const first = {
    retentionDays: beginning.retentionDays,
    schoolHolidays: [],
    administrators: [idOf('administrator')],
  };
  const life = await startLife(first, { database, teams, state, note, breach });
  const { program, tick } = life;
  const hands = createHands({ teams, program });
  const wire = createWire({ teams, program, note, state });
  const rights = createRights({ teams, memory, breach });
  const calls = createCalls({ breach });
  const asking = createAsking({ ...life, hands, teams, memory, calls, rights, note, breach });
  let isUnitLost = false;
  const gone = new Set<GroupPlace>();
  let underWay: readonly Promise<unknown>[] = [];

  for (const place of beginning.groups) await setUp({ ...asking, beginning, hands, memory, tick }, place);
  if (beginning.hasUnit) await setUpUnit({ ...asking, calls }, 'spare');

  return {
    ...life,
    ...asking,
    beginning,
    database,
    memory,
    calls,
    teams,
    hands,
    trace,
    breaches,
    state,
    /** Whether its channel was away at some time: what was to be told then may have been lost. */
    wasGone: (place: GroupPlace): boolean => gone.has(place),
    lose: (place: GroupPlace): void => void gone.add(place),
    /** A request that waits is looked at every ten minutes, which nobody need watch for days. */
    paceOf: (): number => (calls.all().some(({ at }) => clock.now() - at < longestAskedMs) ? hourMs : 0),
    /** Whether the unit's channel was away at some time. */
    wasUnitLost: (): boolean => isUnitLost,
    loseUnit: (): void => {
      isUnitLost = true;
    },
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
    /** Meetings follow the municipality's days without anybody's click: what is so is asked. */
    followDays: async (): Promise<void> => {
      memory.doubt();
      await tick();
      for (const meeting of memory.meetings()) {
        const facts = await asking.readMeeting(meeting.place, meeting.occurrence);
        if (facts !== undefined) memory.correct(meeting, facts);
      }
      memory.doubt();
    },
    order: wire.order,
    /** From now on Teams is healthy and the process lives. */
    heal: (): void => {
      wire.clear();
      program().dieNotYet();
    },
    conversationOf,
    close: async (): Promise<void> => {
      program().kill();
      await database.remove();
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
