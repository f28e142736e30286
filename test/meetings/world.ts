import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimActions, groupActions } from '../../src/audit/actions';
import { recorded } from '../../src/audit/recorded';
import { createTrail } from '../../src/audit/trail';
import type { Actor, Answer, Member } from '../../src/chat/turn';
import { followFacts } from '../../src/facts/in-force';
import type { Overlay } from '../../src/facts/model/overlay';
import type { MonthFigures } from '../../src/figures/model/month';
import type { Feed, LinkPorts, StoredLink } from '../../src/links/addresses';
import type { LogEvent } from '../../src/log';
import type { ChannelClaim } from '../../src/meetings/access';
import { maintainGroup } from '../../src/meetings/maintenance/maintain';
import type { Group } from '../../src/meetings/model/group';
import type { Meeting } from '../../src/meetings/model/meeting';
import { defaultRetention, type RetentionPolicy } from '../../src/meetings/model/retention';
import { daysOf } from '../../src/meetings/model/working-days';
import type { PendingNotices } from '../../src/meetings/pending-notices';
import { createWhereabouts } from '../../src/meetings/whereabouts';
import { wholeMeetings } from '../../src/meetings/whole-meetings';
import { composeMeetings } from '../../src/meetings-app';
import { ishojFile, loadMunicipality, loadMunicipalityFile } from '../../src/municipality/load';
import type { Municipality } from '../../src/municipality/schema';
import type { UnitRequest } from '../../src/requests/model/request';
import type { UnitHome } from '../../src/requests/model/unit-home';
import type { Collection, Store } from '../../src/storage/contract';
import { openStore } from '../../src/storage/open';
import type { Connector, Failure, Shown } from '../../src/teams/connector';
import { createSender } from '../../src/teams/sender';
import { filledForm, groupId, inChannel, now, people } from './desk';

/** A message as it stands with its reader; `id` is Teams' own. */
type Message = {
  readonly id: string;
  readonly to: string;
  shown: string;
  readonly at: number;
  updates: number;
};

/** Teams, with every message as it stands now; a conversation in `refusing` takes none. */
const openTeams = (clock: () => number) => {
  const messages: Message[] = [];
  const refusing = new Map<string, { readonly status: number; readonly code?: string }>();
  const failureOf = (to: string): Failure | undefined => {
    const refused = refusing.get(to);
    return refused && { kind: 'failed', ...refused };
  };
  const textOf = (shown: Shown) => (shown.kind === 'text' ? shown.text : JSON.stringify(shown.card));
  const connector: Pick<Connector, 'post' | 'update' | 'privateChatWith'> = {
    post: async ({ conversationId: to }, shown) => {
      const id = `m-${messages.length + 1}`;
      const failure = failureOf(to);
      if (failure !== undefined) return failure;
      messages.push({ id, to, shown: textOf(shown), at: clock(), updates: 0 });
      return { kind: 'sent', messageId: id };
    },
    update: async ({ conversationId: to, messageId }, shown) => {
      const message = messages.find(({ id }) => id === messageId);
      const failure = failureOf(to);
      if (failure !== undefined) return failure;
      if (message === undefined) return { kind: 'failed', status: 404 };
      message.shown = textOf(shown);
      message.updates += 1;
      return { kind: 'sent', messageId };
    },
    privateChatWith: async ({ personId }) =>
      failureOf(personId) ?? { kind: 'found', conversationId: personId },
  };
  return { connector, messages, refusing };
};

const members = (...persons: readonly (keyof typeof people)[]): readonly Member[] =>
  persons.map((person) => ({ personId: people[person], name: person, isGuest: person === 'guest' }));

const municipality = loadMunicipality(ishojFile);
const writes = ['insert', 'replace', 'remove', 'plan', 'requeue'];

/** The same, but the write that `crash` counts down to fails, and so does every later one. */
const crashing = <Port extends object>(port: Port, crash: { inWrites: number }): Port =>
  Object.fromEntries(
    Object.entries(port).map(([name, work]) => [
      name,
      writes.includes(name)
        ? async (...given: readonly unknown[]) => {
            crash.inWrites -= 1;
            if (crash.inWrites < 0) throw new Error('the process was killed');
            return work(...given);
          }
        : work,
    ]),
  ) as Port;

export type WorldOptions = {
  /** Else the embedded one, in a folder of its own. */
  readonly databaseUrl?: string;
  /** What the municipality's file has beside, or otherwise. */
  readonly file?: Partial<Municipality>;
  /** What stands between the program and its database. */
  readonly wrap?: (store: Store) => Store;
};

