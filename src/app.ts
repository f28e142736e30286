import { setTimeout as wait } from 'node:timers/promises';
import { createChat } from './chat/handlers';
import { createConcernHandlers } from './concern/handlers';
import type { Config, Identity } from './config';
import { configView } from './config-view';
import { createMetrics } from './http/metrics';
import { startServer } from './http/server';
import { faultOf, type Log } from './log';
import { createMeetingsApp } from './meetings-app';
import { holidayName } from './municipality/holidays';
import { loadMunicipality } from './municipality/load';
import { openingStatusOf } from './municipality/opening-hours';
import { wallTimeOf } from './municipality/wall-time';
import { createCounter } from './statistics/counter';
import type { Store } from './storage/contract';
import { openStore } from './storage/open';
import { createAdmission } from './teams/admission';
import { createBot } from './teams/bot';
import { createConnector } from './teams/connector';
import { createHttpClient } from './teams/http-client';
import { createOutgoingToken } from './teams/outgoing-token';
import { createReplayMemory } from './teams/replay';
import { createShownCards } from './teams/shown-card';
import { createSigningKeys } from './teams/signing-keys';

export type App = { readonly port: number; stop(): Promise<void> };

const countsEveryMs = 10_000;
/** The cards' updates can be missed, and the draining has ten seconds in all. */
const flushMs = 2_000;

const privateChatUrl = (identity: Identity): string | undefined =>
  identity.kind === 'local' ? undefined : `https://teams.microsoft.com/l/chat/0/0?users=28:${identity.botId}`;

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

/**
 * Builds everything from the configuration and starts it. Rejects with `MunicipalityError`, with the database's fault
 * or with `EADDRINUSE`, before anything listens.
 */
export const startApp = async (config: Config, log: Log): Promise<App> => {
  const { identity } = config;
  const now = (): Date => new Date();
  const clock = (): number => performance.now();
  const municipality = loadMunicipality(config.municipalityFile);
  const store = await openStore(config.databaseUrl);
  const metrics = createMetrics();
  const http = createHttpClient();

  const counting = startCounting(store, log);
  const concern = createConcernHandlers({
    municipality,
    openingOf: (unit, at) =>
      openingStatusOf({ now: at, hours: municipality.units[unit]?.openingHours, holidayName }),
  });
  const connector = createConnector({ http, token: createOutgoingToken(identity, { http, clock }) });
  const shownCards = createShownCards({
    update: connector.update,
    onFailure: ({ status }) => {
      metrics.undelivered('card-update');
      log({ event: 'delivery-failed', what: 'card-update', status });
    },
  });
  const keys =
    identity.kind === 'local'
      ? undefined
      : createSigningKeys({
          metadataUrl: identity.openIdMetadataUrl,
          http,
          clock,
          onUnavailable: () => log({ event: 'signing-keys-unavailable' }),
        });
  const meetings = createMeetingsApp({ config, municipality, store, connector, metrics, log, clock });
  const receive = createBot({
    admit: createAdmission(identity, keys),
    chat: createChat({ municipality, concern, privateChatUrl: privateChatUrl(identity) }),
    desk: meetings.desk,
    connector,
    shownCards,
    replay: createReplayMemory(),
    installations: store.installations,
    count: counting.count,
    now,
    metrics,
    log,
  });
  const { links } = meetings;
  const edge = { receive, links, isReady: () => store.isReachable(), metrics, log };
  const server = await startServer({ ...edge, loopbackOnly: identity.kind === 'local' }, config);
  meetings.start();
  log({ event: 'started', port: server.port, settings: configView(config) });
  // The calendar loads now rather than within the first person's answer.
  setImmediate(() => holidayName(wallTimeOf(now()).date));
  return {
    port: server.port,
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
