import { createAgendaHandlers } from '../../src/agenda/handlers';
import { createRouter } from '../../src/chat/router';
import type { Actor, Answer } from '../../src/chat/turn';
import { createFiguresHandlers } from '../../src/figures/handlers';
import type { MonthFigures } from '../../src/figures/model/month';
import type { Feed, StoredLink } from '../../src/links/addresses';
import { createLinkHandlers } from '../../src/links/handlers';
import type { ChannelClaim, MeetingPorts } from '../../src/meetings/access';
import { createMeetingHandlers } from '../../src/meetings/handlers';
import type { Group } from '../../src/meetings/model/group';
import type { Meeting } from '../../src/meetings/model/meeting';
import { defaultRetention } from '../../src/meetings/model/retention';
import { daysOf } from '../../src/meetings/model/working-days';
import type { PendingNotices } from '../../src/meetings/pending-notices';
import { createSetUpHandlers } from '../../src/meetings/set-up/handlers';
import { createWhereabouts } from '../../src/meetings/whereabouts';
import { withPendingNotices } from '../../src/messages/pending-notices';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { workingSpansOn } from '../../src/municipality/opening-hours';
import { createRequestHandlers } from '../../src/requests/handlers';
import { type Hours, halfDayId, halfDaysFrom } from '../../src/requests/model/hours';
import type { UnitRequest } from '../../src/requests/model/request';
import type { UnitHome } from '../../src/requests/model/unit-home';
import { requestIndex } from '../../src/requests/model/upkeep';
import type { OutboxEntry } from '../../src/storage/contract';
import { october } from '../figures/samples';
import { type Channel, channels, homes, idOf, isGuest, rosters, secretOf, senderIn } from './forged-people';
import { type MemoryDocuments, memoryDocuments, memoryOutbox } from './memory-store';

const seriesOf = (groupId: string) => ({
  groupId,
  groupVersion: 0,
  ruleKind: groupId === homes.nu ? 'weekly' : 'monthly',
  weekday: '2',
  nth: '2',
  every: groupId === homes.nu ? '4' : '1',
  startsOn: '2027-01-01',
  endsOn: '2027-03-31',
  time: '09:00',
  lengthMinutes: '120',
  place: `Lokale ${secretOf(groupId)}`,
  onHoliday: 'skip',
});

const municipality = loadMunicipality(ishojFile);
const startsAt = new Date('2026-12-01T08:00:00Z');

export type Hole = (ports: MeetingPorts) => MeetingPorts;

type Collections = {
  readonly groups: MemoryDocuments<Group>;
  readonly channels: MemoryDocuments<ChannelClaim>;
  readonly meetings: MemoryDocuments<Meeting>;
  readonly notices: MemoryDocuments<PendingNotices>;
  readonly feeds: MemoryDocuments<Feed>;
  readonly links: MemoryDocuments<StoredLink>;
  readonly units: MemoryDocuments<UnitHome>;
  readonly requests: MemoryDocuments<UnitRequest>;
  readonly figures: MemoryDocuments<MonthFigures>;
};
/** A world as it stands, to begin others with. */
export type Beginning = {
  readonly [Name in keyof Collections]: ReturnType<Collections[Name]['entries']>;
} & { readonly rows: readonly OutboxEntry[]; readonly at: Date };

const putInto = async <Body>(
  documents: MemoryDocuments<Body>,
  entries: ReturnType<MemoryDocuments<Body>['entries']>,
): Promise<void> => {
  for (const { doc, index } of entries) await documents.insert(doc.id, doc.body, index);
};

const named = <Body>(kind: string, documents: MemoryDocuments<Body>): readonly (readonly [string, Body])[] =>
  documents.entries().map(({ doc }) => [`${kind} ${doc.id}`, doc.body]);

const membersOf = (conversationId: string) =>
  (rosters[conversationId] ?? []).map((person) => ({
    personId: idOf(person),
    name: person,
    isGuest: isGuest(idOf(person)),
  }));

