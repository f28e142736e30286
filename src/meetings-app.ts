import { createAgendaHandlers } from './agenda/handlers';
import { createDesk } from './chat/desk';
import type { Desk } from './chat/turn';
import type { Config } from './config';
import { isFinal } from './delivery/retry-policy';
import { createDelivery } from './delivery/worker';
import type { Metrics } from './http/metrics';
import type { Log } from './log';
import type { ChannelClaim, MeetingPorts } from './meetings/access';
import type { Group } from './meetings/group';
import { createMeetingHandlers } from './meetings/handlers';
import { createKeepsake, createLetters, type Letter } from './meetings/letters';
import { loseChannel } from './meetings/losses';
import type { Meeting } from './meetings/meeting';
import { createUnreached, tellOnNextCard } from './meetings/unreached';
import { createWaking } from './meetings/waking';
import { daysOf } from './meetings/working-days';
import { holidayName } from './municipality/holidays';
import type { Municipality } from './municipality/schema';
import type { Store } from './storage/contract';
import type { Connector } from './teams/connector';
import { createPlaceNames } from './teams/place-names';
import { createRoster } from './teams/roster';
import { createSender } from './teams/sender';

/** The meetings' part of the program: who answers about them, and what is done and sent when its time comes. */
export type MeetingsApp = { readonly desk: Desk; start(): void; stop(): Promise<void> };

type Parts = {
  readonly config: Pick<Config, 'administrators' | 'retention'>;
  readonly municipality: Municipality;
  readonly store: Store;
  readonly connector: Connector;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly clock: () => number;
};

const rowsAtOnce = 8;
/** Three times what a send can take. */
const leaseMs = 30_000;

export const createMeetingsApp = (parts: Parts): MeetingsApp => {
  const { config, municipality, store, connector, metrics, log, clock } = parts;
  const ports: MeetingPorts = {
    municipality,
    administrators: new Set(config.administrators),
    groups: store.documents<Group>('groups'),
    channels: store.documents<ChannelClaim>('channels'),
    meetings: store.documents<Meeting>('meetings'),
    outbox: store.outbox,
    roster: createRoster({ read: connector.read, clock }),
    placeNames: createPlaceNames(connector),
    days: (kind) => daysOf({ municipality, kind, publicHoliday: holidayName }),
    knowsSchoolHolidays: municipality.schoolHolidays.length > 0,
    retention: config.retention,
  };
  const send = createSender(connector);
  const keep = createKeepsake(ports);
  const unreached = createUnreached(ports);
  const delivery = createDelivery<Letter>({
    outbox: store.outbox,
    rates: store.rates,
    clock,
    render: createLetters(ports),
    transport: {
      send: async (letter, row) => {
        const outcome = await send(letter);
        const isNew = outcome.kind === 'sent' && letter.replaces === undefined;
        if (isNew && letter.post !== undefined && outcome.messageId !== undefined)
          await keep(row, letter.post, outcome.messageId);
        if ('personId' in letter.to && isFinal(outcome)) await unreached(row, letter.to.personId);
        return outcome;
      },
    },
    onGone: (row) => loseChannel(ports, row),
    metrics,
    log,
    concurrency: rowsAtOnce,
    leaseMs,
  });
  const waking = createWaking({ meetings: ports, clock: store.clock, log });
  return {
    desk: tellOnNextCard(ports, createDesk([createMeetingHandlers(ports), createAgendaHandlers(ports)])),
    start: () => {
      waking.start();
      delivery.start();
    },
    stop: async () => {
      await Promise.all([waking.stop(), delivery.stop()]);
    },
  };
};
