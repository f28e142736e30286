type Operations = Readonly<Record<string, (...parameters: never[]) => Promise<unknown>>>;

/** Short enough that nobody notices, long enough that turning costs nothing. */
const longestHoldMs = 5;

/** Resolves at once, or with the loop's next turn when what runs has held the loop for too long. */
export type Turn = () => Promise<void>;

/**
 * SQLite answers on the spot, so that who asks it question after question never lets the event loop turn, and nobody else
 * is answered meanwhile.
 */
export const createTurns = (): Turn => {
  let heldSince: number | undefined;
  return async () => {
    if (heldSince === undefined) {
      heldSince = performance.now();
      setImmediate(() => {
        heldSince = undefined;
      });
    } else if (performance.now() - heldSince > longestHoldMs)
      await new Promise<void>((resolve) => void setImmediate(resolve));
  };
};

/** The same operations, each of which lets the loop turn first when it is time. */
export const takingTurns = <Of extends object>(operations: Of, turn: Turn): Of =>
  Object.fromEntries(
    Object.entries(operations as Operations).map(([name, run]) => [
      name,
      async (...parameters: never[]): Promise<unknown> => {
        await turn();
        return run(...parameters);
      },
    ]),
  ) as Of;
