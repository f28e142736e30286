import { setTimeout as wait } from 'node:timers/promises';
import type { Router } from './chat/turn';
import type { Config, Identity } from './config';
import { configView } from './config-view';
import { derived } from './derived';
import { followFacts } from './facts/in-force';
import type { Overlay } from './facts/model/overlay';
import type { Links } from './http/links';
import { createMetrics, type Metrics } from './http/metrics';
import { createPages, type Pages } from './http/pages/pages';
import { startServer } from './http/server';
import { faultOf, type Log } from './log';
import { createMeetingsApp } from './meetings-app';
import { loadMunicipalityFile } from './municipality/load';
import type { Municipality } from './municipality/schema';
import { createSignpost } from './signpost-app';
import { createCounter } from './statistics/counter';
import type { Instant, Store } from './storage/contract';
import { openStore } from './storage/open';
import { timedStore } from './storage/timed';
import { createAdmission } from './teams/admission';
import { createBot } from './teams/bot';
import { type Connector, createConnector } from './teams/connector';
import { createHttpClient, type HttpClient } from './teams/http-client';
import { createOutgoingToken, type OutgoingToken } from './teams/outgoing-token';
import { createReplayMemory } from './teams/replay';
import { createShownCards, type ShownCards } from './teams/shown-card';
import { createSigningKeys, type SigningKeys } from './teams/signing-keys';
import { version } from './version';

export type App = {
  readonly port: number;
  stop(): Promise<void>;
  /** Does what is due in a simulated year, where nothing is done by itself. */
  tick(): Promise<void>;
};

/** The time of a simulated year, for the program and its database: it stands still until somebody lets it pass. */
export type SimulatedTime = { readonly now: () => Instant; readonly pass: (ms: number) => void };

const countsEveryMs = 10_000;
/** The cards' updates can be missed, and the draining has ten seconds in all. */
const flushMs = 2_000;

/** While the stop switch is on nobody's meetings are touched, and a calendar keeps what it has. */
const noRouter: Router = { takes: () => false, answer: async () => ({ kind: 'none' }) };
const later = async () => ({ kind: 'later' }) as const;
const noLinks: Links = { feed: later, open: later, file: later };

const metricsOf = ({ databaseUrl, isStopped }: Config, clock: () => number): Metrics =>
  createMetrics({
    version,
    database: databaseUrl.startsWith('file:') ? 'sqlite' : 'mongodb',
    isStopped,
    clock,
  });

const pagesOf = ({ retention, dpoContact }: Config, municipality: Municipality): Pages =>
  createPages({
    municipality,
    language: municipality.language,
    keepDays: retention.keepDays,
    dpoContact,
  });

/** Counts shown answers and writes the numbers now and then; `stop` writes the last of them. */
const startCounting = (store: Store, log: Log) => {
  const counter = createCounter({ store, now: () => new Date() });
  const keep = (): Promise<void> =>
    counter.flush().catch((error) => log({ event: 'counts-not-kept', error: faultOf(error).error }));
  const timer = setInterval(() => void keep(), countsEveryMs);
  return {
    count: counter.count,
    stop: (): Promise<void> => {
      clearInterval(timer);
      return keep();
    },
  };
};

/** By week, and by month for the figures. */
const inBoth =
  (byWeek: (route: string) => void, byMonth: (route: string) => void) =>
  (route: string): void => {
    byWeek(route);
    byMonth(route);
  };

/** What a click's card does to its message a moment later; a failure is counted and nothing more. */
const startShowing = (
  { update }: Connector,
  { metrics, log }: { readonly metrics: Metrics; readonly log: Log },
): ShownCards =>
  createShownCards({
    update,
    onFailure: ({ status }) => {
      metrics.undelivered('card-update');
      log({ event: 'delivery-failed', what: 'card-update', status });
    },
  });

type KeyPorts = {
  readonly http: HttpClient;
  readonly clock: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
};

