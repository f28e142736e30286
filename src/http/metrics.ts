import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog, Operation } from '../storage/contract';

/** One answered request by OpenTelemetry's names; a request that the gate refused has no route. */
export type Served = { readonly method: string; readonly route: string; readonly status: number };

/** What is counted. No label has a value from a request, a person, an answer or a route of the signpost. */
export type Metrics = {
  refused(reason: string): void;
  turn(kind: 'click' | 'message' | 'event'): void;
  fault(): void;
  /** An answer to an address that ends in a token, by the route's name and the status. */
  link(route: 'calendar' | 'link-page' | 'link-file', status: number): void;
  undelivered(what: 'reply' | 'card-update'): void;
  /** What became of a row of the outbox. */
  delivered(what: 'sent' | 'retried' | 'failed' | 'unknown' | 'obsolete'): void;
  /** How many rows are due, and how long the first of them has been. */
  backlog(backlog: Backlog): void;
  /** The same of a collection's documents. */
  documents(collection: string, backlog: Backlog): void;
  /** How many private notices wait for their reader's next card. */
  notices(waiting: number): void;
  ready(isReady: boolean): void;
  /** Whether the keys of incoming tokens could be fetched; the age counts from the last time that they could. */
  keys(result: 'ok' | 'failed'): void;
  /** A call to Teams that was not made because there was no token for it. */
  loginFailed(): void;
  database(operation: Operation): void;
  /** Begins to measure a request; what it gives back is called when the answer is over. */
  serving(): (answered: Served) => void;
  /** The Prometheus exposition text and its content type. */
  exposition(): Promise<{ readonly text: string; readonly contentType: string }>;
};

/** What of the process itself is told with its metrics. */
export type ProcessFacts = {
  readonly version: string;
  readonly database: 'sqlite' | 'mongodb';
  /** Whether the stop switch is on. */
  readonly isStopped: boolean;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
};

type Registers = { readonly registers: Registry[] };

const counters = ({ registers }: Registers) => {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `vejviser_${name}`, help, labelNames, registers });
  return {
    refused: counter('requests_refused_total', 'Requests that the entry gate or the token check refused', [
      'reason',
    ]),
    turns: counter('turns_total', 'Activities that were answered', ['kind']),
    faults: counter('turn_faults_total', 'Turns that ended in a fault'),
    undelivered: counter('undelivered_total', 'Posts to Teams that it did not accept', ['what']),
    links: counter('links_total', 'Answers to calendars and to links of files', ['route', 'status']),
    delivered: counter('outbox_rows_total', 'Rows of the outbox by what became of them', ['result']),
    keys: counter('signing_key_fetches_total', 'Fetches of the keys of incoming tokens', ['result']),
    logins: counter('login_failures_total', 'Calls to Teams that had no token'),
  };
};

/** A series that begins with its first event has no increase at it, so no alert would see that one. */
const beginAtZero = ({ delivered, undelivered, keys }: ReturnType<typeof counters>): void => {
  for (const result of ['sent', 'retried', 'failed', 'unknown', 'obsolete']) delivered.inc({ result }, 0);
  for (const what of ['reply', 'card-update']) undelivered.inc({ what }, 0);
  for (const result of ['ok', 'failed']) keys.inc({ result }, 0);
};

const gauges = ({ registers }: Registers, keysAge: () => number | undefined) => {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `vejviser_${name}`, help, labelNames, registers });
  // With a label that has no value yet it is absent until the first fetch, where a bare gauge would say 0.
  new Gauge({
    name: 'vejviser_signing_keys_age_seconds',
    help: 'How old the kept keys of incoming tokens are',
    labelNames: ['unused'],
    registers,
    collect() {
      const age = keysAge();
      if (age !== undefined) this.set(age);
    },
  });
  return {
    due: gauge('outbox_due', 'Rows that could be sent now'),
    lag: gauge('outbox_lag_seconds', 'How long the first of the due rows has been due'),
    documentsDue: gauge('documents_due', 'Documents that must be looked at now', ['collection']),
    documentsLag: gauge('documents_lag_seconds', 'How long the first due document has been due', [
      'collection',
    ]),
    notices: gauge('notices_waiting', 'Private notices that wait for their reader’s next card'),
    ready: gauge('ready', '1 when the process can answer, else 0'),
    stopped: gauge('stopped', '1 when the stop switch is on, else 0'),
  };
};

/** Names, labels and buckets by OpenTelemetry's semantic conventions for HTTP servers and database clients. */
const durations = ({ registers }: Registers) => ({
  served: new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    registers,
  }),
  database: new Histogram({
    name: 'db_client_operation_duration_seconds',
    help: 'Duration of database operations',
    labelNames: ['db_system_name', 'db_operation_name', 'db_collection_name', 'error_type'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
    registers,
  }),
});

const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

export const createMetrics = ({ version, database, isStopped, clock }: ProcessFacts): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const into = { registers: [registry] };
  let keysFetchedAt: number | undefined;
  const count = counters(into);
  const gauge = gauges(into, () =>
    keysFetchedAt === undefined ? undefined : (clock() - keysFetchedAt) / 1_000,
  );
  const duration = durations(into);
  new Gauge({
    name: 'target_info',
    help: 'The program',
    labelNames: ['service_name', 'service_version'],
    ...into,
  }).set({ service_name: 'vejviser', service_version: version }, 1);
  gauge.stopped.set(isStopped ? 1 : 0);
  beginAtZero(count);
  return {
    refused: (reason) => count.refused.inc({ reason }),
    turn: (kind) => count.turns.inc({ kind }),
    fault: () => count.faults.inc(),
    link: (route, status) => count.links.inc({ route, status }),
    undelivered: (what) => count.undelivered.inc({ what }),
    delivered: (result) => count.delivered.inc({ result }),
    backlog: ({ due, lagMs }) => {
      gauge.due.set(due);
      gauge.lag.set(lagMs / 1_000);
    },
    documents: (collection, { due, lagMs }) => {
      gauge.documentsDue.set({ collection }, due);
      gauge.documentsLag.set({ collection }, lagMs / 1_000);
    },
    notices: (waiting) => gauge.notices.set(waiting),
    ready: (isReady) => gauge.ready.set(isReady ? 1 : 0),
    keys: (result) => {
      count.keys.inc({ result });
      if (result === 'ok') keysFetchedAt = clock();
    },
    loginFailed: () => count.logins.inc(),
    database: ({ name, collection, ms, error }) =>
      duration.database.observe(
        {
          db_system_name: database,
          db_operation_name: name,
          db_collection_name: collection,
          ...(error === undefined ? {} : { error_type: error }),
        },
        ms / 1_000,
      ),
    serving: () => {
      const since = clock();
      return ({ method, route, status }) =>
        duration.served.observe(
          {
            http_request_method: knownMethods.has(method) ? method : '_OTHER',
            http_route: route,
            http_response_status_code: status,
          },
          (clock() - since) / 1_000,
        );
    },
    exposition: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
};
