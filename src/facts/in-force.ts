import { faultOf, type Log } from '../log';
import { municipalityOf } from '../municipality/load';
import type { Municipality, MunicipalityFile } from '../municipality/schema';
import type { Doc, Documents } from '../storage/contract';
import { emptyOverlay, type Overlay } from './model/overlay';
import type { Topic } from './model/topic';
import { withFacts } from './model/with-facts';

/** The one document of the collection. */
export const overlayId = 'municipality';

/** The municipality as it is right now in this process, and what it is made of. */
export type Now = {
  readonly municipality: Municipality;
  readonly file: MunicipalityFile;
  /** Absent as long as nobody has corrected or confirmed anything. */
  readonly overlay: Doc<Overlay> | undefined;
  readonly refused: readonly Topic[];
  readonly clashing: readonly Topic[];
};

export type InForce = {
  /** The municipality's file as it was read at start. */
  readonly file: MunicipalityFile;
  now(): Now;
  /** Lets this process follow at once; `undefined` when there is no document. */
  follow(overlay: Doc<Overlay> | undefined): void;
  /** Reads the document; rejects when the database can't be read, and what was in force stays so. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
};

type Ports = {
  readonly file: MunicipalityFile;
  readonly facts: Pick<Documents<Overlay>, 'find'>;
  readonly log: Log;
  /** A simulated year has no timers. */
  readonly isSimulated: boolean;
};

const everyMs = 20_000;

/**
 * Keeps what is in force: the file with what has been changed by card. Every process reads the document at start and three
 * times a minute, so a change holds everywhere within one, and no click asks for it.
 */
export const followFacts = async ({ file, facts, log, isSimulated }: Ports): Promise<InForce> => {
  let now: Now = {
    municipality: municipalityOf(file),
    file,
    overlay: undefined,
    refused: [],
    clashing: [],
  };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let said = '';

  /** Each disagreement once, and again when it is another one. */
  const say = ({ refused, clashing }: Pick<Now, 'refused' | 'clashing'>): void => {
    const all = JSON.stringify([refused, clashing]);
    if (all === said) return;
    said = all;
    for (const topic of clashing) log({ event: 'facts-clash', topic });
    for (const topic of refused) log({ event: 'facts-refused', topic });
  };

  const follow = (overlay: Doc<Overlay> | undefined): void => {
    const isOlder = (overlay?.version ?? 0) < (now.overlay?.version ?? 0);
    if (overlay?.version === now.overlay?.version || isOlder) return;
    const made = withFacts(file, overlay?.body ?? emptyOverlay);
    // Only what changes the municipality exchanges it: who may correct it, and when it was asked about, don't.
    const isSame = JSON.stringify(made.file) === JSON.stringify(now.file);
    now = isSame
      ? { ...now, overlay, refused: made.refused, clashing: made.clashing }
      : { ...made, municipality: municipalityOf(made.file), overlay };
    say(made);
  };

  const refresh = async (): Promise<void> => follow(await facts.find(overlayId));
  const run = (): void => {
    timer = setTimeout(() => {
      running = refresh()
        .catch((error) => log({ event: 'facts-not-read', ...faultOf(error) }))
        .then(run);
    }, everyMs).unref();
  };

  await refresh();
  if (!isSimulated) run();

  return {
    file,
    now: () => now,
    follow,
    refresh,
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
};
