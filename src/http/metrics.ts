import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What is counted. No label has a value from a request, a person, an answer or a route. */
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
  backlog(backlog: { readonly due: number; readonly lagMs: number }): void;
  /** The Prometheus exposition text and its content type. */
  exposition(): Promise<{ readonly text: string; readonly contentType: string }>;
};

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const refused = new Counter({
    name: 'vejviser_requests_refused_total',
    help: 'Requests that the entry gate or the token check refused',
    labelNames: ['reason'],
    registers,
  });
  const turns = new Counter({
    name: 'vejviser_turns_total',
    help: 'Activities that were answered',
    labelNames: ['kind'],
    registers,
  });
  const faults = new Counter({
    name: 'vejviser_turn_faults_total',
    help: 'Turns that ended in a fault',
    registers,
  });
  const undelivered = new Counter({
    name: 'vejviser_undelivered_total',
    help: 'Posts to Teams that it did not accept',
    labelNames: ['what'],
    registers,
  });
  const links = new Counter({
    name: 'vejviser_links_total',
    help: 'Answers to calendars and to links of files',
    labelNames: ['route', 'status'],
    registers,
  });
  const delivered = new Counter({
    name: 'vejviser_outbox_rows_total',
    help: 'Rows of the outbox by what became of them',
    labelNames: ['result'],
    registers,
  });
  const due = new Gauge({ name: 'vejviser_outbox_due', help: 'Rows that could be sent now', registers });
  const lag = new Gauge({
    name: 'vejviser_outbox_lag_seconds',
    help: 'How long the first of the due rows has been due',
    registers,
  });
  return {
    refused: (reason) => refused.inc({ reason }),
    turn: (kind) => turns.inc({ kind }),
    fault: () => faults.inc(),
    link: (route, status) => links.inc({ route, status }),
    undelivered: (what) => undelivered.inc({ what }),
    delivered: (result) => delivered.inc({ result }),
    backlog: (backlog) => {
      due.set(backlog.due);
      lag.set(backlog.lagMs / 1_000);
    },
    exposition: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
};
