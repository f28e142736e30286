import { setTimeout as wait } from 'node:timers/promises';

/** How long a state is waited for: longer than a busy machine needs, so that only what never comes takes so long. */
export const patienceMs = 120_000;
const lookAgainMs = 20;

/** Waits until `look` gives something else than false or undefined, and gives that. Throws in `inVain`'s words. */
export const until = async <T>(
  look: () => T | Promise<T>,
  inVain: () => string,
): Promise<Exclude<T, false | undefined>> => {
  for (const end = Date.now() + patienceMs; ; await wait(lookAgainMs)) {
    const found = await look();
    if (found !== false && found !== undefined) return found as Exclude<T, false | undefined>;
    if (Date.now() > end) throw new Error(inVain());
  }
};

/** Lets everything else that this process has to do right now be done first. */
export const aTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