/** The keys of incoming tokens; in local mode there are none. */
const signingKeysOf = (
  identity: Identity,
  { http, clock, metrics, log }: KeyPorts,
): SigningKeys | undefined =>
  identity.kind === 'local'
    ? undefined
    : createSigningKeys({
        metadataUrl: identity.openIdMetadataUrl,
        http,
        clock,
        onFetched: () => metrics.keys('ok'),
        onUnavailable: () => {
          metrics.keys('failed');
          log({ event: 'signing-keys-unavailable' });
        },
      });

/** The token for calls to Teams; that there is none is counted and logged, for nothing can be sent without it. */
const outgoingTokenOf = (identity: Identity, { http, clock, metrics, log }: KeyPorts): OutgoingToken => {
  const token = createOutgoingToken(identity, { http, clock });
  return () =>
    token().catch((error) => {
      metrics.loginFailed();
      log({ event: 'login-failed', ...faultOf(error) });
      throw error;
    });
};

type StorePorts = {
  readonly clock: () => number;
  readonly metrics: Metrics;
  readonly simulated: SimulatedTime | undefined;
};

/** The database, whose every operation is measured. */
const storeOf = async ({ databaseUrl }: Config, { clock, metrics, simulated }: StorePorts): Promise<Store> =>
  timedStore(await openStore(databaseUrl, simulated && { clock: simulated.now }), {
    clock,
    observe: metrics.database,
  });

/** The municipality's facts as the database has them. */
const followIn = (store: Store, ports: Omit<Parameters<typeof followFacts>[0], 'facts'>) =>
  followFacts({ ...ports, facts: store.documents<Overlay>('facts') });

/**
 * Builds everything from the configuration and starts it. Rejects with `MunicipalityError`, with the database's fault
 * or with `EADDRINUSE`, before anything listens.
 */
export const startApp = async (config: Config, log: Log, simulated?: SimulatedTime): Promise<App> => {
  const { identity } = config;
  const now = (): Date => new Date(simulated?.now() ?? Date.now());
  const clock = (): number => simulated?.now() ?? performance.now();
  const file = loadMunicipalityFile(config.municipalityFile);
  const metrics = metricsOf(config, clock);
  const store = await storeOf(config, { clock, metrics, simulated });
  const inForce = await followIn(store, { file, log, isSimulated: simulated !== undefined });
  const municipality = () => inForce.now().municipality;
  const http = createHttpClient();
  const keyPorts = { http, clock, metrics, log };

  const counting = startCounting(store, log);
  const connector = createConnector({ http, token: outgoingTokenOf(identity, keyPorts) });
  const shownCards = startShowing(connector, { metrics, log });
  const meetings = createMeetingsApp({
    config,
    inForce,
    store,
    connector,
    metrics,
    log,
    clock,
    wait: simulated && (async (ms) => simulated.pass(ms)),
  });
  const receive = createBot({
    admit: createAdmission(identity, signingKeysOf(identity, keyPorts)),
    chat: createSignpost(config, municipality, meetings),
    router: config.isStopped ? noRouter : meetings.router,
    connector,
    shownCards,
    replay: createReplayMemory(),
    installations: store.installations,
    count: inBoth(counting.count, meetings.shown),
    now,
    metrics,
    log,
  });
  const edge = {
    receive,
    links: config.isStopped ? noLinks : meetings.links,
    pages: derived(municipality, (now) => pagesOf(config, now)),
    isReady: () => store.isReachable(),
    loopbackOnly: identity.kind === 'local',
    metrics,
    log,
  };
  const server = await startServer(edge, config);
  if (simulated === undefined && !config.isStopped) meetings.start();
  if (config.administrators.length === 0) log({ event: 'no-administrators' });
  log({ event: 'started', port: server.port, settings: configView(config) });
  return {
    port: server.port,
    tick: meetings.tick,
    stop: async () => {
      log({ event: 'stopping' });
      await server.stop();
      await counting.stop();
      await meetings.stop();
      await inForce.stop();
      await Promise.race([shownCards.flush(), wait(flushMs)]);
      http.close();
      await store.close();
      log({ event: 'stopped' });
    },
  };
};
