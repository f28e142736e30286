import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A clock for the built program, and for its database, that a test sets; from then on it goes on by itself. */
export const createMovingClock = (start: Date) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-clock-'));
  const file = path.join(folder, 'shift');
  let shiftMs = 0;
  const set = (at: Date): void => {
    shiftMs = at.getTime() - Date.now();
    writeFileSync(file, String(shiftMs));
  };
  set(start);
  return {
    env: { NODE_OPTIONS: `--require ${path.join(__dirname, 'moving-clock.js')}`, CLOCK_FILE: file },
    now: (): number => Date.now() + shiftMs,
    set,
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
};

export type MovingClock = ReturnType<typeof createMovingClock>;