/** Meetings, their maintenance and their delivery over a real database of which the test owns the time. */
export const openWorld = async ({ databaseUrl, file = {}, wrap = (store) => store }: WorldOptions = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vejviser-meetings-'));
  let at = now.getTime();
  const clock = () => at;
  const store = wrap(await openStore(databaseUrl ?? `file:${folder}/vejviser.db`, { clock }));
  const teams = openTeams(clock);
  const roster = {
    /** What Teams says of one channel rather than of all. */
    of: {} as Record<string, readonly Member[] | 'gone'>,
    members: members('coordinator', 'deputy', 'member', 'guest') as readonly Member[] | 'gone' | undefined,
  };
  const logged: LogEvent[] = [];
  /** So many writes of a click or a maintenance succeed from now on. */
  const crash = { inWrites: Number.POSITIVE_INFINITY };
  const kept = { retention: defaultRetention, schoolHolidays: municipality.schoolHolidays };
  /** The database of a process that can be killed at any write. */
  const mortal: Store = {
    ...store,
    documents: <Body>(name: Collection) => crashing(store.documents<Body>(name), crash),
  };
  const trail = createTrail(mortal);
  const ports: LinkPorts = {
    get municipality() {
      return { ...municipality, ...file, schoolHolidays: kept.schoolHolidays };
    },
    administrators: new Set([people.administrator]),
    groups: recorded(crashing(store.documents<Group>('groups'), crash), { trail, actionsOf: groupActions }),
    channels: recorded(crashing(store.documents<ChannelClaim>('channels'), crash), {
      trail,
      actionsOf: claimActions,
    }),
    meetings: crashing(wholeMeetings(store.documents<Meeting>('meetings')), crash),
    notices: crashing(store.documents<PendingNotices>('notices'), crash),
    outbox: crashing(store.outbox, crash),
    roster: async ({ conversationId }) => roster.of[conversationId] ?? roster.members,
    whereabouts: createWhereabouts(
      municipality.groups.map(({ id }) => id),
      clock,
    ),
    placeNames: async () => ({}),
    days: (kind) =>
      daysOf({
        municipality: { ...ports.municipality, closedDays: [] },
        kind,
        publicHoliday: () => undefined,
      }),
    knowsSchoolHolidays: false,
    get retention() {
      return kept.retention;
    },
    feeds: store.documents<Feed>('feeds'),
    links: store.documents<StoredLink>('links'),
    figures: store.documents<MonthFigures>('figures'),
    clock: store.clock,
    publicUrl: undefined,
  };
  const log = (event: LogEvent) => void logged.push(event);
  const facts = crashing(store.documents<Overlay>('facts'), crash);
  const inForce = await followFacts({
    file: loadMunicipalityFile(ishojFile),
    facts,
    log,
    isSimulated: true,
  });
  const nothing = () => undefined;
  const {
    router: desk,
    tick,
    calledUnits,
  } = composeMeetings({
    ports: () => ports,
    trail,
    inForce,
    store: mortal,
    send: createSender(teams.connector),
    metrics: { delivered: nothing, backlog: nothing, documents: nothing, notices: nothing },
    log,
    clock,
    wait: async (ms) => {
      at += Math.ceil(ms);
    },
    random: () => 1,
  });
  /** Everything that is due now is done. */
  const settle = async (): Promise<void> => {
    for (let rounds = 0; rounds < 4; rounds += 1) {
      await tick();
      at += 1_000;
    }
  };
  const click = (verb: string, actor: Actor, data: object = {}): Promise<Answer> =>
    desk.answer(
      { kind: 'click', scope: actor.scope, verb, data: { version: 1, language: 'da', verb, ...data } },
      actor,
      new Date(at),
    );
  const say = (text: string, actor: Actor): Promise<Answer> =>
    desk.answer({ kind: 'message', scope: actor.scope, text }, actor, new Date(at));
  return {
    ports,
    trail,
    now: clock,
    say,
    teams,
    roster,
    logged,
    crash,
    click,
    settle,
    members,
    keep: (retention: RetentionPolicy): void => {
      kept.retention = retention;
    },
    /** What the municipality fills in while the program is stopped. */
    fillIn: (schoolHolidays: Municipality['schoolHolidays']): void => {
      kept.schoolHolidays = schoolHolidays;
    },
    /** What the night does with the group, at that very instant. */
    lookAtGroup: async (instant: number): Promise<void> => {
      const doc = await ports.groups.find(groupId);
      if (doc !== undefined) await maintainGroup(ports, doc, instant);
    },
    /** Stands still until then, as a stopped process does; then everything due is done. */
    sleepUntil: async (wall: string): Promise<void> => {
      at = Date.parse(wall);
      await settle();
    },
    rows: (of = groupId) => store.outbox.list(of, 0, 999),
    /** Lets so much time pass in which nothing is done. */
    pass: (ms: number): void => {
      at += ms;
    },
    calledUnits,
    homes: store.documents<UnitHome>('units'),
    requests: store.documents<UnitRequest>('requests'),
    /** Everything that stands in the database's files. */
    bytes: (): string =>
      readdirSync(folder)
        .map((file) => readFileSync(path.join(folder, file), 'latin1'))
        .join('\n'),
    group: async (): Promise<Group> => {
      const found = await ports.groups.find(groupId);
      if (found === undefined) throw new Error('no group');
      return found.body;
    },
    meeting: async (occurrence: string): Promise<Meeting | undefined> =>
      (await ports.meetings.find(`${groupId}/${occurrence}`))?.body,
    setUp: async (form: object = {}): Promise<void> => {
      await click('group.name', inChannel('administrator'), { personId: people.coordinator });
      await click('group.confirm', inChannel('coordinator'), { ...filledForm, groupVersion: 0, ...form });
      await settle();
    },
    remove: async (): Promise<void> => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

export type MeetingWorld = Awaited<ReturnType<typeof openWorld>>;
