import type { Metrics } from './http/metrics';
import { faultOf, type Log } from './log';
import type { Documents } from './storage/contract';

type WatchPorts = {
  /** What has documents that come due, by its name in the metrics. */
  readonly collections: Readonly<Record<string, Pick<Documents<unknown>, 'backlog'>>>;
  /** How many private notices wait to be told. */
  readonly noticesWaiting: () => Promise<number>;
  readonly metrics: Pick<Metrics, 'documents' | 'notices'>;
  readonly log: Log;
  readonly everyMs?: number;
};

export type Watch = { start(): void; stop(): Promise<void>; once(): Promise<void> };

/** Looks now and then at what nobody would otherwise notice: documents that stay due, and notices that nobody was told. */
export const createWatch = (ports: WatchPorts): Watch => {
  const { collections, noticesWaiting, metrics, log, everyMs = 60_000 } = ports;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    for (const [name, { backlog }] of Object.entries(collections)) metrics.documents(name, await backlog());
    metrics.notices(await noticesWaiting());
  };
  const once = (): Promise<void> =>
    look().catch((error) => log({ event: 'watch-failed', ...faultOf(error) }));
  const run = (): void => {
    running = once().then(() => {
      timer = setTimeout(run, everyMs);
    });
  };

  return {
    start: run,
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
    once,
  };
};
