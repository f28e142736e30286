import { setTimeout as wait } from 'node:timers/promises';
import { createDesk } from './chat/desk';
import { createChat } from './chat/handlers';
import { createConcernHandlers } from './concern/handlers';
import type { Config, Identity } from './config';
import { configView } from './config-view';
import { createMetrics } from './http/metrics';
import { startServer } from './http/server';
import { faultOf, type Log } from './log';
import { holidayName } from './municipality/holidays';
import { loadMunicipality } from './municipality/load';
import { openingStatusOf } from './municipality/opening-hours';
import { wallTimeOf } from './municipality/wall-time';
import { createCounter } from './statistics/counter';
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

  const counter = createCounter({ store, now });
  const keepCounts = (): Promise<void> =>
    counter.flush().catch((error) => log({ event: 'counts-not-kept', error: faultOf(error).error }));
  const timer = setInterval(() => void keepCounts(), countsEveryMs);

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
  const receive = createBot({
    admit: createAdmission(identity, keys),
    chat: createChat({ municipality, concern, privateChatUrl: privateChatUrl(identity) }),
    desk: createDesk([]),
    connector,
    shownCards,
    replay: createReplayMemory(),
    installations: store.installations,
    count: counter.count,
    now,
    metrics,
    log,
  });
  const server = await startServer(
    { receive, isReady: () => store.isReachable(), loopbackOnly: identity.kind === 'local', metrics, log },
    config,
  );
  log({ event: 'started', port: server.port, settings: configView(config) });
  // The calendar loads now rather than within the first person's answer.
  setImmediate(() => holidayName(wallTimeOf(now()).date));
  return {
    port: server.port,
    stop: async () => {
      log({ event: 'stopping' });
      await server.stop();
      clearInterval(timer);
      await keepCounts();
      await Promise.race([shownCards.flush(), wait(flushMs)]);
      http.close();
      await store.close();
      log({ event: 'stopped' });
    },
  };
};
