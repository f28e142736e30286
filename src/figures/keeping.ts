import { faultOf, type Log } from '../log';
import type { Instant } from '../storage/contract';
import type { FiguresPorts } from './access';
import { createMonthCounter } from './counter';
import type { Count, ItemKind } from './model/month';
import { createPublishing } from './publishing';

/** What is counted by month, stored and published beside everything else. */
export type KeptFigures = {
  readonly count: Count;
  /** Counts one shown answer by the id of its first step. */
  readonly shown: (step: string) => void;
  readonly handedIn: (kind: ItemKind) => void;
  /** Stores what was counted, and publishes the months that are over. */
  keep(now: Instant): Promise<void>;
  /** Stores it once more when the process ends. Never rejects. */
  keepLast(): Promise<void>;
};

type Keeping = { readonly clock: () => Promise<Instant>; readonly log: Log };

export const keepFigures = (ports: () => FiguresPorts, { clock, log }: Keeping): KeptFigures => {
  const { count, flush } = createMonthCounter(ports().figures);
  const publish = createPublishing(ports());
  return {
    count,
    shown: (step) => count(`shown/${ports().municipality.steps[step]?.unit ?? 'other'}`),
    handedIn: (kind) => count(`item/${kind}`),
    keep: async (now) => {
      await flush(now);
      await publish(now);
    },
    keepLast: () =>
      clock()
        .then(flush)
        .catch((error) => log({ event: 'counts-not-kept', error: faultOf(error).error })),
  };
};