/** The desk of three groups and their people, over documents in memory; `hole` spoils a port, for what is found then. */
export const openForgedWorld = async (beginning?: Beginning, hole: Hole = (ports) => ports) => {
  const time = { now: beginning?.at ?? startsAt };
  const clock = () => time.now.getTime();
  const of: Collections = {
    groups: memoryDocuments<Group>(clock),
    channels: memoryDocuments<ChannelClaim>(clock),
    meetings: memoryDocuments<Meeting>(clock),
    notices: memoryDocuments<PendingNotices>(clock),
    feeds: memoryDocuments<Feed>(clock),
    links: memoryDocuments<StoredLink>(clock),
    units: memoryDocuments<UnitHome>(clock),
    requests: memoryDocuments<UnitRequest>(clock),
    figures: memoryDocuments<MonthFigures>(clock),
  };
  const outbox = memoryOutbox(clock);
  if (beginning !== undefined) {
    await putInto(of.groups, beginning.groups);
    await putInto(of.channels, beginning.channels);
    await putInto(of.meetings, beginning.meetings);
    await putInto(of.notices, beginning.notices);
    await putInto(of.feeds, beginning.feeds);
    await putInto(of.links, beginning.links);
    await putInto(of.units, beginning.units);
    await putInto(of.requests, beginning.requests);
    await putInto(of.figures, beginning.figures);
    for (const row of beginning.rows) await outbox.requeue([row]);
  }
  const ports = hole({
    ...of,
    municipality,
    administrators: new Set([idOf('administrator')]),
    outbox,
    roster: async ({ conversationId }) => membersOf(conversationId),
    whereabouts: createWhereabouts(
      municipality.groups.map(({ id }) => id),
      clock,
    ),
    placeNames: async () => ({}),
    days: (kind) => daysOf({ municipality, kind, publicHoliday: () => undefined }),
    knowsSchoolHolidays: false,
    retention: defaultRetention,
  });
  const { feeds, links, figures } = of;
  const linkPorts = {
    ...ports,
    figures,
    feeds,
    links,
    clock: async () => clock(),
    publicUrl: 'https://bot.example',
  };
  const hours: Hours = (date) =>
    workingSpansOn(date, { hours: undefined, closedDays: [], holidayName: () => undefined });
  const requestPorts = { ...ports, homes: of.units, requests: of.requests, hours: () => hours };
  const slices = [
    createSetUpHandlers(ports),
    createMeetingHandlers(ports),
    createAgendaHandlers(ports),
    createFiguresHandlers(linkPorts),
    createLinkHandlers(linkPorts),
    createRequestHandlers(requestPorts),
  ];
  const desk = withPendingNotices(ports, createRouter(slices));
  const send = (actor: Actor, verb: string, data: unknown): Promise<Answer> =>
    desk.answer({ kind: 'click', scope: actor.scope, verb, data }, actor, time.now);
  const step = (actor: Actor, verb: string, data: object): Promise<Answer> =>
    send(actor, verb, { version: 1, language: 'da', ...data });
  return {
    verbs: slices.flatMap((slice) => Object.keys(slice.verbs)),
    time,
    municipality,
    send,
    step,
    meetings: of.meetings,
    requests: of.requests,
    figures: of.figures,
    halfDays: () => halfDaysFrom(clock(), hours, 6),
    kept: (): Beginning => ({
      groups: of.groups.entries(),
      channels: of.channels.entries(),
      meetings: of.meetings.entries(),
      notices: of.notices.entries(),
      feeds: of.feeds.entries(),
      links: of.links.entries(),
      units: of.units.entries(),
      requests: of.requests.entries(),
      figures: of.figures.entries(),
      rows: outbox.rows(),
      at: time.now,
    }),
    /** Everything that is stored, by kind and id. */
    stored: (): ReadonlyMap<string, unknown> =>
      new Map<string, unknown>([
        ...named('group', of.groups),
        ...named('channel', of.channels),
        ...named('meeting', of.meetings),
        ...outbox.rows().map((row) => [`row ${row.id}`, row] as const),
        ...named('notice', of.notices),
        ...named('feed', feeds),
        ...named('link', links),
        ...named('unit', of.units),
        ...named('request', of.requests),
        ...named('figures', of.figures),
      ]),
  };
};
export type ForgedWorld = Awaited<ReturnType<typeof openForgedWorld>>;

const item = (groupId: string, nonce: string) => ({
  nonce,
  kind: groupId === homes.nu ? 'single-case' : 'discussion',
  title: groupId === homes.nu ? '' : `Emne ${secretOf(groupId)}`,
  note: groupId === homes.nu ? '' : `Note ${secretOf(groupId)}`,
  minutes: '15',
});

