import { faultOf, type Log } from '../../log';
import type { Doc, Instant } from '../../storage/contract';
import { traced } from '../../trace';
import type { MeetingPorts } from '../access';
import { wakeGroup, wakeMeeting } from './maintain';

export type Waking = {
  start(): void;
  /** Resolves when what is under way is done. */
  stop(): Promise<void>;
  /** Does for every due document what it needs, and says how many there were. Never rejects. */
  wakeOnce(): Promise<number>;
};

type WakingPorts = {
  readonly meetings: MeetingPorts;
  readonly clock: () => Promise<Instant>;
  readonly log: Log;
  /** Removes what is over, and says how many there were. */
  readonly forget?: () => Promise<number>;
  readonly everyMs?: number;
};

const atOnce = 50;

/** Looks after the documents that are due by the database's clock. Several processes may do it at once. */
export const createWaking = ({
  meetings: ports,
  clock,
  log,
  forget = async () => 0,
  everyMs = 2_000,
}: WakingPorts): Waking => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const wakeAll = async <Body>(
    documents: readonly Doc<Body>[],
    wake: (doc: Doc<Body>, now: Instant) => Promise<void>,
  ): Promise<number> => {
    for (const doc of documents) {
      // One that fails stays due, and the others don't wait for it.
      await traced(async () => {
        await wake(doc, await clock()).catch((error) => log({ event: 'waking-failed', ...faultOf(error) }));
      });
    }
    return documents.length;
  };

  const wakeOnce = async (): Promise<number> => {
    try {
      const groups = await wakeAll(await ports.groups.due(atOnce), (doc, now) => wakeGroup(ports, doc, now));
      const meetings = await wakeAll(await ports.meetings.due(atOnce), (doc, now) =>
        wakeMeeting(ports, doc, now),
      );
      return groups + meetings + (await forget());
    } catch (error) {
      log({ event: 'waking-failed', ...faultOf(error) });
      return 0;
    }
  };

  const schedule = (): void => {
    timer = setTimeout(() => {
      running = wakeOnce().then(schedule);
    }, everyMs);
  };

  return {
    start: schedule,
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
    wakeOnce,
  };
};
