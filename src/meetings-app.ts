import { claimActions, groupActions, homeActions, requestActions } from './audit/actions';
import { recorded } from './audit/recorded';
import { createTrail, type Trail } from './audit/trail';
import type { Config } from './config';
import type { Outcome } from './delivery/transport';
import { createDelivery } from './delivery/worker';
import { derived } from './derived';
import type { InForce } from './facts/in-force';
import { countedRequests } from './figures/counted-requests';
import { type KeptFigures, keepFigures } from './figures/keeping';
import type { MonthFigures } from './figures/model/month';
import type { Metrics } from './http/metrics';
import type { Feed, LinkPorts, StoredLink } from './links/addresses';
import { checkFeeds } from './links/feed';
import { pruneLinks } from './links/file-links';
import { faultOf, type Log } from './log';
import type { ChannelClaim } from './meetings/access';
import { noteChannelGone } from './meetings/maintenance/channel-health';
import { createLookAround } from './meetings/maintenance/look-around';
import { checkNamed } from './meetings/maintenance/named';
import { createMaintenance, maintainDue } from './meetings/maintenance/worker';
import type { Group } from './meetings/model/group';
import type { Meeting } from './meetings/model/meeting';
import { daysOf } from './meetings/model/working-days';
import { countPendingNotices, type PendingNotices, prunePendingNotices } from './meetings/pending-notices';
import { createWhereabouts } from './meetings/whereabouts';
import { wholeMeetings } from './meetings/whole-meetings';
import { createMessages, type Message } from './messages/messages';
import { createTransport } from './messages/transport';
import type { UnitId } from './municipality/facts';
import { holidayName } from './municipality/holidays';
import { workingSpansOn } from './municipality/opening-hours';
import { createRequestMemory } from './requests/memory';
import { createRequestMessages, type RequestMessage } from './requests/messages';
import type { UnitRequest } from './requests/model/request';
import type { UnitHome } from './requests/model/unit-home';
import { isRequestRow } from './requests/model/upkeep';
import type { RequestPorts } from './requests/ports';
import { createCalledUnits, maintainRequest } from './requests/upkeep';
import { createMeetingsRouter, type MeetingsRouter } from './router-app';
import type { Doc, Instant, OutboxEntry, Store } from './storage/contract';
import type { Connector } from './teams/connector';
import { createPlaceNames } from './teams/place-names';
import { createRoster } from './teams/roster';
import { createSender } from './teams/sender';
import { createWatch } from './watch';

/** The meetings' part of the program: who answers about them, and what is done and sent when its time comes. */
export type MeetingsApp = MeetingsRouter & {
  /** The units that can be asked to call somebody back, as they were a moment ago. */
  readonly calledUnits: () => ReadonlySet<UnitId>;
  /** Counts one shown answer by the id of its first step, for the figures. */
  readonly shown: (step: string) => void;
  start(): void;
  /** Does everything that is due at this instant, instead of `start`. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

type Parts = {
  readonly config: Pick<Config, 'administrators' | 'publicUrl' | 'retention'>;
  readonly inForce: InForce;
  readonly store: Store;
  readonly connector: Connector;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly clock: () => number;
  /** Only a simulation waits otherwise. */
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
};

const rowsAtOnce = 8;
/** Half of it is for a send, which takes 30 s at the most (token, conversation, message), and 45 s of a database away. */
const leaseMs = 150_000;

/** What the meetings' part is put together of; the ports are the program's own, or a test's. */
type Composition = Pick<Parts, 'inForce' | 'store' | 'log' | 'clock' | 'wait'> & {
  /** As they are now: others when the municipality's facts change, and the same until then. */
  readonly ports: () => LinkPorts;
  /** Where the changes of the ports' groups and channels are recorded. */
  readonly trail: Trail;
  readonly send: (message: Message | RequestMessage) => Promise<Outcome>;
  readonly metrics: Pick<Metrics, 'delivered' | 'backlog' | 'documents' | 'notices'>;
  readonly random?: () => number;
};

export const createMeetingsApp = (parts: Parts): MeetingsApp => {
  const { config, inForce, store, connector, clock } = parts;
  const municipality = () => inForce.now().municipality;
  const trail = createTrail(store);
  const known = {
    administrators: new Set(config.administrators),
    groups: recorded(store.documents<Group>('groups'), { trail, actionsOf: groupActions }),
    channels: recorded(store.documents<ChannelClaim>('channels'), { trail, actionsOf: claimActions }),
    meetings: wholeMeetings(store.documents<Meeting>('meetings')),
    notices: store.documents<PendingNotices>('notices'),
    outbox: store.outbox,
    roster: createRoster({ read: connector.read, clock }),
    whereabouts: createWhereabouts(
      municipality().groups.map(({ id }) => id),
      clock,
    ),
    placeNames: createPlaceNames(connector),
    retention: config.retention,
    feeds: store.documents<Feed>('feeds'),
    links: store.documents<StoredLink>('links'),
    figures: store.documents<MonthFigures>('figures'),
    clock: store.clock,
    publicUrl: config.publicUrl,
  };
  const ports = derived(
    municipality,
    (now): LinkPorts => ({
      ...known,
      municipality: now,
      days: (kind) => daysOf({ municipality: now, kind, publicHoliday: holidayName }),
      knowsSchoolHolidays: now.schoolHolidays.length > 0,
    }),
  );
  return composeMeetings({ ...parts, ports, trail, send: createSender(connector) });
};

