// Loaded before the program: timers of half a second and more run in the story's time, so that a story waits for nothing.
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;
const longMs = 500;

let now = 0;
let epoch = 0;
let nextId = 1;
const timers = new Map();

class Simulated {
  constructor(id) {
    this.id = id;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  hasRef() {
    return false;
  }
  refresh() {
    const timer = timers.get(this.id);
    if (timer !== undefined) timer.at = now + timer.ms;
    return this;
  }
  [Symbol.toPrimitive]() {
    return this.id;
  }
}

globalThis.setTimeout = (work, ms, ...rest) => {
  if (epoch === 0 || !(ms >= longMs)) return realSetTimeout(work, ms, ...rest);
  const id = nextId++;
  timers.set(id, { at: now + ms, ms, epoch, work: () => work(...rest) });
  return new Simulated(id);
};
globalThis.setTimeout[require('node:util').promisify.custom] =
  realSetTimeout[require('node:util').promisify.custom];
globalThis.clearTimeout = (timer) => {
  if (timer instanceof Simulated) timers.delete(timer.id);
  else realClearTimeout(timer);
};

const first = () => {
  let found;
  for (const [id, timer] of timers)
    if (found === undefined || timer.at < found.timer.at) found = { id, timer };
  return found;
};

module.exports = {
  now: () => now,
  /** A new story begins: nobody's timers are left. */
  begin: (at) => {
    timers.clear();
    epoch += 1;
    now = at;
  },
  /** A process has died: its timers never come. */
  forget: () => timers.clear(),
  nextTimerAt: () => first()?.timer.at,
  goTo: (to) => {
    for (let next = first(); next !== undefined && next.timer.at <= to; next = first()) {
      timers.delete(next.id);
      now = Math.max(now, next.timer.at);
      next.timer.work();
    }
    now = Math.max(now, to);
  },
};
