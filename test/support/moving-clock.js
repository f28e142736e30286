// Loaded before the program: its clock and its database's show the time that is as many milliseconds away as the file
// CLOCK_FILE says at that moment, so that a test can let a week go by.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const main = path.join(__dirname, '../../dist/main.js');
const RealDate = Date;
let shiftMs = 0;

const nowMs = () => {
  // Empty for a moment while it is written.
  shiftMs = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) || shiftMs;
  return RealDate.now() + shiftMs;
};

// The page beside the bot inherits the environment, and keeps its own time.
if (process.argv[1] === main) {
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [nowMs()] : args));
    }
    static now() {
      return nowMs();
    }
  };
  const storage = require('../../dist/storage/open.js');
  const { openStore } = storage;
  storage.openStore = (url) => openStore(url, { clock: nowMs });
}
