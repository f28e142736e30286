import { dayMs, hourMs } from '../../duration';
import { faultOf, type Log } from '../../log';
import type { Doc, Documents, Instant } from '../../storage/contract';
import { traced } from '../../trace';
import type { MeetingPorts } from '../access';
import { lookAtDays, lookAtRetention, maintainGroup, maintainMeeting } from './maintain';

export type Maintenance = {
  start(): void;
  /** Resolves when what is under way is done. */
  stop(): Promise<void>;
  /** Does for every due document what it needs, and says how many there were. Never rejects. */
  maintainOnce(): Promise<number>;
};

type MaintenancePorts = {
  /** As they are when a round begins. */
  readonly meetings: () => MeetingPorts;
  readonly clock: () => Promise<Instant>;
  readonly log: Log;
  /** What else there is to look after: says how many things there were. */
  readonly more?: () => Promise<number>;
  readonly everyMs?: number;
};

const atOnce = 50;
/** Side by side, so that one whose channel Teams is slow to answer for doesn't keep the others waiting. */
const lines = 8;
const putOffMs = 60_000;

/**
 * Does for every due document what it needs, and says how many there were. One that fails is put off, so that the others
 * don't wait for it, however many fail.
 */
export const maintainDue = async <Body>(
  documents: Documents<Body>,
  wake: (doc: Doc<Body>, now: Instant) => Promise<void>,
  { clock, log }: Pick<MaintenancePorts, 'clock' | 'log'>,
): Promise<number> => {
  const due = await documents.due(atOnce);
  const left = [...due];
  const maintainOne = (doc: Doc<Body>): Promise<void> =>
    traced(async () => {
      const now = await clock();
      await wake(doc, now).catch(async (error) => {
        log({ event: 'maintenance-failed', ...faultOf(error) });
        await documents.putOff(doc, now + putOffMs);
      });
    });
  const line = async (): Promise<void> => {
    for (let doc = left.shift(); doc !== undefined; doc = left.shift()) await maintainOne(doc);
  };
  await Promise.all(Array.from({ length: lines }, line));
  return due.length;
};

/** Looks after the documents that are due by the database's clock. Several processes may do it at once. */
export const createMaintenance = ({
  meetings: portsOfNow,
  clock,
  log,
  more = async () => 0,
  everyMs = 2_000,
}: MaintenancePorts): Maintenance => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  let forgottenAt = Number.NEGATIVE_INFINITY;
  /** Rows that are done are forgotten when the words are that they were about. */
  const forgetRows = async (ports: MeetingPorts): Promise<void> => {
    const now = await clock();
    if (now - forgottenAt < hourMs) return;
    await ports.outbox.prune(now - ports.retention.keepDays * dayMs);
    forgottenAt = now;
  };

  let followed: MeetingPorts | undefined;
  const maintainOnce = async (): Promise<number> => {
    try {
      const ports = portsOfNow();
      if (followed === undefined) await lookAtRetention(ports);
      if (followed !== undefined && followed !== ports) await lookAtDays(ports);
      followed = ports;
      const loop = { clock, log };
      const groups = await maintainDue(ports.groups, (doc, now) => maintainGroup(ports, doc, now), loop);
      const meetings = await maintainDue(
        ports.meetings,
        (doc, now) => maintainMeeting(ports, doc, now),
        loop,
      );
      await forgetRows(ports);
      return groups + meetings + (await more());
    } catch (error) {
      log({ event: 'maintenance-failed', ...faultOf(error) });
      return 0;
    }
  };

  const schedule = (): void => {
    timer = setTimeout(() => {
      running = maintainOnce().then(schedule);
    }, everyMs);
  };

  return {
    start: schedule,
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
    maintainOnce,
  };
};
