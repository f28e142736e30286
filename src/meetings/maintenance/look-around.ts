import { hourMs } from '../../duration';
import { faultOf, type Log } from '../../log';
import { traced } from '../../trace';
import { lookAt, type MeetingPorts } from '../access';
import { asksInAdvance } from '../my-groups';

export type LookAround = {
  start(): void;
  stop(): Promise<void>;
  /** Looks at one group's channel, if one is due. */
  once(): Promise<number>;
};

/** While there are channels of which nothing is known yet, soon after the start. */
const soonMs = 200;
const idleMs = 30_000;
/** Well within the hour, so that each has its turn however many there are. */
const turnMs = hourMs / 2;

/**
 * Where there are many groups: asks Teams once an hour who is in each one's channel, one at a time, since a list of
 * somebody's own groups is made of what is known already. The database is only read.
 */
export const createLookAround = (ports: MeetingPorts, log: Log): LookAround => {
  const { whereabouts, municipality } = ports;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  /** How long to wait afterwards, in ms. */
  const look = async (): Promise<number> => {
    for (const groupId of whereabouts.overdue(1, hourMs)) await lookAt(ports, groupId);
    return whereabouts.unknown() > 0 ? soonMs : Math.min(idleMs, turnMs / municipality.groups.length);
  };
  const once = (): Promise<number> =>
    traced(look).catch((error) => {
      log({ event: 'watch-failed', ...faultOf(error) });
      return idleMs;
    });
  const run = (): void => {
    running = once().then((pauseMs) => {
      timer = setTimeout(run, pauseMs);
    });
  };

  return {
    start: () => {
      if (asksInAdvance(ports)) run();
    },
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
    once,
  };
};