/** What requests to a unit need beside what meetings have. */
const requestPortsOf = (
  ports: LinkPorts,
  { store, trail }: Pick<Composition, 'store' | 'trail'>,
  { count }: Pick<KeptFigures, 'count'>,
): RequestPorts => {
  const hours: RequestPorts['hours'] = (unit) => (date) => {
    const { units, closedDays } = ports.municipality;
    return workingSpansOn(date, { hours: units[unit].openingHours, closedDays, holidayName });
  };
  const requests = recorded(store.documents<UnitRequest>('requests'), { trail, actionsOf: requestActions });
  const homes = recorded(store.documents<UnitHome>('units'), { trail, actionsOf: homeActions });
  return { ...ports, homes, requests: countedRequests(requests, count, hours), hours };
};

/** How rows become messages, and what is remembered of them: those of requests by their own slice. */
const carriedBy = (ports: () => LinkPorts, requestPorts: () => RequestPorts, send: Composition['send']) => {
  const messageOf = derived(ports, createMessages);
  const requestOf = derived(requestPorts, createRequestMessages);
  const transport = derived(ports, (now) => createTransport(now, send));
  const remember = derived(requestPorts, createRequestMemory);
  return {
    render: (row: OutboxEntry, isLate: boolean) =>
      isRequestRow(row) ? requestOf()(row) : messageOf()(row, isLate),
    transport: {
      send,
      remember: async (message: Message | RequestMessage, row: OutboxEntry, outcome: Outcome) =>
        'requestEffect' in message
          ? remember()(message, row, outcome)
          : transport().remember?.(message, row, outcome),
    },
    onGone: async (row: OutboxEntry) => (isRequestRow(row) ? undefined : noteChannelGone(ports(), row)),
  };
};

/** Puts slices, maintenance and delivery together over their ports. */
export const composeMeetings = (parts: Composition): MeetingsApp => {
  const { ports, inForce, trail, store, send, metrics, log, clock, wait, random } = parts;
  const figures = keepFigures(ports, { clock: store.clock, log });
  const requestPorts = derived(ports, (now) => requestPortsOf(now, parts, figures));
  const called = createCalledUnits(requestPorts);
  const delivery = createDelivery<Message | RequestMessage>({
    outbox: store.outbox,
    rates: store.rates,
    clock,
    ...carriedBy(ports, requestPorts, send),
    metrics,
    log,
    concurrency: rowsAtOnce,
    leaseMs,
    ...(wait && { wait }),
    ...(random && { random }),
  });
  const { requests } = requestPorts();
  const more = async () => {
    const now = await store.clock();
    await called.refresh(now);
    const pruned =
      (await pruneLinks(ports())) +
      (await checkFeeds(ports())) +
      (await prunePendingNotices(ports())) +
      (await checkNamed(ports(), now)) +
      (await trail.prune());
    const maintain = (doc: Doc<UnitRequest>, at: Instant) => maintainRequest(requestPorts(), doc, at);
    const maintained = await maintainDue(requests, maintain, { clock: store.clock, log });
    await figures.keep(now);
    return pruned + maintained;
  };
  const maintenance = createMaintenance({ meetings: ports, clock: store.clock, log, more });
  const lookAround = createLookAround(ports(), log);
  const { groups, meetings, notices, feeds, links } = ports();
  const watch = createWatch({
    collections: { groups, meetings, notices, feeds, links, requests, audit: trail },
    noticesWaiting: () => countPendingNotices(ports()),
    metrics,
    log,
  });
  return {
    ...createMeetingsRouter(ports, requestPorts, { clock: store.clock, trail, handedIn: figures.handedIn }),
    calledUnits: called.units,
    shown: figures.shown,
    tick: async () => {
      await inForce.refresh().catch((error) => log({ event: 'facts-not-read', ...faultOf(error) }));
      while ((await maintenance.maintainOnce()) + (await delivery.tickOnce()) > 0);
    },
    start: () => {
      maintenance.start();
      delivery.start();
      watch.start();
      lookAround.start();
    },
    stop: async () => {
      await Promise.all([maintenance.stop(), delivery.stop(), watch.stop(), lookAround.stop()]);
      await figures.keepLast();
    },
  };
};
