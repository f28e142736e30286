import { Counter, collectDefaultMetrics, Registry } from 'prom-client';

/** What is counted. No label has a value from a request, a person, an answer or a route. */
export type Metrics = {
  refused(reason: string): void;
  turn(kind: 'click' | 'message' | 'event'): void;
  fault(): void;
  undelivered(what: 'reply' | 'card-update'): void;
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
  return {
    refused: (reason) => refused.inc({ reason }),
    turn: (kind) => turns.inc({ kind }),
    fault: () => faults.inc(),
    undelivered: (what) => undelivered.inc({ what }),
    exposition: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
};