/** Gives the staff unit its channel, and lets three people ask it: one in line, one in the channel, one taken. */
const setUpUnit = async ({ step, requests, halfDays, time }: ForgedWorld): Promise<void> => {
  const unitId = 'staff-unit';
  const personId = idOf('unit-named');
  await step(senderIn('administrator', 'unit'), 'unit.name', { unitId, personId });
  await step(senderIn('unit-named', 'unit'), 'unit.confirm', { unitId, readers: { members: 3, guests: 1 } });
  const asked = { unitId, number: '20314253', when: halfDays().map(halfDayId).slice(0, 2).join(',') };
  for (const person of ['outsider', 'north-member', 'south-member'] as const)
    await step(senderIn(person), 'request.send', asked);
  const [, waiting, taken] = requests.all();
  for (const doc of [waiting, taken]) {
    if (doc === undefined || doc.body.progress.kind !== 'in-line') throw new Error('nobody asked');
    const { wish } = doc.body.progress;
    const by = idOf('unit-member');
    const at = time.now.getTime();
    const body: UnitRequest = {
      ...doc.body,
      progress:
        doc === taken
          ? { kind: 'taken', by, at, wish }
          : { kind: 'in-channel', since: at, reminded: 0, wish },
    };
    await requests.replace(doc, body, requestIndex(body, at));
  }
};

/** Sets the three groups up, and hands an item in for each of their members. */
export const setUp = async (world: ForgedWorld): Promise<void> => {
  const { step, meetings } = world;
  await world.figures.insert('2026-10', { state: 'published', ...october }, { groupId: 'figures', at: 1 });
  await setUpUnit(world);
  const administrator = (channel: Channel) => senderIn('administrator', channel);
  for (const [channel, groupId] of Object.entries(homes) as [keyof typeof homes, string][]) {
    const coordinator = senderIn(`${channel}-coordinator`, channel);
    await step(administrator(channel), 'group.name', { personId: coordinator.personId });
    await step(coordinator, 'group.confirm', seriesOf(groupId));
  }
  await step(administrator('north'), 'group.name', { personId: idOf('north-named') });
  await step(administrator('free'), 'group.name', { personId: idOf('free-named') });
  const deputy = { personId: idOf('north-deputy') };
  await step(senderIn('north-coordinator', 'north'), 'group.save-deputy', deputy);
  for (const channel of ['north', 'south', 'nu'] as const) {
    for (const person of [`${channel}-coordinator`, `${channel}-member`] as const) {
      await step(senderIn(person), 'group.remind', { groupId: homes[channel] });
      await step(senderIn(person), 'feed.issue', { groupId: homes[channel], isSure: true });
    }
  }
  for (const { body } of meetings.all()) {
    const { groupId, occurrence, revision } = body;
    const standing = {
      groupId,
      occurrence,
      revision,
      nonce: 'nonce-standing',
      title: 'Siden sidst',
      minutes: '5',
    };
    for (const person of ['north-coordinator', 'south-coordinator'] as const)
      await step(senderIn(person), 'agenda.add-standing', standing);
    const facts = municipality.groups.find(({ id }) => id === groupId);
    const channel = (Object.keys(homes) as (keyof typeof homes)[]).find((each) => homes[each] === groupId);
    for (const [at, person] of (rosters[channels[channel ?? 'north']] ?? []).entries()) {
      const functionId = facts?.functions[at % facts.functions.length]?.id;
      const of = { groupId, occurrence, revision, functionId };
      await step(senderIn(person), 'agenda.hand-in', { ...of, ...item(groupId, `nonce-${person}`) });
      if (at % 2 === 1) await step(senderIn(person), 'meeting.apologise', of);
    }
  }
};

export const phases = ['open', 'closed', 'published', 'begun'] as const;
export type Phase = (typeof phases)[number];

/** Lets the time of the January meetings come that far. */
export const goTo = async ({ step, meetings, time }: ForgedWorld, phase: Phase): Promise<void> => {
  if (phase === 'open') return;
  const january = meetings.all().filter(({ body }) => body.occurrence.startsWith('2027-01'));
  const first = Math.min(...january.map(({ body }) => body.startsAt));
  time.now = new Date(first - 3_600_000);
  const late = { groupId: homes.north, revision: 0, functionId: 'school-management' };
  const occurrence = january.find(({ body }) => body.groupId === homes.north)?.body.occurrence;
  await step(senderIn('north-member'), 'agenda.hand-in', {
    ...late,
    occurrence,
    ...item(homes.north, 'nonce-late-one'),
  });
  if (phase === 'closed') return;
  for (const { body } of january) {
    const { groupId, revision } = body;
    const channel = (Object.keys(homes) as (keyof typeof homes)[]).find((each) => homes[each] === groupId);
    const of = { groupId, occurrence: body.occurrence, revision };
    await step(senderIn(`${channel ?? 'north'}-coordinator`), 'agenda.publish', { ...of, isSure: true });
  }
  if (phase === 'begun') time.now = new Date(first + 30 * 60_000);
};
