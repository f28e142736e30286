import { setTimeout as wait } from 'node:timers/promises';
import type { Chat, Router } from './chat/turn';
import { createChat } from './concern/chat';
import { createConcernHandlers } from './concern/handlers';
import { createStoppedChat } from './concern/stopped';
import type { Config, Identity } from './config';
import { configView } from './config-view';
import type { Links } from './http/links';
import { createMetrics, type Metrics } from './http/metrics';
import { createPages, type Pages } from './http/pages/pages';
import { startServer } from './http/server';
import { faultOf, type Log } from './log';
import { createMeetingsApp, type MeetingsApp } from './meetings-app';
import { holidayName } from './municipality/holidays';
import { loadMunicipality } from './municipality/load';
import { openingStatusOf } from './municipality/opening-hours';
import type { Municipality } from './municipality/schema';
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

const privateChatUrl = (identity: Identity): string | undefined =>
  identity.kind === 'local' ? undefined : `https://teams.microsoft.com/l/chat/0/0?users=28:${identity.botId}`;

/** While the stop switch is on nobody's meetings are touched, and a calendar keeps what it has. */
const noRouter: Router = { takes: () => false, answer: async () => ({ kind: 'none' }) };
const later = async () => ({ kind: 'later' }) as const;
const noLinks: Links = { feed: later, open: later, file: later };

const chatOf = (
  { identity, isStopped }: Config,
  municipality: Municipality,
  { commands, calledUnits }: Pick<MeetingsApp, 'commands' | 'calledUnits'>,
): Chat => {
  if (isStopped) return createStoppedChat(municipality);
  const concern = createConcernHandlers({
    municipality,
    openingOf: (unit, at) =>
      openingStatusOf({
        now: at,
        hours: municipality.units[unit]?.openingHours,
        closedDays: municipality.closedDays,
        holidayName,
      }),
    calledUnits,
  });
  return createChat({
    municipality,
    concern,
    calledUnits,
    privateChatUrl: privateChatUrl(identity),
    otherCommands: commands,
  });
};

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

/**
 * Builds everything from the configuration and starts it. Rejects with `MunicipalityError`, with the database's fault
 * or with `EADDRINUSE`, before anything listens.
 */
export const startApp = async (config: Config, log: Log, simulated?: SimulatedTime): Promise<App> => {
  const { identity } = config;
  const now = (): Date => new Date(simulated?.now() ?? Date.now());
  const clock = (): number => simulated?.now() ?? performance.now();
  const municipality = loadMunicipality(config.municipalityFile);
  const metrics = metricsOf(config, clock);
  const opened = await openStore(config.databaseUrl, simulated && { clock: simulated.now });
  const store = timedStore(opened, { clock, observe: metrics.database });
  const http = createHttpClient();
  const keyPorts = { http, clock, metrics, log };

  const counting = startCounting(store, log);
  const connector = createConnector({ http, token: outgoingTokenOf(identity, keyPorts) });
  const shownCards = startShowing(connector, { metrics, log });
  const meetings = createMeetingsApp({
    config,
    municipality,
    store,
    connector,
    metrics,
    log,
    clock,
    wait: simulated && (async (ms) => simulated.pass(ms)),
  });
  const receive = createBot({
    admit: createAdmission(identity, signingKeysOf(identity, keyPorts)),
    chat: chatOf(config, municipality, meetings),
    router: config.isStopped ? noRouter : meetings.router,
    connector,
    shownCards,
    replay: createReplayMemory(),
    installations: store.installations,
    count: counting.count,
    now,
    metrics,
    log,
  });
  const links = config.isStopped ? noLinks : meetings.links;
  const edge = {
    receive,
    links,
    pages: pagesOf(config, municipality),
    isReady: () => store.isReachable(),
    metrics,
    log,
  };
  const server = await startServer({ ...edge, loopbackOnly: identity.kind === 'local' }, config);
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
      await Promise.race([shownCards.flush(), wait(flushMs)]);
      http.close();
      await store.close();
      log({ event: 'stopped' });
    },
  };
};
